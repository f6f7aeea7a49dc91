"""Schedule more calls than can ever run."""

import micropython


def nothing(x):
    pass


for n in range(2000):
    try:
        micropython.schedule(nothing, n)
    except RuntimeError:
        break
