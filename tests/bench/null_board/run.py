"""Runs a program on the board that does nothing, in CPython.

Usage: run.py PROGRAM [DRIVER ...]
"""

import importlib.util
import pathlib
import sys

here = pathlib.Path(__file__).parent
root = here.parent.parent.parent
runner = root / "simulator" / "runners" / "cpython"
modules = [here / f"{name}.py" for name in ("machine", "time", "micropython", "os")]
drivers = [pathlib.Path(name) for name in sys.argv[2:]]
if drivers:
    modules += [*(runner / f"{name}.py" for name in ("_petme_font", "_framebuf_drawing", "framebuf")), *drivers]
for path in modules:  # `time` is built in here: a file must be named
    spec = importlib.util.spec_from_file_location(path.stem, path)
    sys.modules[path.stem] = module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
sys.path[:0] = [str(root / "lib"), str(root / "device" / "boards")]
sys.modules["rover_board"] = __import__("esp32_rover")
exec(compile(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"), "main.py", "exec"), {"__name__": "__main__"})
