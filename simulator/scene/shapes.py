"""The shape of world and robot files: which keys there are, of which type, within which limits."""

from typing import Annotated, Literal

from pydantic import Field

from ..texts import Text
from .fault_shapes import FaultTable
from .painted_shapes import (
    ArcTable,
    DiscTable,
    DrawingTable,
    ImageTable,
    LightTable,
    PolygonTable,
    PolylineTable,
    SplineTable,
    StripeTable,
    TextTable,
)
from .part_shapes import PartTable, WireTable
from .quantities import (
    AdcVolts,
    Angle,
    BackEmf,
    Backlash,
    Colour,
    Coordinate,
    Corner,
    CountsPerTurn,
    Efficiency,
    Footprint,
    Friction,
    FrictionTorque,
    GearRatio,
    Identifier,
    Length,
    MatSize,
    MilliHenry,
    NoiseMillivolts,
    ObjectMass,
    ObjectSize,
    Ohm,
    OnRobot,
    PinNumber,
    RobotCorner,
    RotorInertia,
    SensorHeight,
    ServoAngle,
    Share,
    Strict,
    WheelDiameter,
    WheelInertia,
)


class TitleTable(Strict):
    en: Text
    ru: Text
    kk: Text


class MatTable(LightTable):
    width_mm: MatSize
    height_mm: MatSize


class StartTable(Strict):
    id: Identifier
    x_mm: Coordinate
    y_mm: Coordinate
    heading_deg: Angle


class WallTable(Strict):
    """A straight wall with a flat top, as thin as a board."""

    id: Identifier
    from_mm: Corner
    to_mm: Corner
    height_mm: Annotated[float, Field(ge=1, le=2000, allow_inf_nan=False)] = 100.0


class GlareTable(Strict):
    """Ambient light on an area of the floor."""

    id: Identifier
    share: Share
    points_mm: Annotated[tuple[Corner, ...], Field(min_length=3, max_length=100)]


class _ObjectKeys(Strict):
    id: Identifier
    x_mm: Coordinate
    y_mm: Coordinate
    height_mm: Annotated[float, Field(ge=1, le=2000, allow_inf_nan=False)]
    colour: Colour = "#ffffff"


class PostTable(_ObjectKeys):
    """A round post that nothing moves."""

    diameter_mm: ObjectSize


class PinTable(_ObjectKeys):
    """A skittle, a can, a bottle: it stands upright, slides, and topples when it is pushed hard or high."""

    diameter_mm: ObjectSize
    mass_g: ObjectMass
    friction: Friction = 0.4


class BallTable(Strict):
    id: Identifier
    x_mm: Coordinate
    y_mm: Coordinate
    diameter_mm: ObjectSize
    mass_g: ObjectMass
    friction: Friction = 0.02
    colour: Colour = "#ffffff"


class BoxTable(_ObjectKeys):
    """A cube, a brick, a container: a right-angled box that slides."""

    heading_deg: Angle = 0.0
    size_mm: tuple[ObjectSize, ObjectSize]  # along its heading, and across
    mass_g: ObjectMass
    friction: Friction = 0.4


class ZoneTable(Strict):
    """An area that rules speak of: corners, or a circle."""

    id: Identifier
    points_mm: Annotated[tuple[Corner, ...], Field(min_length=3, max_length=1000)] | None = None
    x_mm: Coordinate | None = None
    y_mm: Coordinate | None = None
    diameter_mm: Length | None = None


class RampTable(Strict):
    """An area of the floor that rises evenly."""

    id: Identifier
    points_mm: Annotated[tuple[Corner, ...], Field(min_length=3, max_length=100)]
    uphill_deg: Angle
    slope_deg: Annotated[float, Field(ge=0, le=30, allow_inf_nan=False)]


class BumpTable(Strict):
    """A speed bump across the way: as wide as its middle line is long, up on one side and down on the other."""

    id: Identifier
    from_mm: Corner
    to_mm: Corner
    length_mm: Annotated[float, Field(ge=5, le=1000, allow_inf_nan=False)]  # over the bump, as a robot drives
    height_mm: Annotated[float, Field(ge=0.1, le=100, allow_inf_nan=False)]


class WorldShape(Strict):
    id: Identifier
    title: TitleTable
    mat: MatTable
    start: Annotated[tuple[StartTable, ...], Field(min_length=1)]
    stripe: tuple[StripeTable, ...] = ()
    polyline: tuple[PolylineTable, ...] = ()
    arc: tuple[ArcTable, ...] = ()
    polygon: tuple[PolygonTable, ...] = ()
    wall: Annotated[tuple[WallTable, ...], Field(max_length=1000)] = ()
    light: Annotated[tuple[GlareTable, ...], Field(max_length=100)] = ()
    disc: Annotated[tuple[DiscTable, ...], Field(max_length=1000)] = ()
    spline: Annotated[tuple[SplineTable, ...], Field(max_length=100)] = ()
    text: Annotated[tuple[TextTable, ...], Field(max_length=100)] = ()
    image: Annotated[tuple[ImageTable, ...], Field(max_length=20)] = ()
    drawing: Annotated[tuple[DrawingTable, ...], Field(max_length=20)] = ()
    post: Annotated[tuple[PostTable, ...], Field(max_length=1000)] = ()
    pin: Annotated[tuple[PinTable, ...], Field(max_length=100)] = ()
    ball: Annotated[tuple[BallTable, ...], Field(max_length=100)] = ()
    box: Annotated[tuple[BoxTable, ...], Field(max_length=100)] = ()
    zone: Annotated[tuple[ZoneTable, ...], Field(max_length=1000)] = ()
    ramp: Annotated[tuple[RampTable, ...], Field(max_length=100)] = ()
    bump: Annotated[tuple[BumpTable, ...], Field(max_length=100)] = ()
    fault: Annotated[tuple[FaultTable, ...], Field(max_length=40)] = ()


