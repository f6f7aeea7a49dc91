"""Contact: robots among walls, other robots and the objects on the mat, all in one step of the same length.

Theory of operation. A robot alone is a pure function (`drive`): motors, tyres and chassis. Here its body may also
meet something. Where nothing is near, that function is all there is, and how far away the nearest thing is tells for
how long nobody need look (`arena`). Where something is near, `touching` names the places at which two bodies may meet
within the step, and `solving` finds the impulses there that keep them from moving into one another, with Coulomb
friction, by iteration (sequential impulses; Catto, "Iterative Dynamics with Temporal Coherence", 2005). What was steady
in the last step's impulses acts on the robot's drive as a push from outside, so that motors stall and tyres slip under
it as they do at a real wall; what is left is corrected after it. `standing` is what the floor does to objects:
friction, slopes, toppling.

Impacts are inelastic: at the speeds of school robots a pin that bounces with a fifth of its speed slides on by less
than a millimetre. Only + − × ÷ and `sqrt` are used, so that every processor gets the same bits.
"""
