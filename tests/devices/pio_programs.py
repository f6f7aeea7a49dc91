"""PIO programs as people write them for MicroPython, assembled; each function is read under the assembler's names."""

# ruff: noqa: F821  the assembler's names
from marshrut.simulator.board._pio_assembler import asm_pio

IN_LOW, IN_HIGH, OUT_LOW, OUT_HIGH, LEFT, RIGHT = 0, 1, 2, 3, 0, 1


@asm_pio(in_shiftdir=LEFT, out_shiftdir=RIGHT)
def quadrature_table():
    """Sixteen places from 0 up, by old and new phases; X counts and is pushed when it has changed."""
    # 00 -> 00, 01, 10, 11
    jmp("look")
    jmp("down")
    jmp("up")
    jmp("look")
    # 01 ->
    jmp("up")
    jmp("look")
    jmp("look")
    jmp("down")
    # 10 ->
    jmp("down")
    jmp("look")
    jmp("look")
    jmp("up")
    # 11 ->
    jmp("look")
    jmp("up")
    label("down")
    jmp(x_dec, "look")
    wrap_target()
    label("look")
    out(isr, 2)
    in_(pins, 2)
    mov(osr, isr)
    mov(pc, isr)
    label("up")
    mov(x, invert(x))
    jmp(x_dec, "turned")
    label("turned")
    mov(x, invert(x))
    wrap()


@asm_pio(in_shiftdir=LEFT, autopush=True, push_thresh=2)
def two_pins():
    """Whoever reads gets the phases as they were when there was room."""
    in_(pins, 2)


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
def width():
    """How many pairs of cycles a pulse on the pin lasts, counted down from all ones."""
    wrap_target()
    mov(x, invert(null))
    wait(0, pin, 0)
    wait(1, pin, 0)
    label("high")
    jmp(x_dec, "more")
    label("more")
    jmp(pin, "high")
    mov(isr, invert(x))
    push(noblock)
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


@asm_pio(sideset_init=OUT_LOW)
def pwm():
    """Duty from the FIFO or as it was, the period in ISR."""
    pull(noblock).side(0)
    mov(x, osr)
    mov(y, isr)
    label("loop")
    jmp(x_not_y, "skip")
    nop().side(1)
    label("skip")
    jmp(y_dec, "loop")


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
