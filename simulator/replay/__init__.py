"""A run to look at and to hear, from the trace, the result and the judge's marks alone."""

from .document import replay_text, write_replay
from .marks import Mark
from .picture import write_picture
from .sound import write_sound
from .words import picture_labels, replay_words

__all__ = ["Mark", "picture_labels", "replay_text", "replay_words", "write_picture", "write_replay", "write_sound"]
