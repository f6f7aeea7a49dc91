"""The table of what a seed varies: of what, by how much, within what, and on whose word."""

from dataclasses import dataclass

ANY = float("-inf")
OURS = "ours"

# What a row rests on, as its readers find it. A row without one is our own estimate, and its page says so.
SOURCES: dict[str, str] = {
    "copper": "IEC 60028, International standard of resistance for copper: 0.393 % a kelvin at 20 °C",
    "cells": "L. Wildfeuer, M. Lienkamp, Quantifiability of inherent cell-to-cell variations of commercial lithium-ion "
    "batteries, 2021: 0.7 to 3.8 % of impedance among new cells",
    "ncr18650b": "Panasonic, NCR18650B, specifications: 3.6 V nominal, 4.2 V full",
    "tyres": "FRC team 1640, DEWBOT VIII wheel friction coefficient testing, 2011: the same wheels at 0.95 and 0.70 on "
    "polycarbonate, along and across",
    "qre1113": "onsemi, QRE1113/D, QRE1113, QRE1113GR, QRE1114GR, electrical and optical characteristics: on-state "
    "current of one part 0.10 to 0.90 mA",
    "ganssle": "J. Ganssle, A Guide to Debouncing, 2008: of 18 kinds of switches 1.6 ms in the mean, 6.2 ms at most "
    "but for one",
    "hc-sr04": "ElecFreaks, Ultrasonic ranging module HC-SR04: accuracy 3 mm",
    "mpu6050": "InvenSense, PS-MPU-6000A-00, MPU-6000 and MPU-6050 product specification, revision 3.4, 6.1 and 6.2: "
    "scale ±3 %, cross-axis ±2 %, rates at rest ±20 °/s and as much again over -40 to 85 °C, ±50 mg (z: ±80 mg)",
    "ina219": "Texas Instruments, SBOS448G, INA219, 7.5: offset ±40 µV at the largest range (200 µV at most), voltage "
    "of the bus ±0.2 % (0.5 % at most)",
    "shunt": "Adafruit, INA219 current sensor breakout (904): a shunt of 0.1 Ω, 1 %",
    "resistors": "IEC 60063 and IEC 60062: resistors of the series E96, 1 %",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One varied quantity: of what, in which fields, how it is spread, and where it ends whatever the draw.

    `of` a part is its chip, and its fields are those of the part or figures of its table.
    """

    id: str
    of: str
    fields: tuple[str, ...]  # that share one draw
    distribution: str  # "normal" or "even"
    spread: float
    unit: str  # "%" of the nominal value, or the unit in which it is added to it
    least: float = 0.0
    most: float = float("inf")
    source: str = OURS
    added: bool = False  # a field that is in % by itself
    ends_too: bool = False  # `least` and `most` are in % of the nominal value, too

    @property
    def relative(self) -> bool:
        return self.unit == "%" and not self.added

    def moved(self, value: float, amount: float) -> float:
        """A value after a draw of that amount."""
        least, most = self.ends(value)
        value = value * (1.0 + amount / 100.0) if self.relative else value + amount
        return min(max(value, least), most)

    def ends(self, nominal: float) -> tuple[float, float]:
        """What a value that is nominally that may be."""
        scale = nominal / 100.0 if self.ends_too else 1.0
        return self.least * scale, self.most * scale


TABLE: tuple[Row, ...] = (
    Row("motor-constant", "motor", ("back_emf_v_per_rad_s",), "normal", 3.0, "%"),
    Row("motor-resistance", "motor", ("resistance_ohm",), "normal", 4.0, "%", source="copper"),
    Row("gear-efficiency", "motor", ("gear_efficiency",), "normal", 3.0, "%", most=1.0),
    Row("motor-friction", "motor", ("friction_mnm", "static_friction_mnm"), "normal", 15.0, "%"),
    Row("backlash", "motor", ("backlash_deg",), "normal", 20.0, "%"),
    Row("wheel-diameter", "motor", ("wheel_diameter_mm",), "normal", 0.4, "%"),
    Row("wheel-place", "motor", ("wheel_y_mm",), "normal", 0.5, "mm", least=ANY),
    Row("mass", "robot", ("mass_g", "inertia_kg_cm2"), "normal", 2.0, "%"),
    Row("grip", "robot", ("grip",), "normal", 8.0, "%", source="tyres"),
    Row("grip-across", "robot", ("grip_across",), "normal", 8.0, "%", source="tyres"),
    Row("rolling", "robot", ("rolling_mn",), "normal", 15.0, "%"),
    Row("battery-charge", "battery", ("open_circuit_v",), "even", 6.5, "%", 83.0, 109.0, "ncr18650b", ends_too=True),
    Row("battery-resistance", "battery", ("resistance_ohm",), "normal", 15.0, "%", source="cells"),
    Row("sensor-gain", "reflectance", ("white_v",), "normal", 0.08, "V", most=3.3, source="qre1113"),
    Row("sensor-offset", "reflectance", ("black_v",), "normal", 0.06, "V", most=3.3, source="qre1113"),
    Row("sensor-noise", "reflectance", ("noise_mv",), "normal", 20.0, "%"),
    Row("sensor-place", "reflectance", ("y_mm",), "normal", 0.2, "mm", least=ANY),
    Row("sensor-height", "reflectance", ("height_mm",), "normal", 0.3, "mm", least=0.2),
    Row("sonar-offset", "hc-sr04", ("offset_mm",), "normal", 1.2, "mm", least=ANY, source="hc-sr04"),
    Row("sonar-air", "hc-sr04", ("temperature_c",), "normal", 3.0, "°C", least=-40.0, most=85.0),
    Row("sonar-noise", "hc-sr04", ("noise_mm",), "normal", 20.0, "%"),
    Row("laser-offset", "vl53l0x", ("offset_mm",), "normal", 4.0, "mm", least=ANY),
    Row("laser-scale", "vl53l0x", ("scale_percent",), "normal", 1.0, "%", least=ANY, added=True),
    Row("laser-noise", "vl53l0x", ("noise_mm",), "normal", 20.0, "%"),
    Row("colour-height", "tcs34725", ("z_mm",), "normal", 0.3, "mm"),
    Row("gyro-bias", "mpu6050", ("gyro_bias_deg_s",), "normal", 30.0, "%", most=20.0, source="mpu6050"),
    Row("gyro-drift", "mpu6050", ("gyro_drift_deg_s_c",), "normal", 30.0, "%", most=1.0, source="mpu6050"),
    Row("gyro-scale", "mpu6050", ("gyro_scale_percent",), "normal", 0.3, "%", -3.0, 3.0, "mpu6050", added=True),
    Row("accel-bias", "mpu6050", ("accel_bias_mg",), "normal", 30.0, "%", most=80.0, source="mpu6050"),
    Row("accel-scale", "mpu6050", ("accel_scale_percent",), "normal", 1.0, "%", -3.0, 3.0, "mpu6050", added=True),
    Row("cross-axis", "mpu6050", ("cross_axis_percent",), "normal", 0.7, "%", -2.0, 2.0, "mpu6050", added=True),
    Row("meter-shunt", "ina219", ("shunt_ohm",), "even", 1.0, "%", source="shunt"),
    Row("meter-offset", "ina219", ("offset_uv",), "normal", 40.0, "µV", -200.0, 200.0, "ina219"),
    Row("meter-scale", "ina219", ("scale_percent",), "normal", 0.2, "%", -0.5, 0.5, "ina219", added=True),
    Row("divider-upper", "battery-divider", ("upper_kohm",), "even", 1.0, "%", source="resistors"),
    Row("divider-lower", "battery-divider", ("lower_kohm",), "even", 1.0, "%", source="resistors"),
    Row("bumper-bounce", "bump-switch", ("bounce_ms",), "normal", 30.0, "%", source="ganssle"),
    Row("button-bounce", "button", ("bounce_ms",), "normal", 30.0, "%", source="ganssle"),
    Row("mat-reflectance", "mat", ("reflectance", "rgb"), "even", 0.05, "", most=1.0),
    Row("paint-reflectance", "surface", ("reflectance", "rgb"), "even", 0.02, "", most=1.0),
    Row("light", "light", ("share",), "normal", 15.0, "%", most=1.0),
    Row("ramp-slope", "ramp", ("slope_deg",), "normal", 0.3, "°"),
    Row("object-x", "object", ("x_mm",), "normal", 2.0, "mm", least=ANY),
    Row("object-y", "object", ("y_mm",), "normal", 2.0, "mm", least=ANY),
    Row("object-heading", "object", ("heading_deg",), "normal", 1.0, "°", least=ANY),
    Row("object-mass", "object", ("mass_g",), "normal", 5.0, "%"),
    Row("object-friction", "object", ("friction",), "normal", 15.0, "%"),
    Row("object-reflectance", "object", ("reflectance", "rgb"), "even", 0.02, "", most=1.0),
    Row("start-x", "start", ("x_mm",), "normal", 2.0, "mm", least=ANY),
    Row("start-y", "start", ("y_mm",), "normal", 2.0, "mm", least=ANY),
    Row("start-heading", "start", ("heading_deg",), "normal", 1.0, "°", least=ANY),
)
