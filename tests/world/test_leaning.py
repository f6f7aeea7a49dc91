"""How a robot leans on a slope, and what its inertial chip feels of that while it drives over one."""

import cmath
import math
import struct
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marshrut.simulator.scene import load_robot
from marshrut.simulator.scene.model import Mat, Part, Ramp, Scene, Start, Wall
from marshrut.simulator.world import World
from marshrut.simulator.world.drive import State, at_rest
from marshrut.simulator.world.leaning import Leaning
from marshrut.simulator.world.past import Past
from marshrut.simulator.world.surroundings import Sensed

ROVER = load_robot(Path(__file__).resolve().parents[2] / "curriculum" / "robots" / "esp32-rover.toml")
CASTER_MM = max(abs(x) for x, _ in ROVER.outline)
FIGURES = (
    ("address", 104.0), ("gyro_bias_deg_s", 0.0), ("gyro_noise_deg_s", 0.0), ("accel_bias_mg", 0.0),
    ("accel_noise_mg", 0.0), ("temperature_c", 27.0), ("gyro_scale_percent", 0.0), ("accel_scale_percent", 0.0),
    ("cross_axis_percent", 0.0), ("gyro_drift_deg_s_c", 0.0), ("warming_c", 0.0),
)  # fmt: skip


def ramp(x0: float, x1: float, slope: float, uphill: float = 0.0) -> Ramp:
    return Ramp("ramp", ((x0, -2000.0), (x1, -2000.0), (x1, 4000.0), (x0, 4000.0)), uphill, slope)


def height(x: float, ramps: tuple[Ramp, ...]) -> float:
    """Of the floor, along x, with ramps that rise along x or against it."""
    total = 0.0
    for one in ramps:
        x0, x1 = one.points[0][0], one.points[1][0]
        way = min(max(x - x0, 0.0), x1 - x0)
        total += way * math.sin(math.radians(one.slope_deg)) * (1 if one.uphill_deg == 0.0 else -1)
    return total


@given(st.floats(-300, 1300), st.sampled_from([0.0, 180.0]))
def test_it_leans_as_the_floor_under_axle_and_caster_does(x: float, heading: float) -> None:
    """The difference of the heights under both, over the way between: on a ramp, on its edge, over a bump's crest."""
    ramps = (ramp(0, 400, 10.0), ramp(400, 700, 15.0, 180.0), ramp(900, 940, 20.0))
    lean = Leaning(ramps, ROVER).at(at_rest(ROVER, x, 0.0, heading))
    ahead = x + CASTER_MM * (1 if heading == 0.0 else -1)
    assert lean[0] == pytest.approx((height(ahead, ramps) - height(x, ramps)) / CASTER_MM, abs=1e-6)
    assert lean[1] == pytest.approx(0.0, abs=1e-9)


def test_across_a_slope_one_side_is_up() -> None:
    leaning = Leaning((ramp(0, 1000, 12.0),), ROVER)
    nose, left = leaning.at(at_rest(ROVER, 500.0, 0.0, -90.0))  # its left side is towards +x
    assert (nose, left) == (pytest.approx(0.0, abs=1e-9), pytest.approx(math.sin(math.radians(12.0))))
    half = leaning.at(at_rest(ROVER, 0.0, 0.0, -90.0))  # one wheel on the ramp, one before it
    assert half[1] == pytest.approx(math.sin(math.radians(12.0)) / 2, abs=1e-6)
    assert leaning.at(at_rest(ROVER, 2000.0, 0.0, 30.0)) == (0.0, 0.0)


