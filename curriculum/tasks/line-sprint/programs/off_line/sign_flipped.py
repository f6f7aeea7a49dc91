# Turns away from the line instead of toward it: the signs are wrong.
from time import sleep_ms

from rover import Rover

rover = Rover()
rover.button.wait_pressed()
rover.line.calibrate(rover.drive)

position = rover.line.position()  # above 0: the line is to the left
while rover.line.on_line():
    rover.drive.drive(150, -position / 4)  # should be +position: turning left is positive, too
    sleep_ms(10)
    position = rover.line.position()

# The line is gone: look for it on the side where it was last seen.
rover.drive.turn(-90 if position > 0 else 90)  # here the sign is wrong as well
rover.drive.straight(120)

while True:
    rover.led.toggle()
    sleep_ms(500)
