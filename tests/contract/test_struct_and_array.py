"""`struct` and `array` of the CPython child do what the official interpreter's do, with every format and any number.

A page of cases runs as a program on both runners and prints a line for each: the value, or the class of the error.
Documentation: docs.micropython.org/en/latest/library/struct.html and array.html
"""

from pathlib import Path
from typing import Any

import hypothesis.strategies as st
from hypothesis import Phase, given, settings

from .printed import compare

# A failing page names the case that differs; making the page smaller would take minutes.
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
STRUCTS = """
import struct
from cases import CASES

def said(action):
    try:
        value = action()
    except Exception as error:
        return type(error).__name__
    # a float by its bytes: interpreters write its last digits differently
    if not isinstance(value, tuple):
        return value
    return [struct.pack("<d", part) if isinstance(part, float) else part for part in value]

for fmt, values, data, offset in CASES:
    buffer = bytearray(data)
    print(
        said(lambda: struct.calcsize(fmt)), said(lambda: struct.pack(fmt, *values)),
        said(lambda: struct.unpack(fmt, data)), said(lambda: struct.unpack_from(fmt, data, offset)),
        said(lambda: struct.pack_into(fmt, buffer, offset, *values)), bytes(buffer),
    )
"""
ARRAYS = """
from array import array
from cases import CASES

for code, first, steps in CASES:
    said = []
    try:
        values = array(code, first)
    except Exception as error:
        print(type(error).__name__)
        continue
    for name, argument in steps:
        try:
            if name == "append":
                values.append(argument)
            elif name == "extend":
                values.extend(argument)
            elif name == "set":
                values[argument[0]] = argument[1]
            elif name == "add":
                values = values + array(argument[0], argument[1])
            elif name == "add to":
                values += array(argument[0], argument[1])
            elif name == "slice":
                said.append(bytes(values[argument[0] : argument[1]]))
            elif name == "delete":
                del values[argument]
        except Exception as error:
            said.append(type(error).__name__)
    print(bytes(values), len(values), said)
"""

NUMBERS = st.one_of(
    st.integers(-3, 300),
    st.integers(-(2**66), 2**66),
    st.sampled_from((2**15, 2**16, 2**31, 2**32, 2**63, 2**64, -(2**31), -(2**63), True, 1.5, -0.0, 1e300, None, "a")),
)
VALUES = st.one_of(NUMBERS, NUMBERS, st.binary(max_size=4))
CODES = st.sampled_from("bBhHiIlLqQPfdsxbhHnc? =")
FORMATS = st.builds(
    lambda order, parts: order + "".join(count + code for count, code in parts),
    st.sampled_from(["<", ">", "!", "@", "", "="]),
    st.lists(st.tuples(st.sampled_from(["", "", "", "0", "1", "2", "3", "10"]), CODES), max_size=6),
)
STRUCT_CASES = st.tuples(FORMATS, st.lists(VALUES, max_size=7).map(tuple), st.binary(max_size=40), st.integers(-12, 12))
ARRAY_CODES = st.sampled_from("bBhHiIlLqQfd")
INITIAL = st.one_of(st.lists(NUMBERS, max_size=4), st.binary(max_size=9))
STEPS = st.one_of(
    st.tuples(st.just("append"), NUMBERS),
    st.tuples(st.just("extend"), st.one_of(st.lists(NUMBERS, max_size=3), st.binary(max_size=5))),
    st.tuples(st.just("set"), st.tuples(st.integers(-5, 5), NUMBERS)),
    st.tuples(st.just("add"), st.tuples(ARRAY_CODES, st.lists(st.integers(-5, 300), max_size=4))),
    st.tuples(st.just("add to"), st.tuples(ARRAY_CODES, st.lists(st.integers(-5, 300), max_size=4))),
    st.tuples(st.just("slice"), st.tuples(st.integers(-5, 5), st.integers(-5, 5))),
    st.tuples(st.just("delete"), st.integers(-2, 2)),
)
ARRAY_CASES = st.tuples(st.one_of(ARRAY_CODES, st.sampled_from(["u", "?", "x"])), INITIAL, st.lists(STEPS, max_size=6))


@settings(max_examples=8, phases=PHASES)
@given(st.lists(STRUCT_CASES, min_size=60, max_size=80))
def test_any_format_packs_and_unpacks_alike(node: Path, cases: list[Any]) -> None:
    compare(STRUCTS, cases)


@settings(max_examples=6, phases=PHASES)
@given(st.lists(ARRAY_CASES, min_size=60, max_size=80))
def test_any_array_holds_the_same_numbers(node: Path, cases: list[Any]) -> None:
    compare(ARRAYS, cases)
