"""What sits on the board's pins."""

from ..scene.faults import ENCODERS
from ..scene.model import Scene


def loose_from_the_start(scene: Scene) -> set[int]:
    """Pins whose plug is out when the board is switched on: they read their own pull."""
    robot = scene.robot
    pins: dict[str, tuple[int, ...]] = {
        name: (motor.encoder_a, motor.encoder_b)
        for name, motor in zip(ENCODERS, (robot.left, robot.right), strict=True)
    }
    pins |= {button.id: (button.pin,) for button in robot.buttons}
    pins |= {part.id: tuple(pin for _, pin in part.pins) for part in robot.parts}
    loose = [fault.device for fault in scene.faults if fault.kind == "cable-off" and fault.at_ms == 0]
    # A bus goes on to the other parts on it.
    kept = {pin for part in robot.parts if part.id not in loose for _, pin in part.pins}
    return {pin for device in loose for pin in pins.get(device, ())} - kept


def roles(scene: Scene) -> dict[int, str]:
    """What each pin in use is for: "adc", "in", "motor", "encoder", "out" or "part"."""
    robot = scene.robot
    roles: dict[int, str] = {}
    for motor in (robot.left, robot.right):
        inputs = motor.pin_in1, motor.pin_in2, motor.pin_pwm, motor.pin_standby
        roles |= {pin: "motor" for pin in inputs if pin is not None}
        roles |= {motor.encoder_a: "encoder", motor.encoder_b: "encoder"}
    roles |= {sensor.pin: "adc" for sensor in robot.reflectance}
    roles |= {item.pin: "in" for item in robot.buttons}
    roles |= {led.pin: "out" for led in robot.leds}
    roles |= {pin: "part" for part in robot.parts for _, pin in part.pins}
    return roles
