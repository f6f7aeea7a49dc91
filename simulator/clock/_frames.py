"""The frames between the board and the host, word by word: what a child writes and reads.

Both children load this file, and the host's side (`simulator/runners/frames.py`) takes its numbers from here.
"""

from array import array

# Words of a frame to the host; three words follow for each output: pin, duty, µs since the last answer. Pin + 64 means
# the frequency of that pin's PWM.
KIND, ELAPSED, ARGUMENT, LINE, OUTPUTS, PAYLOAD, WATCH_LOW, WATCH_HIGH, SAMPLES = 0, 1, 2, 3, 4, 5, 6, 7, 8
HEADER = 9
MAX_OUTPUTS = 16
STEP, OPEN, TEXT, END, SOURCE, CALLBACK_ERROR, RESET, BUS = 1, 2, 3, 4, 5, 6, 7, 8
PROMPT, READ, TOLD = 9, 10, 11  # of a board that has a console
PULSE = 12
SAMPLE = 13  # asks for what the ADC's pins read since the last answer; no time passes
# What SAMPLES says of those in the last answer: there are none, nobody has read them yet, or somebody has. Of whoever
# reads them in one control tick it is taken that he does so in the next.
ABSENT, UNREAD, IN_USE = 0, 1, 2
# Words of an answer; then up to three events of two words (pin * 2 + level, µs before now), the levels of pins 0–29 and
# 30–59, and the slots of opened channels.
ADVANCED, HORIZON, EVENTS, RESULT, ANSWER_PAYLOAD, FIRST_EVENT, LEVELS = 0, 1, 2, 3, 4, 5, 11
FRAME_WORDS = 64
SUPPLY = 63  # the "pin" of an event that says that the supply fails
CTRL_C = 62  # and of one that says that the key was pressed
AFTER_PULSE_US = 400  # a chip that waits for the ends of pulses shows nothing of them sooner

out = array("i", [0] * FRAME_WORDS)
inputs = array("i", [0] * FRAME_WORDS)
