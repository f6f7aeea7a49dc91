"""Marshrut's own launcher, in FOLDER and with a pin map on which nothing is: it stops after three crashes in a row.

Nothing at the board's root takes part: the launcher looks for its files in the folder where it stands.
"""

import os
import sys


class _Map:
    BUTTON = None
    LED = None


_before = sys.modules.get("rover_board")
os.chdir(FOLDER)
try:
    sys.modules["rover_board"] = _Map
    import launcher

    fact("no-program", launcher.launch())
    with open("program.py", "w") as _file:
        _file.write("print('crash')\nraise ValueError('planned')\n")
    for _turn in range(5):
        _runs = []
        launcher.launch()
        with open("last_error.txt") as _file:
            _lines = _file.read().split("\n")
        fact("crashes.%d" % _turn, (_lines[0], _lines[1].split()[0], sorted(os.listdir())))
    with open("program.py", "w") as _file:
        _file.write("pass\n")
    launcher.launch()
    fact("after-change", sorted(os.listdir()))
finally:
    os.chdir("/")
    if _before is None:
        sys.modules.pop("rover_board", None)
    else:
        sys.modules["rover_board"] = _before
    sys.modules.pop("launcher", None)