class ChassisTable(Strict):
    outline_mm: Annotated[tuple[RobotCorner, ...], Field(min_length=3, max_length=100)]
    mass_g: Annotated[float, Field(ge=1, le=100_000, allow_inf_nan=False)]
    inertia_kg_cm2: Annotated[float, Field(ge=0.001, le=1_000_000, allow_inf_nan=False)]
    grip: Annotated[float, Field(ge=0.01, le=10, allow_inf_nan=False)]
    wheel_load: Annotated[float, Field(ge=0.05, le=1, allow_inf_nan=False)]
    rolling_mn: Annotated[float, Field(ge=0, le=100_000, allow_inf_nan=False)]
    touch_height_mm: Annotated[float, Field(ge=1, le=500, allow_inf_nan=False)] = 20.0
    grip_across: Annotated[float, Field(ge=0.01, le=10, allow_inf_nan=False)] | None = None


class _MotorKeys(Strict):
    driver: Literal["drv8833", "l298", "tb6612"]
    pin_standby: PinNumber | None = None
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
    backlash_deg: Backlash = 0.0


class SideTable(Strict):
    """One side: its place and pins, and what it does not share with the other side."""

    wheel_y_mm: OnRobot
    pin_in1: PinNumber
    pin_in2: PinNumber
    pin_pwm: PinNumber | None = None
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
    backlash_deg: Backlash | None = None


class MotorsTable(_MotorKeys):
    """Keys for both motors, and a table for each."""

    left: SideTable
    right: SideTable


class _SensorKeys(Strict):
    x_mm: OnRobot
    footprint_mm: Footprint
    white_v: AdcVolts
    black_v: AdcVolts
    noise_mv: NoiseMillivolts
    height_mm: SensorHeight | None = None
    best_height_mm: SensorHeight = 2.5


class SensorTable(Strict):
    """One reflectance sensor: its place and pin, and what it does not share with the others."""

    id: Identifier
    y_mm: OnRobot
    pin: PinNumber
    x_mm: OnRobot | None = None
    footprint_mm: Footprint | None = None
    white_v: AdcVolts | None = None
    black_v: AdcVolts | None = None
    noise_mv: NoiseMillivolts | None = None
    height_mm: SensorHeight | None = None
    best_height_mm: SensorHeight | None = None


class ReflectanceTable(_SensorKeys):
    """Keys for all reflectance sensors, and a table for each."""

    sensor: Annotated[tuple[SensorTable, ...], Field(min_length=1)]


class BatteryTable(Strict):
    open_circuit_v: Annotated[float, Field(ge=0.5, le=60, allow_inf_nan=False)]
    resistance_ohm: Annotated[float, Field(ge=0, le=10, allow_inf_nan=False)]
    capacity_mah: Annotated[float, Field(ge=1, le=1_000_000, allow_inf_nan=False)]
    idle_ma: Annotated[float, Field(ge=0, le=100_000, allow_inf_nan=False)]
    # The ESP32's detector trips when its 3.3 V rail falls to 2.43 V (ESP32 data sheet, "Brownout Detector"); a linear
    # regulator drops about 1.1 V before that (AMS1117 data sheet, dropout voltage).
    brown_out_v: Annotated[float, Field(ge=0, le=60, allow_inf_nan=False)] = 3.5


class ButtonTable(Strict):
    id: Identifier
    pin: PinNumber
    active_low: bool
    bounce_ms: Annotated[float, Field(ge=0, le=50, allow_inf_nan=False)]


class LedTable(Strict):
    id: Identifier
    pin: PinNumber
    x_mm: OnRobot
    y_mm: OnRobot


class GripperTable(Strict):
    servo: Identifier
    area_mm: Annotated[tuple[RobotCorner, ...], Field(min_length=3, max_length=100)]
    opening_mm: Annotated[float, Field(ge=5, le=500, allow_inf_nan=False)]
    open_deg: ServoAngle
    closed_deg: ServoAngle


class RobotShape(Strict):
    id: Identifier
    board: Annotated[str, Field(max_length=40)]  # one of CHIPS: what is none is told with the nearest of them
    chassis: ChassisTable
    motors: MotorsTable
    reflectance: ReflectanceTable | None = None
    battery: BatteryTable
    button: tuple[ButtonTable, ...] = ()
    led: tuple[LedTable, ...] = ()
    part: Annotated[tuple[PartTable, ...], Field(max_length=40)] = ()
    gripper: GripperTable | None = None
    wire: Annotated[tuple[WireTable, ...], Field(max_length=40)] = ()
    fault: Annotated[tuple[FaultTable, ...], Field(max_length=40)] = ()
