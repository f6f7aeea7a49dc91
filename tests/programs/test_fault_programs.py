"""Each fault through a program that would notice it, on both interpreters: the same trace, and what the pupil sees."""

from collections.abc import Callable
from pathlib import Path

import pytest
from marshrut.simulator.program import Program
from marshrut.simulator.run import Conditions, Run, drive, run_program, trace_header
from marshrut.simulator.runners.outcome import Outcome
from marshrut.simulator.scene import fault_of, load_scene
from marshrut.simulator.tasks.catalogue import TASKS, find_task, find_variant
from marshrut.simulator.trace import Trace, TraceWriter

ROVER = TASKS.parent / "robots" / "esp32-rover.toml"
OVAL = TASKS / "line-sprint" / "worlds" / "oval.toml"
REFERENCE = TASKS / "line-sprint" / "programs" / "goal" / "reference.py"

PARTS = """
[[part]]
id = "imu"
chip = "mpu6050"
pins = { sda = 21, scl = 16, int = 17 }

[[part]]
id = "eye"
chip = "tcs34725"
pins = { sda = 21, scl = 16 }
x_mm = 40

[[part]]
id = "sonar"
chip = "hc-sr04"
pins = { trig = 5, echo = 12 }
x_mm = 80
z_mm = 50

[[part]]
id = "knob"
chip = "potentiometer"
pins = { signal = 33 }
turned = 0.9

[[part]]
id = "bumper"
chip = "bump-switch"
pins = { signal = 13 }
x_mm = 93
width_mm = 100
"""

SETUP = """
import machine, os
from machine import ADC, I2C, PWM, Pin
from time import sleep_ms, sleep_us, ticks_ms
from rover import Rover
"""
BOTH_FORWARD = """
rover = Rover()
rover.left_motor.dc(60)
rover.right_motor.dc(60)
"""
LEFT_FORWARD = """
rover = Rover()
rover.right_motor.stop()
rover.left_motor.dc(60)
"""
COUNTS = """
sleep_ms(700)
print(rover.left_motor.count(), rover.right_motor.count())
"""
SPREAD = """
def spread(pin, n):
    adc = ADC(Pin(pin), atten=ADC.ATTN_11DB)
    low = high = adc.read_u16()
    for i in range(n):
        value = adc.read_u16()
        low = min(low, value)
        high = max(high, value)
        sleep_ms(5)
    return high - low
"""

Said = Callable[..., list[str]]


def drive_program(text: str, robot: Path, runtime: str, faults: tuple[str, ...]) -> tuple[Outcome, Trace]:
    """The program on the oval, with nobody who judges it."""
    task = find_task("line-sprint")
    terms = Conditions(task, find_variant(task, "oval"), 7, runtime=runtime)
    scene = load_scene(OVAL, robot, presses=task.button_presses, faults=[fault_of(fault) for fault in faults])
    program = Program("test.py", {"main.py": SETUP + text})
    writer = TraceWriter(trace_header(program, terms, scene))
    outcome = drive(program, terms, scene, writer, lambda t_us, state: "")
    return outcome, Trace.of(writer)


@pytest.fixture
def said(tmp_path: Path, node: Path) -> Said:
    """What a program says on a rover with faults, the same on both interpreters; `more` stands in the robot file."""

    def run(text: str, *faults: str, more: str = "", ended: str = "program_end") -> list[str]:
        robot = tmp_path / "robot.toml"
        robot.write_text(ROVER.read_text(encoding="utf-8") + more, encoding="utf-8")
        (first, trace), (second, other) = (
            drive_program(text, robot, runtime, faults) for runtime in ("cpython", "micropython")
        )
        words = "".join(piece for _, _, piece in trace.texts)
        assert (first.ended, second.ended) == (ended, ended), words
        assert trace.sha256 == other.sha256
        assert trace.text_sha256 == other.text_sha256
        return words.split()

    return run


def numbers(words: list[str]) -> list[int]:
    return [int(word) for word in words]


def test_a_cable_that_comes_off_an_encoder_stops_the_count(said: Said) -> None:
    text = BOTH_FORWARD + COUNTS + COUNTS
    left, right, left_later, right_later = numbers(said(text, "cable-off:left-encoder@0.5"))
    assert 100 < left == left_later
    assert left < right < right_later - 100


