"""Marshrut's runtime on the robot. A program begins with `from rover import Rover`.

Importing it starts nothing and loads nothing: each part is read from flash when a program first asks for it, so that a
program which only drives does not pay heap for line sensors.

Units: mm, mm/s, degrees, deg/s, ms. Turning to the left (counter-clockwise, seen from above) is positive.
"""

# Part -> the module that holds it.
_PARTS = {
    "Rover": "robot",
    "Motor": "motor",
    "DriveBase": "drivebase",
    "Motion": "motion",
    "Odometry": "odometry",
    "LineSensors": "line_sensors",
    "LineFollower": "line_follower",
    "PID": "pid",
    "Button": "button",
    "Led": "led",
    "StopWatch": "stopwatch",
    "Lights": "lights",
    "Servo": "servo",
    "Gripper": "gripper",
    "Buzzer": "buzzer",
    "Telemetry": "telemetry",
    "StateMachine": "state_machine",
    "RangeFinder": "range_finder",
    "IMU": "imu",
    "ColorSensor": "color_sensor",
    "Bumper": "bumper",
    "Battery": "battery",
    "Display": "display",
    "RoverError": "errors",
}


def __getattr__(name):
    module = _PARTS.get(name)
    if module is None:
        if name[:1] == "_":
            raise AttributeError(name)
        from .errors import RoverError

        raise RoverError("R03", "rover", value=name, allowed=", ".join(sorted(_PARTS)))
    part = getattr(__import__("rover." + module, None, None, (name,)), name)
    globals()[name] = part
    return part
