"""`marshrut robot check`: every fault with its line, or the figures of such a robot."""

import re
from pathlib import Path

import pytest
from marshrut.simulator.messages import LANGUAGES

from .conftest import NAMES, ROBOTS, Changed, Command


def figure(text: str, name: str) -> float:
    """The first number of that line of the sheet."""
    line = next(line for line in text.splitlines() if line.strip().startswith(name))
    found = re.search(r"[0-9.]+", line.strip().removeprefix(name))
    assert found is not None, line
    return float(found[0])


@pytest.mark.parametrize("name", NAMES)
def test_every_robot_of_the_catalogue_has_a_sheet(robot_command: Command, name: str) -> None:
    told = robot_command("check", name)
    assert told.code == 0 and told.err == ""
    assert told.out.startswith(f"{name}, board ")
    assert 300 < figure(told.out, "top speed") < 1500
    assert robot_command("check", ROBOTS / f"{name}.toml").out == told.out


def test_the_figures_are_those_of_the_makers(robot_command: Command) -> None:
    """Free speed, stall torque and current by Pololu and LEGO Education, at the voltages of their sheets."""
    mini = robot_command("check", "mini-rover").out
    assert figure(mini, "free speed") == pytest.approx(720 * 5.0 / 6.0, rel=0.03)
    assert figure(mini, "current at stall") == pytest.approx(0.67 * 5.0 / 6.0, rel=0.07)  # the bridge's and cells' ohms
    brick = robot_command("check", "brick-rover").out
    assert figure(brick, "free speed") == pytest.approx(175 * 7.7 / 7.2, rel=0.03)
    assert figure(brick, "torque at stall") == pytest.approx(250 * 7.7 / 7.2, rel=0.1)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_speaks_each_language(robot_command: Command, lang: str) -> None:
    told = robot_command("check", "xrp", "--lang", lang)
    word = {"ru": "батарея", "kk": "батарея", "en": "battery"}[lang]
    assert told.code == 0 and word in told.out


def test_all_faults_are_told_with_their_lines(robot_command: Command, changed: Changed) -> None:
    path = changed("pico-rover", ("mass_g = 380", 'mass_g = "heavy"'), ("gear_ratio = 50", "gear_ratoi = 50"))
    told = robot_command("check", path)
    assert told.code == 2 and told.out == ""
    assert [line.rpartition("[")[2] for line in told.err.splitlines()] == ["C06]", "C05]"]
    assert [line.split(":")[1] for line in told.err.splitlines()] == ["10", "22"]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("written", ["pico-rover", "Pico_Rover", "pico rover"])
def test_a_board_is_called_as_its_pin_map_is(robot_command: Command, changed: Changed, written: str, lang: str) -> None:
    path = changed("pico-rover", ('board = "pico_rover"', f'board = "{written}"'))
    told = robot_command("check", path, "--lang", lang)
    assert told.code == 2 and told.err.count("\n") == 1
    assert all(part in told.err for part in (written, "pico_rover", "[C13]"))


def test_a_motor_that_differs_has_figures_of_its_own(robot_command: Command, changed: Changed) -> None:
    told = robot_command("check", changed("xrp", ("[motors.right]", "[motors.right]\nresistance_ohm = 6")))
    assert "Left motor alone" in told.out and "Right motor alone" in told.out


FRICTIONS = "friction_mnm = 6.8              # 60 mA free at 6 V\nstatic_friction_mnm = 10.0"


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("static_friction_mnm = 34.0", "static_friction_mnm = 9000.0", "do not move"),
        ("resistance_ohm = 4.5 ", "resistance_ohm = 1.5 ", "bears 1.5 A"),
        ("resistance_ohm = 0.5\n", "resistance_ohm = 3\n", "restarts below 3.5 V"),
    ],
)
def test_it_warns_of_what_will_not_go_well(
    robot_command: Command, changed: Changed, old: str, new: str, hint: str
) -> None:
    assert hint not in robot_command("check", "xrp").out
    told = robot_command("check", changed("xrp", (old, new)))
    assert told.code == 0 and hint in told.out


@pytest.mark.sample(3)
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("old", "new", "parts"),
    [
        ("inertia_kg_cm2 = 11.0", "inertia_kg_cm2 = 0.0011", ("`inertia_kg_cm2` = 0.0011 ", " 12 ")),  # kg·m²
        ("inertia_kg_cm2 = 11.0", "inertia_kg_cm2 = 110000", ("`inertia_kg_cm2` = 110000 ", " 12 ")),  # g·mm²
        ("mass_g = 380", "mass_g = 38000", ("`mass_g` = 38000 ", " 38 ")),
        (FRICTIONS, "friction_mnm = 151\nstatic_friction_mnm = 200", ("`mass_g` = 380 ", " 0.38 ")),
    ],
)
def test_slips_of_units_are_told(
    robot_command: Command, changed: Changed, old: str, new: str, parts: tuple[str, str], lang: str
) -> None:
    assert "`mass_g`" not in robot_command("check", "esp32-rover", "--lang", lang).out
    told = robot_command("check", changed("esp32-rover", (old, new)), "--lang", lang)
    assert told.code == 0 and all(part in told.out for part in parts)


