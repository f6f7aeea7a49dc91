"""What a control tick takes of the heap while the robot moves, in the simulator, on the real interpreter.

A motion runs for 100 ticks in which the growth of the heap is measured, less what the simulated board takes of it while
the robot stands, and for 100 more under `micropython.heap_lock()`, where anything that takes heap fails.
"""

from dataclasses import dataclass

from marshrut.simulator.program import Program
from marshrut.simulator.run import Conditions, drive, nominal_scene, trace_header
from marshrut.simulator.tasks.catalogue import find_task, find_variant, robots_by_name
from marshrut.simulator.tasks.loading import with_robot
from marshrut.simulator.trace import Trace, TraceWriter

TICKS = 100
STANDS = "robot stands"
_HEAD = (
    "import gc, micropython\nfrom time import sleep_ms\nfrom rover import Rover\nrover = Rover()\nbefore = after = 0\n"
)
_TAIL = """
sleep_ms(300)
before = gc.mem_alloc()
sleep_ms(1000)
after = gc.mem_alloc()
micropython.heap_lock()
sleep_ms(1000)
micropython.heap_unlock()
print(after - before)
"""
_FOLLOW = """
looks = 0
def look():
    global looks, before, after
    looks += 1
    if looks == 30:
        before = gc.mem_alloc()
    if looks == 130:
        after = gc.mem_alloc()
        micropython.heap_lock()
    if looks == 230:
        micropython.heap_unlock()
    return looks > 230
rover.follower.follow(250, until=look)
print(after - before)
"""
MOTIONS = {
    "motor": "rover.left_motor.run(300)" + _TAIL,
    "drive base, drive": "rover.drive.drive(150, 20)" + _TAIL,
    "drive base, straight": "rover.drive.straight(1500, wait=False)" + _TAIL,
    "drive base, turn": "rover.drive.turn(720, wait=False)" + _TAIL,
    "line follower": _FOLLOW,
    "odometry": "rover.drive.pose()\nrover.drive.drive(150, 20)" + _TAIL,
    "drive base by gyro": "rover.drive.use_gyro(True)\nrover.drive.drive(150, 20)" + _TAIL,
    "telemetry": (
        "log = rover.telemetry\nlog.add('left', rover.left_motor.angle)\nlog.add('line', rover.line.position)\n"
        "log.start(10, 400)\nrover.drive.drive(150, 20)" + _TAIL
    ),
}


@dataclass(frozen=True)
class Tick:
    """`bytes` of heap that a tick took on average; `failed` says what went wrong, under the lock or before."""

    motion: str
    bytes: float
    failed: str = ""


def measure_ticks(robot: str = "sensor-rover") -> list[Tick]:
    """Each motion once on that robot, in the simulator."""
    standing, _ = _run(STANDS, _HEAD + _TAIL, robot)
    return [_tick(motion, text, robot, int(standing)) for motion, text in MOTIONS.items()]


def measure_motion(motion: str, begin: str, robot: str = "sensor-rover") -> Tick:
    """One motion of that name; `begin` is the program that starts it and goes on."""
    standing, _ = _run(STANDS, _HEAD + _TAIL, robot)
    return _tick(motion, begin + _TAIL, robot, int(standing))


def _tick(motion: str, text: str, robot: str, standing: int) -> Tick:
    said, failed = _run(motion, _HEAD + text, robot)
    return Tick(motion, 0 if failed else (int(said) - standing) / TICKS, failed)


def _run(motion: str, text: str, robot: str) -> tuple[str, str]:
    """What the program printed, and how it failed, if it did."""
    task = find_task("line-sprint")
    terms = Conditions(
        with_robot(task, robots_by_name(task)[robot]),
        find_variant(task, "oval"),
        seed=7,
        profile="nominal",
        runtime="micropython",
    )
    program = Program(f"{motion}.py", {"main.py": text})
    scene = nominal_scene(terms)
    writer = TraceWriter(trace_header(program, terms, scene))
    outcome = drive(program, terms, scene, writer, lambda t_us, state: "")
    trace = Trace.of(writer)
    said = "".join(text for _, _, text in trace.texts).strip()
    if outcome.fault is not None:
        return "", f"{outcome.fault.cls}: {outcome.fault.message}"
    if any(event[2] == "callback_error" for event in trace.events) or not said.isdigit():
        return "", said or outcome.ended
    moved = any(_spread(trace, field) > least for field, least in (("heading_mdeg", 5000), ("x_um", 20000)))
    return said, "" if moved or motion == STANDS else "the robot did not move"


def _spread(trace: Trace, field: str) -> int:
    values = [state[2 + trace.header["state_fields"].index(field)] for state in trace.states]
    return max(values) - min(values)
