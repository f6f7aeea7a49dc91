"""sound.wav: the notes of a melody, found back in its samples."""

import copy
import hashlib
import statistics
import wave
from array import array
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from marshrut.simulator.replay.sound import RATE_HZ, write_sound
from marshrut.simulator.trace import Trace, TraceWriter

from .made_up_run import Run

Samples = Sequence[int]
PIN = 5
BUZZER = {
    "id": "horn", "chip": "buzzer", "pins": [["signal", PIN]], "x_mm": 0.0, "y_mm": 0.0, "z_mm": 40.0,
    "heading_deg": 0.0, "figures": [],
}  # fmt: skip
MELODY = (262, 294, 330, 349, 392, 440, 494, 523, 2637)

Record = tuple[str, int, int]  # "o" or "f", µs, value


@pytest.fixture
def play(lap: Run, tmp_path: Path) -> Callable[..., Samples | None]:
    """Writes the sound of a run with these records of the buzzer's pin and reads it back."""

    def played(records: list[Record], end_us: int = 1_000_000) -> Samples | None:
        header = copy.deepcopy(lap.trace.header)
        header["scene"]["robot"]["parts"] = [BUZZER]
        writer = TraceWriter(header)
        for kind, t_us, value in records:
            (writer.output if kind == "o" else writer.frequency)(t_us, 0, PIN, value)
        writer.event(end_us, 0, "program_end")
        path = tmp_path / "sound.wav"
        if not write_sound(Trace.of(writer), path):
            assert not path.exists()
            return None
        with wave.open(str(path)) as sound:
            assert (sound.getnchannels(), sound.getsampwidth(), sound.getframerate()) == (1, 2, RATE_HZ)
            return array("h", sound.readframes(sound.getnframes()))

    return played


def note(hz: int, from_us: int, to_us: int, duty: int = 32768) -> list[Record]:
    return [("f", from_us, hz), ("o", from_us, duty), ("o", to_us, 0)]


def between(samples: Samples, from_us: int, to_us: int) -> Samples:
    return samples[from_us * RATE_HZ // 1_000_000 + 2 : to_us * RATE_HZ // 1_000_000 - 2]


def hertz(samples: Samples) -> float:
    """By its rising zero crossings, a fraction of a sample each."""
    rising = [
        at + -low / (high - low) for at, (low, high) in enumerate(pairwise(samples)) if low < 0 <= high and high > low
    ]
    return RATE_HZ * (len(rising) - 1) / (rising[-1] - rising[0])


def loudness(samples: Samples) -> float:
    return statistics.fmean(value * value for value in samples) ** 0.5


def test_each_note_of_a_melody_is_found_back(play: Callable[..., Samples]) -> None:
    records = []
    for number, hz in enumerate(MELODY):
        records += note(hz, 100_000 + 200_000 * number, 250_000 + 200_000 * number)
    samples = play(records, end_us=2_000_000)
    assert len(samples) == 2 * RATE_HZ
    for number, hz in enumerate(MELODY):
        begin = 100_000 + 200_000 * number
        assert hertz(between(samples, begin, begin + 150_000)) == pytest.approx(hz, rel=2e-3)
        assert not any(between(samples, begin - 50_000, begin)), "silence between the notes"


def test_half_a_period_is_loudest(play: Callable[..., Samples]) -> None:
    records = [*note(500, 0, 200_000, 3277), *note(500, 300_000, 500_000), *note(500, 600_000, 800_000, 60_000)]
    samples = play(records)
    quiet, loud, short = (loudness(between(samples, at, at + 200_000)) for at in (0, 300_000, 600_000))
    assert loud > 1.5 * quiet and loud > 1.5 * short
    assert abs(sum(between(samples, 300_000, 500_000))) / RATE_HZ < 50, "no mean"


def test_a_note_has_no_false_tones(play: Callable[..., Samples]) -> None:
    """Of 7 kHz only the first harmonic is below half the sampling rate: what is heard is a sine."""
    sine = between(play(note(7000, 0, 1_000_000)), 0, 1_000_000)
    crest = max(sine) / loudness(sine)
    assert crest == pytest.approx(2**0.5, rel=0.01)
    assert not any(play(note(15_000, 0, 500_000)) or [])


def test_a_wave_that_a_program_makes_itself(play: Callable[..., Samples]) -> None:
    records = [("o", 100_000 + 500 * n, 65535 if n % 2 == 0 else 0) for n in range(400)]
    samples = play(records)
    assert hertz(between(samples, 150_000, 290_000)) == pytest.approx(1000, rel=5e-3)
    assert max(map(abs, between(samples, 700_000, 1_000_000))) < 20, "it dies away"


@pytest.mark.parametrize(
    "records",
    [[], [("f", 0, 440)], [("f", 0, 440), ("o", 0, 0)], [("f", 0, 440), ("o", 0, 65535)], [("o", 1_000_000, 65535)]],
)
def test_nothing_is_written_where_nothing_played(play: Callable[..., Samples | None], records: list[Record]) -> None:
    assert play(records) is None


def test_a_note_without_an_end_lasts_as_long_as_the_run(play: Callable[..., Samples]) -> None:
    samples = play([("f", 500_000, 440), ("o", 500_000, 32768)], end_us=1_500_000)
    assert len(samples) == 1.5 * RATE_HZ
    assert loudness(between(samples, 1_400_000, 1_500_000)) > 5000


def test_the_same_trace_is_the_same_file_everywhere(play: Callable[..., Samples]) -> None:
    samples = play(
        [*note(440, 0, 300_000), *note(659, 300_000, 600_000, 9000), ("f", 600_000, 0), ("o", 700_000, 65535)]
    )
    digest = hashlib.sha256(repr(list(samples)).encode()).hexdigest()
    assert digest[:16] == "a6eb7f5a0dfe6ae2"
