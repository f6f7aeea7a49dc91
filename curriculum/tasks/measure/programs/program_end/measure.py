# Drives what `marshrut robot fit` knows this robot by, and keeps two records for it: marks.csv and drive.csv.
# Three black strips lie across the way, 200 mm from middle to middle; the robot stands with its axle 200 mm before the
# middle of the first one and looks across them. It needs 1.5 m by 1.5 m, and never goes further than a metre.
from time import sleep_ms
import rover_board as board
from rover import Rover
from rover.pins import analog_in

MOST_MM = 1000  # further than that from where it began it stops

rover = Rover()
left, right = rover.left_motor, rover.right_motor
log = rover.telemetry
counts_per_m = board.COUNTS_PER_TURN * 1000 / (3.1416 * board.WHEEL_DIAMETER_MM)
most_counts = int(2 * MOST_MM * counts_per_m / 1000)


# First record: over the strips and back, gently, and a turn on the spot beside the third one.

seen = rover.line.read()  # the same list at each look
dark = (board.LINE_WHITE + board.LINE_BLACK) // 2


def look():
    rover.line.read()
    return seen[0]


def sensor(i):
    return lambda: seen[i]


def crossings(count):
    """While the robot drives: where it was over the middle of each of so many strips, as (mm, degrees) of its drive."""
    middle = len(seen) // 2
    begun = rover.drive.distance()
    turned = rover.drive.angle()
    found = []
    entered = None
    while len(found) < count:
        sleep_ms(10)
        place = rover.drive.distance(), rover.drive.angle()
        if abs(place[0] - begun) > MOST_MM or abs(place[1] - turned) > 1500:
            rover.drive.brake()
            raise RuntimeError("no strips here: see the task's text")
        if seen[middle] > dark:
            entered = entered or place
        elif entered:
            found.append(((entered[0] + place[0]) / 2, (entered[1] + place[1]) / 2))
            entered = None
    return found


def turn_twice():
    """Two turns on the spot beside a strip, by the strip and not by how far the wheels are thought to be apart."""
    rover.drive.drive(0, 90)
    met = [angle for _, angle in crossings(4)]
    turn = met[3] - met[1]
    left_of_it = (turn - (met[1] - met[0])) / 2
    rover.drive.turn(met[3] + left_of_it - rover.drive.angle())


def measure_marks():
    log.add("left_count", left.count)
    log.add("right_count", right.count)
    log.add("line1", look)
    for i in range(1, len(seen)):
        log.add("line" + str(i + 1), sensor(i))
    log.start(20, 1400)
    sleep_ms(500)
    rover.drive.settings(150, 400, 90, 300)
    rover.drive.drive(150, 0)
    crossings(3)
    rover.drive.straight(30)
    sleep_ms(300)
    turn_twice()
    sleep_ms(300)
    rover.drive.drive(-150, 0)
    crossings(3)
    rover.drive.straight(-100)
    sleep_ms(500)
    log.save("marks.csv")
    log.clear()


# Second record: how the motors answer. A stage is a list of (ms, left, right): until then each motor goes evenly to that
# share of full, in thousandths; 0 ms goes there at once, None switches off.

OFF = (400, None, None)


def both(stage, turn=1, back=1):
    """The same for both motors, `turn` -1 for turning on the spot, `back` -1 for driving back."""
    return [(ms, share and turn * back * share, share and back * share) for ms, share in stage]


def alone(stage, side):
    """One motor, while the other one brakes."""
    return [(ms, share, 0) if side == "left" else (ms, 0, share) for ms, share in stage]


def steps(count):
    return [(350, 350)] + [(0, 500), (100, 500), (0, 200), (100, 200)] * count + [(100, 0)]


CREEP = [(2500, 250)]  # where does it begin to move?
ROLL = [(500, 600), (150, 600), (0, None), (800, None)]
SHUTTLE = [(0, 1000), (160, 1000)] + [(0, -1000), (300, -1000), (0, 1000), (300, 1000)] * 1
SHUTTLE = SHUTTLE + [(0, -1000), (300, -1000), (0, 1000), (140, 1000), (0, 0), (200, 0)]
PLAN = (
    both(CREEP), both(steps(8), back=-1), both(steps(8)), both(ROLL, back=-1), both(ROLL),
    both(steps(8), turn=-1), alone(steps(4), "left"), alone(steps(4), "right"), both(SHUTTLE),
)  # fmt: skip


class Driver:
    """Gives the motors their shares, each time that a record is made: then the record knows to the ms when."""

    def __init__(self):
        self.pieces = []
        for stage in PLAN:
            self.pieces += stage + [(0, None, None), OFF]
        self.on = False
        self.at = self.gone_ms = 0
        self.was_left = self.was_right = 0
        self.begun = left.count() + right.count()

    def step(self):
        if not self.on:
            return 0
        ms, to_left, to_right = self.pieces[self.at]
        if ms:
            self.gone_ms += 10
        while self.gone_ms >= ms:  # the piece is over
            self.gone_ms -= ms
            self.was_left, self.was_right = to_left or 0, to_right or 0
            self.at += 1
            if self.at == len(self.pieces) or abs(left.count() + right.count() - self.begun) > most_counts:
                self.on = False
                to_left = to_right = None
                break
            ms, to_left, to_right = self.pieces[self.at]
            if ms:
                break
        self.give(left, self.was_left, to_left, ms)
        self.give(right, self.was_right, to_right, ms)
        return self.at

    def give(self, motor, was, to, ms):
        if to is None:
            motor.stop()
        else:
            motor.dc((was + (to - was) * self.gone_ms / ms) / 10 if ms else to / 10)


def voltage_of(pin, ratio):
    """A quick look at the battery, in mV."""
    adc = analog_in("Battery", "pin", pin)
    exact = getattr(adc, "read_uv", None)  # an ESP32's microvolts have been set right
    if exact:
        return lambda: exact() // 1000 * ratio // 1000
    return lambda: adc.read_u16() * 3300 // 65535 * ratio // 1000


def measure_drive():
    driver = Driver()
    log.add("stage", driver.step)
    log.add("left_duty", left, "duty")
    log.add("right_duty", right, "duty")
    log.add("left_count", left.count)
    log.add("right_count", right.count)
    if hasattr(board, "BATTERY"):
        log.add("battery_mv", voltage_of(board.BATTERY[0], board.BATTERY[1]))
    left.stop()
    right.stop()
    log.start(10, 2300)
    sleep_ms(300)
    driver.on = True
    while driver.on:
        sleep_ms(20)
    sleep_ms(300)
    log.save("drive.csv")


print("Put the robot before the strips and press the button.")
rover.button.wait_pressed()
sleep_ms(500)
rover.led.on()
measure_marks()
measure_drive()
rover.led.off()
print("Now fetch both records: marshrut logs marks.csv drive.csv")
