"""Boards that a test moves by hand, and their page on a server."""

from pathlib import Path
from typing import Any

from marshrut.host_tools.board.page.address import Address
from marshrut.host_tools.board.page.boards_page import BoardsPage
from marshrut.host_tools.board.page.server import PageServer
from marshrut.host_tools.sim.environment import environment_of
from marshrut.simulator.program import load_program
from marshrut.simulator.result import build_result
from marshrut.simulator.run import Conditions, nominal_scene, run_program
from marshrut.simulator.scene import scene_to_json
from marshrut.simulator.tasks.catalogue import find_task, find_variant
from marshrut.simulator.trace import state_fields
from marshrut.simulator.virtual_board.present import Present

TOKEN = "a-token-that-only-this-test-has-got"
PROGRAMS = Path(__file__).parent.parent.parent / "curriculum/tasks/line-sprint/programs"


def pin(name: str, x_mm: float, y_mm: float) -> dict[str, Any]:
    """A red pin of 60 mm across and 160 mm high, as a trace's header has it."""
    return {
        "id": name, "kind": "pin", "x_mm": x_mm, "y_mm": y_mm, "heading_deg": 0.0, "length_mm": 60.0, "width_mm": 60.0,
        "height_mm": 160.0, "mass_g": 50.0, "friction": 0.3, "reflectance": 0.5, "rgb": [0.8, 0.05, 0.05],
    }  # fmt: skip


class Living:
    """So many robots of a task, standing, with these objects; `done` are the commands that the page gave."""

    def __init__(
        self,
        task: str = "line-sprint",
        robots: int = 1,
        lang: str = "en",
        step: bool = False,
        objects: tuple[dict[str, Any], ...] = (),
    ) -> None:
        the_task = find_task(task)
        self.conditions = Conditions(the_task, find_variant(the_task, None), 7)
        self.scene = nominal_scene(self.conditions)
        self.fields = state_fields(len(self.scene.robot.reflectance))
        self.presents = [Present() for _ in range(robots)]
        self.plugged = [True] * robots
        self.done: list[str] = []
        plain = scene_to_json(self.scene)
        plain["mat"]["objects"] = list(objects)
        self.page = BoardsPage(
            self.conditions,
            [plain] * robots,
            self.fields,
            [f"/home/pupil/.marshrut/board-{number + 1}" for number in range(robots)],
            self.presents,
            lambda: list(self.plugged),
            self.done.append,
            lang,
            step,
        )
        for number, present in enumerate(self.presents):
            present.begins(0, self.values(700 + 300 * number))

    def values(self, x_mm: int, y_mm: int = 600, heading_deg: int = 30) -> tuple[int, ...]:
        known = {"x_um": x_mm * 1000, "y_um": y_mm * 1000, "heading_mdeg": heading_deg * 1000, "v_um_s": 385_000}
        return tuple((dict.fromkeys(self.fields, 0) | known | {"battery_mv": 7512}).values())

    def drive(self, from_mm: int, to_mm: int, robot: int = 0) -> None:
        """Eastwards, a cm in each 20 ms."""
        if self.presents[robot].seen(0).run == "none":
            self.presents[robot].drives()
        for i, x_mm in enumerate(range(from_mm, to_mm + 1, 10)):
            self.presents[robot].state((i + 1) * 20_000, 0, self.values(x_mm))

    def serve(self, port: int = 0) -> PageServer:
        return PageServer(self.page, Address(port, TOKEN))

    def end_a_run(self) -> None:
        """A real one, soon over."""
        program = load_program(next((PROGRAMS / "program_end").glob("*.py")))
        run = run_program(program, self.conditions)
        result = build_result(run.trace, run.judgement, "en", environment_of("cpython"))
        self.page.run_ended(0, program, run, result)


def asked(server: PageServer, method: str, path: str, body: str | None = None, **headers: Any) -> tuple[int, str]:
    """Status and text of an answer."""
    from http.client import HTTPConnection

    connection = HTTPConnection("127.0.0.1", server.address.port, timeout=10)
    try:
        connection.putrequest(method, path, skip_host="host" in headers)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        if body is not None:
            connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body.encode() if body is not None else None)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    finally:
        connection.close()
