"""A board that goes on living between programs: a console on its cable, a flash that outlasts it, a world around it."""
