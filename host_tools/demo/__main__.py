"""Runs the reference of line sprint on each interpreter and says in a teacher's words what happened."""

import os
import sys
from pathlib import Path

from marshrut.simulator.messages import say
from marshrut.simulator.problems import tell
from marshrut.simulator.program import load_program
from marshrut.simulator.result import Result, build_result
from marshrut.simulator.run import Conditions, run_program
from marshrut.simulator.runners.factory import RUNTIMES
from marshrut.simulator.runners.micropython import MicroPythonMissing
from marshrut.simulator.shown_time import shown_seconds
from marshrut.simulator.tasks.catalogue import find_task, find_variant

from ..language import chosen_language
from ..sim.environment import environment_of
from ..sim.files import write_files

TASK = "line-sprint"
OUT = Path("out") / "demo"


def main() -> int:
    lang = chosen_language([], os.environ)
    task = find_task(TASK)
    variant = find_variant(task, None)
    program = load_program(task.folder / "programs" / "goal" / "reference.py")
    print(say(lang, "demo-title", task=task.title.of(lang), variant=variant.title.of(lang)))
    results: list[Result] = []
    for runtime in RUNTIMES:
        conditions = Conditions(task, variant, seed=7, runtime=runtime)
        try:
            run = run_program(program, conditions)
        except MicroPythonMissing as missing:
            print(f"  {runtime:12} {tell(lang, f'{missing.part}-missing')}")
            continue
        result = build_result(run.trace, run.judgement, lang, environment_of(runtime))
        results.append(result)
        write_files(OUT / runtime, run, result, task, lang)
        print(f"  {runtime:12} {_in_short(result, lang)}")
    if len(results) == len(RUNTIMES):
        same = len({result.trace_sha256 for result in results}) == 1
        print(say(lang, "demo-same" if same else "demo-different", hash=results[0].trace_sha256[:16]))
    else:
        same = True
    folder = OUT / results[-1].runtime
    print(say(lang, "demo-look", picture=str(folder / "picture.png"), replay=str(folder / "replay.html")))
    print(say(lang, "demo-next", program=os.path.relpath(task.folder / "programs" / "program_end" / "starter.py")))
    return 0 if same and all(result.verdict == "pass" for result in results) else 1


def _in_short(result: Result, lang: str) -> str:
    time_ms = result.measures["time_ms"] or 0
    assert result.score is not None, "line sprint is judged"
    return say(
        lang,
        "demo-run",
        verdict=say(lang, f"verdict-{result.verdict}"),
        points=result.score.points,
        max=result.score.max,
        time_s=shown_seconds(time_ms),
        lap_m=(result.measures["lap_mm"] or 0) / 1000,
        lost=result.measures["lost_count"] or 0,
    )


if __name__ == "__main__":
    sys.exit(main())
