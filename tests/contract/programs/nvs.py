# docs.micropython.org/en/latest/library/esp32.html: NVS, kept over a reset of the board; raw_temperature.
import esp32
import machine
from machine import PWM, Pin

motor = PWM(Pin(25), freq=20000, duty_u16=0)
store = esp32.NVS("robot")
if machine.reset_cause() == machine.PWRON_RESET:
    for attempt in (
        lambda: store.get_i32("runs"), lambda: store.erase_key("runs"), lambda: store.get_i32("k" * 16),
        lambda: esp32.NVS("n" * 16),
    ):
        try:
            attempt()
        except OSError as error:
            motor.duty_u16(-error.args[0])
    store.set_i32("runs", -7)
    store.set_blob("name", b"Aqbota")
    store.commit()
    try:
        store.get_blob("runs", bytearray(4))
    except OSError as error:
        motor.duty_u16(-error.args[0])
    machine.reset()
motor.duty_u16(100 - store.get_i32("runs"))
buffer = bytearray(8)
motor.duty_u16(store.get_blob("name", buffer) * 256 + buffer[0])
assert buffer == b"Aqbota\x00\x00"
try:
    store.get_blob("name", bytearray(3))
except OSError as error:
    motor.duty_u16(-error.args[0])
store.erase_key("name")
assert not hasattr(esp32, "hall_sensor") and not hasattr(esp32, "mcu_temperature")
motor.duty_u16(esp32.raw_temperature())
