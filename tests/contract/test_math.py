"""`math` of the CPython child against that of the official MicroPython: the same bits, the same errors.

The quick tests compare with what MicroPython answered, kept here as digests; the slow ones ask it again, a million
values for each function.
"""

import hashlib
import json
import math as exact_math
import runpy
import struct
import subprocess
from array import array
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from marshrut.simulator.board.math_musl import math_module

HERE = Path(__file__).parent
MATH = math_module()
ANSWERS = HERE / "math_results.py"
QUICK = 4096
MANY = 1_000_000

answers: Callable[..., tuple[bytes, bytes, bytes]] = runpy.run_path(str(ANSWERS))["answers"]
outcome: Callable[[str, Any], str] = runpy.run_path(str(ANSWERS))["outcome"]

# The widest argument that still says something, for each function of one argument.
REACH = {
    "acos": 1.01, "acosh": 1e3, "asin": 1.01, "asinh": 1e3, "atan": 100.0, "atanh": 1.01, "ceil": 1e6, "cos": 100.0,
    "cosh": 720.0, "degrees": 1e3, "erf": 7.0, "erfc": 30.0, "exp": 750.0, "expm1": 750.0, "fabs": 1e3, "floor": 1e6,
    "frexp": 1e6, "gamma": 190.0, "isfinite": 1e3, "isinf": 1e3, "isnan": 1e3, "lgamma": 300.0, "log": 1e3,
    "log10": 1e3, "log2": 1e3, "modf": 1e6, "radians": 1e3, "sin": 100.0, "sinh": 720.0, "sqrt": 1e3, "tan": 100.0,
    "tanh": 25.0, "trunc": 1e6,
}  # fmt: skip
PAIRS = ("atan2", "copysign", "fmod", "isclose", "ldexp", "log", "pow")

# Values around which the algorithms change over, or that are likely to be used.
LANDMARKS = (
    0.0, 0.2319, 0.25, 0.2554, 0.28, 0.3466, 0.4142, 0.4375, 0.5, 0.5493, 0.6744, 0.6875, 0.6931, 0.7071, 0.7316,
    0.7854, 0.8165, 0.84375, 0.9, 0.9375, 0.9575, 0.975, 1.0, 1.0397, 1.0443, 1.0647, 1.1875, 1.2247, 1.23, 1.25,
    1.3247, 1.3863, 1.4616, 1.5, 1.5708, 1.7316, 1.7321, 2.0, 2.3562, 2.4375, 2.8571, 3.0, 3.1416, 3.927, 4.7124,
    5.4978, 5.5247, 6.0, 6.2832, 7.0686, 8.0, 10.0, 20.0, 22.0, 28.0, 36.7, 38.8, 171.62, 180.0, 184.0, 360.0, 512.0,
    707.0, 709.7827, 710.4758, 744.44, 745.1332, 1000.0, 1024.0, 1647099.0, 2.0**26, 2.0**28, 2.0**31, 2.0**52,
    2.0**53, 2.0**58, 2.0**62, 2.0**63, 2.0**64, 2.0**66, 1e22, 1e300, 2.0**-26, 2.0**-27, 2.0**-28, 2.0**-32,
    2.0**-53, 2.0**-54, 2.0**-56, 2.0**-57, 2.0**-70, 2.0**-1022, 5e-324, 1.7976931348623157e308,
)  # fmt: skip


def as_double(bits: int) -> float:
    value: float = struct.unpack("<d", struct.pack("<Q", bits))[0]
    return value


def as_bits(value: float) -> int:
    bits: int = struct.unpack("<Q", struct.pack("<d", value))[0]
    return bits


