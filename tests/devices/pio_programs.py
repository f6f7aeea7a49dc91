"""PIO programs as people write them for MicroPython, assembled; each function is read under the assembler's names.

Those that a program of tests/contract/pico tries in a world as well are taken out of its text.
"""

# ruff: noqa: F821  the assembler's names
import ast
from pathlib import Path
from types import SimpleNamespace

from marshrut.simulator.board._pio_assembler import asm_pio

IN_LOW, IN_HIGH, OUT_LOW, OUT_HIGH, LEFT, RIGHT = 0, 1, 2, 3, 0, 1
PIO = SimpleNamespace(OUT_LOW=OUT_LOW, SHIFT_LEFT=LEFT, SHIFT_RIGHT=RIGHT)
RP2 = {"asm_pio": asm_pio, "PIO": PIO, "rp2": SimpleNamespace(asm_pio=asm_pio, PIO=PIO)}
PROBES = Path(__file__).parent.parent / "contract" / "pico"


def of_probe(probe: str, name: str) -> list:
    """The assembled program of that name in a contract program, which itself is not run."""
    path = PROBES / f"{probe}.py"
    body = ast.parse(path.read_text(encoding="utf-8")).body
    function = next(node for node in body if isinstance(node, ast.FunctionDef) and node.name == name)
    names = dict(RP2)
    exec(compile(ast.Module([function], []), path, "exec"), names)
    return names[name]


quadrature_table = of_probe("quadrature_by_table", "decoder")  # X counts, and is pushed when it has changed
two_pins = of_probe("phases_by_fifo", "phases")  # whoever reads gets the phases as they were when there was room
width = of_probe("width_of_pulses", "width")  # pairs of cycles that a pulse lasts, counted down from all ones
pwm = of_probe("outputs", "pwm")  # duty from the FIFO or as it was, the period in ISR


@asm_pio(in_shiftdir=LEFT)
def changes():
    """The phases, pushed when they have changed; interrupts each time."""
    set(y, 0)
    wrap_target()
    label("again")
    mov(isr, null)
    in_(pins, 2)
    mov(x, isr)
    jmp(x_not_y, "changed")
    jmp("again")
    label("changed")
    mov(y, x)
    push(noblock)
    irq(rel(0))
    wrap()


@asm_pio()
def edges_to_x():
    """Rising edges, in X, with `wait` alone."""
    wrap_target()
    wait(0, pin, 0)[3]
    wait(1, pin, 0)
    jmp(x_dec, "next")
    label("next")
    wrap()


@asm_pio()
def count_and_push():
    """The count is pushed in every turn, and lost when nobody reads."""
    wrap_target()
    label("low")
    mov(isr, y)
    push(noblock)
    jmp(pin, "high")
    jmp("low")
    label("high")
    jmp(y_dec, "held")
    label("held")
    mov(isr, y)
    push(noblock)
    jmp(pin, "held")
    wrap()


@asm_pio(autopush=True, push_thresh=32, in_shiftdir=RIGHT)
def samples():
    """Sixteen looks at two pins make a word."""
    in_(pins, 2)[7]


@asm_pio()
def time_between():
    """Cycles from one edge of the pin to the next, by a counter that a limit ends."""
    wrap_target()
    set(x, 31)
    mov(x, reverse(x))
    wait(1, pin, 1)
    label("run")
    jmp(pin, "done")
    jmp(x_dec, "run")
    label("done")
    mov(isr, x)
    push(noblock)
    wait(0, pin, 1)
    wrap()


INPUT_PROGRAMS = {
    "quadrature_table": quadrature_table,
    "two_pins": two_pins,
    "changes": changes,
    "width": width,
    "edges_to_x": edges_to_x,
    "count_and_push": count_and_push,
    "samples": samples,
    "time_between": time_between,
}


@asm_pio(set_init=OUT_LOW)
def square():
    wrap_target()
    set(pins, 1)[31]
    set(pins, 0)[31]
    wrap()


@asm_pio(set_init=OUT_LOW)
def echo():
    """What the pin that it drives reads after it has driven it."""
    wrap_target()
    set(pins, 1)
    mov(isr, null)
    in_(pins, 1)
    push()
    set(pins, 0)
    mov(isr, null)
    in_(pins, 1)
    push()
    wrap()


@asm_pio(sideset_init=OUT_LOW, out_shiftdir=LEFT, autopull=True, pull_thresh=24)
def ws2812():
    wrap_target()
    label("bit")
    out(x, 1).side(0)[2]
    jmp(not_x, "zero").side(1)[1]
    jmp("bit").side(1)[4]
    label("zero")
    nop().side(0)[4]
    wrap()
