# In the state wait nothing ever leads on.
from time import sleep_ms

from rover import Rover

rover = Rover()

rover.button.wait_pressed()
rover.line.calibrate(rover.drive)

state = "street"
lanes = 0  # met until now

while state != "done":
    if state == "street":
        rover.follower.follow_until(event="junction", speed=200)
        lanes += 1
        if lanes == 2:
            state = "wait"
    elif state == "wait":
        sleep_ms(100)
    elif state == "turn":
        rover.drive.straight(40)  # the wheels come over the junction
        rover.drive.turn(90)
        state = "lane"
    elif state == "lane":
        rover.follower.follow_until(event="end", speed=200)
        state = "done"
