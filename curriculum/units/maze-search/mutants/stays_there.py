# Finds the green cell and stays there.
import rover_board
from rover import RangeFinder, Rover

CELL_MM = 300
ALONGSIDE_MM = 80  # from a side's sensor to its wall, in the middle of the corridor
AHEAD_MM = 65  # from the front sensor to a wall, in the middle of a cell
OPEN_MM = 160  # a wall of this cell is nearer
STEPS = ((1, 0), (0, 1), (-1, 0), (0, -1))  # headings 0, 1, 2, 3: ahead, left, back, right, as seen at the start

rover = Rover()
drive = rover.drive
left = RangeFinder(rover_board.RANGE_FINDERS["left"])
right = RangeFinder(rover_board.RANGE_FINDERS["right"])


def near(finder):
    """How far the wall of this cell is on that side, mm; None where the way is open."""
    distance = finder.distance()
    return None if distance is None or distance > OPEN_MM else distance


def open_ways(heading):
    """Headings in which no wall stands: ahead, left, right."""
    sides = ((0, rover.range), (1, left), (3, right))
    return [(heading + side) % 4 for side, finder in sides if near(finder) is None]


def go(heading):
    """Turn there and drive one cell on, to its middle."""
    drive.turn_to(heading * 90)
    off = 0  # to the left of the corridor's middle, mm
    if near(left) is not None:
        off = ALONGSIDE_MM - near(left)
    elif near(right) is not None:
        off = near(right) - ALONGSIDE_MM
    if abs(off) > 8:
        drive.turn_to(heading * 90 - off // 5)
    drive.straight(CELL_MM)
    if near(rover.range) is not None:
        drive.straight(near(rover.range) - AHEAD_MM)


def neighbour(cell, heading):
    dx, dy = STEPS[heading]
    return cell[0] + dx, cell[1] + dy


def back(heading):
    return (heading + 2) % 4


drive.use_gyro()
drive.settings(straight_speed=400, turn_rate=300)
rover.button.wait_pressed()
drive.reset()

cell = (0, 0)
heading = 0
visited = [cell]
stack = []  # headings, from the start to here
ways = {}  # the map: the headings in which a cell is open


def note(cell, heading):
    """Put an opening on the map, as it is seen from both sides."""
    ways.setdefault(cell, []).append(heading)
    ways.setdefault(neighbour(cell, heading), []).append(back(heading))


while rover.color.color() != "green":
    choice = open_ways(heading)
    for onward in choice:
        note(cell, onward)
    fresh = [onward for onward in choice if neighbour(cell, onward) not in visited]
    if fresh:
        heading = fresh[0]
        stack.append(heading)
    else:
        heading = back(stack.pop())
    go(heading)
    cell = neighbour(cell, heading)
    visited.append(cell)
print("found; the stack has", len(stack))

home = {(0, 0): 0}  # for each cell: the heading that leads nearer to the start
queue = [(0, 0)]
while queue:
    first = queue.pop(0)
    for onward in ways[first]:
        beyond = neighbour(first, onward)
        if beyond not in home:
            home[beyond] = back(onward)
            queue.append(beyond)
