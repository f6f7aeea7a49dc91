"""A run to look at: `picture.png` and `replay.html`, drawn from the trace, the result and the judge's marks alone."""

from .document import write_replay
from .marks import Mark
from .picture import write_picture
from .words import picture_labels, replay_words

__all__ = ["Mark", "picture_labels", "replay_words", "write_picture", "write_replay"]
