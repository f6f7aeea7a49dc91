"""MicroPython driver for the INA219 current sensor."""

import time

_CONFIG = 0x00
_SHUNT = 0x01
_BUS = 0x02
_POWER = 0x03
_CURRENT = 0x04
_CALIBRATION = 0x05

# full scale of the shunt in mV -> setting of the amplifier
_GAINS = {40: 0, 80: 1, 160: 2, 320: 3}


class INA219:
    def __init__(self, i2c, address=0x40, shunt_ohm=0.1, max_a=3.2):
        self.i2c = i2c
        self.address = address
        self._buffer = bytearray(2)
        self.reset()
        # Current in steps of 1/32768 of what is expected at most.
        self.current_step = max_a / 32768
        self._put(_CALIBRATION, int(0.04096 / (self.current_step * shunt_ohm)))

    def _put(self, register, value):
        self.i2c.writeto_mem(self.address, register, bytes((value >> 8 & 0xFF, value & 0xFF)))

    def _get(self, register):
        self.i2c.readfrom_mem_into(self.address, register, self._buffer)
        return self._buffer[0] << 8 | self._buffer[1]

    def _signed(self, register):
        value = self._get(register)
        return value - 0x10000 if value & 0x8000 else value

    def reset(self):
        self._put(_CONFIG, 0x8000)

    def configure(self, range_mv=320, samples=1, continuous=True):
        """Samples: a power of two up to 128; the bus voltage is averaged in the same way."""
        adc = 0b0011
        if samples > 1:
            adc = 0b1000
            while samples > 1:
                samples >>= 1
                adc += 1
        mode = 0b111 if continuous else 0b011
        self._put(_CONFIG, 1 << 13 | _GAINS[range_mv] << 11 | adc << 7 | adc << 3 | mode)

    def ready(self):
        return bool(self._get(_BUS) & 2)

    def wait(self, timeout_ms=200):
        begin = time.ticks_ms()
        while not self.ready():
            if time.ticks_diff(time.ticks_ms(), begin) > timeout_ms:
                raise OSError("INA219: no conversion")
            time.sleep_ms(1)

    @property
    def shunt_mv(self):
        return self._signed(_SHUNT) / 100

    @property
    def bus_v(self):
        return (self._get(_BUS) >> 3) * 0.004

    @property
    def current_a(self):
        return self._signed(_CURRENT) * self.current_step

    @property
    def power_w(self):
        return self._get(_POWER) * 20 * self.current_step
