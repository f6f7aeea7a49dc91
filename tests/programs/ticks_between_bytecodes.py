"""Lets a control tick come between any two bytecodes of what a program calls, which no simulated run can promise to do.

On a board the timer's callback runs wherever the interpreter looks for it, in the middle of a command that begins or
ends a motion. Here CPython runs the runtime on two plain wheels, and each scenario is run once for each bytecode of its
commands, or each so many (its argument), with a tick at that place. Prints what is wrong, and ends with 1 then.
"""

import os
import sys
import types
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from rover import Motion, Rover

ROOT = Path(__file__).resolve().parents[2]
LIB = str(ROOT / "lib" / "rover")
FULL = 65535
MOST_TICKS = 1500


class Board:
    """Time, and two wheels with some inertia and friction."""

    now_us = 0
    timers: ClassVar[list["Timer"]] = []
    pwms: ClassVar[dict[int, "PWM"]] = {}
    encoders: ClassVar[dict[int, "Encoder"]] = {}

    @classmethod
    def tick(cls) -> None:
        """Ten milliseconds pass; wheels turn, the timer comes."""
        cls.now_us += 10_000
        for encoder in cls.encoders.values():
            encoder.turn()
        for timer in list(cls.timers):
            timer.callback(timer)


class Pin:
    IN, OUT, PULL_UP = 1, 3, 2

    def __init__(self, id: int, mode: int = -1, pull: object = -1, value: object = None) -> None:
        self.id = id


class PWM:
    def __init__(self, pin: Pin, freq: int = 0, duty_u16: int = 0) -> None:
        self.duty = 0
        Board.pwms[pin.id] = self

    def duty_u16(self, duty: int) -> None:
        assert type(duty) is int and 0 <= duty <= FULL, duty
        self.duty = duty


class Encoder:
    # unit -> the pins of its motor, as in the pin map of the ESP32 rover
    MOTORS: ClassVar = {0: (25, 26), 1: (27, 14)}
    COUNTS_PER_TICK = 36.7  # at full power
    FRICTION = 2500
    NEARER = 0.3  # to its new speed in a tick

    def __init__(self, unit: int, a: Pin, b: Pin, phases: int = 4) -> None:
        self.unit = unit
        self.count = self.speed = 0.0
        Board.encoders[unit] = self

    def value(self) -> int:
        return int(self.count)

    def turn(self) -> None:
        forward, back = (Board.pwms[pin].duty for pin in self.MOTORS[self.unit])
        duty = forward - back
        force = max(abs(duty) - self.FRICTION, 0) * (1 if duty > 0 else -1)
        self.speed += (force / FULL * self.COUNTS_PER_TICK - self.speed) * self.NEARER
        self.count += self.speed


class Timer:
    PERIODIC = 1

    def __init__(self, id: int, mode: int = 1, period: int = 10, callback: Callable[["Timer"], None] | None = None):
        assert callback is not None and period == 10
        self.callback = callback
        Board.timers.append(self)

    def deinit(self) -> None:
        Board.timers.remove(self)


