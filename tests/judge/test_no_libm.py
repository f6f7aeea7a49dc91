"""A judgement must be the same on every processor, and libm is not: only square roots, which IEEE 754 fixes."""

import ast
from pathlib import Path

import marshrut.simulator.judge as judge_room

ALLOWED = {"sqrt", "floor", "inf"}


def test_the_judge_uses_no_libm_function_and_no_float_power() -> None:
    for path in Path(judge_room.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "math":
                assert node.attr in ALLOWED, f"{path.name}:{node.lineno} math.{node.attr}"
            if isinstance(node, ast.BinOp):
                assert not isinstance(node.op, ast.Pow), f"{path.name}:{node.lineno} **"
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id != "sum", f"{path.name}:{node.lineno} sum() of floats changed in Python 3.12"
