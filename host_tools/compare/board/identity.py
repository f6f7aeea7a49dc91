"""Which board and which firmware it is."""

import gc
import os
import sys

import machine

for _i, _part in enumerate(sys.implementation):
    fact("sys.implementation[%d]" % _i, _part)
fact("sys.implementation._machine", getattr(sys.implementation, "_machine", None))
fact("sys.implementation._mpy", getattr(sys.implementation, "_mpy", None))
fact("sys.implementation._build", getattr(sys.implementation, "_build", None))
fact("sys.implementation._thread", getattr(sys.implementation, "_thread", None))
for _name in ("sysname", "nodename", "release", "version", "machine"):
    fact("os.uname." + _name, getattr(os.uname(), _name))
fact("sys.platform", sys.platform)
fact("sys.version", sys.version)
fact("sys.byteorder", sys.byteorder)
fact("sys.maxsize", sys.maxsize)
fact("sys.path", sys.path)
fact("sys.argv", sys.argv)
fact("os.getcwd", os.getcwd())
fact("machine.freq", machine.freq() if isinstance(machine.freq(), int) else machine.freq()[0])
fact("len(machine.unique_id)", len(machine.unique_id()))
gc.collect()
fact("gc.mem_free", gc.mem_free())
