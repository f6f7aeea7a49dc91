"""Every example of the API reference runs on the sensor rover, on both interpreters, and ends by itself."""

import pytest
from marshrut.host_tools.reference.runtime import read_runtime

from .conftest import RunProgram, on_both

ROBOTS = {"Bumper": "pico-sensor-rover"}  # where the sensor rover has no such part
SETUP = "from rover import Rover\nrover = Rover()\n"
RUNTIME = read_runtime()
EXAMPLES = {
    **{one.name: one.doc.example for one in RUNTIME.classes if one.doc.example},
    **{
        f"{one.name}.{method.name}": method.doc.example
        for one in RUNTIME.classes
        for method in one.methods
        if method.doc.example
    },
    **{function.name: function.doc.example for _, function in RUNTIME.functions if function.doc.example},
}


@pytest.mark.slow
@pytest.mark.parametrize("name", EXAMPLES)
def test_example(on_line: RunProgram, name: str, node: object) -> None:
    ride = on_both(on_line, EXAMPLES[name] + "\n", setup=SETUP, robot=ROBOTS.get(name, "sensor-rover"))
    assert not [event for event in ride.trace.events if event[2] == "callback_error"]
    assert "\x1b" not in ride.text and "Traceback" not in ride.text
