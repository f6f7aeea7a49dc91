"""The ADC's pins, read with every control tick or seldom: a reading is what it is at its time; on both interpreters."""

from pathlib import Path

import pytest
from part_rides import ride_on_both

FIELDS = Path(__file__).parent / "worlds" / "fields.toml"
PROGRAM = """
from machine import ADC, PWM, Pin, Timer
from time import sleep_us, ticks_diff, ticks_us

eyes = [ADC(Pin(pin), atten=ADC.ATTN_11DB) for pin in (36, 34)]
PWM(Pin(25), freq=5000, duty_u16=30000)
PWM(Pin(27), freq=5000, duty_u16=26000)
ticks = []
timer = Timer(0)
timer.init(period=10, mode=Timer.PERIODIC, callback=lambda timer: ticks.append({in_callback}))
begun = ticks_us()
for turn in range(400):
    sleep_us(begun + 3700 * turn + 20_000 - ticks_us())
    if turn % {every} == 0:
        seen = [eye.read_u16() for eye in eyes]
    if turn == 210:
        late = ADC(Pin(32), atten=ADC.ATTN_11DB)
        eyes.append(late)
    if turn % 30 == 0:
        sleep_us(begun + 3700 * turn + 21_000 - ticks_us())
        print("seen", ticks_diff(ticks_us(), begun), *[eye.read_u16() for eye in eyes])
timer.deinit()
"""


@pytest.mark.parametrize("in_callback", ["0", "eyes[0].read_u16()"], ids=["by the main program", "in a callback, too"])
def test_how_often_a_program_looks_does_not_change_what_it_sees(node: Path, tmp_path: Path, in_callback: str) -> None:
    seen = []
    for every in (1, 2, 7, 1000):
        text = PROGRAM.format(every=every, in_callback=in_callback)
        seen.append([words for _, words in ride_on_both(tmp_path, text, "ranging", FIELDS).said("seen")])
    assert len(seen[0]) == 14 and len(seen[0][0]) == 3 and len(seen[0][-1]) == 4
    assert len({tuple(words) for words in seen[0]}) == 14, "it drives over light and dark"
    assert seen[1:] == seen[:1] * 3
