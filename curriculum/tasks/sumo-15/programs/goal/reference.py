# Looks for the rival all around, charges it, and turns back to the middle at the white edge.
from time import sleep, sleep_ms

from rover import Rover, StopWatch

SEEN_MM = 480
EDGE = 20_000  # white reads low
FIGHT_MS = 30_500
PUSH_MM_S = 420
LOOK_DEG_S = 200
GLIMPSE_MS = 100  # between two looks ahead while it pushes
HOLD_MS = 1000  # it pushes on for so long without seeing anything

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
    """Push until the edge, or until the rival has slipped away: one that it touches is too near to be seen."""
    drive.drive(PUSH_MM_S)
    lost_ms = 0
    while lost_ms < HOLD_MS:
        for _ in range(GLIMPSE_MS // 4):
            if at_edge():
                drive.brake()
                return
            sleep_ms(4)
        lost_ms = 0 if sees_rival() else lost_ms + GLIMPSE_MS


def leave_edge():
    drive.straight(-110)
    drive.drive(0, LOOK_DEG_S * side)
    sleep_ms(300)


while watch.time() < FIGHT_MS:
    if at_edge():
        leave_edge()
    elif sees_rival():
        charge()
        side = -side
    else:
        drive.drive(0, LOOK_DEG_S * side)
drive.stop()
