# Steps aside, then drives about in the ring and turns at the white edge and now and then. It does not look: what stands
# in its way is pushed until it turns.
from time import sleep, sleep_ms

from rover import Rover, StopWatch

EDGE = 20_000  # white reads low
FIGHT_MS = 30_500
LEG_MS = 3000

rover = Rover()
drive = rover.drive
rover.button.wait_pressed()
sleep(5.1)
watch = StopWatch()

drive.turn(-60)
drive.straight(170)
while watch.time() < FIGHT_MS:
    drive.drive(250)
    begin = watch.time()
    while min(rover.line.read()) > EDGE and watch.time() - begin < LEG_MS:
        sleep_ms(5)
    drive.brake()
    drive.straight(-100)
    drive.turn(150)
drive.stop()
