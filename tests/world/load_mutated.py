"""Loads spoilt worlds in a process of its own, and tells what came of each and how much memory it took.

Arguments: a folder for them, the first number, how many. Prints a JSON line for each: seconds, what came of it.
"""

import json
import sys
import time
from pathlib import Path

from marshrut.simulator.messages import LANGUAGES
from marshrut.simulator.scene import load_world, mat_to_json
from marshrut.simulator.toml_file import FileProblem
from marshrut.simulator.world.paint import Spot, look_at

sys.path.append(str(Path(__file__).parent))
from mutations import mutated

SPOTS = [Spot(60.0, y, 8.0, 0.0, 1.0) for y in (-12.0, 0.0, 12.0)]


def main(folder: Path, first: int, count: int) -> None:
    for number, files in enumerate(mutated(count, first), start=first):
        for name, content in files.items():
            (folder / name).write_bytes(content)
        begin = time.process_time()
        try:
            mat = load_world(folder / "everything.toml").mat
            json.dumps(mat_to_json(mat))
            start = mat.starts[0]
            assert all(0.0 <= light <= 1.0 + 1e-9 for light in look_at(mat, SPOTS)(start.x_mm, start.y_mm, 1.0, 0.0))
            told = ""
        except FileProblem as problem:
            told, *_ = [fault.tell(lang) for fault in (problem, *problem.others)[:3] for lang in LANGUAGES]
        seconds = time.process_time() - begin
        print(json.dumps({"number": number, "seconds": round(seconds, 2), "told": told}))
    most = Path("/proc/self/status").read_text().partition("VmHWM:")[2]  # ru_maxrss would be that of pytest
    print(json.dumps({"peak_mb": int(most.split()[0]) / 1024}))


main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
