"""`math` of the official MicroPython, bit for bit, for a program that CPython runs.

MicroPython compiled to WebAssembly brings musl's libm along, so its results are the same on every machine; those of
CPython come from the machine's own library. Here musl's algorithms, the published ones of FDLIBM and of Arm's Optimized
Routines, are worked in + - * / and square roots, in the order in which WebAssembly, which has no fused operation, works
them. Arguments are converted and errors raised as MicroPython does.

No function is known to differ from MicroPython's, except in the sign and the payload of a NaN.
"""

import math
from importlib import import_module
from types import ModuleType

CONSTANTS = {"e": math.e, "pi": math.pi, "tau": math.tau, "inf": math.inf, "nan": math.nan}
FUNCTIONS = {
    "arithmetic": "sqrt ceil copysign fabs floor fmod frexp ldexp modf isfinite isinf isnan isclose trunc radians "
    "degrees factorial",
    "error_function": "erf erfc",
    "exponential": "exp expm1",
    "gamma_function": "gamma lgamma",
    "hyperbolic": "cosh sinh tanh acosh asinh atanh",
    "inverse_trigonometric": "acos asin atan atan2",
    "logarithm": "log log2 log10",
    "power": "pow",
    "trigonometric": "cos sin tan",
}


def math_module() -> ModuleType:
    """A module `math` with MicroPython's names and no others; a family of functions is loaded at its first use."""
    homes = {name: home for home, names in FUNCTIONS.items() for name in names.split()}
    module = ModuleType("math")
    names = sorted([*CONSTANTS, *homes])

    def load(name: str) -> object:
        if name not in homes:
            raise AttributeError("'module' object has no attribute '" + name + "'")
        value: object = getattr(import_module("." + homes[name], __name__), name)
        setattr(module, name, value)
        return value

    vars(module).update(CONSTANTS, __all__=names, __getattr__=load, __dir__=lambda: names)
    return module
