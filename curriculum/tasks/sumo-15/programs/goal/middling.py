# Drives about in the ring and turns at the white edge: it does not look, but what stands in its way is pushed.
from time import sleep, sleep_ms

from rover import Rover, StopWatch

EDGE = 20_000  # white reads low
FIGHT_MS = 30_500

rover = Rover()
drive = rover.drive
rover.button.wait_pressed()
sleep(5.1)
watch = StopWatch()

while watch.time() < FIGHT_MS:
    drive.drive(250)
    while min(rover.line.read()) > EDGE and watch.time() < FIGHT_MS:
        sleep_ms(5)
    drive.brake()
    drive.straight(-100)
    drive.turn(130)
drive.stop()
