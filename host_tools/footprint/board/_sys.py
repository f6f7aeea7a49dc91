"""`sys` of a board while heap is measured: the interpreter's own, under the names of boards that runtimes ask for."""

import sys


class _Implementation:
    name = "micropython"
    version = (1, 29, 0, "")
    _machine = "Stand-in for a Raspberry Pi Pico, a SparkFun XRP and others with RP2040"
    _mpy = sys.implementation._mpy

    def __getitem__(self, i):
        return (self.name, self.version)[i]


class _Sys:
    platform = "rp2"
    implementation = _Implementation()

    def __getattr__(self, name):
        return getattr(sys, name)


sys.modules["sys"] = _Sys()
