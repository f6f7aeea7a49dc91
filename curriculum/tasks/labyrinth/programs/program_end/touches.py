# Goes a cell on and turns, without looking at any wall.
from rover import Rover

rover = Rover()
rover.button.wait_pressed()
for _ in range(4):
    rover.drive.straight(300)
    rover.drive.turn(90)
