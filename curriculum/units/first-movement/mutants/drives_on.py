# Sets a speed and no way: the program is over while the robot drives through the garage.
import time

from rover import Rover

rover = Rover()

rover.button.wait_pressed()
rover.drive.straight(400)
rover.drive.turn(90)
rover.drive.drive(300, 0)
time.sleep_ms(1500)
