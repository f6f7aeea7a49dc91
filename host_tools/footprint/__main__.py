"""`make footprint [RUNTIME=FOLDER]`: what a runtime takes of a board's flash and heap."""

import argparse
import sys
from pathlib import Path

from marshrut.simulator.problems import tell
from marshrut.simulator.runners.micropython import MicroPythonMissing
from marshrut.simulator.scene.chips import CHIPS

from .report import BOARD, other_report, own_report


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="footprint", description=__doc__)
    parser.add_argument("runtime", nargs="?", type=Path, help="another runtime's folder; ours when left out")
    parser.add_argument("--board", choices=sorted(CHIPS), default=BOARD, help="whose pin map lies beside it")
    chosen = parser.parse_args(arguments)
    if chosen.runtime is not None and not chosen.runtime.is_dir():
        parser.error(f"{chosen.runtime} is no folder")
    try:
        for line in other_report(chosen.runtime, chosen.board) if chosen.runtime else own_report(chosen.board):
            print(line, flush=True)
    except MicroPythonMissing as missing:
        print(tell("en", f"{missing.part}-missing"))
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
