# Kegelring: push all eight pins out of the ring, as fast as you can. Come back before five seconds have passed outside.
from rover import Rover

rover = Rover()

# The robot stands in the middle of the ring and waits for its button.
rover.button.wait_pressed()

# Write your program here. Some words the robot knows:
#
#   rover.range.distance()              how far it is to what stands ahead, in mm; None when there is nothing
#   rover.line.read()                   five numbers, from left to right: white reads low, black reads high
#   rover.drive.drive(200, 30)          drive at 200 mm/s and turn left at 30 degrees a second
#   rover.drive.straight(100)           drive 100 mm and stop
#   rover.drive.turn(90)                turn left by 90 degrees
#   rover.drive.distance()              how far it has driven, in mm
