"""Loops that poll, beside callbacks and clocks; on both interpreters."""

from collections.abc import Callable
from pathlib import Path

import pytest
from part_rides import PartRide, ride_on_both

ARENA = Path(__file__).parent / "worlds" / "arena.toml"
BEGIN = "from machine import Pin\nfrom time import sleep_us, ticks_diff, ticks_ms, ticks_us\n"

Drive = Callable[[str], PartRide]


@pytest.fixture
def drive(node: Path, tmp_path: Path) -> Drive:
    return lambda text: ride_on_both(tmp_path, BEGIN + text, "ranging", ARENA, ())


@pytest.mark.parametrize("look", ["", "echo.value()"], ids=["at the clock alone", "at a pin, too"])
def test_a_loop_that_looks_at_a_flag_sees_it_at_once(drive: Drive, look: str) -> None:
    """A callback sets it: in the middle of a turn, too, and the clock that the loop has kept is of the turn before."""
    ride = drive(
        f"""
from machine import Timer
timer, echo = Timer(0), Pin(12, Pin.IN)
for odd_us in range(7, 100, 9):
    sleep_us(odd_us)
    fired = []
    timer.init(period=17, mode=Timer.ONE_SHOT, callback=lambda timer: fired.append(ticks_us()))
    while not fired:
        looked = ticks_us()
        {look}
    print("late", ticks_diff(fired[0], looked), ticks_diff(ticks_us(), fired[0]))
"""
    )
    late_us = [int(word) for _, words in ride.said("late") for word in words]
    assert len(late_us) == 22 and all(0 <= late < 40 for late in late_us), late_us


def test_a_time_limit_beside_an_input_is_kept_to_the_clock_that_it_looks_at(drive: Drive) -> None:
    ride = drive(
        """
echo = Pin(12, Pin.IN)
for limit in range(13, 60, 7):
    begun = ticks_us()
    while echo.value() == 0 and ticks_diff(ticks_us(), begun) < limit * 1000:
        pass
    print("over", ticks_diff(ticks_us(), begun) - limit * 1000)
    begun = ticks_us()
    begun_ms = ticks_ms()
    while echo.value() == 0 and ticks_diff(ticks_ms(), begun_ms) < limit:
        pass
    print("over", abs(ticks_diff(ticks_us(), begun) - limit * 1000) // 10)
"""
    )
    over_us = [int(words[0]) for _, words in ride.said("over")]
    assert len(over_us) == 14 and all(0 <= over <= 120 for over in over_us), over_us
