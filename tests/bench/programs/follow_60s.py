# Follows the line for 60 s, lap after lap: 100 Hz, five sensors, two speed controllers.
from rover import Rover, StopWatch

rover = Rover()
watch = StopWatch()
rover.follower.follow(250, until=lambda: watch.time() >= 60_000)