@pytest.mark.parametrize("kind", ["dead", "cable-off"])
def test_a_dead_motor_stands_and_the_other_turns_the_robot(kind: str, said: Said) -> None:
    left, right = numbers(said(BOTH_FORWARD + COUNTS, f"{kind}:left"))
    assert abs(left) < 0.2 * right


def test_swapped_motors_turn_the_wrong_wheel(said: Said) -> None:
    left, right = numbers(said(LEFT_FORWARD + COUNTS, "swapped-motors"))
    assert right > 100
    assert abs(left) < 0.2 * right


def test_a_reversed_motor_counts_backward(said: Said) -> None:
    left, right = numbers(said(BOTH_FORWARD + COUNTS, "reversed:left"))
    assert left < -100
    assert right > 100


def test_a_weak_battery_drives_less_far(said: Said) -> None:
    text = "rover = Rover()\nrover.left_motor.dc(100)\nrover.right_motor.dc(100)\n" + COUNTS
    assert numbers(said(text, "weak-battery=5"))[0] < 0.8 * numbers(said(text))[0]


def test_a_battery_far_too_weak_resets_the_board_when_the_motors_start(said: Said) -> None:
    text = (
        "print(machine.reset_cause())\n"
        "if 'x' not in os.listdir():\n    open('x', 'w').close()\n"
        "    rover = Rover()\n    rover.left_motor.dc(100)\n    rover.right_motor.dc(100)\n    sleep_ms(5000)\n"
    )
    assert said(text, "weak-battery=4") == ["1", "1"]


def test_a_noisy_adc_spreads_readings(said: Said) -> None:
    text = SPREAD + "print(spread(34, 50))\n"
    assert numbers(said(text, "noisy-adc=10"))[0] > 5 * numbers(said(text))[0]


def test_a_loose_line_sensor_reads_anything_and_a_dead_one_black(said: Said) -> None:
    text = SPREAD + "print(spread(34, 100), spread(35, 100))\nprint(ADC(Pin(34), atten=ADC.ATTN_11DB).read_u16())\n"
    loose, beside, _ = numbers(said(text, "cable-off:line3"))
    assert loose > 10 * beside
    _, _, value = numbers(said(text, "dead:line3"))
    assert value > 50000


def test_after_a_brown_out_the_program_starts_again_with_its_files(said: Said) -> None:
    """As MicroPython gives it on the ESP32, a brown-out is PWRON_RESET (ports/esp32/modmachine.c, reset_cause)."""
    text = (
        "known = 'log.txt' in os.listdir()\n"
        "print(machine.reset_cause() == machine.PWRON_RESET, known, ticks_ms())\n"
        "with open('log.txt', 'a') as file:\n    file.write('x')\n" + BOTH_FORWARD + "sleep_ms(1500)\n"
        "with open('log.txt') as file:\n    print(len(file.read()))\n"
    )
    assert said(text, "brown-out@0.4", "brown-out@1.503") == [
        "True", "False", "0", "True", "True", "0", "True", "True", "0", "3",
    ]  # fmt: skip


AGAIN = """
if 'x' not in os.listdir():
    open('x', 'w').close()
    print('first')
    {}
print('again', ticks_ms())
Pin(2, Pin.OUT).on()
"""


def test_a_brown_out_finds_a_program_whatever_it_does(said: Said) -> None:
    """In a callback, in a loop without a pause, with its heap locked, in a sleep."""
    doing = {
        "sleep": "sleep_ms(5000)",
        "spin": "while ticks_ms() < 3000:\n    pass",
        "callback": "from machine import Timer\n"
        "t = Timer(0, period=10, callback=lambda t: sleep_ms(9))\n"
        "while ticks_ms() < 3000:\n    sleep_ms(1)",
        "locked": "import micropython\nmicropython.heap_lock()\nsleep_ms(3000)\nmicropython.heap_unlock()",
    }
    for name, text in doing.items():
        again = AGAIN.format(text.replace("\n", "\n    "))
        words = said(again, "brown-out@1.2")
        assert words == ["first", "again", "0"], name


