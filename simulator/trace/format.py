"""The trace format, version 1: one JSON value a line.

The first line is an object, the header. Every other line is an array whose first element tells its kind:

    ["s", t_us, robot, …]                 state: one integer for each of the header's `state_fields`
    ["m", t_us, object, x_um, y_um, heading_mdeg, lying]
                                          where an object of the mat stands, by its number: all of them at 0, since a
                                          seed puts them beside their places in the scene, and then each that has moved
                                          since its last such record; lying: 1 for a fallen pin
    ["o", t_us, robot, pin, value]        an output pin changed; a duty of 0 to 65535 (an LED that a PIO has: at its one
                                          change since the last state, else the duty since then)
    ["f", t_us, robot, pin, hz]           the frequency of an output pin's PWM changed; 0 for a plain level
    ["d", t_us, robot, part, text]        what a part shows or plays changed; the text's form is that of its chip
    ["e", t_us, robot, kind, line, class] event; program line or 0, exception class or other name or ""
    ["p", t_us, robot, text]              what the program printed

Robots are numbered from 0. The header's `scene` has the first; each other one is in `rivals`, with its start and what
is broken on it.

`trace_sha256` covers the s, m, o, f, d and e lines byte for byte, in order; `text_sha256` the printed texts. The header
and what is printed stay out of `trace_sha256`: it tells whether two runs moved alike, whichever interpreter ran them.
"""

SCHEMA = "marshrut-trace/1"
STATE_PERIOD_US = 20_000
HASHED_KINDS = frozenset("smofde")

_MOTION = (
    "x_um", "y_um", "heading_mdeg", "v_um_s", "omega_mdeg_s", "left_count", "right_count",
    "left_mv", "right_mv", "left_ma", "right_ma", "battery_mv", "slip",
)  # fmt: skip


def state_fields(line_sensors: int) -> tuple[str, ...]:
    """The names of a state record's integers for a robot with that many reflectance sensors."""
    return _MOTION + tuple(f"line{i}" for i in range(1, line_sensors + 1))