class Numbers:
    """Numbers that depend on the seed alone, in the same way on every machine (SplitMix64)."""

    def __init__(self, seed: str) -> None:
        self._state = int.from_bytes(hashlib.sha256(seed.encode()).digest()[:8], "little")

    def bits(self) -> int:
        self._state = self._state + 0x9E3779B97F4A7C15 & 0xFFFFFFFFFFFFFFFF
        z = self._state
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 & 0xFFFFFFFFFFFFFFFF
        z = (z ^ z >> 27) * 0x94D049BB133111EB & 0xFFFFFFFFFFFFFFFF
        return z ^ z >> 31

    def below(self, end: int) -> int:
        return (self.bits() >> 11) % end

    def signed(self) -> float:
        """Evenly between -1 and 1."""
        return (self.bits() >> 11) * 2.0**-52 - 1.0

    def near(self, value: float) -> float:
        """Up to 2**40 units of the last place away, most often a few."""
        bits = as_bits(value)
        distance = self.below(1 << 1 + self.below(40))
        moved = bits - distance if self.bits() & 1 else bits + distance
        return as_double(min(max(moved, 0), 0x7FEFFFFFFFFFFFFF))

    def value(self, kind: int, reach: float) -> float:
        """A number of one of ten kinds; `reach` is where the function's interesting range ends."""
        if kind == 0:
            return self.signed() * reach
        if kind == 1:
            return self.signed() * 4.0
        if kind == 2:
            return as_double(self.bits())
        sign = -1.0 if self.bits() & 1 else 1.0
        if kind == 3:
            return sign * exact_math.ldexp(1.0 + abs(self.signed()), self.below(80) - 40)
        if kind == 4:
            eighths = self.below(1 << 1 + self.below(40))
            return sign * self.near(eighths * (exact_math.pi / 4))
        if kind == 5:
            return sign * as_double(self.bits() >> 12 + self.below(52))
        if kind == 6:
            return sign * self.near(LANDMARKS[self.below(len(LANDMARKS))])
        if kind == 7:
            return sign * self.near(float(self.below(200)) / 2.0)
        if kind == 8:
            return sign * self.below(2000) / (8.0, 10.0, 100.0, 180.0)[self.below(4)]
        return sign * (0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 1e10, exact_math.inf, exact_math.nan, 5e-324)[self.below(10)]


def arguments(call: str, count: int) -> tuple[str, list[array]]:
    """The function of a call, and `count` arguments or pairs of them."""
    numbers = Numbers(call)
    name, _, pairs = call.partition(" of ")
    if not pairs:
        return name, [array("d", (numbers.value(i % 10, REACH[name]) for i in range(count)))]
    first, second = array("d"), array("i" if name == "ldexp" else "d")
    for i in range(count):
        x = numbers.value(i % 10, 100.0)
        if name == "ldexp":
            y: float = numbers.below(1 << 1 + numbers.below(13)) - numbers.below(1 << 1 + numbers.below(13))
        elif name == "pow" and i % 4 == 1:
            # Near the ends of the range: the result is about 2**(+-1074) to 2**(+-1022).
            x, y = abs(x), (1016.0 + numbers.below(64) + numbers.signed()) * (1.0 if numbers.bits() & 1 else -1.0)
            fraction, exponent = exact_math.frexp(x)
            if exact_math.isfinite(x) and exponent + 2.0 * fraction != 2.0:
                y /= exponent - 2.0 + 2.0 * fraction
        elif name == "pow" and i % 4 == 2:
            y = float(numbers.below(64) - 32)
        elif name in ("isclose", "fmod") and i % 3 == 0:
            y = numbers.near(abs(x)) if exact_math.isfinite(x) else x
        else:
            y = numbers.value(numbers.below(10), 100.0)
        first.append(x)
        second.append(y)  # type: ignore[arg-type]
    return name, [first, second]


def digest(results: tuple[bytes, bytes, bytes], count: int) -> str:
    first, second, errors = results
    return hashlib.sha256(first[: 8 * count] + second[: 8 * count] + errors[:count]).hexdigest()[:32]


