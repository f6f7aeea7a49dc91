"""esp: what is harmless of it; I2C wants a frequency above 0; a traceback names the program's own lines alone. (docs.micropython.org/en/latest/library/esp.html, …/library/machine.I2C.html)"""

import asyncio
import esp
import io
import sys
from machine import I2C, PWM, Pin, SoftI2C

show = PWM(Pin(2), freq=1000, duty_u16=0)
esp.osdebug(None)
esp.osdebug(0, esp.LOG_ERROR)
assert esp.flash_size() == 4 << 20 and not hasattr(esp, "flash_erase")
for action in (lambda: I2C(0, freq=0), lambda: I2C(0, freq=-1), lambda: SoftI2C(Pin(15), Pin(21), freq=0)):
    try:
        action()
        raise AssertionError
    except ValueError:
        show.duty_u16(1000)


async def fails():
    raise RuntimeError("here")


try:
    asyncio.run(fails())
except RuntimeError as error:
    text = io.StringIO()
    sys.print_exception(error, text)
    assert "main.py" in text.getvalue() and "/board/" not in text.getvalue(), text.getvalue()
    sys.print_exception(error)
