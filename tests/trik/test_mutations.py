"""Damaged fields: a clear sentence or a folder that loads; no traceback, no hang, no more than 512 MB."""

import json
import random
import re
import subprocess
import sys
import time
import xml.etree.ElementTree as Tree
from pathlib import Path

import pytest
from saves import EVERYTHING, LABYRINTH, blobs, early_save, new_save, oldest_save

MOST_MB = 512
MOST_S = 20.0  # of CPU for one field
BATCH = 25
BATCHES = 20

ODD = (
    "", " ", "nan", "inf", "-0", "1e308", "-1e9", "99999999999999999999", "0.0001", "1:2:3", ":", "a:b", "-5", "50",
    "#12", "#zzzzzz", "#80ffffff", "none", "solid", "dash", "true", "maybe", "ы", "\u202e", "x" * 5000, "{", "${",
    "${robot1.x}", "../../etc/passwd", "cm", "m", "rectangle", "bound", "1e5:1e5", "90000:-90000",
)  # fmt: skip


def damaged_bytes(content: bytes, draw: random.Random) -> bytes:
    data = bytearray(content)
    for _ in range(draw.choice((1, 1, 2, 5, 20))):
        place = draw.randrange(len(data) or 1)
        match draw.randrange(6):
            case 0:
                data[place : place + 1] = bytes([draw.randrange(256)])
            case 1:
                del data[place : place + draw.choice((1, 2, 8, 100))]
            case 2:
                data[place:place] = draw.randbytes(draw.choice((1, 4, 50)))
            case 3:
                data[place:place] = data[place : place + draw.choice((4, 30, 400))]
            case 4:
                data[place : place + 4] = draw.choice(
                    (b"\xff\xff\xff\xff", b"\0\0\0\0", b"\x7f\xff\xff\xff", b"PK\3\4")
                )
            case 5:
                del data[place:]
        data = data or bytearray(b"<")
    return bytes(data)


def damaged_tree(content: bytes, draw: random.Random) -> bytes:
    root = Tree.fromstring(re.sub(rb"<(/?)ts:", rb"<\1ts.", content))
    for _ in range(draw.choice((1, 1, 2, 4, 12))):
        nodes = list(root.iter())
        node, other = draw.choice(nodes), draw.choice(nodes)
        name = draw.choice([*node.attrib, "id"])
        match draw.randrange(9):
            case 0 | 1 | 2:
                node.set(name, draw.choice(ODD))
            case 3:
                node.attrib.pop(name, None)
            case 4:
                node.set(draw.choice((name + "s", name.title(), "stroke-width", "_1", "begin", "id")), draw.choice(ODD))
            case 5:
                node.tag = draw.choice((other.tag, "unknown", "use", "not", "using", "image", "region", "conditions"))
            case 6:
                for parent in nodes:
                    if node in list(parent):
                        parent.remove(node)
            case 7:
                copied = Tree.tostring(node) if sum(1 for _ in node.iter()) < 10 else b"<wall/>"
                for _ in range(draw.choice((1, 3, 150))):
                    other.append(Tree.fromstring(copied))
            case 8:
                inner = node
                for _ in range(draw.choice((3, 30, 250))):
                    inner = Tree.SubElement(inner, draw.choice((node.tag, "not", "conditions", "sum")), node.attrib)
    return Tree.tostring(root, encoding="utf-8").replace(b"<ts.", b"<ts:").replace(b"</ts.", b"</ts:")


def mutant(number: int) -> bytes:
    """The damaged field of that number, the same every time."""
    draw = random.Random(number)
    field = draw.choice((EVERYTHING, EVERYTHING, LABYRINTH))
    if number % 2:
        field = damaged_tree(field, draw)
        wrap = draw.choice((lambda xml: xml, new_save, early_save, oldest_save))
        try:
            return wrap(field)
        except UnicodeError:
            return field
    whole = draw.choice(
        (field, field, new_save(field), new_save(field, damaged_bytes(blobs(), draw)), oldest_save(field))
    )
    return damaged_bytes(whole, draw)


RUN = """
import contextlib, io, json, pathlib, sys, time
from marshrut.host_tools import cli
from marshrut.simulator.scene import load_world
from marshrut.simulator.tasks.loading import load_task
told = []
for file in sorted(pathlib.Path(sys.argv[1]).glob("*.qrs")):
    out, err, begun = io.StringIO(), io.StringIO(), time.process_time()
    folder = file.with_suffix("")
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = cli.run(["world", "import", str(file), "--out", str(folder), "--lang", "en"])
    seconds = time.process_time() - begun
    if code == 0:
        load_world(folder / "world.toml")
        load_task(folder)
    told.append([file.name, code, err.getvalue(), round(seconds, 2), folder.exists()])
most = pathlib.Path("/proc/self/status").read_text().partition("VmHWM:")[2]  # ru_maxrss would be that of pytest
print(json.dumps({"told": told, "kib": int(most.split()[0])}))
"""


@pytest.mark.sample(1)
@pytest.mark.parametrize("batch", range(BATCHES))
def test_damaged_fields(batch: int, tmp_path: Path) -> None:
    for number in range(batch * BATCH, (batch + 1) * BATCH):
        (tmp_path / f"{number:03}.qrs").write_bytes(mutant(number))
    begun = time.monotonic()
    run = subprocess.run(
        [sys.executable, "-c", RUN, str(tmp_path)], capture_output=True, text=True, timeout=BATCH * MOST_S, check=False
    )
    assert run.returncode == 0, run.stderr
    ended = json.loads(run.stdout)
    told = ended["told"]
    assert len(told) == BATCH and time.monotonic() > begun
    for name, code, err, seconds, there in told:
        assert code in (0, 2), (name, err)
        assert seconds < MOST_S, name
        assert there == (code == 0), name
        if code == 2:
            assert err.count("\n") == 1 and re.search(r"\[C1?\d\d\]$", err.strip()), (name, err)
    assert ended["kib"] < MOST_MB * 1024
