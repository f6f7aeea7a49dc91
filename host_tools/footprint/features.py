"""What a program may begin with, and what each part's first use looks like. A part that is not there is told."""

START = "from rover import Rover\nrover = Rover()\n"
FEATURES = {
    "left_motor.run": "rover.left_motor.run(200)",
    "drive.drive": "rover.drive.drive(100, 20)",
    "drive.straight": "rover.drive.straight(100, wait=False)",
    "drive.turn": "rover.drive.turn(90, wait=False)",
    "odometry": "rover.drive.pose()",
    "line.position": "rover.line.position()",
    "follower.update": "rover.follower.update(200)",
    "range": "rover.range.distance()",
    "imu.heading": "rover.imu.heading()",
    "color": "rover.color.rgb()",
    "display": "rover.display.text('hello')\nrover.display.show()",
    "display, in Russian": "rover.display.text('привет')\nrover.display.show()",
    "lights": "rover.lights.fill((10, 0, 0))",
    "led.on": "rover.led.on()",
    "button.pressed": "rover.button.pressed()",
    "bumper": "rover.bumper(list(rover_board.BUMPERS)[0]).pressed()",
    "battery": "from rover import Battery\nBattery(26, 3000, 8400, 6400).voltage()",  # a Pico has none on a pin
    "servo.angle": "rover.servo.angle(90)",
    "gripper.open": "rover.gripper.open(wait=False)",
    "buzzer.beep": "rover.buzzer.beep(wait=False)",
    "telemetry": "rover.telemetry.add('left', rover.left_motor.angle)\nrover.telemetry.start(20, 100)",
    "StateMachine": "from rover import StateMachine\nstates = StateMachine(rover.stop)",
    "StopWatch": "from rover import StopWatch\nwatch = StopWatch()",
    "PID": "from rover import PID\npid = PID(2)",
}
