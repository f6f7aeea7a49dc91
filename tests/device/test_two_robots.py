"""Two robots of one run: what each senses of the other, told at its time, alike on both interpreters."""

from collections.abc import Callable
from pathlib import Path

import pytest
from bouts import HERE, BoutRide, together_on_both
from marshrut.simulator.world.lockstep import Lockstep

FACING = HERE / "worlds" / "facing.toml"
BEGIN = """
from machine import Pin
from time import sleep_ms, sleep_us, ticks_us, ticks_diff
from rover import Rover
rover = Rover()
"""
SONAR = BEGIN + "from hcsr04 import HCSR04\nsonar = HCSR04(5, 12)\n"
NOSE_MM, SONAR_MM = 85.0, 80.0  # the outline ends there; the sonar sits there
MM_A_US = 0.3432  # of sound

RideTogether = Callable[..., BoutRide]


@pytest.fixture
def together(node: Path, tmp_path: Path) -> RideTogether:
    def ride(first: str, second: str, drivers: tuple[str, ...] = (), ms: int = 3000) -> BoutRide:
        return together_on_both(tmp_path, (first, second), "ranging", FACING, drivers, ms)

    return ride


def gap_mm(ride: BoutRide, t_us: int) -> float:
    """From one axle to the other."""
    return (ride.of(1).true("x_um", t_us) - ride.of(0).true("x_um", t_us)) / 1000


def test_each_sees_the_other_where_it_is(together: RideTogether) -> None:
    """They take turns, and drive at each other meanwhile."""
    look = "for n in range(8):\n    print('at', sonar.distance_mm())\n    sleep_ms(200)\n"
    first = SONAR + "rover.drive.drive(100, 0)\n" + look + "rover.drive.stop()\n"
    second = SONAR + "rover.drive.drive(60, 0)\nsleep_ms(100)\n" + look + "rover.drive.stop()\n"
    ride = together(first, second, ("hcsr04",))
    for robot in (0, 1):
        readings = ride.of(robot).said("at")
        assert len(readings) == 8
        for t_us, (word,) in readings:
            assert float(word) == pytest.approx(gap_mm(ride, t_us) - SONAR_MM - NOSE_MM, abs=8), (robot, t_us)
    assert gap_mm(ride, 3_000_000) < 800


@pytest.mark.sample(2)
@pytest.mark.parametrize("late_us", [0, 700, 1500])
def test_rangers_that_face_each_other_hear_each_other(together: RideTogether, late_us: int) -> None:
    """Fired together, each hears the other's burst after half of the way of its own echo; fired later than that, the
    first hears its own echo, and the second what the first sent before."""
    fire = (
        "begun = ticks_us()\nwhile ticks_diff(ticks_us(), begun) < {wait}:\n    pass\nprint('at', sonar.pulse_us())\n"
    )
    first, second = SONAR + fire.format(wait=100_000), SONAR + fire.format(wait=100_000 + late_us)
    ride = together(first, second, ("hcsr04",), ms=1000)
    pulses = [float(ride.of(robot).said("at")[0][1][0]) for robot in (0, 1)]
    way = 1000 - 2 * SONAR_MM
    own_us = 2 * (way - NOSE_MM + SONAR_MM) / MM_A_US
    other_us = way / MM_A_US
    assert pulses[0] == pytest.approx(min(own_us, other_us + late_us), abs=60)
    assert pulses[1] == pytest.approx(other_us - late_us, abs=60)


