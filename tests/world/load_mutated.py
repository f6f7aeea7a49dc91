"""Loads spoilt worlds for `test_mutated_worlds`. Arguments: a folder for them, the first number, how many."""

import json
import sys
from pathlib import Path

from marshrut.simulator.scene import load_world, mat_to_json
from marshrut.simulator.world.paint import Spot, look_at

sys.path += [str(Path(__file__).parent), str(Path(__file__).parents[1])]
from mutations import mutated
from spoilt import load_each

SPOTS = [Spot(60.0, y, 8.0, 0.0, 1.0) for y in (-12.0, 0.0, 12.0)]


def main(folder: Path, first: int, count: int) -> None:
    spoilt = mutated(count, first)

    def write(number: int) -> None:
        for name, content in next(spoilt).items():
            (folder / name).write_bytes(content)

    def use() -> None:
        mat = load_world(folder / "everything.toml").mat
        json.dumps(mat_to_json(mat))
        start = mat.starts[0]
        assert all(0.0 <= light <= 1.0 + 1e-9 for light in look_at(mat, SPOTS)(start.x_mm, start.y_mm, 1.0, 0.0))

    load_each(range(first, first + count), write, use)


main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
