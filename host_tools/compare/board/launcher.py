"""Marshrut's own launcher, in FOLDER and with a pin map on which nothing is: it stops after three crashes in a row.

Nothing at the board's root takes part: the launcher looks for its files in the folder where it stands.
"""

import os

import launcher


def _put(name, text):
    with open(name, "w") as file:
        file.write(text)


os.chdir(FOLDER)
try:
    _put("rover_board.py", "NAME = 'none'\n")
    fact("no-program", launcher.launch())
    _put("program.py", "print('crash')\nraise ValueError('planned')\n")
    for _turn in range(5):
        launcher.launch()
        with open("last_error.txt") as _file:
            _lines = _file.read().split("\n")
        fact("crashes.%d" % _turn, (_lines[0], _lines[1].split()[0], sorted(os.listdir())))
    _put("program.py", "pass\n")
    launcher.launch()
    fact("after-change", sorted(os.listdir()))
finally:
    os.chdir("/")