@pytest.mark.parametrize("name", NAMES)
def test_no_robot_of_the_catalogue_has_a_slip_of_units(robot_command: Command, name: str) -> None:
    told = robot_command("check", name).out
    assert "`mass_g`" not in told and "`inertia_kg_cm2`" not in told


def test_a_robot_without_friction_rolls_on(robot_command: Command, changed: Changed) -> None:
    free = (("friction_mnm = 6.8", "friction_mnm = 0"), ("rolling_mn = 55", "rolling_mn = 0"))
    told = robot_command(
        "check", changed("esp32-rover", *free, ("static_friction_mnm = 10.0", "static_friction_mnm = 0"))
    )
    assert told.code == 0 and "does not stop" in told.out


def test_a_robot_that_takes_no_current_never_empties_its_battery(robot_command: Command, changed: Changed) -> None:
    free = (("friction_mnm = 6.8", "friction_mnm = 0"), ("rolling_mn = 55", "rolling_mn = 0"))
    still = (("static_friction_mnm = 10.0", "static_friction_mnm = 0"), ("idle_ma = 90", "idle_ma = 0"))
    told = robot_command("check", changed("esp32-rover", *free, *still))
    assert told.code == 0
    assert figure(told.out, "when it drives at top speed") == figure(told.out, "it lasts") == 99_999


@pytest.mark.parametrize("idle", ["idle_ma = 5000", "idle_ma = 100000", "idle_ma = 3000"])
def test_a_board_that_takes_more_than_the_battery_gives(robot_command: Command, changed: Changed, idle: str) -> None:
    """5 V behind 1 ohm: nothing is left at 5 A, 2 V at 3 A."""
    weak = ("open_circuit_v = 7.7", "open_circuit_v = 5"), ("resistance_ohm = 0.18", "resistance_ohm = 1")
    told = robot_command("check", changed("esp32-rover", *weak, ("idle_ma = 90", idle)))
    left = max(0, 5 - int(idle.split()[-1]) / 1000)
    assert told.code == 0 and "-" not in told.out.replace("esp32-rover", "")
    assert f"`open_circuit_v` = 5 V gives {left:g} V" in told.out and "`brown_out_v` = 3.5 V" in told.out
    assert "both motors are held" not in told.out
    if not left:
        assert figure(told.out, "top speed") == figure(told.out, "torque at stall") == 0


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_battery_that_never_starts_the_board_is_not_called_right(
    robot_command: Command, changed: Changed, lang: str
) -> None:
    low = changed("esp32-rover", ("open_circuit_v = 7.7", "open_circuit_v = 3.0"))
    title, warning, *_ = robot_command("check", low, "--lang", lang).out.splitlines()
    right = {"ru": "файл в порядке", "kk": "файл дұрыс", "en": "the file is right"}[lang]
    assert right not in title and right in robot_command("check", "esp32-rover", "--lang", lang).out
    assert "`open_circuit_v` = 3 " in warning and "`brown_out_v` = 3" in warning


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_robot_whose_motors_do_not_move_it_is_not_called_right(
    robot_command: Command, changed: Changed, lang: str
) -> None:
    """A gear may well speed up, so its ratio alone is no fault."""
    fast = changed("esp32-rover", ("gear_ratio = 50", "gear_ratio = 0.2"))
    told = robot_command("check", fast, "--lang", lang)
    title, *_, hint = told.out.splitlines()
    assert told.code == 0 and "`gear_ratio`" in hint
    assert {"ru": "файл в порядке", "kk": "файл дұрыс", "en": "the file is right"}[lang] not in title
    assert {"ru": "никогда", "kk": "ешқашан", "en": "never"}[lang] in told.out
    if lang == "en":
        assert figure(told.out, "free current") <= 1000 * figure(told.out, "current at stall") + 10
        assert figure(told.out, "when it drives") == figure(told.out, "when both motors are stalled")
        assert "time constant of gathering speed" not in told.out


@pytest.mark.parametrize(
    ("name", "code", "word"),
    [("picorover", "C120", "pico-rover"), ("q", "C120", "xrp"), ("no/x.toml", "C01", "x.toml")],
)
def test_a_robot_that_is_not_there(robot_command: Command, name: str, code: str, word: str) -> None:
    told = robot_command("check", name)
    assert told.code == 2 and told.out == ""
    assert f"[{code}]" in told.err and word in told.err


def test_a_file_that_is_no_text(robot_command: Command, tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(bytes(range(256)))
    told = robot_command("check", path)
    assert told.code == 2 and told.err.count("\n") == 1 and "[C15]" in told.err