def _sleep_us(us: int) -> None:
    for _ in range(max(1, (us + 5000) // 10_000)):
        Board.tick()


def install() -> None:
    """Put this board in the place of MicroPython's modules, before the runtime is imported."""
    machine = types.ModuleType("machine")
    for part in (Pin, PWM, Encoder, Timer):
        setattr(machine, part.__name__, part)
    machine.ADC = object  # type: ignore[attr-defined]
    micropython = types.ModuleType("micropython")
    micropython.const = lambda value: value  # type: ignore[attr-defined]
    micropython.schedule = lambda function, argument: function(argument)  # type: ignore[attr-defined]
    time = types.ModuleType("time")
    time.ticks_us = lambda: Board.now_us  # type: ignore[attr-defined]
    time.ticks_ms = lambda: Board.now_us // 1000  # type: ignore[attr-defined]
    time.ticks_diff = lambda end, start: end - start  # type: ignore[attr-defined]
    time.ticks_add = lambda ticks, delta: ticks + delta  # type: ignore[attr-defined]
    time.sleep_us = _sleep_us  # type: ignore[attr-defined]
    time.sleep_ms = lambda ms: _sleep_us(ms * 1000)  # type: ignore[attr-defined]
    sys.modules.update(machine=machine, micropython=micropython, time=time)
    os.dupterm = lambda stream, index=0: None  # type: ignore[attr-defined]
    sys.path[:0] = [str(ROOT / "lib"), str(ROOT / "device" / "boards")]
    sys.modules["rover_board"] = __import__("esp32_rover")


class Interruption:
    """Ticks once, at the `at`-th bytecode of the runtime; counts them all."""

    def __init__(self, at: int) -> None:
        self.at = at
        self.seen = 0
        self._inside = False

    def __call__(self, frame: types.FrameType, event: str, argument: object) -> object:
        if not frame.f_code.co_filename.startswith(LIB):
            return None
        frame.f_trace_opcodes = True
        frame.f_trace_lines = False
        if event == "opcode" and not self._inside:
            self.seen += 1
            if self.seen == self.at:
                self._inside = True
                sys.settrace(None)
                Board.tick()
        return self


def interrupted(action: Callable[[], object], at: int) -> int:
    """Do it with a tick at that bytecode; how many there were."""
    interruption = Interruption(at)
    sys.settrace(interruption)  # type: ignore[arg-type]
    try:
        action()
    finally:
        sys.settrace(None)
    return interruption.seen


# What is under way before, and what is then called. All that ends by itself has to end, and say how.
BEFORE = {
    "nothing": lambda rover: None,
    "straight": lambda rover: rover.drive.straight(60, wait=False),
    "turn, hold": lambda rover: rover.drive.turn(40, then="hold", wait=False),
    "drive": lambda rover: rover.drive.drive(200, 30),
    "left motor": lambda rover: rover.left_motor.run_angle(600, 60, wait=False),
    "left motor on": lambda rover: rover.left_motor.run(500),
    "left motor's time": lambda rover: rover.left_motor.run_time(500, 200, then="stop", wait=False),
}
CALLS = {
    "straight": lambda rover: rover.drive.straight(-50, wait=False),
    "turn": lambda rover: rover.drive.turn(-30, wait=False),
    "hold": lambda rover: rover.drive.curve(100, 20, then="hold", wait=False),
    "drive": lambda rover: rover.drive.drive(100),
    "stop": lambda rover: rover.drive.stop(),
    "brake": lambda rover: rover.drive.brake(),
    "effort": lambda rover: rover.drive.set_effort(20, 20),
    "all off": lambda rover: rover.stop(),
    "left angle": lambda rover: rover.left_motor.run_angle(500, -40, wait=False),
    "left time": lambda rover: rover.left_motor.run_time(400, 50, wait=False),
    "left on": lambda rover: rover.left_motor.run(300),
    "left stop": lambda rover: rover.left_motor.stop(),
    "left hold": lambda rover: rover.left_motor.hold(),
    "right brake": lambda rover: rover.right_motor.brake(),
}
RESULTS = ("done", "stopped")
OFF = ("stop", "all off")


def begun(before: str) -> tuple["Rover", "Motion | None"]:
    """A robot on which that has just begun."""
    import rover.control as control
    import rover.stop as stop
    from rover import Rover

    control._loops.clear()
    stop._offs.clear()
    stop._ends.clear()
    for held in (Board.timers, Board.pwms, Board.encoders):
        held.clear()
    rover = Rover()
    rover.drive.brake()
    return rover, BEFORE[before](rover)


def length(before: str) -> int:
    """How many ticks it takes."""
    _, motion = begun(before)
    ticks = 0
    while motion is not None and motion.result is None:
        Board.tick()
        ticks += 1
    return ticks


def scenario(before: str, ticks: int, call: str, at: int) -> int:
    """Call it after so many ticks, with another at bytecode `at`; AssertionError where something is wrong."""
    import rover.control as control

    rover, motion = begun(before)
    for _ in range(ticks):
        Board.tick()
    motions = [motion]
    count = interrupted(lambda: motions.append(CALLS[call](rover)), at)
    loop = control.loop_of(sys.modules["rover_board"].CONTROL_TIMER)
    duties = [Board.pwms[pin].duty for pins in Encoder.MOTORS.values() for pin in pins]
    if call in OFF:
        assert duties == [0, 0, 0, 0], f"motors on: {duties}"
        assert not Board.timers, "the timer goes on"
    if call == "brake":
        assert duties == [FULL] * 4, f"no brake: {duties}"
    motions = [motion for motion in motions if motion is not None]
    for _ in range(MOST_TICKS):
        if all(motion.result for motion in motions):
            break
        Board.tick()
    assert loop._error is None, f"a tick failed: {loop._error!r}"
    results = [motion.result for motion in motions]
    assert all(result in RESULTS for result in results), f"ended {results}"
    assert len(Board.timers) <= 1, "two timers"
    if call in ("straight", "turn", "left angle", "left time", "hold"):
        assert results[-1] == "done", f"ended {results}"
    return count


def main(step: int) -> int:
    install()
    import rover  # noqa: F401  before anything is traced

    faults, places = [], 0
    for before in BEFORE:
        for ticks in {7, max(length(before) - 1, 0)}:  # in the middle, and where the next tick is the last
            for call in CALLS:
                count = scenario(before, ticks, call, 0)
                places += count
                for at in range(1, count + 1, step):
                    try:
                        scenario(before, ticks, call, at)
                    except Exception as error:
                        place = f"{call} in tick {ticks} of {before}, bytecode {at}"
                        faults.append(f"{place}: {type(error).__name__} {error}")
                        break
    print(f"{places} places, {len(faults)} faults")
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
