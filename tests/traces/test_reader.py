"""A trace file that is not whole is refused with one sentence, before anybody judges by it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from marshrut.simulator.program import Program
from marshrut.simulator.run import Conditions, run_program
from marshrut.simulator.tasks import find_task
from marshrut.simulator.trace import read_trace
from marshrut.simulator.trace.reader import TraceError

Header = dict[str, Any]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    task = find_task("desk")
    run = run_program(
        Program("main.py", {"main.py": "from time import sleep_ms\nsleep_ms(200)\n"}),
        Conditions(task, task.variants[0], seed=1),
    )
    path = tmp_path_factory.mktemp("trace") / "trace.jsonl"
    run.trace.write(path)
    read_trace(path)
    return path


@pytest.mark.parametrize(
    "spoil",
    [
        lambda header: header.update(programs=[]),
        lambda header: header.update(programs=[{"name": "main.py"}]),
        lambda header: header.update(engine={}),
        lambda header: header.update(task="desk"),
        lambda header: header.update(seed="1"),
        lambda header: header.update(state_fields=7),
        lambda header: header.update(runtime="pypy"),
        lambda header: header.pop("scene"),
        lambda header: header.pop("variant"),
    ],
)
def test_a_header_that_is_not_whole(spoil: Callable[[Header], object], whole: Path, tmp_path: Path) -> None:
    first, *lines = whole.read_text(encoding="utf-8").splitlines()
    header = json.loads(first)
    spoil(header)
    path = tmp_path / "trace.jsonl"
    path.write_text("\n".join([json.dumps(header), *lines]), encoding="utf-8")
    with pytest.raises(TraceError) as found:
        read_trace(path)
    assert found.value.message_id == "trace-no-header"


@pytest.mark.parametrize(
    "record",
    [
        '["s",0]',
        '["x",1,2]',
        '["p",1,2,3]',
        '["e",0,0,"goal",0,null]',
        "[]",
        "7",
        f'["o",0,0,2,1{"0" * 400}]',
        '["e",0,1,"goal",0,""]',
        '["o",0,-1,2,1]',
    ],
)
def test_a_record_that_is_none(record: str, whole: Path, tmp_path: Path) -> None:
    path = tmp_path / "trace.jsonl"
    path.write_text(whole.read_text(encoding="utf-8") + record + "\n", encoding="utf-8")
    with pytest.raises(TraceError) as found:
        read_trace(path)
    assert found.value.message_id == "trace-record"


@pytest.mark.parametrize("change", ["leave out", "turn round", "cut the end"])
def test_a_robot_whose_states_are_not_all_there(change: str, whole: Path, tmp_path: Path) -> None:
    first, *lines = whole.read_text(encoding="utf-8").splitlines()
    states = [line for line in lines if line.startswith('["s"')]
    others = [line for line in lines if line not in states]
    kept = {"leave out": states[:1] + states[2:], "turn round": states[::-1], "cut the end": states[:2]}[change]
    path = tmp_path / "trace.jsonl"
    path.write_text("\n".join([first, *kept, *others]) + "\n", encoding="utf-8")
    with pytest.raises(TraceError) as found:
        read_trace(path)
    assert found.value.message_id == "trace-gap"
