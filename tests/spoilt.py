"""What must come of spoilt files: each is told in a clear sentence or can be used, soon and in little memory.

A loader, a program of its own so that its memory is its own, calls `load_each`; the test that starts it, `came_of`.
"""

import json
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from marshrut.simulator.messages import LANGUAGES
from marshrut.simulator.toml_file import FileProblem

MOST_MB, MOST_S = 512, 30.0


def load_each(numbers: range, write: Callable[[int], None], use: Callable[[], None]) -> None:
    """Have the files of each number written, and used; prints a JSON line for each, and one with the memory taken."""
    for number in numbers:
        write(number)
        begin = time.process_time()
        try:
            use()
            told = ""
        except FileProblem as problem:
            told, *_ = [fault.tell(lang) for fault in (problem, *problem.others)[:3] for lang in LANGUAGES]
        print(json.dumps({"number": number, "seconds": round(time.process_time() - begin, 2), "told": told}))
    most = Path("/proc/self/status").read_text().partition("VmHWM:")[2]  # ru_maxrss would be that of pytest
    print(json.dumps({"peak_mb": int(most.split()[0]) / 1024}))


def came_of(loader: Path, folder: Path, first: int, count: int) -> None:
    """Start the loader for so many numbers from the first, with a folder for their files, and look at all it says."""
    command = [sys.executable, str(loader), str(folder), str(first), str(count)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=MOST_S * count, check=False)
    assert done.returncode == 0, done.stderr + done.stdout[-500:]
    *records, last = (json.loads(line) for line in done.stdout.splitlines())
    assert len(records) == count
    for record in records:
        assert record["seconds"] < MOST_S, record
        assert record["told"] == "" or re.search(r"\[C\d{2,3}\]$", record["told"]), record
    assert any(record["told"] == "" for record in records) and any(record["told"] for record in records)
    assert last["peak_mb"] < MOST_MB
