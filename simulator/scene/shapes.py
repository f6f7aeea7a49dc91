"""The shape of world and robot files: which keys there are, of which type, within which limits."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

# Limits far beyond any school robot or mat, so that no figure makes arithmetic overflow or a map of the mat too big.
Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Coordinate = Annotated[float, Field(ge=-20_000, le=20_000, allow_inf_nan=False)]
Length = Annotated[float, Field(ge=0.1, le=20_000, allow_inf_nan=False)]
MatSize = Annotated[float, Field(ge=10, le=20_000, allow_inf_nan=False)]
LineWidth = Annotated[float, Field(ge=1, le=500, allow_inf_nan=False)]
Angle = Annotated[float, Field(ge=-3600, le=3600, allow_inf_nan=False)]
Corner = tuple[Coordinate, Coordinate]
Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$", max_length=40)]

OnRobot = Annotated[float, Field(ge=-1000, le=1000, allow_inf_nan=False)]  # mm
RobotCorner = tuple[OnRobot, OnRobot]
Ohm = Annotated[float, Field(ge=0.05, le=1000, allow_inf_nan=False)]
MilliHenry = Annotated[float, Field(ge=0.001, le=1000, allow_inf_nan=False)]
BackEmf = Annotated[float, Field(ge=0.00001, le=10, allow_inf_nan=False)]
GearRatio = Annotated[float, Field(ge=0.1, le=10_000, allow_inf_nan=False)]
Efficiency = Annotated[float, Field(ge=0.05, le=1, allow_inf_nan=False)]
RotorInertia = Annotated[float, Field(ge=0.0001, le=10_000, allow_inf_nan=False)]
WheelInertia = Annotated[float, Field(ge=0, le=100_000, allow_inf_nan=False)]
FrictionTorque = Annotated[float, Field(ge=0, le=10_000, allow_inf_nan=False)]
WheelDiameter = Annotated[float, Field(ge=5, le=500, allow_inf_nan=False)]
CountsPerTurn = Annotated[int, Field(ge=4, le=100_000)]
Footprint = Annotated[float, Field(ge=0.5, le=50, allow_inf_nan=False)]
AdcVolts = Annotated[float, Field(ge=0, le=3.3, allow_inf_nan=False)]
NoiseMillivolts = Annotated[float, Field(ge=0, le=1000, allow_inf_nan=False)]
PinNumber = Annotated[int, Field(ge=0, le=99)]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class TitleTable(_Table):
    en: str
    ru: str
    kk: str


class MatTable(_Table):
    width_mm: MatSize
    height_mm: MatSize
    reflectance: Share


class StartTable(_Table):
    id: Identifier
    x_mm: Coordinate
    y_mm: Coordinate
    heading_deg: Angle


class SegmentTable(_Table):
    straight_mm: Length | None = None
    arc_deg: Angle | None = None
    radius_mm: Length | None = None


class _Painted(_Table):
    id: Identifier
    reflectance: Share


class StripeTable(_Painted):
    width_mm: LineWidth
    closed: bool = False
    x_mm: Coordinate
    y_mm: Coordinate
    heading_deg: Angle
    segments: Annotated[tuple[SegmentTable, ...], Field(min_length=1, max_length=1000)]
    min_radius_mm: Length | None = None
    min_gap_mm: Length | None = None


class PolylineTable(_Painted):
    width_mm: LineWidth
    closed: bool = False
    points_mm: Annotated[tuple[Corner, ...], Field(min_length=2, max_length=1000)]


class ArcTable(_Painted):
    width_mm: LineWidth
    x_mm: Coordinate
    y_mm: Coordinate
    radius_mm: Length
    start_deg: Angle
    sweep_deg: Annotated[float, Field(ge=-360, le=360, allow_inf_nan=False)]


class PolygonTable(_Painted):
    points_mm: Annotated[tuple[Corner, ...], Field(min_length=3, max_length=1000)]


class WorldShape(_Table):
    id: Identifier
    title: TitleTable
    mat: MatTable
    start: Annotated[tuple[StartTable, ...], Field(min_length=1)]
    stripe: tuple[StripeTable, ...] = ()
    polyline: tuple[PolylineTable, ...] = ()
    arc: tuple[ArcTable, ...] = ()
    polygon: tuple[PolygonTable, ...] = ()


class ChassisTable(_Table):
    outline_mm: Annotated[tuple[RobotCorner, ...], Field(min_length=3, max_length=100)]
    mass_g: Annotated[float, Field(ge=1, le=100_000, allow_inf_nan=False)]
    inertia_kg_cm2: Annotated[float, Field(ge=0.001, le=1_000_000, allow_inf_nan=False)]
    grip: Annotated[float, Field(ge=0.01, le=10, allow_inf_nan=False)]
    wheel_load: Annotated[float, Field(ge=0.05, le=1, allow_inf_nan=False)]
    rolling_mn: Annotated[float, Field(ge=0, le=100_000, allow_inf_nan=False)]


class _MotorKeys(_Table):
    driver: Literal["drv8833"]
    resistance_ohm: Ohm
    inductance_mh: MilliHenry
    back_emf_v_per_rad_s: BackEmf
    gear_ratio: GearRatio
    gear_efficiency: Efficiency
    rotor_inertia_g_cm2: RotorInertia
    wheel_inertia_g_cm2: WheelInertia
    friction_mnm: FrictionTorque
    static_friction_mnm: FrictionTorque
    wheel_diameter_mm: WheelDiameter
    wheel_x_mm: OnRobot
    counts_per_turn: CountsPerTurn
    reversed: bool


class SideTable(_Table):
    """One side: its place and pins, and what it does not share with the other side."""

    wheel_y_mm: OnRobot
    pin_in1: PinNumber
    pin_in2: PinNumber
    encoder_a: PinNumber
    encoder_b: PinNumber
    resistance_ohm: Ohm | None = None
    inductance_mh: MilliHenry | None = None
    back_emf_v_per_rad_s: BackEmf | None = None
    gear_ratio: GearRatio | None = None
    gear_efficiency: Efficiency | None = None
    rotor_inertia_g_cm2: RotorInertia | None = None
    wheel_inertia_g_cm2: WheelInertia | None = None
    friction_mnm: FrictionTorque | None = None
    static_friction_mnm: FrictionTorque | None = None
    wheel_diameter_mm: WheelDiameter | None = None
    wheel_x_mm: OnRobot | None = None
    counts_per_turn: CountsPerTurn | None = None
    reversed: bool | None = None


class MotorsTable(_MotorKeys):
    """Keys for both motors, and a table for each."""

    left: SideTable
    right: SideTable


class _SensorKeys(_Table):
    x_mm: OnRobot
    footprint_mm: Footprint
    white_v: AdcVolts
    black_v: AdcVolts
    noise_mv: NoiseMillivolts


class SensorTable(_Table):
    """One reflectance sensor: its place and pin, and what it does not share with the others."""

    id: Identifier
    y_mm: OnRobot
    pin: PinNumber
    x_mm: OnRobot | None = None
    footprint_mm: Footprint | None = None
    white_v: AdcVolts | None = None
    black_v: AdcVolts | None = None
    noise_mv: NoiseMillivolts | None = None


class ReflectanceTable(_SensorKeys):
    """Keys for all reflectance sensors, and a table for each."""

    sensor: Annotated[tuple[SensorTable, ...], Field(min_length=1)]


class BatteryTable(_Table):
    open_circuit_v: Annotated[float, Field(ge=0.5, le=60, allow_inf_nan=False)]
    resistance_ohm: Annotated[float, Field(ge=0, le=10, allow_inf_nan=False)]
    capacity_mah: Annotated[float, Field(ge=1, le=1_000_000, allow_inf_nan=False)]
    idle_ma: Annotated[float, Field(ge=0, le=100_000, allow_inf_nan=False)]


class ButtonTable(_Table):
    id: Identifier
    pin: PinNumber
    active_low: bool
    bounce_ms: Annotated[float, Field(ge=0, le=50, allow_inf_nan=False)]


class LedTable(_Table):
    id: Identifier
    pin: PinNumber
    x_mm: OnRobot
    y_mm: OnRobot


class RobotShape(_Table):
    id: Identifier
    board: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
    chassis: ChassisTable
    motors: MotorsTable
    reflectance: ReflectanceTable | None = None
    battery: BatteryTable
    button: tuple[ButtonTable, ...] = ()
    led: tuple[LedTable, ...] = ()
