# Keeps to the wall on its left until the floor is green, and stays there.
import rover_board
from rover import RangeFinder, Rover

CELL_MM = 300
WALL_MM = 160  # what is nearer is this cell's wall
AHEAD_MM = 65  # from the front sensor to a wall, in the middle of a cell

rover = Rover()
drive = rover.drive
left = RangeFinder(rover_board.RANGE_FINDERS["left"])


def is_open(finder):
    distance = finder.distance()
    return distance is None or distance > WALL_MM


def one_cell():
    """Drive to the middle of the next cell; a wall ahead tells where that is."""
    drive.straight(CELL_MM)
    ahead = rover.range.distance()
    if ahead is not None and ahead < WALL_MM:
        drive.straight(ahead - AHEAD_MM)


drive.use_gyro()
rover.button.wait_pressed()
drive.reset()
heading = 0
while rover.color.color() != "green":
    if is_open(left):
        heading += 90
        drive.turn_to(heading)
    else:
        while not is_open(rover.range):
            heading -= 90
            drive.turn_to(heading)
    one_cell()
print("found")