def test_a_stuck_button(said: Said) -> None:
    """The task has it pressed from 1000 to 1150 ms."""
    text = (
        "pin = Pin(4, Pin.IN, Pin.PULL_UP)\nled = Pin(2, Pin.OUT)\n"
        "for at in (500, 1100, 1500):\n    while ticks_ms() < at:\n        sleep_ms(1)\n"
        "    led(pin())\n    print(pin())\n"
    )
    assert said(text) == ["1", "0", "1"]
    assert said(text, "stuck:button@1.05") == ["1", "0", "0"]
    assert said(text, "stuck:button=open") == ["1", "1", "1"]


def test_a_pin_with_its_plug_out_reads_its_own_pull(said: Said) -> None:
    text = "led = Pin(2, Pin.OUT)\nled.on()\nprint(Pin(4, Pin.IN, Pin.PULL_UP)(), Pin(4, Pin.IN, Pin.PULL_DOWN)())\n"
    assert said(text, "cable-off:button") == ["1", "0"]


BUS = """
i2c = I2C(0, sda=Pin(21), scl=Pin(16), freq=400000)
led = Pin(2, Pin.OUT)
led.on()
for at in (100, 600):
    sleep_ms(at - ticks_ms())
    print(*i2c.scan())
    try:
        print(i2c.readfrom_mem(0x68, 0x75, 1)[0])
    except OSError as error:
        print("OSError")
"""


@pytest.mark.parametrize("kind", ["dead", "cable-off"])
def test_a_chip_that_fails_leaves_its_bus_and_the_others_stay(kind: str, said: Said) -> None:
    table = f'\n[[fault]]\nkind = "{kind}"\ndevice = "imu"\nat_s = 0.3\n'
    assert said(BUS, more=PARTS + table) == ["41", "104", "104", "41", "OSError"]


ECHO = """
trig = Pin(5, Pin.OUT, value=0)
echo = Pin(12, Pin.IN)
for i in range(2):
    sleep_ms(300)
    trig(1)
    sleep_us(12)
    trig(0)
    print(machine.time_pulse_us(echo, 1, 50000))
"""


def test_a_range_finder_that_fails_never_answers(said: Said) -> None:
    before, after = numbers(said(ECHO, "dead:sonar@0.5", more=PARTS))
    assert before == 38_000, "nothing in sight"
    assert after == -2


def test_a_potentiometer_and_a_bumper_fail(said: Said) -> None:
    text = SPREAD + (
        "led = Pin(2, Pin.OUT)\nled.on()\n"
        "knob = ADC(Pin(33), atten=ADC.ATTN_11DB).read_u16()\n"
        "print(knob > 50000, spread(33, 100) > 8000, Pin(13, Pin.IN, Pin.PULL_UP)())\n"
    )
    assert said(text, more=PARTS) == ["True", "False", "1"]
    assert said(text, "dead:knob", "stuck:bumper", more=PARTS) == ["False", "False", "0"]
    assert said(text, "cable-off:knob@0.1", "stuck:bumper=open", more=PARTS) == ["True", "True", "1"]


# The whole path, judged


def judged(runtime: str, *faults: str) -> Run:
    task = find_task("line-sprint")
    terms = Conditions(task, find_variant(task, "oval"), 7, runtime=runtime, faults=tuple(map(fault_of, faults)))
    return run_program(Program("reference.py", {"main.py": REFERENCE.read_text(encoding="utf-8")}), terms)


@pytest.mark.sample(2)
@pytest.mark.parametrize(
    ("faults", "ended"),
    [
        (("cable-off:line3",), "goal"),  # four of five sensors are enough for it
        (("noisy-adc=10", "weak-battery=6.4"), "goal"),
        (("dead:line1@4",), "program_end"),  # off in the first curve
        (("dead:line3",), "goal"),  # it says which sensor does not change, and does without it
        (("dead:line3", "dead:line4"), "program_error"),  # two are too many
        (("cable-off:left-encoder@3",), "program_error"),  # it says which encoder does not count
        (("brown-out@0.5",), "goal"),  # it is up again before the button is pressed
    ],
)
def test_a_reference_run_with_a_fault_is_judged_alike(faults: tuple[str, ...], ended: str, node: Path) -> None:
    first, second = (judged(runtime, *faults) for runtime in ("cpython", "micropython"))
    assert first.outcome.ended == second.outcome.ended == ended
    assert first.trace.sha256 == second.trace.sha256
    assert first.judgement == second.judgement
