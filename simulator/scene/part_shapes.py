"""The shape of a robot file's `[[part]]` tables, one class a chip: its pins, its place, and its own figures.

Every chip has `id`, `chip`, `pins`, its place (x forward, y left, z up from the floor under the axle's middle, mm) and
the direction it looks in; what else a table holds are the chip's figures, numbers by name.
"""

from typing import Annotated, Literal

from pydantic import Field

from .quantities import Angle, Footprint, Identifier, NoiseMillivolts, OnRobot, PinNumber, Share, Strict

Height = Annotated[float, Field(ge=0, le=1000, allow_inf_nan=False)]
NoiseMillimetres = Annotated[float, Field(ge=0, le=100, allow_inf_nan=False)]
OffsetMillimetres = Annotated[float, Field(ge=-50, le=50, allow_inf_nan=False)]
ScalePercent = Annotated[float, Field(ge=-20, le=20, allow_inf_nan=False)]  # how much too much is told


class _PartTable(Strict):
    id: Identifier
    x_mm: OnRobot = 0.0
    y_mm: OnRobot = 0.0
    z_mm: Height = 40.0
    heading_deg: Angle = 0.0


class _SignalPin(Strict):
    signal: PinNumber


class _TrigEcho(Strict):
    trig: PinNumber
    echo: PinNumber


class _I2cPins(Strict):
    sda: PinNumber
    scl: PinNumber


class _I2cPinsWithInterrupt(_I2cPins):
    int: PinNumber | None = None


class _Vl53l0xPins(_I2cPins):
    xshut: PinNumber | None = None
    gpio1: PinNumber | None = None


class HcSr04Table(_PartTable):
    chip: Literal["hc-sr04"]
    pins: _TrigEcho
    noise_mm: NoiseMillimetres = 1.5
    offset_mm: OffsetMillimetres = 0.0
    temperature_c: Annotated[float, Field(ge=-40, le=85, allow_inf_nan=False)] = 20.0  # of the air


class Vl53l0xTable(_PartTable):
    chip: Literal["vl53l0x"]
    pins: _Vl53l0xPins
    address: Literal[0x29] = 0x29
    noise_mm: NoiseMillimetres = 2.0
    offset_mm: OffsetMillimetres = 0.0
    scale_percent: ScalePercent = 0.0
    glass_mcps: Annotated[float, Field(ge=0, le=10, allow_inf_nan=False)] = 0.0  # that a cover glass throws back


class Mpu6050Table(_PartTable):
    """How strong bias and drift are; each axis has from half to one and a half times as much, to a side that its seed
    tells, and of the other axes up to `cross_axis_percent`.

    Noise is that behind the filter of 98 Hz, one standard deviation.
    """

    chip: Literal["mpu6050"]
    pins: _I2cPinsWithInterrupt
    address: Literal[0x68, 0x69] = 0x68
    gyro_bias_deg_s: Annotated[float, Field(ge=0, le=20, allow_inf_nan=False)] = 0.6
    gyro_noise_deg_s: Annotated[float, Field(ge=0, le=10, allow_inf_nan=False)] = 0.05
    accel_bias_mg: Annotated[float, Field(ge=0, le=80, allow_inf_nan=False)] = 8.0
    accel_noise_mg: Annotated[float, Field(ge=0, le=100, allow_inf_nan=False)] = 4.0
    gyro_scale_percent: ScalePercent = 0.0
    accel_scale_percent: ScalePercent = 0.0
    cross_axis_percent: Annotated[float, Field(ge=0, le=10, allow_inf_nan=False)] = 0.0
    gyro_drift_deg_s_c: Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)] = 0.03  # for each °C that it warms
    warming_c: Annotated[float, Field(ge=0, le=30, allow_inf_nan=False)] = 3.0  # in use, above `temperature_c`
    temperature_c: Annotated[float, Field(ge=-40, le=85, allow_inf_nan=False)] = 27.0


class Ssd1306Table(_PartTable):
    chip: Literal["ssd1306"]
    pins: _I2cPins
    address: Literal[0x3C, 0x3D] = 0x3C
    width: Literal[128] = 128
    height: Literal[32, 64] = 64


class Tcs34725Table(_PartTable):
    chip: Literal["tcs34725"]
    z_mm: Height = 10.0
    pins: _I2cPinsWithInterrupt
    address: Literal[0x29] = 0x29
    footprint_mm: Footprint = 10.0
    noise_share: Share = 0.01  # of a reading, one standard deviation


class Ws2812Table(_PartTable):
    chip: Literal["ws2812"]
    pins: _SignalPin
    count: Annotated[int, Field(ge=1, le=300)] = 1


class Sg90Table(_PartTable):
    chip: Literal["sg90"]
    pins: _SignalPin


class BuzzerTable(_PartTable):
    chip: Literal["buzzer"]
    pins: _SignalPin


class BumpSwitchTable(_PartTable):
    """A switch behind a bumper as wide as `width_mm`; its place is the face's middle, outside of the body."""

    chip: Literal["bump-switch"]
    pins: _SignalPin
    width_mm: Annotated[float, Field(ge=1, le=500, allow_inf_nan=False)] = 60.0
    active_low: bool = True
    bounce_ms: Annotated[float, Field(ge=0, le=50, allow_inf_nan=False)] = 2.0


class PotentiometerTable(_PartTable):
    chip: Literal["potentiometer"]
    pins: _SignalPin
    turned: Share = 0.5  # from the end at 0 V
    noise_mv: NoiseMillivolts = 3.0


class BatteryDividerTable(_PartTable):
    """Two resistors in a row from the battery to ground, and an ADC pin between them."""

    chip: Literal["battery-divider"]
    pins: _SignalPin
    upper_kohm: Annotated[float, Field(ge=0.1, le=10_000, allow_inf_nan=False)]
    lower_kohm: Annotated[float, Field(ge=0.1, le=10_000, allow_inf_nan=False)]
    noise_mv: NoiseMillivolts = 3.0


class Ina219Table(_PartTable):
    """Between the battery and all else; its address is chosen by two bridges on the module."""

    chip: Literal["ina219"]
    pins: _I2cPins
    address: Literal[0x40, 0x41, 0x44, 0x45] = 0x40
    shunt_ohm: Annotated[float, Field(ge=0.001, le=10, allow_inf_nan=False)] = 0.1
    offset_uv: Annotated[float, Field(ge=-1000, le=1000, allow_inf_nan=False)] = 0.0  # of the shunt's voltage
    noise_uv: Annotated[float, Field(ge=0, le=1000, allow_inf_nan=False)] = 20.0  # of one sample of it
    scale_percent: ScalePercent = 0.0  # of the battery's voltage


PartTable = Annotated[
    HcSr04Table
    | Vl53l0xTable
    | Mpu6050Table
    | Ssd1306Table
    | Tcs34725Table
    | Ws2812Table
    | Sg90Table
    | BuzzerTable
    | BumpSwitchTable
    | PotentiometerTable
    | BatteryDividerTable
    | Ina219Table,
    Field(discriminator="chip"),
]


class WireTable(Strict):
    """A jumper wire between two pins of the board."""

    pins: tuple[PinNumber, PinNumber]
