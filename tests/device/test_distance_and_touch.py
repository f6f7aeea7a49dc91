"""Drivers for distance sensors and a bumper, on the simulated rover, in a world with walls; on both interpreters."""

import math
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from marshrut.simulator.devices.hc_sr04 import STEEPEST_DEG
from marshrut.simulator.scene import load_robot, load_world
from marshrut.simulator.scene.model import Part, Wall
from part_rides import ROVER, PartRide, ride_on_both

HERE = Path(__file__).parent
ARENA = HERE / "worlds" / "arena.toml"
BEGIN = """
from machine import Pin
from time import sleep_ms, sleep_us, ticks_diff, ticks_ms, ticks_us
from rover import Rover
rover = Rover()
"""
LASER = """
from machine import I2C
from vl53l0x import VL53L0X
side = Pin(15, Pin.OUT, value=0)  # both lasers wake up at one address: the other one sleeps
tof = VL53L0X(I2C(0, sda=Pin(21), scl=Pin(17), freq=400000))
"""

Drive = Callable[[str, tuple[str, ...]], PartRide]


@pytest.fixture
def in_arena(node: Path, tmp_path: Path) -> Drive:
    def drive(text: str, drivers: tuple[str, ...] = ()) -> PartRide:
        return ride_on_both(tmp_path, BEGIN + text, "ranging", ARENA, drivers)

    return drive


@pytest.fixture(scope="session")
def parts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Part]:
    path = tmp_path_factory.mktemp("robot") / "robot.toml"
    more = (HERE / "robots" / "ranging.toml").read_text(encoding="utf-8")
    path.write_text(ROVER.read_text(encoding="utf-8") + "\n" + more, encoding="utf-8")
    return {part.id: part for part in load_robot(path).parts}


def true_distance(ride: PartRide, t_us: int, part: Part) -> float | None:
    """By schoolbook trigonometry, from where the robot truly was: what `heard` or `lit` finds."""
    x, y = ride.true("x_um", t_us) / 1000, ride.true("y_um", t_us) / 1000
    heading = math.radians(ride.true("heading_mdeg", t_us) / 1000)
    x += part.x_mm * math.cos(heading) - part.y_mm * math.sin(heading)
    y += part.x_mm * math.sin(heading) + part.y_mm * math.cos(heading)
    walls = [wall for wall in load_world(ARENA).mat.walls if wall.height_mm >= part.z_mm]
    middle = heading + math.radians(part.heading_deg)
    return (heard if part.chip == "hc-sr04" else lit)(walls, x, y, middle, part.z_mm)


def heard(walls: Sequence[Wall], x: float, y: float, middle: float, z: float) -> float | None:
    """The nearest that a fan of rays meets."""
    rays = (shot(walls, x, y, middle + math.radians(15.0 * (i / 500 - 0.5)), STEEPEST_DEG) for i in range(501))
    nearest = min((found[0] for found in rays if found is not None), default=math.inf)
    return nearest if nearest <= 4000.0 else None


def lit(walls: Sequence[Wall], x: float, y: float, middle: float, z: float) -> float | None:
    """The mean over a cone of 25° of rays to all sides, each as strong as what comes back along it: 1 million counts a
    second off a white wall in the whole cone at 1 m, of which a quarter is noticed."""
    half, steps = math.tan(math.radians(12.5)), 60
    rays = [(across / steps * half, up / steps * half) for across in range(-59, 60, 2) for up in range(-59, 60, 2)]
    rays = [(across, up) for across, up in rays if math.hypot(across, up) <= half]
    back = ways = 0.0
    for across in {across for across, _ in rays}:
        hits = shots(walls, x, y, middle + math.atan(across))
        for up in (up for a, up in rays if a == across):
            # The first that is as high as the ray is there, unless the floor is met before.
            hit = next(((way, facing) for way, facing, height in hits if up * way <= height - z), None)
            if hit is not None and -z <= up * hit[0]:
                way, facing = hit
                back += facing / way**2
                ways += facing / way * math.cos(math.atan(across))
    if back * 1e6 / len(rays) < 0.25 * 0.9 or ways / back > 2000.0:
        return None
    return ways / back if back * 1e6 / len(rays) > 0.25 * 1.1 else math.nan  # on the brink it may be either


