"""MicroPython driver for the InvenSense MPU-6050 (GY-521): rates, acceleration, temperature, FIFO, data ready."""

from struct import unpack
from time import sleep_ms

from micropython import const

_SMPLRT_DIV = const(0x19)
_CONFIG = const(0x1A)
_GYRO_CONFIG = const(0x1B)
_ACCEL_CONFIG = const(0x1C)
_FIFO_EN = const(0x23)
_INT_PIN_CFG = const(0x37)
_INT_ENABLE = const(0x38)
_INT_STATUS = const(0x3A)
_ACCEL_XOUT_H = const(0x3B)
_TEMP_OUT_H = const(0x41)
_GYRO_XOUT_H = const(0x43)
_USER_CTRL = const(0x6A)
_PWR_MGMT_1 = const(0x6B)
_FIFO_COUNTH = const(0x72)
_FIFO_R_W = const(0x74)
_WHO_AM_I = const(0x75)


class MPU6050:
    def __init__(self, i2c, address=0x68):
        self.i2c = i2c
        self.address = address
        self._six = bytearray(6)
        if self._get(_WHO_AM_I) != 0x68:
            raise RuntimeError("MPU-6050 not found")
        self._put(_PWR_MGMT_1, 0x80)
        while self._get(_PWR_MGMT_1) & 0x80:
            sleep_ms(1)
        sleep_ms(100)
        self._put(_PWR_MGMT_1, 0x01)  # awake, clocked by the gyroscope's x axis
        sleep_ms(10)
        self.filter(3)
        self.gyro_range(0)
        self.accel_range(0)

    def filter(self, number):
        """DLPF_CFG, 1 (188 Hz) to 6 (5 Hz)."""
        self._put(_CONFIG, number)

    def sample_rate(self, hz):
        self._put(_SMPLRT_DIV, 1000 // hz - 1)

    def gyro_range(self, number):
        """0 to 3: 250, 500, 1000, 2000 deg/s."""
        self._put(_GYRO_CONFIG, number << 3)
        self._per_deg = (131.0, 65.5, 32.8, 16.4)[number]

    def accel_range(self, number):
        """0 to 3: 2, 4, 8, 16 g."""
        self._put(_ACCEL_CONFIG, number << 3)
        self._per_g = 16384 >> number

    @property
    def acceleration(self):
        """x, y, z in g."""
        x, y, z = self._words(_ACCEL_XOUT_H)
        return x / self._per_g, y / self._per_g, z / self._per_g

    @property
    def gyro(self):
        """x, y, z in deg/s."""
        x, y, z = self._words(_GYRO_XOUT_H)
        return x / self._per_deg, y / self._per_deg, z / self._per_deg

    @property
    def temperature(self):
        return unpack(">h", self.i2c.readfrom_mem(self.address, _TEMP_OUT_H, 2))[0] / 340 + 36.53

    def start_fifo(self, mask=0x78):
        """By default packets of 12 bytes: acceleration x, y, z and rates x, y, z."""
        self._put(_FIFO_EN, mask)
        self._put(_USER_CTRL, 0x44)

    def fifo_count(self):
        return unpack(">H", self.i2c.readfrom_mem(self.address, _FIFO_COUNTH, 2))[0]

    def read_fifo(self, count):
        return self.i2c.readfrom_mem(self.address, _FIFO_R_W, count)

    def overflowed(self):
        return bool(self._get(_INT_STATUS) & 0x10)

    def interrupt_when_ready(self, latched=False):
        self._put(_INT_PIN_CFG, 0x20 if latched else 0x00)
        self._put(_INT_ENABLE, 0x01)

    def ready(self):
        return bool(self._get(_INT_STATUS) & 0x01)

    def _words(self, register):
        self.i2c.readfrom_mem_into(self.address, register, self._six)
        return unpack(">hhh", self._six)

    def _get(self, register):
        return self.i2c.readfrom_mem(self.address, register, 1)[0]

    def _put(self, register, value):
        self.i2c.writeto_mem(self.address, register, bytes([value]))
