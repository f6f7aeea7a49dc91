# The robot postman. Measure the way on the mat and finish the program.
from rover import Rover

rover = Rover()

rover.button.wait_pressed()
rover.drive.straight(100)
