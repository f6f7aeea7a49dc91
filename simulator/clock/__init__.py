"""Virtual time: the clock both children load (`_clock.py`) and the text transform that makes loops visible to it."""