def test_who_waits_for_whom_changes_nothing_that_is_heard(
    together: RideTogether, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Robots that listen say that they put nothing out, so that others need not wait for them: the run is the same
    where they do not say so. At these paces some readings are of the other's sound."""
    pace = "for n in range(25):\n    print('at', sonar.pulse_us())\n    sleep_ms({})\n"
    first = SONAR + pace.format(31)
    second = SONAR + "rover.drive.drive(60, 20)\n" + pace.format(17) + "rover.drive.stop()\n"
    told, kept = [], Lockstep.fall_silent
    monkeypatch.setattr(
        Lockstep, "fall_silent", lambda lockstep, *until: (told.append(until), kept(lockstep, *until))[1]
    )
    ride = together(first, second, ("hcsr04",), ms=4000)
    monkeypatch.setattr(Lockstep, "fall_silent", lambda *_: None)
    careful = together(first, second, ("hcsr04",), ms=4000)
    assert len(told) > 50
    assert sorted(ride.trace.lines) == sorted(careful.trace.lines)


def test_a_switch_that_another_robot_presses_is_noticed_at_once(together: RideTogether) -> None:
    """The first one sleeps until its bumper's interrupt; the second runs into it at a time that nothing foretells."""
    first = (
        BEGIN
        + """
bumper = Pin(13, Pin.IN, Pin.PULL_UP)
def pressed(pin):
    print("pressed")
bumper.irq(pressed, Pin.IRQ_FALLING)
sleep_ms(4000)
bumper.irq(None)
"""
    )
    second = BEGIN + "sleep_ms(333)\nrover.drive.drive(400, 0)\nsleep_ms(2500)\nrover.drive.stop()\n"
    ride = together(first, second, ms=5000)
    t_us = ride.of(0).said("pressed")[0][0]
    shown = [at for at, _, part, text in ride.of(0).trace.displays if (part, text) == ("bumper", "pressed")]
    assert 0 <= shown[0] - t_us <= 20_000
    # The bumper's face stands 93 mm ahead, and the other's body ends at 85.
    assert gap_mm(ride, t_us - 10_000) > 93 + NOSE_MM > gap_mm(ride, t_us) - 1
    met = [at for at, _, kind, _, _ in ride.trace.events if kind == "robot"]
    assert t_us <= min(met) + 5000


@pytest.mark.slow
def test_a_switch_is_noticed_by_a_busy_bus_and_by_polling_at_the_same_time(together: RideTogether) -> None:
    """However the first one waits, it is told of the same press."""
    watched = "from time import ticks_ms\ntold = []\nbumper = Pin(13, Pin.IN, Pin.PULL_UP)\n"
    drives = BEGIN + "sleep_ms(333)\nrover.drive.drive(400, 0)\nsleep_ms(2500)\nrover.drive.stop()\n"
    polls = "sleep_ms(2200)\nwhile bumper.value():\n    sleep_us(100)\nprint('pressed')\nsleep_ms(300)\n"
    polls = BEGIN + watched + polls
    reads = (
        BEGIN
        + watched
        + """
from machine import I2C
bus = I2C(0, sda=Pin(21), scl=Pin(17), freq=100000)
sleep_ms(2200)
bumper.irq(lambda pin: told.append(ticks_us()), Pin.IRQ_FALLING)
while not told:
    bus.readfrom_mem(0x29, 0, 8)
print("pressed", ticks_diff(ticks_us(), told[0]))
bumper.irq(None)
sleep_ms(300)
"""
    )
    times = []
    for waits in (polls, reads):
        t_us, words = together(waits, drives, ms=3400).of(0).said("pressed")[0]
        times.append(t_us - int(words[0]) if words else t_us)
    assert abs(times[0] - times[1]) < 2500


def test_encoder_edges_come_at_their_time_when_another_robot_pushes(together: RideTogether) -> None:
    """The first one's motors coast; its wheels turn only because the second pushes it."""
    first = (
        BEGIN
        + """
edges = []
a = Pin(18, Pin.IN)
a.irq(lambda pin: edges.append(ticks_us()), Pin.IRQ_RISING | Pin.IRQ_FALLING)
sleep_ms(2800)
a.irq(None)
print("edges", len(edges), edges == sorted(edges))
"""
    )
    second = BEGIN + "rover.drive.drive(400, 0)\nsleep_ms(2800)\nrover.drive.stop()\n"
    ride = together(first, second, ms=3500)
    count, in_order = ride.of(0).said("edges")[0][1]
    turned = abs(ride.of(0).true("left_count", 2_800_000))
    assert in_order == "True" and int(count) > 50
    assert int(count) == pytest.approx(turned / 2, rel=0.2)


def test_a_laser_that_is_read_late_tells_where_the_other_was(together: RideTogether) -> None:
    """A measurement looks in its middle, 16 to 50 ms before a read: not at where the other has come meanwhile."""
    first = (
        BEGIN
        + """
from machine import I2C
from vl53l0x import VL53L0X
side = Pin(15, Pin.OUT, value=0)
tof = VL53L0X(I2C(0, sda=Pin(21), scl=Pin(17), freq=400000))
tof.start()
sleep_ms(900)
for n in range(7):
    sleep_ms(100)
    print("at", tof.range_mm())
tof.stop()
"""
    )
    second = BEGIN + "rover.drive.drive(400, 0)\nsleep_ms(1700)\nrover.drive.stop()\n"
    ride = together(first, second, ("vl53l0x",), ms=2000)
    readings = [(t_us, float(word)) for t_us, (word,) in ride.of(0).said("at") if word != "None"]
    assert len(readings) >= 4
    for t_us, told in readings:
        late, early = (gap_mm(ride, t_us - ago) - 82.0 - NOSE_MM for ago in (10_000, 60_000))
        assert late - 12 < told < early + 12
