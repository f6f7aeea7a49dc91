"""The shape of `[[fault]]` tables, one class a kind; the text form `KIND[:DEVICE][@SECONDS][=VALUE]` has the same keys.

`device` is a name from the robot file, `at_s` when it breaks (0: it is broken when the robot is switched on). `VALUE`
names the one key that stands behind `=` in the text form.
"""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from .quantities import Identifier, Strict

Seconds = Annotated[float, Field(ge=0, le=3600, allow_inf_nan=False)]


class AnyFaultTable(Strict):
    VALUE: ClassVar[str] = ""


class CableOffTable(AnyFaultTable):
    """The plug has come out: the board's pins have nothing on them any more."""

    kind: Literal["cable-off"]
    device: Identifier
    at_s: Seconds = 0.0


class DeadTable(AnyFaultTable):
    """Still wired, but it does nothing."""

    kind: Literal["dead"]
    device: Identifier
    at_s: Seconds = 0.0


class JammedTable(AnyFaultTable):
    """Something holds a wheel: a thread round its axle, a cable under it."""

    kind: Literal["jammed"]
    device: Identifier
    at_s: Seconds = 0.0


class SwappedMotorsTable(AnyFaultTable):
    """Each motor is plugged in where the other belongs; the encoders are not."""

    kind: Literal["swapped-motors"]


class ReversedTable(AnyFaultTable):
    """A motor's two wires are exchanged, so that it turns the other way; its encoder is not."""

    kind: Literal["reversed"]
    device: Identifier


class WeakBatteryTable(AnyFaultTable):
    """An old battery: that voltage without load, and AGED_TIMES the resistance (see `faults`)."""

    VALUE = "volts"

    kind: Literal["weak-battery"]
    volts: Annotated[float, Field(ge=1, le=60, allow_inf_nan=False)] = 6.4


class NoisyAdcTable(AnyFaultTable):
    """All that the ADC reads is so many times noisier."""

    VALUE = "times"

    kind: Literal["noisy-adc"]
    times: Annotated[float, Field(ge=1, le=100, allow_inf_nan=False)] = 10.0


class BrownOutTable(AnyFaultTable):
    """The supply fails for a moment: the board resets and starts again."""

    kind: Literal["brown-out"]
    at_s: Seconds


class CtrlCTable(AnyFaultTable):
    """Somebody presses Ctrl-C at the computer: KeyboardInterrupt in the program."""

    kind: Literal["ctrl-c"]
    at_s: Seconds


class StuckTable(AnyFaultTable):
    """A button whose contact stays closed, or never closes."""

    VALUE = "contact"

    kind: Literal["stuck"]
    device: Identifier
    at_s: Seconds = 0.0
    contact: Literal["closed", "open"] = "closed"


FaultTable = Annotated[
    CableOffTable
    | DeadTable
    | JammedTable
    | SwappedMotorsTable
    | ReversedTable
    | WeakBatteryTable
    | NoisyAdcTable
    | BrownOutTable
    | CtrlCTable
    | StuckTable,
    Field(discriminator="kind"),
]

TABLES: dict[str, type[AnyFaultTable]] = {
    "cable-off": CableOffTable,
    "dead": DeadTable,
    "jammed": JammedTable,
    "swapped-motors": SwappedMotorsTable,
    "reversed": ReversedTable,
    "weak-battery": WeakBatteryTable,
    "noisy-adc": NoisyAdcTable,
    "brown-out": BrownOutTable,
    "ctrl-c": CtrlCTable,
    "stuck": StuckTable,
}

# As examples that show what each of them takes.
FAULT_KINDS = (
    "cable-off:line3", "dead:left@4", "jammed:right@2", "swapped-motors", "reversed:left", "weak-battery=6.4",
    "noisy-adc=10", "brown-out@4.2", "ctrl-c@2.5", "stuck:button=open",
)  # fmt: skip