def shot(walls: Sequence[Wall], x: float, y: float, angle: float, steepest: float) -> tuple[float, float, float] | None:
    """The first wall that a ray meets."""
    nearest = next(iter(shots(walls, x, y, angle)), None)
    return nearest if nearest is not None and nearest[1] >= math.cos(math.radians(steepest)) else None


def shots(walls: Sequence[Wall], x: float, y: float, angle: float) -> list[tuple[float, float, float]]:
    """Of each wall in the way of a ray, the nearest first: the way to it, how much it faces the ray, its height."""
    found = []
    for wall in walls:
        wide_x, wide_y = wall.x1_mm - wall.x0_mm, wall.y1_mm - wall.y0_mm
        length = math.hypot(wide_x, wide_y)
        cosine = (math.cos(angle) * -wide_y + math.sin(angle) * wide_x) / length
        if abs(cosine) < 1e-9:
            continue
        way = ((wall.x0_mm - x) * -wide_y + (wall.y0_mm - y) * wide_x) / length / cosine
        along = (x + way * math.cos(angle) - wall.x0_mm) * wide_x + (y + way * math.sin(angle) - wall.y0_mm) * wide_y
        if way >= 0 and 0 <= along <= length * length:
            found.append((way, abs(cosine), wall.height_mm))
    return sorted(found)


def number(word: str) -> float | None:
    return None if word == "None" else float(word)


def test_distances_all_around(in_arena: Drive, parts: dict[str, Part]) -> None:
    """True to 1 cm at every heading and distance; None exactly where nothing answers."""
    ride = in_arena(
        LASER
        + """
from hcsr04 import HCSR04
sonar = HCSR04(5, 12)
for turn, way in ((0, 0), (0, 450), (25, 0), (25, -300), (30, 0), (40, 0), (30, 250), (70, 0), (55, 0), (40, 100)):
    rover.drive.turn(turn)
    rover.drive.straight(way)
    sleep_ms(300)
    print("at", sonar.distance_mm(), tof.range_mm())
    sleep_ms(60)
""",
        ("hcsr04", "vl53l0x"),
    )
    readings = ride.said("at")
    assert len(readings) == 10
    told: dict[str, list[float | None]] = {"sonar": [], "tof": []}
    for t_us, words in readings:
        for name, word in zip(("sonar", "tof"), words, strict=True):
            true, read = true_distance(ride, t_us, parts[name]), number(word)
            told[name].append(read)
            if true is not None and math.isnan(true):
                continue
            if true is None or read is None:
                assert read == true, f"{name} at {t_us} µs"
            else:
                # Of light there is little from far away, and the laser is noisy then.
                assert read == pytest.approx(true, abs=10 if name == "sonar" else max(10, 0.015 * true)), (
                    f"{name} at {t_us} µs"
                )
    for name, values in told.items():
        near = [value for value in values if value is not None]
        assert len(near) >= 4 and None in values, name
        assert max(near) > 1.5 * min(near)


@pytest.mark.parametrize("driver", ["hcsr04", "hcsr04_polling"])
def test_ways_to_time_an_echo(in_arena: Drive, parts: dict[str, Part], driver: str) -> None:
    ride = in_arena(
        f"""
from {driver} import HCSR04
sonar = HCSR04(5, 12)
for _ in range(3):
    print("at", "%.1f" % sonar.distance_mm())
    rover.drive.straight(150)
    sleep_ms(200)
rover.drive.turn(-90)
print("at", sonar.distance_mm())
""",
        (driver,),
    )
    *near, (_, nothing) = ride.said("at")
    for t_us, (word,) in near:
        assert float(word) == pytest.approx(true_distance(ride, t_us, parts["sonar"]), abs=10)
    assert len(near) == 3 and nothing == ["None"]


