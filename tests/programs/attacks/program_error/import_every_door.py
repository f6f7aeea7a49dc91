"""Import all that would lead out; the last failure is let through."""

for name in ("js", "jsffi", "_port", "_clock", "_boot", "subprocess", "ctypes"):
    try:
        __import__(name)
    except ImportError:
        continue
    print("escaped by", name)
for name in ("vfs", "sys", "micropython"):  # the interpreter has its own of these, too
    before = __import__(name)
    del __import__("sys").modules[name]
    if __import__(name) is not before:
        print("escaped by", name)
import subprocess
