"""Have the host take a module of one and a half megabytes to pieces, which takes a hundred times the room."""

with open("big.py", "w") as f:
    for _ in range(1500):
        f.write("x = [" + "-1," * 333 + "]\n")
import big

assert len(big.x) == 333
