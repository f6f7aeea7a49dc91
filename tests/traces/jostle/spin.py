# Comes from the other side, pushes, and turns on the spot.
from rover import Rover, StopWatch

rover = Rover()
watch = StopWatch()
rover.drive.drive(350, 0)
while watch.time() < 2500:
    pass
rover.drive.drive(100, -200)
while watch.time() < 4500:
    pass
rover.drive.drive(-500, 0)
while watch.time() < 6500:
    pass
rover.drive.stop()
