"""Virtual time: what of it both children load (`_….py`), and the loop heads that a program gets (`loop_heads.py`)."""
