# Steps aside when the rival comes straight on: head to head the better tyres win. Then it looks for it all around, pushes
# it from the side or from behind, and turns back to the middle at the white edge.
from time import sleep, sleep_ms

from rover import Rover, StopWatch

SEEN_MM = 480
EDGE = 20_000  # white reads low
FIGHT_MS = 30_500
CHARGE_MM_S = 400
PUSH_MM_S = 320
LOOK_DEG_S = 200
GLIMPSE_MS = 100  # between two looks ahead while it pushes
HOLD_MS = 2500  # what it touches is too near to be seen: it pushes on for so long
LONGEST_MS = 3000

rover = Rover()
drive = rover.drive
rover.button.wait_pressed()
sleep(5.1)
watch = StopWatch()
side = 1  # which way it looks around


def at_edge():
    return min(rover.line.read()) < EDGE


def sees_rival():
    distance = rover.range.distance()
    return distance is not None and distance < SEEN_MM


def charge():
    """Push until the edge, until the rival has slipped away, or until that has led nowhere."""
    drive.drive(CHARGE_MM_S)
    begin = watch.time()
    lost_ms = 0
    while lost_ms < HOLD_MS:
        for _ in range(GLIMPSE_MS // 4):
            if at_edge():
                drive.brake()
                return
            sleep_ms(4)
        if sees_rival():
            lost_ms = 0
        else:
            lost_ms += GLIMPSE_MS
            drive.drive(PUSH_MM_S)  # it touches
        if watch.time() - begin > LONGEST_MS:
            drive.straight(-120)  # they turn around each other: try again
            return


def leave_edge():
    drive.straight(-110)
    drive.drive(0, LOOK_DEG_S * side)
    sleep_ms(300)


sleep_ms(500)
if sees_rival():  # it comes straight on
    drive.turn(-60)
    drive.straight(170)
while watch.time() < FIGHT_MS:
    if at_edge():
        leave_edge()
    elif sees_rival():
        charge()
        side = -side
    else:
        drive.drive(0, LOOK_DEG_S * side)
drive.stop()
