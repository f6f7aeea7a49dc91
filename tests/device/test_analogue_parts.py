"""A potentiometer and a battery divider: what stands on their line."""

import pytest
from marshrut.simulator.devices.battery_divider import BatteryDivider
from marshrut.simulator.devices.potentiometer import Potentiometer
from marshrut.simulator.scene.model import Part
from still_surroundings import Still


def part(chip: str, **figures: float) -> Part:
    return Part("part", chip, (("signal", 33),), 0.0, 0.0, 40.0, 0.0, tuple(figures.items()))


@pytest.mark.parametrize("turned", [0.0, 0.25, 1.0])
def test_a_potentiometer_divides_the_supply(turned: float) -> None:
    pot = Potentiometer(part("potentiometer", turned=turned, noise_mv=3.0), Still(), 7)
    assert pot.volts("signal", 0) == pytest.approx(3.3 * turned)
    assert pot.noise_mv("signal") == 3.0


def test_a_divider_divides_the_battery() -> None:
    divider = BatteryDivider(
        part("battery-divider", upper_kohm=20.0, lower_kohm=10.0, noise_mv=2.0), Still(battery=7.2), 7
    )
    assert divider.volts("signal", 0) == pytest.approx(2.4)
    assert divider.noise_mv("signal") == 2.0