def test_echoes_by_interrupt_while_driving(in_arena: Drive, parts: dict[str, Part]) -> None:
    ride = in_arena(
        """
from hcsr04_irq import HCSR04
sonar = HCSR04(5, 12)
rover.drive.drive(150)
for _ in range(8):
    sonar.start()
    print("began")
    sleep_ms(60)
    print("at", "%.1f" % sonar.distance_mm())
rover.drive.stop()
sonar.echo.irq(None)
""",
        ("hcsr04_irq",),
    )
    assert len(ride.said("at")) == 8
    for (t_us, _), (_, (word,)) in zip(ride.said("began"), ride.said("at"), strict=True):
        assert float(word) == pytest.approx(true_distance(ride, t_us, parts["sonar"]), abs=10)


def test_two_lasers_on_one_bus(in_arena: Drive, parts: dict[str, Part]) -> None:
    """One sleeps while the other is given a new address."""
    ride = in_arena(
        """
from machine import I2C
from vl53l0x import VL53L0X
ahead, side = Pin(16, Pin.OUT, value=0), Pin(15, Pin.OUT, value=0)
bus = I2C(0, sda=Pin(21), scl=Pin(17), freq=400000)
print("scan", *bus.scan())
ahead.on()
sleep_ms(2)
first = VL53L0X(bus)
first.set_address(0x30)
side.on()
sleep_ms(2)
second = VL53L0X(bus)
print("scan", *bus.scan())
print("spads", first.spads, second.spads)
for laser in (first, second):
    laser.start()
rover.drive.turn(90, wait=False)
for _ in range(6):
    sleep_ms(250)
    print("at", first.range_mm(), second.range_mm())
for laser in (first, second):
    laser.stop()
""",
        ("vl53l0x",),
    )
    assert [words for _, words in ride.said("scan")] == [[], ["41", "48"]]
    (_, spads), *_ = ride.said("spads")
    assert spads == ["5", "5"]
    t_us, words = ride.said("at")[-1]  # it stands again
    for name, word in zip(("tof", "side-tof"), words, strict=True):
        true = true_distance(ride, t_us, parts[name])
        assert (number(word) is None) == (true is None)
        assert true is None or float(word) == pytest.approx(true, abs=10)


def test_a_laser_that_calls_when_it_is_done(in_arena: Drive, parts: dict[str, Part]) -> None:
    """GPIO1 pulls down with each sample of a timed series; the budget says how long a sample takes."""
    ride = in_arena(
        LASER
        + """
done = []
ready = Pin(33, Pin.IN, Pin.PULL_UP)
ready.irq(lambda pin: done.append(ticks_ms()), Pin.IRQ_FALLING)
tof.set_timing_budget_us(60000)
begin = ticks_ms()
tof.start(100)
while len(done) < 5:
    sleep_ms(1)
    if not ready.value():
        print("at", tof.range_mm())
tof.stop()
ready.irq(None)
print("first", ticks_diff(done[0], begin))
print("apart", *(ticks_diff(b, a) for a, b in zip(done, done[1:])))
""",
        ("vl53l0x",),
    )
    readings = ride.said("at")
    assert len(readings) in (4, 5)
    for t_us, (word,) in readings:
        assert float(word) == pytest.approx(true_distance(ride, t_us, parts["tof"]), abs=10)
    assert 58 <= int(ride.said("first")[0][1][0]) <= 66
    assert all(98 <= int(word) <= 102 for word in ride.said("apart")[0][1])


STOP = """
rover.drive.drive(200)
while True:
    distance = {read}
    if distance is not None and distance < 200 + 25:
        break
    sleep_ms({pause})
rover.drive.stop()
sleep_ms(300)
"""


@pytest.mark.parametrize(
    ("sensor", "setup", "read", "pause", "drivers"),
    [
        ("sonar", "from hcsr04 import HCSR04\nsonar = HCSR04(5, 12)\n", "sonar.distance_mm()", 40, ("hcsr04",)),
        ("tof", LASER + "tof.start()\n", "tof.range_mm()", 1, ("vl53l0x",)),
    ],
)
def test_a_robot_that_stops_before_a_wall(
    in_arena: Drive, parts: dict[str, Part], sensor: str, setup: str, read: str, pause: int, drivers: tuple[str, ...]
) -> None:
    ride = in_arena(setup + STOP.format(read=read, pause=pause) + 'print("stands")\n', drivers)
    (t_us, _), *_ = ride.said("stands")
    assert true_distance(ride, t_us, parts[sensor]) == pytest.approx(200, abs=25)
    assert abs(ride.true("v_um_s", t_us)) < 1000