def ask(node: Path, micropython_mjs: Path, folder: Path, task: str, given: bytes) -> bytes:
    """What MicroPython leaves in /output when it runs the text of ANSWERS and then `task`, with `given` in /input."""
    (folder / "task.py").write_text(ANSWERS.read_text(encoding="utf-8") + task, encoding="utf-8")
    (folder / "input").write_bytes(given)
    command = [
        node,
        HERE / "math_reference.mjs",
        micropython_mjs,
        folder / "task.py",
        folder / "input",
        folder / "output",
    ]
    subprocess.run([str(part) for part in command], check=True, timeout=300)
    return (folder / "output").read_bytes()


ASK_ANSWERS = """
import math
COUNT = %d
inputs = []
with open("/input", "rb") as f:
    for code in "%s":
        inputs.append(array(code, bytes((8 if code == "d" else 4) * COUNT)))
        f.readinto(inputs[-1])
with open("/output", "wb") as f:
    for part in answers(math.%s, inputs):
        f.write(part)
"""

ASK_OUTCOMES = """
import json
import math
with open("/input") as f:
    expressions = json.load(f)
with open("/output", "w") as f:
    json.dump([outcome(expression, math) for expression in expressions], f)
"""

CALLS = [*REACH, *(name + " of two" for name in PAIRS)]

# What MicroPython 1.29.0-6 answered: digests for the first QUICK arguments of each call, results of expressions, names.
KNOWN = json.loads((HERE / "math_known.json").read_text(encoding="utf-8"))
OUTCOMES: dict[str, str] = KNOWN["outcomes"]


@pytest.mark.parametrize("call", CALLS)
def test_same_bits_as_micropython_gave(call: str) -> None:
    name, inputs = arguments(call, QUICK)
    assert digest(answers(getattr(MATH, name), inputs), QUICK) == KNOWN["digests"][call]


@pytest.mark.parametrize("expression", OUTCOMES)
def test_same_conversions_and_errors_as_micropython(expression: str) -> None:
    assert outcome(expression, MATH) == OUTCOMES[expression]


def test_exactly_micropythons_names() -> None:
    assert dir(MATH) == sorted(KNOWN["names"])
    assert not hasattr(MATH, "hypot")


@pytest.mark.ci_sample(12)
@pytest.mark.slow
@pytest.mark.parametrize("call", CALLS)
def test_a_million_values_against_micropython(call: str, node: Path, micropython_mjs: Path, tmp_path: Path) -> None:
    name, inputs = arguments(call, MANY)
    codes = "".join(values.typecode for values in inputs)
    given = b"".join(bytes(values) for values in inputs)
    raw = ask(node, micropython_mjs, tmp_path, ASK_ANSWERS % (MANY, codes, name), given)
    theirs = raw[: 8 * MANY], raw[8 * MANY : 16 * MANY], raw[16 * MANY :]
    ours = answers(getattr(MATH, name), inputs)
    assert digest(theirs, QUICK) == KNOWN["digests"][call], "what is kept as known is not what MicroPython answers"
    assert differences(inputs, ours, theirs) == []


def differences(
    inputs: list[array], ours: tuple[bytes, bytes, bytes], theirs: tuple[bytes, bytes, bytes]
) -> list[tuple[object, ...]]:
    """How many results differ, and the first of them: arguments, our two doubles and error, theirs."""
    found: list[tuple[object, ...]] = []
    if ours != theirs:
        for i, values in enumerate(zip(*inputs, strict=True)):
            part = slice(8 * i, 8 * i + 8)
            mine, other = ((r[0][part], r[1][part], r[2][i]) for r in (ours, theirs))
            if mine != other:
                found.append(
                    (values, struct.unpack("<2d", mine[0] + mine[1]), struct.unpack("<2d", other[0] + other[1]))
                )
    return [(len(found),), *found[:20]] if found else []


@pytest.mark.slow
def test_conversions_and_errors_against_micropython(node: Path, micropython_mjs: Path, tmp_path: Path) -> None:
    given = json.dumps(list(OUTCOMES)).encode()
    theirs = json.loads(ask(node, micropython_mjs, tmp_path, ASK_OUTCOMES, given))
    assert dict(zip(OUTCOMES, theirs, strict=True)) == OUTCOMES
