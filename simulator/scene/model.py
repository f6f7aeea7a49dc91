"""What is true before t = 0: the mat, the robot that stands on it, and where. Lengths in mm, angles in degrees.

A world file and a robot file give the nominal scene; a seed turns it into one physical scene (see `variation`). The
judge, pictures and replays read the nominal geometry; only the world reads the physical one. Axes: x to the right,
y up, heading counter-clockwise from +x.
"""

from dataclasses import dataclass

from ..toml_file import FileProblem

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Line:
    """A straight piece of a path."""

    x0: float
    y0: float
    x1: float
    y1: float
    length: float


@dataclass(frozen=True, slots=True)
class Arc:
    """A piece of a circle, from `start_deg` as the centre sees it, over `sweep_deg` (counter-clockwise positive)."""

    cx: float
    cy: float
    radius: float
    start_deg: float
    sweep_deg: float
    length: float


Piece = Line | Arc


@dataclass(frozen=True, slots=True)
class Stripe:
    """A painted line of one width along consecutive pieces; `closed` when its end meets its start.

    Of everything painted `reflectance` is what line sensors see, `rgb` the shares of red, green and blue light that it
    throws back: empty where it is grey.
    """

    id: str
    width_mm: float
    reflectance: float
    closed: bool
    pieces: tuple[Piece, ...]
    rgb: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Polygon:
    """A painted area; corners in order, either way round. What is below shows through its holes, which have corners
    too: a point is painted where an odd number of all these outlines go round it."""

    id: str
    reflectance: float
    points: tuple[Point, ...]
    rgb: tuple[float, ...] = ()
    holes: tuple[tuple[Point, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Image:
    """A printed picture of square dots; x and y are its lower left corner.

    `dots` are numbers of colours, row by row from the top, packed as `rasters` does it; a CLEAR one shows what is
    below. Of each colour `reflectance` has one share and `rgb` three.
    """

    id: str
    x_mm: float
    y_mm: float
    mm_per_px: float
    columns: int
    rows: int
    dots: str
    reflectance: tuple[float, ...]
    rgb: tuple[float, ...]


Surface = Stripe | Polygon | Image


@dataclass(frozen=True, slots=True)
class Start:
    """Where the middle of the robot's axle stands at t = 0."""

    id: str
    x_mm: float
    y_mm: float
    heading_deg: float


@dataclass(frozen=True, slots=True)
class Wall:
    """A straight, thin wall; what looks higher than its top looks over it."""

    id: str
    x0_mm: float
    y0_mm: float
    x1_mm: float
    y1_mm: float
    height_mm: float


@dataclass(frozen=True, slots=True)
class Light:
    """Ambient light on an area of the floor, a lamp's or the sun's; corners in order, either way round.

    Line sensors see it on top of what their own lamps get back: `share` of what they see over full white.
    """

    id: str
    share: float
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Object:
    """A thing that stands on the mat: a `pin` (it may topple), a `ball`, a `box`, or a `post`, which nothing moves.

    Of what is round, length and width are both its diameter.
    """

    id: str
    kind: str
    x_mm: float  # of its middle
    y_mm: float
    heading_deg: float
    length_mm: float  # along its heading
    width_mm: float
    height_mm: float
    mass_g: float  # 0 of a post
    friction: float  # friction coefficient on the mat; of a ball, its resistance to rolling
    reflectance: float
    rgb: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Zone:
    """An area that rules speak of; nothing shows it. Corners in order, either way round."""

    id: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Ramp:
    """An area of the floor that rises towards `uphill_deg`. Seen from above, as all of the mat is."""

    id: str
    points: tuple[Point, ...]
    uphill_deg: float
    slope_deg: float


@dataclass(frozen=True, slots=True)
class Mat:
    """The floor: from (0, 0) to (width, height). Surfaces are painted in order, the last one on top."""

    width_mm: float
    height_mm: float
    reflectance: float
    surfaces: tuple[Surface, ...]
    starts: tuple[Start, ...]
    walls: tuple[Wall, ...] = ()
    rgb: tuple[float, ...] = ()
    lights: tuple[Light, ...] = ()
    objects: tuple[Object, ...] = ()
    zones: tuple[Zone, ...] = ()
    ramps: tuple[Ramp, ...] = ()


@dataclass(frozen=True, slots=True)
class RobotFault:
    """Something on the robot that is broken, from that time on; which kinds there are, see `fault_shapes`.

    `value`: volts of a weak battery, how many times noisier a noisy ADC is, 1 for a contact stuck closed and 0 for one
    that stays open; 0 for all else.
    """

    kind: str
    device: str = ""  # the robot file's name for it; `left` and `right` are motors, `left-encoder` is an encoder
    at_ms: int = 0
    value: float = 0.0


@dataclass(frozen=True, slots=True)
class WorldFile:
    """What a world file says: a mat under a name, its title by language, and what it breaks on the robot.

    `notes` are what its author should know although it can be used: what of a drawing could not be carried over.
    `bumps` are the names of its speed bumps: the last ramps of the mat are their sides, two of each.
    """

    id: str
    title: tuple[tuple[str, str], ...]
    mat: Mat
    faults: tuple[RobotFault, ...] = ()
    notes: tuple[FileProblem, ...] = ()
    bumps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Motor:
    """A DC gear motor with its wheel and quadrature encoder; figures at the gearbox's output shaft where it matters."""

    id: str
    resistance_ohm: float
    inductance_mh: float
    back_emf_v_per_rad_s: float  # at the rotor; the torque constant in N·m/A is the same number
    gear_ratio: float
    gear_efficiency: float
    rotor_inertia_g_cm2: float
    wheel_inertia_g_cm2: float
    friction_mnm: float  # kinetic, at the output shaft
    static_friction_mnm: float  # to start turning, at the output shaft
    wheel_diameter_mm: float
    wheel_x_mm: float
    wheel_y_mm: float
    counts_per_turn: int  # of the output shaft, all four edges
    driver: str  # chip
    pin_in1: int
    pin_in2: int
    encoder_a: int
    encoder_b: int
    reversed: bool  # mounted so that IN1 high drives the robot backward
    pin_pwm: int | None = None  # PWM of the TB6612, enable of the L298; None where it is tied high
    pin_standby: int | None = None  # low opens the bridge; None where it is tied high
    backlash_deg: float = 0.0  # play of the gearbox, at the output shaft; the encoder sits before it


@dataclass(frozen=True, slots=True)
class Reflectance:
    """A downward reflectance sensor on an ADC pin; a dark floor reads high.

    Where its height is told, footprint and voltages are those at `best_height_mm`, at which it gets most light back.
    """

    id: str
    x_mm: float
    y_mm: float
    footprint_mm: float  # diameter of the spot it sees
    white_v: float  # over a floor that throws all light back (reflectance 1)
    black_v: float  # over a floor that throws none back (reflectance 0)
    noise_mv: float
    pin: int
    height_mm: float | None = None  # above the mat
    best_height_mm: float = 2.5


@dataclass(frozen=True, slots=True)
class Battery:
    open_circuit_v: float
    resistance_ohm: float
    capacity_mah: float
    idle_ma: float
    brown_out_v: float  # below this the board's regulator no longer holds and the board resets


@dataclass(frozen=True, slots=True)
class Button:
    id: str
    pin: int
    active_low: bool
    bounce_ms: float


@dataclass(frozen=True, slots=True)
class Led:
    id: str
    pin: int
    x_mm: float
    y_mm: float


BUMPER_TRAVEL_MM = 10.0  # of a bump switch, from its face inward


@dataclass(frozen=True, slots=True)
class Part:
    """A chip on the robot, or a part wired like one: what is not a motor, a line sensor, a button or a lamp.

    Its place is x forward, y left, z up from the floor under the axle's middle; it looks along its heading. `figures`
    are what the chip's table in the robot file says beside that (see `part_shapes`).
    """

    id: str
    chip: str
    pins: tuple[tuple[str, int], ...]  # the chip's name of the line, and the board's pin
    x_mm: float
    y_mm: float
    z_mm: float
    heading_deg: float
    figures: tuple[tuple[str, float], ...]

    def pin(self, line: str) -> int:
        """The board's pin on that line; KeyError where nothing is connected."""
        return dict(self.pins)[line]

    def figure(self, name: str) -> float:
        return dict(self.figures)[name]


@dataclass(frozen=True, slots=True)
class Wire:
    """A jumper wire between two pins of the board."""

    pin: int
    other: int


@dataclass(frozen=True, slots=True)
class Gripper:
    """Fingers that a servo opens and closes; they hold an object whose middle is in their area (corners on the robot,
    mm) as soon as they have closed on its width."""

    servo: str
    area: tuple[Point, ...]
    opening_mm: float  # between the fingers when they are open
    open_deg: float  # the servo's angles
    closed_deg: float


@dataclass(frozen=True, slots=True)
class Robot:
    """A differential-drive robot; x forward and y left of the middle of its axle."""

    id: str
    board: str
    outline: tuple[Point, ...]
    mass_g: float
    inertia_kg_cm2: float  # about the vertical through the axle's middle
    grip: float  # friction coefficient between tyre and mat
    wheel_load: float  # share of the weight on the two driven wheels
    rolling_mn: float  # rolling and caster friction force, mN
    left: Motor
    right: Motor
    reflectance: tuple[Reflectance, ...]
    battery: Battery
    buttons: tuple[Button, ...]
    leds: tuple[Led, ...]
    parts: tuple[Part, ...] = ()
    wires: tuple[Wire, ...] = ()
    gripper: Gripper | None = None
    touch_height_mm: float = 20.0  # at which its body pushes what it meets
    grip_across: float = 0.0  # of the tyres sideways; 0 where it is the same as along
    faults: tuple[RobotFault, ...] = ()  # those that its file names; empty in a scene, which has all of them together


@dataclass(frozen=True, slots=True)
class Press:
    """Somebody presses a button: a thing that happens to the robot during the run."""

    button: str
    at_ms: int
    for_ms: int


@dataclass(frozen=True, slots=True)
class Scene:
    """One mat, one robot and its start: nominal, or made physical by a seed."""

    mat: Mat
    robot: Robot
    start: Start
    presses: tuple[Press, ...]
    faults: tuple[RobotFault, ...] = ()  # the robot file's, the world file's, and those asked for
