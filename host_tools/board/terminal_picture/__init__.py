"""A living board in the terminal: its mat and robots in cells of dots, what they show, and the keys that act on it.

`picture` is drawing alone, from a scene and a state to cells; `live` puts it on the terminal and reads the keys.
"""
