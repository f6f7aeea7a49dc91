# The same with a loop of the program's own that never sleeps.
from rover import Rover, StopWatch

rover = Rover()
watch = StopWatch()
while watch.time() < 60_000:
    rover.follower.update(250)
