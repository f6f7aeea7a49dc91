"""Import all that would lead out; the last failure is let through."""

for name in ("js", "jsffi", "vfs", "_port", "_clock", "_boot", "subprocess", "ctypes"):
    try:
        __import__(name)
    except ImportError:
        continue
    print("escaped by", name)
import subprocess
