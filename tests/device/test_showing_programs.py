"""Programs that show and play something, with drivers, on both interpreters; the trace tells what they showed."""

import colorsys
import wave
from array import array
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from marshrut.simulator.appearance import angle_of, display_pages, lamps_of, tone_of
from marshrut.simulator.replay import picture_labels, write_picture, write_sound
from marshrut.simulator.replay.looks import BEZEL_PX, DOT_PX, GLASS, LIT
from part_rides import HERE, PartRide, ride_on_both
from PIL import Image

FIELDS = HERE / "worlds" / "fields.toml"
SETUP = """
from machine import I2C, PWM, Pin
from time import sleep_ms, sleep_us
i2c = I2C(0, sda=Pin(21), scl=Pin(16), freq=400000)
"""
OLED = SETUP + "from ssd1306 import SSD1306_I2C\noled = SSD1306_I2C(128, 64, i2c)\n"
# The same text drawn into a buffer of the program's own, which it prints.
TEXT = """
import framebuf
from binascii import hexlify

def draw(canvas):
    canvas.text("Marshrut", 0, 0)
    canvas.text("t = 1.25 s", 8, 20)
    canvas.text("{}[]~_gjpqy@#%&", 0, 33)
    canvas.rect(0, 50, 128, 14, 1)

wanted = bytearray(1024)
draw(framebuf.FrameBuffer(wanted, 128, 64, framebuf.MONO_VLSB))
draw(oled)
oled.show()
for page in range(8):
    print("page", hexlify(wanted[128 * page:128 * page + 128]).decode())
sleep_ms(100)
"""


@pytest.fixture
def showing(tmp_path: Path, node: Path):
    def run(text: str, *drivers: str) -> PartRide:
        return ride_on_both(tmp_path, text, "showing", FIELDS, drivers)

    return run


def looks(ride: PartRide, part: str) -> list[tuple[int, str]]:
    return [(t_us, text) for t_us, _, name, text in ride.trace.displays if name == part]


def printed_pages(ride: PartRide) -> list[bytes]:
    return [bytes.fromhex(words[0]) for _, words in ride.said("page")]


def dots_of(pages: list[bytes]) -> Any:
    """Rows of dots, from the top."""
    columns = np.frombuffer(b"".join(pages), np.uint8).reshape(len(pages), 128)
    return np.unpackbits(columns[:, None, :], axis=1, bitorder="little").reshape(-1, 128).astype(bool)


def dots_in_picture(ride: PartRide, path: Path) -> Any:
    labels = picture_labels("en", {"seed": 7, "runtime": "", "verdict": "pass", "variant": "", "measures": {}})
    write_picture(ride.trace, [], path, "Text", labels)
    image = np.asarray(Image.open(path).convert("RGB"))
    rows, columns = np.nonzero(np.all(image == LIT, axis=2) | np.all(image == GLASS, axis=2))
    top, left = rows.min() + BEZEL_PX + DOT_PX // 2, columns.min() + BEZEL_PX + DOT_PX // 2
    return np.all(image[top : top + 64 * DOT_PX : DOT_PX, left : left + 128 * DOT_PX : DOT_PX] == LIT, axis=2)


def test_a_text_can_be_read_on_the_display_and_in_the_picture(showing, tmp_path: Path) -> None:
    ride = showing(OLED + TEXT, "ssd1306")
    wanted = printed_pages(ride)
    assert len(wanted) == 8 and sum(map(len, wanted)) == 1024
    shown = display_pages(looks(ride, "oled")[-1][1])
    assert shown == wanted
    assert np.array_equal(dots_in_picture(ride, tmp_path / "picture.png"), dots_of(wanted))


def test_two_displays_on_one_bus_show_each_its_own(showing) -> None:
    ride = showing(
        OLED
        + """
small = SSD1306_I2C(128, 32, i2c, addr=0x3D)
print("found", *i2c.scan())
small.pixel(5, 31, 1)
small.show()
oled.fill_rect(0, 0, 128, 8, 1)
oled.show()
sleep_ms(50)
oled.invert(True)
small.poweroff()
sleep_ms(50)
oled.invert(False)
oled.rotate(True)
oled.show()
sleep_ms(50)
""",
        "ssd1306",
    )
    assert ride.said("found")[0][1] == ["60", "61"]
    small = [display_pages(text) for _, text in looks(ride, "small")]
    assert [page[5] for page in small[-2]] == [0, 0, 0, 0x80] and small[-1] == []
    upright, inverse, turned = [display_pages(text) for _, text in looks(ride, "oled")][-3:]
    assert upright == [b"\xff" * 128] + [bytes(128)] * 7
    assert inverse == [bytes(128)] + [b"\xff" * 128] * 7
    assert turned == upright[::-1]


