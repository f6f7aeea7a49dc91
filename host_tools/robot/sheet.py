"""The sheet of figures that follow from a robot file, as lines of text."""

from collections.abc import Iterator
from math import inf, pi

from marshrut.simulator.messages import Param, say
from marshrut.simulator.problems import tell
from marshrut.simulator.scene.model import Robot

from .motor_figures import DRIVER_BEARS_A, MotorFigures
from .robot_figures import RobotFigures

KG_CM = 1 / 0.0980665  # for 1 N·m
HEAVY_KG = 10.0  # more than robots of such motors weigh
SLOW_M_S2 = 0.2  # a robot that gathers speed so slowly stands, to the eye
UNLIKE = 10  # times more or less inertia than the outline makes likely
DIFFERENT = 0.005  # motors that differ by more are told apart

Row = tuple[str, dict[str, Param]]


def sheet_lines(robot: Robot, figures: RobotFigures, lang: str) -> Iterator[str]:
    """A heading for each part and a line for each figure, names in one column and values in the next."""
    yield say(lang, "sheet-title", id=robot.id, board=robot.board, state=2 if moves(figures) else int(figures.starts))
    if not figures.starts:
        battery = robot.battery
        known = {"full": battery.open_circuit_v, "volts": figures.idle_v, "least": battery.brown_out_v}
        told = {name: _plain(value, 2) for name, value in known.items()}
        yield tell(lang, "sheet-hint-idle", ma=_plain(battery.idle_ma), **told)
    parts = [
        (heading, [(say(lang, f"sheet-{row}"), say(lang, f"sheet-{row}-is", **params)) for row, params in rows])
        for heading, rows in _parts(figures)
    ]
    width = max(len(name) for _, rows in parts for name, _ in rows)
    for heading, rows in parts:
        volts = _plain(figures.volts, 1)
        yield ""
        yield say(lang, f"sheet-part-{heading}", volts=volts)
        yield from (f"  {name.ljust(width)}  {value}" for name, value in rows)
    hints = list(_hints(robot, figures, lang))
    if hints:
        yield ""
        yield from hints


def moves(figures: RobotFigures) -> bool:
    return figures.starts and figures.top_m_s > 0.0 and figures.least_duty <= 1


def _parts(f: RobotFigures) -> Iterator[tuple[str, list[Row]]]:
    if _alike(f.left, f.right):
        yield "motor", _motor_rows(f.left)
    else:
        yield "left-motor", _motor_rows(f.left)
        yield "right-motor", _motor_rows(f.right)
    gathering: list[Row] = [("time-constant", {"ms": _plain(f.time_constant_s * 1000)})]
    yield (
        "drive",
        [
            ("top-speed", {"mm_s": _plain(f.top_m_s * 1000)}),
            *(gathering if moves(f) or not f.starts else []),
            ("motors", {"m_s2": _plain(f.motors_m_s2, 1)}),
            ("tyres", {"m_s2": _plain(f.tyres_m_s2, 1)}),
            ("slip-duty", {"percent": _plain(min(f.slip_duty, 9.99) * 100), "slips": int(f.slip_duty < 1)}),
            ("least-duty", {"percent": _plain(f.least_duty * 100), "moves": int(moves(f))}),
            ("brake", {"mm": _way(f.brake_m), "stands": int(f.brake_m != inf)}),
            ("coast", {"mm": _way(f.coast_m), "stands": int(f.coast_m != inf)}),
        ],
    )
    yield (
        "turn",
        [
            ("turn-rate", {"deg_s": _plain(f.turn_rad_s * 180 / pi)}),
            ("radius", {"mm": _plain(f.radius_m * 1000)}),
            ("tip", {"percent": _plain(f.tip_share * 100)}),
        ],
    )
    yield (
        "counts",
        [
            ("counts-mm", {"counts": _plain(f.counts_per_mm, 2), "mm": _plain(1 / f.counts_per_mm, 2)}),
            ("counts-deg", {"counts": _plain(f.counts_per_deg, 2), "deg": _plain(1 / f.counts_per_deg, 2)}),
        ],
    )
    yield (
        "battery",
        [
            ("battery-rest", {"minutes": _minutes(f.rest_s)}),
            ("battery-drive", {"minutes": _minutes(f.drive_s)}),
            ("battery-stalled", {"minutes": _minutes(f.stalled_s), "volts": _plain(f.stalled_v, 1)}),
        ],
    )


def _motor_rows(motor: MotorFigures) -> list[Row]:
    return [
        ("free-speed", {"rpm": _plain(motor.free_rpm), "deg_s": _plain(motor.free_rpm * 6)}),
        ("free-current", {"ma": _plain(motor.free_a * 1000)}),
        ("stall-torque", {"mnm": _plain(motor.stall_nm * 1000), "kg_cm": _plain(motor.stall_nm * KG_CM, 2)}),
        ("stall-current", {"a": _plain(motor.stall_a, 2)}),
        ("electrical", {"ms": _plain(motor.electrical_s * 1000, 2)}),
    ]


def _hints(robot: Robot, figures: RobotFigures, lang: str) -> Iterator[str]:
    yield from _of_mass(robot, figures, lang)
    if not figures.starts:
        return
    if not moves(figures):
        yield tell(lang, "sheet-hint-weak")
    if figures.slip_duty < 1:
        yield say(lang, "sheet-hint-slip", percent=_plain(figures.slip_duty * 100))
    if figures.overloaded:
        bears, stall = DRIVER_BEARS_A[robot.left.driver], max(figures.left.stall_a, figures.right.stall_a)
        yield say(lang, "sheet-hint-driver", driver=robot.left.driver, bears=_plain(bears, 1), stall=_plain(stall, 1))
    if figures.resets:
        yield say(
            lang, "sheet-hint-resets", volts=_plain(figures.stalled_v, 1), least=_plain(robot.battery.brown_out_v, 1)
        )


def _of_mass(robot: Robot, figures: RobotFigures, lang: str) -> Iterator[str]:
    """What is rather a slip of units than a robot."""
    if robot.mass_g / 1000 > HEAVY_KG or 0 < figures.motors_m_s2 < SLOW_M_S2:
        told = {"got": f"{robot.mass_g:.7g}", "kg": f"{robot.mass_g / 1000:.3g}"}
        yield tell(lang, "sheet-hint-heavy", m_s2=_plain(figures.motors_m_s2, 2), **told)
    elif not 1 / UNLIKE <= robot.inertia_kg_cm2 / figures.even_kg_cm2 <= UNLIKE:
        even = figures.even_kg_cm2
        even = _plain(even) if even >= 10 else _plain(even, 3)
        yield tell(lang, "sheet-hint-inertia", got=f"{robot.inertia_kg_cm2:.7g}", even=even)


def _alike(one: MotorFigures, other: MotorFigures) -> bool:
    pairs = (
        (one.free_rpm, other.free_rpm), (one.free_a, other.free_a),
        (one.stall_nm, other.stall_nm), (one.stall_a, other.stall_a),
    )  # fmt: skip
    return all(abs(a - b) <= DIFFERENT * max(abs(a), abs(b)) for a, b in pairs)


def _way(metres: float) -> float:
    return 0 if metres == inf else _plain(metres * 1000)


def _minutes(seconds: float) -> float:
    return _plain(min(seconds / 60, 99_999))


def _plain(value: float, digits: int = 0) -> float:
    return round(value, digits) if digits else round(value)
