"""PID by its numbers; it needs no board."""

from typing import Any

import pytest


@pytest.fixture
def pid(rover_library: None) -> Any:
    from rover.pid import PID  # type: ignore[import-not-found]

    return PID


def test_proportional(pid: Any) -> None:
    controller = pid(2.5, limit=1000)
    assert controller.update(-40, 10) == 100
    assert controller.update(40, 10) == -100


def test_the_output_stays_within_the_limit(pid: Any) -> None:
    controller = pid(10, limit=300)
    assert controller.update(-1000, 10) == 300
    assert controller.update(1000, 10) == -300


def test_the_integral_grows_with_time(pid: Any) -> None:
    controller = pid(0, ki=2, limit=1000)
    outputs = [controller.update(-100, 10) for _ in range(100)]
    assert outputs[-1] == pytest.approx(200, abs=3)  # 2 per s and unit, 100 units, 1 s
    assert outputs == sorted(outputs)


def test_the_integral_does_not_wind_up(pid: Any) -> None:
    controller = pid(1, ki=5, limit=100)
    for _ in range(10_000):
        controller.update(-100, 10)
    for _ in range(60):
        output = controller.update(100, 10)
    assert output < 0


def test_a_new_target_gives_no_kick(pid: Any) -> None:
    controller = pid(0, kd=1, limit=10_000)
    controller.update(50, 10)
    controller.target = 400
    assert controller.update(50, 10) == 0


def test_the_derivative_brakes_what_moves(pid: Any) -> None:
    controller = pid(0, kd=0.5, limit=10_000)
    controller.update(0, 10)
    assert controller.update(20, 10) == -1000  # 2000 units a second


def test_no_time_between_two_updates_is_no_fault(pid: Any) -> None:
    controller = pid(1, ki=1, kd=1, limit=1000)
    controller.update(10, 10)
    assert controller.update(30, 0) == -30


def test_the_first_update_has_no_derivative(pid: Any) -> None:
    assert pid(0, kd=1, limit=1000).update(700, 10) == 0


def test_reset_forgets(pid: Any) -> None:
    controller = pid(1, ki=5, kd=1, limit=1000)
    for _ in range(50):
        controller.update(-100, 10)
    controller.reset()
    assert controller.update(0, 10) == 0


def test_settings_change_one_gain_and_keep_the_others(pid: Any) -> None:
    controller = pid(1, kd=1, limit=1000)
    controller.settings(kp=3)
    controller.update(0, 10)
    assert controller.update(10, 10) == -1000  # the limit: the derivative is still there
    controller.settings(kd=0)
    assert controller.update(10, 10) == -30


@pytest.mark.parametrize("gains", [(1000, 1000, 100), (0, 1000, 0), (1000, 0, 0), (0.001, 0.001, 0.001)])
def test_wild_inputs_stay_within_the_limit(pid: Any, gains: tuple[float, float, float]) -> None:
    controller = pid(*gains, limit=30_000)
    for measured in (0, 10**6, -(10**6), 2**29, -(2**29)):
        for dt in (0, 1, 10, 1000, 10**6):
            assert -30_000 <= controller.update(measured, dt) <= 30_000


def test_what_saturates_by_error_does_not_integrate_on(pid: Any) -> None:
    """A long way off the output is at its limit anyway; near the target nothing has piled up that overshoots."""
    controller = pid(2, ki=1, limit=100)
    for _ in range(500):
        assert controller.update(-1000, 10) == 100
    assert controller.update(0, 10) == 0


def test_fractions_are_rounded(pid: Any) -> None:
    controller = pid(2, ki=0.5, kd=0.1, limit=1000, target=10.4)
    whole = pid(2, ki=0.5, kd=0.1, limit=1000, target=10)
    for measured, dt in ((3.6, 10.0), (5, 20), (7.2, 10)):
        assert controller.update(measured, dt) == whole.update(round(measured), round(dt))


@pytest.mark.parametrize(
    ("measured", "dt", "words"),
    [
        (None, 10, "measured is -268435456 to 268435456; got None [R02]"),
        ("near", 10, "measured is -268435456 to 268435456; got 'near' [R02]"),
        (float("nan"), 10, "measured is -268435456 to 268435456; got nan [R02]"),
        (5, None, "dt is 0 to 268435456 ms; got None [R02]"),
    ],
)
def test_what_is_no_number_is_refused(pid: Any, measured: Any, dt: Any, words: str) -> None:
    with pytest.raises(Exception) as caught:
        pid(2, ki=1, kd=1).update(measured, dt)
    assert str(caught.value) == words


@pytest.mark.parametrize(
    "gains", [(1, 0, 0), (1, 1, 0), (0, 0, 1), (2, 3, 0.5), (1000, 1, 1)], ids=["p", "pi", "d", "pid", "far off"]
)
@pytest.mark.parametrize("as_float", [(0, 1), (1, 0), (1, 1)], ids=["dt", "measured", "both"])
def test_fractions_change_nothing_twice(pid: Any, gains: tuple[float, float, float], as_float: tuple[int, int]) -> None:
    some, whole = pid(*gains, limit=30_000), pid(*gains, limit=30_000)
    for measured, dt in ((10, 10), (600, 10), (15, 20), (2_000_000, 10), (15, 10), (-40, 2000), (7, 0), (9, 10)):
        given = float(measured) if as_float[0] else measured, float(dt) if as_float[1] else dt
        assert some.update(*given) == whole.update(measured, dt)


def test_a_derivative_takes_a_time_with_a_fraction(pid: Any) -> None:
    controller = pid(0, kd=1, limit=10_000)
    controller.update(0, 10)
    assert controller.update(5, 10.0) == -500


def test_an_integral_takes_a_time_with_a_fraction(pid: Any) -> None:
    controller = pid(1, ki=1)
    assert controller.update(10, 10.0) == pid(1, ki=1).update(10, 10)
