"""The simulated world against what can be worked out on paper: formulas and sources are in `cases`."""

import pytest

from .cases import CASES, Rim, rim
from .page import OTHERS, ROBOT
from .world_drive import named

# Within a step the battery's voltage does not follow the speed, and the formula of braking does not know the winding's
# inductance (see docs/validation.md).
GRAIN_S = 0.0002
SPEED_OF_A_GRAIN = {  # what 0.2 ms are in the case's unit
    "time-constant": lambda side: 1000 * GRAIN_S,
    "braking-way": lambda side: 1000 * GRAIN_S * side.battery_v / side.volts,
}


def tolerance(case: str, expected: float, side: Rim) -> float:
    grain = SPEED_OF_A_GRAIN[case](side) if case in SPEED_OF_A_GRAIN else 0.0
    return max(0.01 * expected, grain)


@pytest.mark.sample(12)
@pytest.mark.parametrize("robot", [ROBOT, *OTHERS])
@pytest.mark.parametrize("case", CASES)
def test_the_world_does_what_its_equations_say(robot: str, case: str) -> None:
    loaded = named(robot)
    expected, simulated = CASES[case][0](loaded)
    assert expected > 0
    assert simulated == pytest.approx(expected, abs=tolerance(case, expected, rim(loaded)))
