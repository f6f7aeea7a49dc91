# The board keeps less beside a function or an exception: no attribute of a program's own, no __doc__, no __mro__.
from machine import PWM, Pin


def action():
    pass


found = 1
try:
    action.speed = 1
    found += 1
except AttributeError:
    pass
try:
    error = ValueError()
    error.code = 5
    found += 2
except AttributeError:
    pass
PWM(Pin(25), freq=20000, duty_u16=found + 4 * hasattr(action, "__doc__") + 8 * hasattr(ValueError, "__mro__"))
