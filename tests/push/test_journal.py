"""The list by which a push takes effect: cut off after any step, and again, it comes to the same end.

The plan is the one that `marshrut push` makes, and the board's own finish_push.py carries it out, on a model of a flash
that does as littlefs does, which may take a folder for a file.
"""

from hashlib import sha256
from typing import cast

import pytest
from flash_model import Flash, FlashLink, PowerGone
from hypothesis import given
from hypothesis import strategies as st
from marshrut.host_tools.cable.found import RECORD, Found, Record
from marshrut.host_tools.cable.link import Link
from marshrut.host_tools.cable.problem import CableProblem
from marshrut.host_tools.push.plan import GO, STAGE, Plan, make_plan, to_hash
from marshrut.host_tools.push.transfer import transfer

SYSTEM = {"/boot.py": b"boot 1", "/finish_push.mpy": b"finish 1", "/main.py": b"main", "/lib/rover/led.mpy": b"led 1"}
NEWER = SYSTEM | {"/boot.py": b"boot 2", "/finish_push.mpy": b"finish 2", "/lib/rover/led.mpy": b"led 2"}


def digest(content: bytes) -> str:
    return sha256(content).hexdigest()


def found(flash: Flash) -> Found:
    record = Record()
    if RECORD in flash.files:
        import json

        facts = json.loads(flash.files[RECORD])
        record = Record(facts["marshrut"], facts["board"], facts["program"], facts["files"])
    sizes = {path: len(content) for path, content in flash.files.items()}
    folders = frozenset(flash.folders - {"/"})
    return Found("rp2", (1, 29, 0), "Pico", "RPI_PICO", 4096, 300, 200, sizes, folders, record)


def planned(flash: Flash, wanted: dict[str, bytes], name: str = "new") -> Plan:
    seen = found(flash)
    known = {path: digest(flash.files[path]) for path in to_hash(seen, wanted)}
    return make_plan(seen, known, wanted, Record("1", "pico_rover", name), {})


def staged(flash: Flash, plan: Plan) -> Flash:
    """All is there and counts from now on."""
    ready = flash.copy()
    ready.folders.add(STAGE)
    ready.files |= {f"{STAGE}/{number}": content for number, content in enumerate(plan.send.values())}
    ready.folders |= {f"{STAGE}/{number}" for number in plan.folders}
    ready.files[GO] = "".join(step + "\n" for step in plan.steps).encode()
    return ready


def pushed(flash: Flash, wanted: dict[str, bytes]) -> Flash:
    plan = planned(flash, wanted)
    done = staged(flash, plan) if plan.steps else flash.copy()
    done.finish()
    return done


def with_program(files: dict[str, bytes], extra: dict[str, bytes] | None = None) -> Flash:
    """A board to which that program was pushed, and which has written these files since."""
    flash = pushed(Flash(extra or {}), SYSTEM | files)
    return flash


OLD = {
    "/program.py": b"old",
    "/steps.py": b"1",
    "/parts.py": b"p",
    "/data": b"d",
    "/maps/a.txt": b"a",
    "/maps/b.txt": b"b",
}
CASES = {
    "another program": {"/program.py": b"new", "/parts/arm.py": b"arm", "/maps/b.txt": b"b"},
    "a module becomes a package": {"/program.py": b"new", "/parts/arm.py": b"arm", "/data/sub/x.txt": b"x"},
    "one file changes": OLD | {"/steps.py": b"2"},
    "a folder becomes a file": {"/program.py": b"new", "/maps": b"all in one"},
    "a file becomes a folder": OLD | {"/program.py": b"new", "/steps.py/inner.py": b"1"},
}
CASES["a file becomes a folder"].pop("/steps.py")


@pytest.mark.parametrize("name", CASES)
def test_cut_off_after_any_step_and_again_it_ends_the_same(name: str) -> None:
    wanted = NEWER | CASES[name]
    flash = with_program(OLD, {"/line.cal": b"its own"})
    ready = staged(flash, planned(flash, wanted))
    end = ready.copy()
    end.finish()
    assert {path: end.files[path] for path in wanted} == wanted
    assert end.files.keys() == wanted.keys() | {RECORD, "/line.cal"}
    assert STAGE not in end.folders
    assert planned(end, wanted).send == {}, "a second push has nothing to do"
    steps = 0
    while True:
        for second in (0, 1, 5):
            cut = ready.copy()
            cut.steps_left = steps
            try:
                cut.finish()
                whole = True
            except PowerGone:
                whole = False
            again = cut.copy()
            again.steps_left = second
            try:
                again.finish()
            except PowerGone:
                again.steps_left = None
                again.finish()
            _tidy(again)
            assert (again.files, again.folders) == (end.files, end.folders), f"cut after {steps} steps, then {second}"
        if whole:
            return
        steps += 1