def test_a_robot_that_bumps_and_backs_off(in_arena: Drive) -> None:
    """By polling the first time, by interrupt the second; each bump is heard once though its contacts bounce."""
    ride = in_arena(
        """
bumper = Pin(13, Pin.IN, Pin.PULL_UP)
bumps = []

def bumped(pin):
    if not bumps or ticks_diff(ticks_ms(), bumps[-1]) > 50:
        bumps.append(ticks_ms())

rover.drive.turn(20)
rover.drive.drive(200)
while bumper.value():
    sleep_ms(5)
rover.drive.stop()
print("bump", bumper.value())
rover.drive.straight(-150)
print("back", bumper.value())
bumper.irq(bumped, Pin.IRQ_FALLING)
rover.drive.drive(300)
while not bumps:
    sleep_ms(5)
rover.drive.stop()
print("bump", bumper.value())
print("heard", len(bumps))  # letting go bounces as well
rover.drive.straight(-100)
print("back", bumper.value())
bumper.irq(None)
""",
        (),
    )
    assert [words for _, words in ride.said("bump")] == [["0"], ["0"]]
    assert [words for _, words in ride.said("back")] == [["1"], ["1"]]
    assert [words for _, words in ride.said("heard")] == [["1"]]
    reach = 93 * math.cos(math.radians(20)) + 50 * math.sin(math.radians(20))  # the bumper's corner
    for t_us, _ in ride.said("bump"):
        assert 2700 - reach - 3 < ride.true("x_um", t_us) / 1000 < 2700 - reach + 10
    shown = [text for _, _, part, text in ride.trace.displays if part == "bumper"]
    assert shown == ["pressed", "", "pressed", ""]


def test_the_short_trigger_of_well_known_lessons_is_heard(in_arena: Drive, parts: dict[str, Part]) -> None:
    """They sleep 5 µs between two calls of the pin; with the calls the pulse is longer than the 10 µs that it takes."""
    ride = in_arena(
        """
import utime
trigger, echo = Pin(5, Pin.OUT), Pin(12, Pin.IN)
for reading in range(3):
    trigger(0)
    utime.sleep_us(2)
    trigger(1)
    utime.sleep_us(5)
    trigger(0)
    while echo.value() == 0:
        signal_off = utime.ticks_us()
    while echo.value() == 1:
        signal_on = utime.ticks_us()
    print("at", (signal_on - signal_off) * 343 // 2000)
    sleep_ms(60)
"""
    )
    readings = ride.said("at")
    assert len(readings) == 3
    for t_us, words in readings:
        assert number(words[0]) == pytest.approx(true_distance(ride, t_us, parts["sonar"]), abs=15)


def test_an_echo_that_a_loop_times_is_as_long_as_it_is(in_arena: Drive, parts: dict[str, Part]) -> None:
    """The loop does nothing but look, over more than a step of the world: what it has read of the clock is of its last
    turns, however many have been skipped."""
    ride = in_arena(
        """
rover.drive.turn(90)
rover.drive.straight(-550)
trigger, echo = Pin(5, Pin.OUT, value=0), Pin(12, Pin.IN)
for reading in range(6):
    sleep_ms(60 + reading)
    trigger(1)
    sleep_us(10)
    trigger(0)
    while echo.value() == 0:
        begun = ticks_us()
    while echo.value() == 1:
        ended = ticks_us()
    print("at", ticks_diff(ended, begun) * 343 // 2000)
""",
        (),
    )
    readings = ride.said("at")
    assert len(readings) == 6
    for t_us, words in readings:
        distance = true_distance(ride, t_us, parts["sonar"])
        assert distance is not None and distance > 1400
        assert number(words[0]) == pytest.approx(distance, abs=15)
