"""Reads melodies: notes as text become tones and times."""

from array import array

# Half tones above C, and the frequencies of octave 8 in Hz
_LETTERS = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}
_OCTAVE_8 = (4186, 4435, 4699, 4978, 5274, 5588, 5920, 6272, 6645, 7040, 7459, 7902)
_LENGTHS = ("1", "2", "4", "8", "16", "32")


def melody(part, notes, tempo):
    """The melody as two arrays: tones in Hz (0 is silence) and how long each lasts, in ms.

    Each note ends a little early, so that two of the same can be told apart.
    """
    if type(notes) is str:
        notes = notes.split()
    elif type(notes) is not list and type(notes) is not tuple:
        _refuse(part, notes)
    whole_ms = 240_000 / tempo
    tones = array("H", bytes(4 * len(notes)))
    times = array("H", bytes(4 * len(notes)))
    octave = 4
    length = 4
    dotted = False
    end = 0  # of the notes so far, in ms; rounded only where it is used, so that errors do not add up
    ended = 0
    for i in range(len(notes)):
        note = notes[i]
        if type(note) is not str:
            _refuse(part, note)
        head, slash, tail = note.partition("/")
        if slash:
            dotted = tail[-1:] == "."
            if dotted:
                tail = tail[:-1]
            if tail not in _LENGTHS:
                _refuse(part, note)
            length = int(tail)
        letter = head[:1].upper()
        head = head[1:]
        tone = 0
        if letter != "R":
            if letter not in _LETTERS:
                _refuse(part, note)
            step = _LETTERS[letter]
            if head[:1] in ("#", "b"):
                step += 1 if head[0] == "#" else -1
                head = head[1:]
            if head:
                if head not in "12345678" or len(head) > 1:
                    _refuse(part, note)
                octave = int(head)
            shift = 8 - octave
            if step < 0:
                step += 12
                shift += 1
            elif step > 11:
                step -= 12
                shift -= 1
            tone = _OCTAVE_8[step] * 2 if shift < 0 else (_OCTAVE_8[step] + (1 << shift >> 1)) >> shift
        elif head:
            _refuse(part, note)
        end += whole_ms / length * (1.5 if dotted else 1)
        lasts = int(end + 0.5) - ended
        ended += lasts
        gap = lasts >> 3
        if gap < 10:
            gap = 10  # a period of the control loop
        tones[2 * i] = tone
        times[2 * i] = lasts - gap
        times[2 * i + 1] = gap
    return tones, times


def _refuse(part, note):
    from .errors import RoverError

    raise RoverError("R60", part, value=note)
