# Line sprint: drive one lap along the black line and cross the finish, as fast as you can.
from rover import Rover

rover = Rover()

# The robot stands over the line and waits for its button.
rover.button.wait_pressed()

# It turns left and right over the line and learns what black and what white looks like.
rover.line.calibrate(rover.drive)

# It follows the line slowly, and after 1.7 m it stops. How does it come to the finish, and sooner?
# Some words the robot knows:
#
#   rover.line.position()               where the line is: 0 in the middle, above 0 left, below 0 right (1/10 mm)
#   rover.drive.drive(200, 30)          drive at 200 mm/s and turn left at 30 degrees a second
#   rover.drive.straight(100)           drive 100 mm and stop
#   rover.drive.turn(90)                turn left by 90 degrees
#   rover.follower.follow(200)          follow the line at 200 mm/s
rover.follower.follow_until(distance=1700, speed=150)
