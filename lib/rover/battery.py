"""The battery's voltage, behind two resistors on an ADC pin."""

from time import sleep_us

from micropython import const

from .pins import analog_in

_FULL_SCALE_MV = const(3300)
_LOOKS = const(16)
_APART_US = const(250)
# So little is left when it warns, while what the robot does can still be trusted.
_WARN = const(20)


class Battery:
    """The battery. Under load its voltage is lower than at rest: look at it while the robot stands.

    The first look that finds 20 % or less prints a warning.

    Arguments:
        pin (int): an ADC pin.
        ratio (int): battery voltage for 1000 mV at the pin; 3000 for resistors of 20 and 10 kohm.
        full (int, mV): voltage of a full battery.
        low (int, mV): voltage below which nothing that the robot does can be trusted.

    Example:
        print(rover.battery.voltage(), "mV")
        if rover.battery.low():
            rover.led.on()
    """

    def __init__(self, pin, ratio, full, low):
        adc = analog_in("Battery", "pin", pin)
        # What an ESP32 reads is not straight; its microvolts have been set right.
        microvolts = getattr(adc, "read_uv", None)
        self._read = microvolts or adc.read_u16
        self._mv = 1 if microvolts else _FULL_SCALE_MV  # for so many steps of the converter
        self._steps = 1000 if microvolts else 65535
        self._ratio = ratio
        self._full = full
        self._low = low
        self._warned = False

    def voltage(self):
        """The mean of some readings, 4 ms long.

        Returns (int, mV)
        """
        total = 0
        for _ in range(_LOOKS):
            total += self._read()
            sleep_us(_APART_US)
        pin_mv = total // _LOOKS * self._mv // self._steps
        voltage = pin_mv * self._ratio // 1000
        # Far below that the battery is switched off, and the board lives on its USB cable.
        if not self._warned and self._share(voltage) <= _WARN and voltage > self._low // 2:
            self._warned = True
            from .errors import RoverError

            print(RoverError("R32", "Battery", value=f"{voltage} mV ({self._share(voltage)} %)"))
        return voltage

    def level(self):
        """How much is left before the battery is too low to trust.

        Returns (int, %): 0 to 100.
        """
        return self._share(self.voltage())

    def low(self):
        """True when 20 % or less is left.

        Returns (bool)
        """
        return self.level() <= _WARN

    def _share(self, voltage):
        return min(100, max(0, (voltage - self._low) * 100 // (self._full - self._low)))
