# Drives ahead and to both sides, whatever is in its way.
from rover import Rover, StopWatch

rover = Rover()
watch = StopWatch()
side = 1
while watch.time() < 7000:
    rover.drive.drive(400, 12 * side)
    begun = watch.time()
    while watch.time() < begun + 700:
        pass
    rover.drive.drive(-250, 15)
    begun = watch.time()
    while watch.time() < begun + 200:
        pass
    side = -side
rover.drive.stop()
print(rover.range.distance())
