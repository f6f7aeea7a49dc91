"""Chips that sample by their own clock, in a moving world: when one looks makes no difference."""

import struct
from dataclasses import replace
from pathlib import Path

import pytest
from marshrut.simulator.scene import Scene, load_scene
from marshrut.simulator.world import World
from part_rides import HERE, ROVER

SDA, SCL, COLOUR_INT = 21, 16, 13
IMU, EYE = 0x68, 0x29
LEFT, RIGHT = 25, 27


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    robot = tmp_path / "robot.toml"
    parts = (HERE / "robots" / "sensing.toml").read_text(encoding="utf-8")
    robot.write_text(ROVER.read_text(encoding="utf-8") + "\n" + parts, encoding="utf-8")
    return load_scene(HERE / "worlds" / "fields.toml", robot)


def i2c(world: World, address: int, data: bytes, count: int = 0, t_us: int = 0) -> bytes:
    payload = struct.pack("<BBBBBHH", 0, SDA, SCL, address, 1, len(data), count) + data
    return world.transfer(payload, 100 + count, t_us).data


def rolling(scene: Scene, left: int = 25_000, right: int = 25_000) -> World:
    """The colour sensor is to tell when it gets dark; the IMU fills its buffer with rates about z, 50 a second."""
    world = World(scene, 7)
    for data in (b"\x8f\x01", b"\xa4\x40\x00\xff\xff", b"\x8c\x02", b"\x80\x13"):
        i2c(world, EYE, data)
    for data in (b"\x6b\x00", b"\x19\x13\x03", b"\x23\x10", b"\x6a\x44"):
        i2c(world, IMU, data)
    world.set_pin(LEFT, left, 0)
    world.set_pin(RIGHT, right, 0)
    return world


def test_an_edge_told_long_before_comes_when_it_was_told(scene: Scene) -> None:
    far, near = rolling(scene), rolling(scene)
    told = far.next_edge((COLOUR_INT,), 0, 8_000_000)
    found = None
    while found is None:
        found = near.next_edge((COLOUR_INT,), near.t_us, near.t_us + near.step_us)
        near.advance(near.t_us + near.step_us)
    assert told == found
    assert told[1:] == (COLOUR_INT, 0)
    # Another output, and it is told anew.
    far.set_pin(LEFT, 0, 0)
    far.set_pin(RIGHT, 0, 0)
    assert far.next_edge((COLOUR_INT,), 0, 8_000_000) is None


def test_what_waits_in_the_buffer_is_what_would_have_been_read_on_the_way(scene: Scene) -> None:
    late, soon = rolling(scene, 30_000, 20_000), rolling(scene, 30_000, 20_000)
    late.advance(3_000_000)
    kept = i2c(late, IMU, b"\x74", 300, 3_000_000)
    on_the_way = b""
    for number in range(1, 151):
        soon.advance(20_000 * number)
        on_the_way += i2c(soon, IMU, b"\x47", 2, 20_000 * number)
    assert kept == on_the_way
    assert len({kept[i : i + 2] for i in range(0, 300, 2)}) > 50


def test_chips_change_nothing_of_how_the_robot_moves(scene: Scene) -> None:
    bare = World(replace(scene, robot=replace(scene.robot, parts=())), 7)
    full = World(scene, 7)
    for world in (bare, full):
        world.set_pin(LEFT, 30_000, 0)
        world.advance(1_000_000)
    assert bare.state() == full.state()
