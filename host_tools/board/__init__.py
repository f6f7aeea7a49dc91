"""`marshrut board`: the virtual board, a robot in the simulator that tools reach as they reach a real one."""
