"""Follows a PIO machine instruction by instruction: what its registers become, and on what that depends."""

from .execution import shifted_in, step
from .forms import REGISTER, UNCHANGED, Condition, Form, condition
from .machine import Machine
from .shared import Drive
from .stretches import Stretch, registers
from .words import EMPTY, IN, IRQ, JMP, MASK, MOV, NULL, OUT, PUSH_PULL, SET, WAIT

FOLLOW_WORK = 4  # what an instruction that is followed costs, in instructions
PATH_WORK = 6  # and what it costs to begin


class Path:
    """A machine that is followed on its own from tick 0, with what its registers are in terms of what they were."""

    def __init__(self, machine: Machine) -> None:
        self.machine = machine.copied()
        self.machine.now = 0
        self.machine.pins = machine.pins.copied()
        self._noticed = machine.pins.noticed()
        self.drives: list[Drive] = []
        self.machine.pins.followed = self.drives
        self.entry = registers(machine)
        self.forms = list(UNCHANGED)
        self.conditions: list[Condition] = []
        self.pushes: list[Form] = []
        self._steps = 0
        machine.budget.pay(PATH_WORK)

    def mark(self) -> Stretch:
        """What has been followed so far."""
        machine = self.machine
        return Stretch(
            machine.now, tuple(self.conditions), tuple(self.forms), machine.control(), tuple(self.pushes),
            self.driven(), None, self._steps,
        )  # fmt: skip

    def driven(self) -> tuple[Drive, ...]:
        """What has been put on pins: all of it in order where one of them is noticed, else what is left of it."""
        if any(mask & self._noticed for _, _, mask, _ in self.drives):
            return tuple(self.drives)
        left: dict[bool, Drive] = {}
        for tick, dirs, mask, bits in self.drives:
            _, _, masked, kept = left.get(dirs, (0, dirs, 0, 0))
            left[dirs] = tick, dirs, masked | mask, kept & ~mask | bits
        return tuple(left.values())

    def suppose(self, left: Form, right: Form, equal: bool) -> None:
        """This path is taken only where these two are equal, or are not."""
        supposed = condition(left, right, equal)
        if supposed is not None and supposed not in self.conditions:
            self.conditions.append(supposed)

    def step(self, levels: int) -> bool:
        """Follow one instruction; False where what it does cannot be told from registers and pins alone."""
        machine = self.machine
        machine.budget.pay(FOLLOW_WORK)
        self._steps += 1
        word = machine.next_instruction()
        kind = word >> 13
        if machine.pushing:
            self._pushed()
        elif kind == IRQ or (kind == WAIT and word >> 5 & 3 == 2) or (machine.tx and self._may_pull(word)):
            return False
        elif kind == JMP:
            self._jump(word, levels)
        elif kind == IN:
            self._in(word, levels)
        elif kind == OUT:
            self._out(word)
        elif kind == PUSH_PULL:
            self._push_or_pull(word)
        elif kind == MOV:
            self._mov(word)
        elif kind == SET and word >> 5 & 7 in (1, 2):
            self._set(REGISTER[word >> 5 & 7], (-1, 1, word & 31))
        step(machine, levels)
        # what is not a sum of what was there before is a plain number from now on
        for number, value in enumerate(registers(machine)):
            if self.forms[number][1] == 0:
                self.forms[number] = (-1, 1, value)
        return True

    def _may_pull(self, word: int) -> bool:
        machine = self.machine
        kind = word >> 13
        if kind == PUSH_PULL and word & 0x80:
            return True
        return machine.autopull and (kind == OUT or machine.osr_count >= machine.pull_at)

    def _set(self, number: int, form: Form) -> None:
        self.forms[number] = form

    def _forget(self, number: int) -> None:
        """The register gets a value that the machine itself works out."""
        self.forms[number] = (-1, 0, 0)

    def _need(self, number: int) -> None:
        """The path depends on what the register holds."""
        form = self.forms[number]
        if form[0] != -1:
            value = registers(self.machine)[number]
            self.suppose(form, (-1, 1, value), True)
            self.forms[number] = (-1, 1, value)

    def _pushed(self) -> None:
        self.pushes.append(self.forms[2])
        self._set(2, (-1, 1, 0))

    def _jump(self, word: int, levels: int) -> None:
        machine = self.machine
        which, target = word >> 5 & 7, word & 31
        other = machine.pc if machine.latched != EMPTY else machine.after(machine.pc)
        number = 0 if which in (1, 2) else 1
        form = self.forms[number]
        if target != other:
            if which in (1, 2, 3, 4):
                self.suppose(form, (-1, 1, 0), registers(machine)[number] == 0)
            elif which == 5:
                self.suppose(self.forms[0], self.forms[1], machine.x == machine.y)
        if which in (2, 4):
            self._set(number, (form[0], form[1], form[2] - 1 & MASK))

    def _in(self, word: int, levels: int) -> None:
        machine = self.machine
        source, count = word >> 5 & 7, word & 31 or 32
        number = REGISTER.get(source)
        if count == 32:
            if number is None:
                self._forget(2)
            else:
                self._set(2, self.forms[number])
        else:
            if number is not None:
                self._need(number)
            self._need(2)
            self._forget(2)
        if machine.autopush and machine.isr_count + count >= machine.push_at and len(machine.rx) < machine.rx_words:
            if self.forms[2][1] == 0:
                self._set(2, (-1, 1, shifted_in(machine, source, count, levels)))
            self._pushed()

    def _out(self, word: int) -> None:
        destination, count = word >> 5 & 7, word & 31 or 32
        number = REGISTER.get(destination)
        if count == 32 and (number is not None or destination == NULL):
            if number is not None:
                self._set(number, self.forms[3])
            self._set(3, (-1, 1, 0))
            return
        self._need(3)
        self._forget(3)
        if number is not None:
            self._forget(number)

    def _push_or_pull(self, word: int) -> None:
        machine = self.machine
        if word & 0x80:
            skipped = word & 0x40 and machine.osr_count < machine.pull_at
            if not skipped and not (machine.autopull and machine.osr_count == 0):
                self._set(3, self.forms[0])  # not blocking, with nothing there: X instead
        elif not (word & 0x40 and machine.isr_count < machine.push_at):
            if len(machine.rx) < machine.rx_words:
                self._pushed()
            else:
                self._set(2, (-1, 1, 0))

    def _mov(self, word: int) -> None:
        source, destination, operation = word & 7, word >> 5 & 7, word >> 3 & 3
        from_, to = REGISTER.get(source), REGISTER.get(destination)
        if from_ is not None and (operation == 2 or to is None):
            self._need(from_)
        if to is None:
            return
        if from_ is None or operation == 2:
            self._forget(to)
            return
        base, sign, offset = self.forms[from_]
        if operation == 1:
            if base == -1:
                self._forget(to)
                return
            sign, offset = -sign, -offset - 1 & MASK
        self._set(to, (base, sign, offset))
