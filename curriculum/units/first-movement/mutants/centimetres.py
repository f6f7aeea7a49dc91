# Counts in centimetres; the robot counts in millimetres.
from rover import Rover

rover = Rover()

rover.button.wait_pressed()
rover.drive.straight(40)
rover.drive.turn(90)
rover.drive.straight(37)
