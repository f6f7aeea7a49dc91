"""Import the judge and read what it knows."""

from marshrut.simulator.judge import judge

print(judge)
