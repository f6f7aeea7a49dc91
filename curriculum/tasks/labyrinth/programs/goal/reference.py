# Explores the maze until the floor is green, comes back the shortest way it knows, and stops where it began.
import rover_board
from rover import RangeFinder, Rover

CELL_MM = 300
ALONGSIDE_MM = 80  # from the left or right sensor to a wall, in the middle of the corridor
WALL_MM = 160  # what is nearer on a side is this cell's wall
AHEAD_MM = 65  # from the front sensor to a wall, in the middle of a cell
SPEED = 220
HURRY = 340
LAST_MM = 110  # of each way, by itself: it ends at rest
STEPS = ((1, 0), (0, 1), (-1, 0), (0, -1))  # ahead, left, back, right, as the robot stood at the start

rover = Rover()
drive = rover.drive
left = RangeFinder(rover_board.RANGE_FINDERS["left"])
right = RangeFinder(rover_board.RANGE_FINDERS["right"])


def aside():
    """How far the robot is to the left of the corridor's middle, mm; None where there is no wall to tell."""
    to_left = left.distance()
    if to_left is not None and to_left < WALL_MM:
        return ALONGSIDE_MM - to_left
    to_right = right.distance()
    if to_right is not None and to_right < WALL_MM:
        return to_right - ALONGSIDE_MM
    return None


def go(cells, heading, speed):
    """Drive so many cells along, in the middle of the corridor, and stop in the middle of the last one."""
    begin = drive.distance()
    way = cells * CELL_MM
    angle = heading * 90
    while drive.distance() - begin < way - LAST_MM:
        off = aside()
        lean = 0 if off is None else max(-12, min(12, -off // 2))
        wrong = (angle + lean - drive.angle() + 180) % 360 - 180
        drive.drive(speed, 5 * wrong)
    rest = way - (drive.distance() - begin)
    ahead = rover.range.distance()
    if ahead is not None and ahead - AHEAD_MM < rest + 60:
        rest = ahead - AHEAD_MM
    drive.straight(rest)


def turn(heading):
    drive.turn_to(heading * 90)


def is_open(finder):
    distance = finder.distance(3)
    return distance is None or distance > WALL_MM


drive.use_gyro()
drive.settings(straight_speed=SPEED, turn_rate=220)
rover.button.wait_pressed()
drive.reset()

cell = (0, 0)
heading = 0
way = []  # headings, from the start to here
seen = [cell]
while rover.color.color() != "green":
    ways = [heading + side for side, finder in ((0, rover.range), (1, left), (-1, right)) if is_open(finder)]
    for heading_on in ways:
        dx, dy = STEPS[heading_on % 4]
        on = cell[0] + dx, cell[1] + dy
        if on not in seen:
            way.append(heading_on)
            break
    else:
        heading_on = way.pop() + 2
        dx, dy = STEPS[heading_on % 4]
        on = cell[0] + dx, cell[1] + dy
    turn(heading_on)
    go(1, heading_on, SPEED)
    heading = heading_on
    cell = on
    seen.append(cell)
print("found after", len(way), "cells")

back = [(step + 2) % 4 for step in reversed(way)]
while back:
    heading = back[0]
    cells = 0
    while back and back[0] == heading:
        back.pop(0)
        cells += 1
    turn(heading)
    go(cells, heading, HURRY)
print("back")
