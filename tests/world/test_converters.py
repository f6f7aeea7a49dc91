"""The boards' converters: what a voltage reads as."""

from dataclasses import replace

import pytest
from marshrut.simulator.devices.adc import FULL_SCALE_V, LEVELS, MARGIN, U16
from marshrut.simulator.devices.rp2_adc import CODES, WIDE_CODES
from marshrut.simulator.scene.model import Robot, Scene
from marshrut.simulator.world import World

from .conftest import MakeScene


def read_u16(chip: str, volts: float) -> int:
    return U16[chip][MARGIN + round(volts / FULL_SCALE_V * (LEVELS - 1))]


@pytest.mark.parametrize("chip", sorted(U16))
def test_a_higher_voltage_never_reads_lower(chip: str) -> None:
    table = U16[chip]
    assert list(table) == sorted(table)
    assert len(table) == LEVELS + 2 * MARGIN
    assert table[0] >= 0 and table[-1] <= 65535


def test_the_pico_reads_too_high_below_and_too_low_above() -> None:
    """Figures as measured on several boards (see `rp2_adc`): 15 codes near 0 V, 14 near 3.3 V."""
    assert read_u16("rp2", 0.0) >> 4 == pytest.approx(15, abs=1)
    assert 4095 - (read_u16("rp2", 3.3) >> 4) == pytest.approx(14, abs=1)
    assert read_u16("rp2", 1.65) == pytest.approx(32768, abs=64)
    assert max(abs(code - ideal) for ideal, code in enumerate(CODES)) <= 16


def test_the_pico_has_four_wide_codes() -> None:
    """Data sheet, erratum RP2040-E11."""
    widths = [CODES.count(code) for code in range(CODES[0], CODES[-1] + 1)]
    wide = [code for code in range(CODES[0], CODES[-1] + 1) if CODES.count(code) > 5]
    assert tuple(wide) == WIDE_CODES
    assert all(9 <= CODES.count(code) <= 11 for code in wide)
    # the narrow ones, worked out in whole codes of an ideal converter
    assert widths.count(0) <= 9


def test_line_sensors_read_through_the_converter_of_their_board(make_scene: MakeScene, rover: Robot) -> None:
    def readings(board: str) -> list[int]:
        scene: Scene = make_scene()
        world = World(replace(scene, robot=replace(scene.robot, board=board)), 1)
        return list(world.state()[-len(rover.reflectance) :])

    esp32, pico = readings("esp32_rover"), readings("pico_rover")
    assert esp32 != pico
    assert all(abs(a - b) < 17 * 16 for a, b in zip(esp32, pico, strict=True))
