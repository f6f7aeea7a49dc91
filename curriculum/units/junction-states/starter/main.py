# The courier: past the first lane, into the second, to the door at its end.
from rover import Rover

rover = Rover()

rover.button.wait_pressed()
rover.line.calibrate(rover.drive)

state = "street"

while state != "done":
    if state == "street":
        rover.follower.follow_until(event="junction", speed=200)
        state = "done"  # Think: which state comes next, and when?
