"""The assembler of `rp2.asm_pio`: a Python function's calls become PIO instructions.

Encodings: RP2040 data sheet, section 3.4 (instruction set). Names and arguments: MicroPython documentation, library
page "rp2" and its "PIO assembly language instructions".
"""

from array import array

# Fields of an assembled program, as the board's own firmware lays them out.
DATA, OFFSET, EXECCTRL, SHIFTCTRL, OUT_PINS, SET_PINS, SIDESET_PINS = 0, 1, 3, 4, 5, 6, 7

_SIDE_PINDIR, _SIDE_EN = 29, 30  # bits of EXECCTRL
_NOP = 0xA042  # mov(y, y)


class PIOASMError(Exception):
    pass


class PIOASMEmit:
    """Takes the calls of one program twice: first labels and side-sets are counted, then words are made."""

    def __init__(
        self, *, out_init=None, set_init=None, sideset_init=None, side_pindir=False, in_shiftdir=0, out_shiftdir=0,
        autopush=False, autopull=False, push_thresh=32, pull_thresh=32, fifo_join=0
    ):  # fmt: skip
        shiftctrl = (
            (1 if autopush else 0) << 16
            | (1 if autopull else 0) << 17
            | in_shiftdir << 18
            | out_shiftdir << 19
            | (push_thresh & 31) << 20
            | (pull_thresh & 31) << 25
            | fifo_join << 30
        )
        execctrl = (1 if side_pindir else 0) << _SIDE_PINDIR
        self.prog = [array("H"), -1, -1, execctrl, shiftctrl, out_init, set_init, sideset_init]
        self.labels = {}
        self.wrap_used = False
        self.sideset_opt = False
        if sideset_init is None:
            self.sideset_count = 0
        else:
            self.sideset_count = 1 if isinstance(sideset_init, int) else len(sideset_init)

    def start_pass(self, number):
        if number == 1:
            if not self.wrap_used and self.num_instr:
                self.wrap()
            self.delay_max = 31
            if self.sideset_count:
                if self.num_sideset != self.num_instr:  # not on every instruction: one bit says where
                    self.sideset_opt = True
                    self.prog[EXECCTRL] |= 1 << _SIDE_EN
                    self.sideset_count += 1
                self.delay_max = 31 >> self.sideset_count
        self.pass_ = number
        self.num_instr = 0
        self.num_sideset = 0

    # What may follow an instruction

    def delay(self, cycles):
        if self.pass_:
            if cycles > self.delay_max:
                raise PIOASMError("delay too large")
            self.prog[DATA][-1] |= cycles << 8
        return self

    __getitem__ = delay

    def side(self, value):
        self.num_sideset += 1
        if self.pass_:
            if not self.sideset_count:
                raise PIOASMError("no sideset")
            if value >= 1 << self.sideset_count:
                raise PIOASMError("sideset too large")
            self.prog[DATA][-1] |= self.sideset_opt << 12 | value << 13 - self.sideset_count
        return self

    # Directives

    def wrap_target(self):
        self.prog[EXECCTRL] |= self.num_instr << 7

    def wrap(self):
        assert self.num_instr
        self.prog[EXECCTRL] |= self.num_instr - 1 << 12
        self.wrap_used = True

    def label(self, name):
        if self.pass_ == 0:
            if name in self.labels:
                raise PIOASMError("duplicate label " + str(name))
            self.labels[name] = self.num_instr

    # Instructions

    def word(self, instr, label=None):
        self.num_instr += 1
        if self.pass_:
            if label is not None:
                if label not in self.labels:
                    raise PIOASMError("unknown label " + str(label))
                instr |= self.labels[label]
            self.prog[DATA].append(instr)
        return self

    def nop(self):
        return self.word(_NOP)

    def jmp(self, cond, label=None):
        if label is None:
            return self.word(0, cond)
        return self.word(cond << 5, label)

    def wait(self, polarity, src, index):
        # the names come as `gpio` = 0, `pin` = 6 (as for jmp) and `irq`, the function
        if src == 6:
            src = 1
        elif src != 0:
            src = 2
        return self.word(0x2000 | polarity << 7 | src << 5 | index)

    def in_(self, src, bits):
        return self.word(0x4000 | src << 5 | _count(bits))

    def out(self, dest, bits):
        if dest == 8:
            dest = 7
        return self.word(0x6000 | dest << 5 | _count(bits))

    def push(self, first=0, second=0):
        return self.word(0x8000 | _blocking(first | second))

    def pull(self, first=0, second=0):
        return self.word(0x8080 | _blocking(first | second))

    def mov(self, dest, src):
        if dest == 8:
            dest = 4
        return self.word(0xA000 | dest << 5 | src)

    def irq(self, mod, index=None):
        if index is None:
            mod, index = 0, mod
        return self.word(0xC000 | mod & 0x60 | index)

    def set(self, dest, data):
        return self.word(0xE000 | dest << 5 | data)


def _count(bits):
    if not 0 < bits <= 32:
        raise PIOASMError("invalid bit count " + str(bits))
    return bits & 31


def _blocking(flags):
    """The two flag bits of push and pull: they block unless told otherwise."""
    return flags & 0x40 | (0 if flags & 0x21 == 1 else 0x20)


_NAMES = {
    # sources and destinations; exec and the sources of wait are told apart by the instruction
    "gpio": 0, "pins": 0, "x": 1, "y": 2, "null": 3, "pindirs": 4, "pc": 5, "status": 5, "isr": 6, "osr": 7, "exec": 8,
    "invert": lambda source: source | 0x08,
    "reverse": lambda source: source | 0x10,
    # conditions of jmp
    "not_x": 1, "x_dec": 2, "not_y": 3, "y_dec": 4, "x_not_y": 5, "pin": 6, "not_osre": 7,
    # flags of push, pull and irq
    "noblock": 0x01, "block": 0x21, "iffull": 0x40, "ifempty": 0x40, "clear": 0x40,
    "rel": lambda index: index | 0x10,
}  # fmt: skip
_DIRECTIVES = ("wrap_target", "wrap", "label")
_INSTRUCTIONS = ("word", "nop", "jmp", "wait", "in_", "out", "push", "pull", "mov", "irq", "set")


def _bind(names, emit, methods):
    for name in methods:
        names[name] = getattr(emit, name)


def asm_pio(**options):
    """A decorator: the function's calls, under the assembler's names, make a program for a StateMachine."""
    emit = PIOASMEmit(**options)

    def assemble(function):
        names = function.__globals__
        kept = names.copy()
        names.clear()
        try:
            names.update(_NAMES)
            _bind(names, emit, _DIRECTIVES)
            _bind(names, emit, _INSTRUCTIONS)
            emit.start_pass(0)
            function()
            emit.start_pass(1)
            function()
        finally:
            names.clear()
            names.update(kept)
        return emit.prog

    return assemble


def asm_pio_encode(instr, sideset_count, sideset_opt=False):
    """The word of one instruction, given as text. `sideset_count` has the bit that says "none" in it."""
    emit = PIOASMEmit()
    emit.start_pass(0)
    emit.sideset_count = sideset_count
    emit.sideset_opt = True if sideset_opt else False
    emit.delay_max = 31 >> sideset_count
    emit.pass_ = 1
    names = dict(_NAMES)
    _bind(names, emit, _INSTRUCTIONS)
    names["jmp"] = None  # a jump needs labels, which one instruction has not
    exec(instr, names)
    words = emit.prog[DATA]
    if len(words) != 1:
        raise PIOASMError("expecting exactly 1 instruction")
    return words[0]
