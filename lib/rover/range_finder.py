"""How far it is to what is ahead, by sound or by light."""

from .check import number, whole


class RangeFinder:
    """A distance sensor: an HC-SR04, which listens for an echo, or a VL53L0X, which looks for its own light.

    Distances are in mm from the sensor to the nearest thing before it, 20 to 4000 mm (HC-SR04) or 30 to 1200 mm, on
    light things 2000 (VL53L0X). Where nothing is measured, a distance is None.

    Arguments:
        wiring (tuple): ("hc-sr04", trig, echo) with its pins, ("vl53l0x", address) with its address on `i2c`, or
            ("vl53l0x", address, bus, scl, sda) on a bus of its own.
        i2c (I2C): the robot's bus.

    Example:
        distance = rover.range.distance()
        if distance is None:
            print("nothing there")
        elif rover.range.closer_than(300):
            print("close:", distance)
    """

    def __init__(self, wiring, i2c=None):
        kind = wiring[0]
        if kind == "hc-sr04":
            from .hc_sr04 import HCSR04

            self._measure = HCSR04(wiring[1], wiring[2]).measure
        elif kind == "vl53l0x":
            from .vl53l0x import VL53L0X

            if len(wiring) > 2:
                from .i2c import bus

                i2c = bus(wiring[2:])
            self._measure = VL53L0X(i2c, wiring[1]).measure
        else:
            from .check import one_of

            one_of("RANGE_FINDER", kind, ("hc-sr04", "vl53l0x"))

    def distance(self, readings=1):
        """Measure the distance: about 30 ms a reading.

        Arguments:
            readings (int): how many, 1 to 15. The answer is the middle one, so that a few wild ones spoil nothing.

        Returns (int, mm): None where nothing was measured: nothing is there, or it is too near or too far.
        """
        if whole("readings", readings, 1, 15, "") == 1:
            return self._measure()
        found = []
        for _ in range(readings):
            distance = self._measure()
            if distance is not None:
                found.append(distance)
        # What was not measured counts as farther than all that was.
        middle = readings // 2
        return sorted(found)[middle] if middle < len(found) else None

    def closer_than(self, distance):
        """True when something is closer. The sonar waits no longer than an echo from there takes. Asked again
        at once it first lets 25 ms pass, until old echoes have died away.

        Arguments:
            distance (Number, mm): 20 to 4000.

        Returns (bool)
        """
        found = self._measure(number("distance", distance, 20, 4000, "mm"))
        return found is not None and found < distance

    def wait_closer_than(self, distance, timeout=None):
        """Wait until something is closer.

        Arguments:
            distance (Number, mm): 20 to 4000.
            timeout (int, ms): gives up after so long; 0 to 86400000, None for never.

        Returns (bool): True when something is closer. In an asyncio task `await` it.
        """
        from .waiting import wait_until

        return wait_until(lambda: self.closer_than(distance), timeout)

    def wait_farther_than(self, distance, timeout=None):
        """Wait until nothing is closer: what was there has gone, or the robot has moved away.

        Arguments:
            distance (Number, mm): 20 to 4000.
            timeout (int, ms): gives up after so long; 0 to 86400000, None for never.

        Returns (bool): True when nothing is closer. In an asyncio task `await` it.
        """
        from .waiting import wait_until

        return wait_until(lambda: not self.closer_than(distance), timeout)
