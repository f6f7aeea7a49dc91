"""Every program of line sprint on many seeds and every variant: does each end as its folder says, whoever the robot is?

The whole sweep takes minutes (`make sweep`): 50 seeds × 3 variants on cpython, a fifth of it on micropython. `make
test` takes a sample. Prints what it saw; ends with 1 when anything is not as it must be.
"""

import argparse
import statistics
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from marshrut.simulator.program import Program, load_program
from marshrut.simulator.run import Conditions, run_program
from marshrut.simulator.tasks.catalogue import TASKS, find_task, find_variant

TASK = "line-sprint"
PROGRAMS = TASKS / TASK / "programs"
REFERENCE = PROGRAMS / "goal" / "reference.py"
TOO_HIGH = "reference with four times the gain"
TOO_HIGH_LOSES = 0.30  # the share of runs in which that must lose the line: else the noise is not real
SEEDS = 50
MICROPYTHON_SHARE = 5
WORKERS = 2


@dataclass(frozen=True)
class Case:
    """One run to be made: a program by its path, or the reference made too eager."""

    program: str
    runtime: str
    variant: str
    seed: int


@dataclass(frozen=True)
class Seen:
    case: Case
    ended: str
    verdict: str
    lost: int
    time_ms: int | None
    fault: str


def programs() -> list[Path]:
    """The reference and the programs that must fail, each in the folder of its expected end."""
    return sorted(PROGRAMS.glob("*/*.py"))


def expected_end(program: str) -> str:
    return Path(program).parent.name


def too_eager() -> Program:
    """The reference with a P gain four times too high and nothing else changed."""
    reference = load_program(REFERENCE)
    lines = reference.main.splitlines(keepends=True)
    at = next(i for i, line in enumerate(lines) if line.startswith("KP = "))
    gain = float(lines[at].split("=")[1].split("#")[0])
    lines[at] = f"KP = {4 * gain}\n"
    return Program(TOO_HIGH, {"main.py": "".join(lines)})


def cases(seeds: Iterable[int], names: Iterable[str] | None = None) -> Iterator[Case]:
    """Every program, variant and seed on cpython; every fifth seed on micropython too."""
    variants = [variant.id for variant in find_task(TASK).variants]
    for name in names if names is not None else [*map(str, programs()), TOO_HIGH]:
        for number, seed in enumerate(seeds):
            for variant in variants:
                yield Case(name, "cpython", variant, seed)
                if number % MICROPYTHON_SHARE == 0 and name != TOO_HIGH:
                    yield Case(name, "micropython", variant, seed)


def look(case: Case) -> Seen:
    task = find_task(TASK)
    program = too_eager() if case.program == TOO_HIGH else load_program(Path(case.program))
    run = run_program(program, Conditions(task, find_variant(task, case.variant), case.seed, runtime=case.runtime))
    measures = run.judgement.measures
    fault = run.outcome.fault
    return Seen(
        case,
        run.judgement.ended,
        run.judgement.verdict,
        measures["lost_count"] or 0,
        measures["time_ms"],
        f"{fault.cls}: {fault.message}" if fault else "",
    )


def wrong(seen: Seen) -> str:
    """What is not as it must be in this run, or ""."""
    if seen.case.program == TOO_HIGH:
        return ""
    expected = expected_end(seen.case.program)
    if seen.ended != expected:
        return f"ended {seen.ended} instead of {expected} {seen.fault}"
    passed = "pass" if expected == "goal" else "fail"
    return "" if seen.verdict == passed else f"verdict {seen.verdict} instead of {passed}"


def tell(results: list[Seen]) -> int:
    """Print a table; returns the number of runs that are not as they must be."""
    groups: dict[tuple[str, str], list[Seen]] = defaultdict(list)
    for seen in results:
        groups[seen.case.program, seen.case.runtime].append(seen)
    faults = 0
    for (name, runtime), runs in groups.items():
        ends = ", ".join(f"{end} {count}" for end, count in Counter(seen.ended for seen in runs).most_common())
        short = name if name == TOO_HIGH else str(Path(name).relative_to(PROGRAMS))
        print(f"{short:36} {runtime:12} {len(runs):4} runs: {ends}")
        for seen in runs:
            if what := wrong(seen):
                faults += 1
                print(f"    {seen.case.variant}, seed {seen.case.seed}: {what}")
    return faults + _tell_times(results) + _tell_too_high(results)


def _tell_times(results: list[Seen]) -> int:
    print("Lap times of the reference, s:")
    for variant in dict.fromkeys(seen.case.variant for seen in results):
        times = sorted(
            seen.time_ms / 1000
            for seen in results
            if seen.case.program == str(REFERENCE)
            and seen.case.variant == variant
            and seen.case.runtime == "cpython"
            and seen.time_ms is not None
        )
        if len(times) > 1:
            print(
                f"  {variant:10} {len(times):3} laps: {times[0]:.2f} to {times[-1]:.2f}, median "
                f"{statistics.median(times):.2f}, standard deviation {statistics.stdev(times):.2f}"
            )
            if times[-1] - times[0] < 0.02:
                print("    all the same: the seeds vary nothing")
                return 1
    return 0


def share_that_loses(runs: list[Seen]) -> float:
    """The share of runs in which the line was lost: by the judge's rule, or for so long that the follower gave up."""
    return sum(seen.lost > 0 or seen.ended != "goal" for seen in runs) / len(runs)


def _tell_too_high(results: list[Seen]) -> int:
    runs = [seen for seen in results if seen.case.program == TOO_HIGH]
    if not runs:
        return 0
    share = share_that_loses(runs)
    print(f"Four times the gain loses the line in {share:.0%} of {len(runs)} runs; at least {TOO_HIGH_LOSES:.0%} must.")
    return int(share < TOO_HIGH_LOSES)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seeds", type=int, default=SEEDS)
    parser.add_argument("--only", help="a part of the name of the programs to run")
    options = parser.parse_args()
    begin = time.monotonic()
    chosen = [case for case in cases(range(options.seeds)) if not options.only or options.only in case.program]
    with ProcessPoolExecutor(WORKERS) as pool:
        results = list(pool.map(look, chosen, chunksize=4))
    faults = tell(results)
    print(f"{len(results)} runs in {time.monotonic() - begin:.0f} s; {faults or 'none'} not as it must be.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