@pytest.mark.parametrize("name", CASES)
def test_a_push_that_is_cut_off_leaves_all_of_the_old_or_comes_to_all_of_the_new(name: str) -> None:
    """Everything that push does on the board, cut off at each change of the flash; then boot.py, then another push."""
    wanted = NEWER | CASES[name]
    flash = with_program(OLD, {"/line.cal": b"its own"})
    end = flash.copy()
    carry_out(end, planned(flash, wanted))
    assert {path: end.files[path] for path in wanted} == wanted
    assert end.files.keys() == wanted.keys() | {RECORD, "/line.cal"} and STAGE not in end.folders
    plan = planned(flash, wanted)
    for steps in range(1000):
        cut = flash.copy()
        cut.steps_left = steps
        try:
            carry_out(cut, plan)
            return
        except PowerGone:
            cut.steps_left = None
        counted = cut.finish()
        left = {path: content for path, content in cut.files.items() if not path.startswith(STAGE + "/")}
        folders = {path for path in cut.folders if path != STAGE and not path.startswith(STAGE + "/")}
        assert (left, folders) in [(flash.files, flash.folders), (end.files, end.folders)], f"cut after {steps} steps"
        assert not counted or left == end.files
        again = planned(cut, wanted)
        if again.steps:
            carry_out(cut, again)
        _tidy(cut)
        assert (cut.files, cut.folders) == (end.files, end.folders), f"cut after {steps} steps and pushed again"


def carry_out(flash: Flash, plan: Plan) -> None:
    transfer(cast(Link, FlashLink(flash)), found(flash), plan, lambda count: None)


@pytest.mark.parametrize("left", ["a file called like the folder", "a folder in it"])
def test_what_lies_in_the_way_of_the_stage_goes(left: str) -> None:
    flash = with_program(OLD)
    if left == "a folder in it":
        flash.folders |= {STAGE, STAGE + "/sub"}
        flash.files[STAGE + "/sub/x"] = b""
    else:
        flash.files[STAGE] = b""
    carry_out(flash, planned(flash, NEWER | OLD))
    assert flash.files["/boot.py"] == b"boot 2" and not {STAGE, STAGE + "/sub/x"} & flash.files.keys()


def test_until_boot_py_can_finish_it_nothing_else_has_changed() -> None:
    """On a board that had none of it before: the first steps are those that give it a boot.py that goes on."""
    flash = Flash({"/main.py": b"its own program", "/boot.py": b"its own start"})
    plan = planned(flash, NEWER | OLD)
    assert [step.split(" ")[-1] for step in plan.steps[:2]] == ["/finish_push.mpy", "/boot.py"]


def _tidy(flash: Flash) -> None:
    """What may be left when the power goes after the list: the next push takes it away."""
    if GO not in flash.files:
        flash.files = {path: content for path, content in flash.files.items() if not path.startswith(STAGE + "/")}
        flash.folders = {path for path in flash.folders if path != STAGE and not path.startswith(STAGE + "/")}


paths = st.lists(st.sampled_from(["a", "b", "c.py", "d.txt"]), min_size=1, max_size=3).map(
    lambda parts: "/" + "/".join(parts)
)
programs = st.dictionaries(paths, st.sampled_from([b"", b"1", b"2"]), max_size=6).filter(
    lambda files: not any(other.startswith(path + "/") for path in files for other in files)
)


@given(old=programs, new=programs, own=programs)
def test_any_program_may_follow_any_other(old: dict[str, bytes], new: dict[str, bytes], own: dict[str, bytes]) -> None:
    """`own` are files the board has beside them; they stay as they are, or the push says that one is in its way."""
    own = {"/own" + path: content for path, content in own.items()}
    old, new = {"/own" + path: content for path, content in old.items()}, {"/own" + p: c for p, c in new.items()}
    try:
        flash = with_program({"/program.py": b"old"} | old, own)
        mine = {path: content for path, content in own.items() if path not in old}
        end = pushed(flash, SYSTEM | {"/program.py": b"new"} | new)
    except CableProblem as problem:
        assert problem.message_id in ("push-file-in-way", "push-folder-in-way")
        return
    expected = SYSTEM | {"/program.py": b"new"} | mine | new
    assert {path: content for path, content in end.files.items() if path != RECORD} == expected
    used = {folder for path in expected for folder in Flash({path: b""}).folders}
    assert end.folders == used, "no empty folder is left"


def test_what_the_user_changed_by_hand_is_not_taken_away() -> None:
    flash = with_program(OLD)
    flash.files["/steps.py"] = b"changed by hand"
    end = pushed(flash, SYSTEM | {"/program.py": b"new"})
    assert end.files["/steps.py"] == b"changed by hand"
    assert "/maps/a.txt" not in end.files


def test_texts_of_the_runtime_that_would_hide_its_bytecode_go() -> None:
    flash = with_program(OLD)
    flash.files |= {"/lib/rover/led.py": b"by mip", "/launcher.py": b"by mip"}
    end = pushed(flash, SYSTEM | OLD)
    assert not {"/lib/rover/led.py", "/launcher.py"} & end.files.keys()
