"""Wait for an answer to nothing."""

import machine

machine._clock._take_answer()
