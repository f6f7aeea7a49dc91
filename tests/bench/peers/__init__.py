"""Other simulators, in the same table: what a minute takes that is like the line case as far as they go.

None runs a pupil's program on a board: a controller of a few lines stands in for it, in the simulator's own process.
"""

from . import ir_sim, mujoco_rover

PEERS = (ir_sim.measure, mujoco_rover.measure)