def test_a_chip_away_from_the_middle_feels_what_its_own_place_does() -> None:
    """Against the speed of that place on the mat, from a robot that turns, speeds up and slides, differentiated."""
    h, place, still = 0.005, (0.08, -0.03), at_rest(ROVER, 0.0, 0.0, 0.0)
    left_y, right_y = ROVER.left.wheel_y_mm / 1000, ROVER.right.wheel_y_mm / 1000

    def motion(t: float) -> tuple[float, float, float]:
        return 0.4 + 0.9 * t, -0.1 + 1.1 * t, 3.0 + 20.0 * t  # forward, to the left, turn rate

    def state(t: float) -> State:
        forward, aside, omega = motion(t)
        floor = forward - omega * left_y, forward - omega * right_y
        return (*still[:5], *floor, *floor, aside, *still[10:])

    def speed(t: float) -> complex:
        """On the mat, x and y as a complex number; at t = 0 the robot looks along x."""
        forward, aside, omega = motion(t)
        return cmath.exp(1j * (3.0 * t + 10.0 * t * t)) * complex(forward - omega * place[1], aside + omega * place[0])

    scene = Scene(Mat(2000.0, 1000.0, 0.85, (), ()), ROVER, Start("start", 0.0, 0.0, 0.0), ())
    step = 5000, state(-h), state(0.0), None
    sensed = Sensed(scene, lambda: iter([step]), Past(state(-h), 5000), h)
    gain = (speed(1e-5) - speed(-1e-5)) / 2e-5 * 1000
    assert sensed.acceleration_mm_s2(80.0, -30.0) == pytest.approx((gain.real, gain.imag), rel=1e-6)


def i2c(world: World, data: bytes, reads: int = 0) -> bytes:
    payload = struct.pack("<BBBBBHH", 0, 21, 16, 104, 1, len(data), reads) + data
    return world.transfer(payload, 100 + reads, world.t_us).data


def read(world: World) -> tuple[float, ...]:
    """Forces in g and rates in °/s, from the chip's registers."""
    data = i2c(world, b"\x3b", 14)
    words = [int.from_bytes(data[i : i + 2], "big", signed=True) for i in range(0, 14, 2)]
    return (*(word / 16384 for word in words[:3]), *(word / 131 for word in words[4:]))


def with_imu(*walls: Wall, ramps: tuple[Ramp, ...] = ()) -> World:
    """The robot stands before them with both motors on."""
    imu = Part("imu", "mpu6050", (("sda", 21), ("scl", 16)), 0.0, 0.0, 40.0, 0.0, FIGURES)
    start = Start("start", 300.0, 500.0, 0.0)
    mat = Mat(2000.0, 1000.0, 0.85, (), (start,), walls, ramps=ramps)
    world = World(Scene(mat, replace(ROVER, parts=(imu,)), start, ()), 7)
    i2c(world, b"\x6b\x00")
    i2c(world, b"\x1a\x01")
    for pin in (25, 27):
        world.set_pin(pin, 45_000, 0)
    return world


def test_driving_up_a_ramp_is_felt_as_pitching_and_then_as_gravity() -> None:
    """The nose goes up while the caster is on the ramp and the axle is not: the rates add up to the slope."""
    world = with_imu(ramps=(ramp(600, 1400, 8.0),))
    turned, seen = 0.0, []
    while world.state()[0] / 1000 < 900:
        world.advance(world.t_us + 5000)
        felt = read(world)
        turned -= felt[4] * 0.005
        seen.append((world.state()[0] / 1000, felt))
    assert turned == pytest.approx(8.0, abs=0.3)
    pitching = [x for x, felt in seen if abs(felt[4]) > 1.0]
    assert min(pitching) > 600 - CASTER_MM - 15 and max(pitching) < 615
    steady = [felt for x, felt in seen if x > 800]
    slope = math.sin(math.radians(8.0))
    assert sum(felt[0] for felt in steady) / len(steady) == pytest.approx(slope, abs=0.02)
    assert steady[-1][2] == pytest.approx(math.cos(math.radians(8.0)), abs=0.002)


def test_a_collision_is_felt() -> None:
    """Its body stops within a step or two at a wall: harder than its motors and tyres can speed it up."""
    world = with_imu(Wall("wall", 560.0, 0.0, 560.0, 1000.0, 100.0))
    before = []
    while not world.newly_met():
        world.advance(world.t_us + 5000)
        before.append(read(world)[0])
    felt = [before.pop()]
    for _ in range(3):
        world.advance(world.t_us + 5000)
        felt.append(read(world)[0])
    assert 0.1 < max(before) < 0.8
    assert min(felt) < -1.2