def test_a_display_on_other_pins_is_not_there(showing) -> None:
    ride = showing(
        SETUP
        + """
from ssd1306 import SSD1306_I2C
try:
    SSD1306_I2C(128, 64, I2C(1, sda=Pin(17), scl=Pin(5)))
except OSError as error:
    print("refused", error.errno)
Pin(2, Pin.OUT).value(1)
""",
        "ssd1306",
    )
    assert ride.said("refused")[0][1] == ["19"]
    assert not looks(ride, "oled")


def test_a_rainbow_goes_round_the_lamps(showing) -> None:
    ride = showing(
        """
from machine import Pin
from neopixel import NeoPixel
from time import sleep_ms
lamps = NeoPixel(Pin(12), 8)

def wheel(at):
    if at < 85:
        return 255 - 3 * at, 3 * at, 0
    if at < 170:
        return 0, 255 - 3 * (at - 85), 3 * (at - 85)
    return 3 * (at - 170), 0, 255 - 3 * (at - 170)

for turn in range(16):
    for n in range(8):
        lamps[n] = wheel((32 * n + 16 * turn) & 255)
    lamps.write()
    sleep_ms(50)
lamps.fill((0, 0, 0))
lamps.write()
sleep_ms(50)
"""
    )
    strips = [lamps_of(text, 8) for _, text in looks(ride, "lamps")]
    assert len(strips) == 17 and strips[-1] == [(0, 0, 0)] * 8
    hues = [[colorsys.rgb_to_hsv(*lamp)[0] for lamp in strip] for strip in strips[:-1]]
    for turn, row in enumerate(hues):
        for n, hue in enumerate(row):
            gap = (hue - (32 * n + 16 * turn) / 255) % 1
            assert min(gap, 1 - gap) < 0.05


def test_a_melody_is_heard(showing, tmp_path: Path) -> None:
    ride = showing(
        SETUP
        + """
horn = PWM(Pin(15), freq=1000, duty_u16=0)
for hz in (262, 330, 392, 523):
    horn.freq(hz)
    horn.duty_u16(32768)
    sleep_ms(200)
    horn.duty_u16(0)
    sleep_ms(100)
horn.deinit()
pin = Pin(15, Pin.OUT)
for n in range(100):
    pin.value(1)
    sleep_us(495)
    pin.value(0)
    sleep_us(495)
sleep_ms(100)
"""
    )
    tones = [tone_of(text) for _, text in looks(ride, "horn")]
    assert [hz for hz, _ in tones if hz][:4] == [262, 330, 392, 523]
    assert tones[0][1] == 50 and tones[-1] == (0, 0)
    assert write_sound(ride.trace, tmp_path / "sound.wav")
    with wave.open(str(tmp_path / "sound.wav")) as sound:
        samples, rate = array("h", sound.readframes(sound.getnframes())), sound.getframerate()
    begin = next(at for at, value in enumerate(samples) if value)
    for number, hz in enumerate((262, 330, 392, 523)):
        note = samples[begin + rate * 300 * number // 1000 :][10 : rate * 190 // 1000]
        assert hertz(note, rate) == pytest.approx(hz, rel=0.01)
    made = samples[begin + rate * 1240 // 1000 : begin + rate * 1280 // 1000]
    assert hertz(made, rate) == pytest.approx(1000, rel=0.03)


def hertz(samples: "array[int]", rate: int) -> float:
    rising = [at for at, (low, high) in enumerate(pairwise(samples)) if low < 0 <= high]
    return rate * (len(rising) - 1) / (rising[-1] - rising[0])


def test_a_servo_sweeps(showing) -> None:
    ride = showing(
        SETUP
        + """
from servo import Servo
arm = Servo(Pin(13))
for degrees in (0, 45, 180, 90):
    arm.write(degrees)
    sleep_ms(400)
    print("at", degrees)
arm.write(0)
sleep_ms(60)
arm.release()
sleep_ms(200)
""",
        "servo",
    )
    angles = looks(ride, "arm")
    for t_us, (degrees,) in ride.said("at"):
        angle = [angle_of(text) for at_us, text in angles if at_us <= t_us][-1]
        assert angle == pytest.approx(float(degrees), abs=0.5)
    assert 40 < angle_of(angles[-1][1]) < 65, "without a signal it stays on its way"
