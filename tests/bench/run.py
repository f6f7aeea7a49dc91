"""`make bench`: what a simulated minute takes of this computer, one table in one run."""

import json
import subprocess
import sys
from pathlib import Path

import click
from cases import CASES, RUNTIMES
from peers import PEERS
from profile_case import profiled
from simulated import HERE
from table import HEAD, LEGEND, Machine, PeerRow, Row, write_json
from worker import Figures

NAMES = [case.name for case in CASES]


@click.command()
@click.option("--smoke", is_flag=True, help="Each once, no peers: fails only when something does not work.")
@click.option("--runs", default=5, help="The figures are medians of so many.")
@click.option("--only", multiple=True, type=click.Choice(NAMES), help="These cases alone; may be given again.")
@click.option("--profile", type=click.Choice(NAMES), help="Tell instead where the host's time goes in this case.")
@click.option("--json", "json_path", type=click.Path(path_type=Path), help="Write the figures to this file, too.")
def main(smoke: bool, runs: int, only: tuple[str, ...], profile: str | None, json_path: Path | None) -> None:
    """Measure CPU time, frames and memory of each case on both interpreters, and of other simulators."""
    if profile:
        click.echo("\n".join(profiled(next(case for case in CASES if case.name == profile), RUNTIMES[0])))
        return
    runs = 1 if smoke else runs
    machine = Machine.this()
    rows: list[Row] = []
    peers: list[PeerRow] = []
    click.echo(f"A simulated minute, seed 7, {'once' if runs == 1 else f'median of {runs}'}.\n{machine.line()}\n{HEAD}")
    for case in CASES:
        for runtime in RUNTIMES:
            if not only or case.name in only:
                figures = _figures(case.name, runtime, runs)
                rows.append(Row(case.name, runtime, case.allowed_s.get(runtime), figures))
                click.echo(rows[-1].line())
    for peer in () if smoke or only else PEERS:
        peers.append(peer(runs))
        click.echo("\n".join(peers[-1].lines()))
    click.echo(LEGEND)
    if json_path:
        write_json(json_path, machine, rows, peers)
    _check_same_traces(rows)


def _figures(case: str, runtime: str, runs: int) -> Figures:
    command = [sys.executable, str(HERE / "worker.py"), case, runtime, str(runs)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        sys.exit(done.returncode)
    return Figures(**json.loads(done.stdout))


def _check_same_traces(rows: list[Row]) -> None:
    """A figure of a run that went otherwise would mean nothing."""
    for first, second in zip(rows[::2], rows[1::2], strict=True):
        if first.figures.trace_sha256 != second.figures.trace_sha256:
            sys.exit(f"{first.case}: the two interpreters drove differently")


if __name__ == "__main__":
    main()
