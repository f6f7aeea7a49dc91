"""RTC: datetime set and read, time.time() with it, memory over a reset (library/machine.RTC.html, esp32/quickref.html)."""

import machine
import sys
import time
from machine import RTC, Pin

RP2 = sys.platform == "rp2"
led = Pin(25 if RP2 else 2, Pin.OUT)
rtc = RTC()
assert rtc is RTC()
if machine.reset_cause() == machine.PWRON_RESET:
    start = rtc.datetime()
    assert start[:4] == ((2021, 1, 1, 4) if RP2 else (2000, 1, 1, 5)), start
    assert time.gmtime()[:3] == start[:3]
    rtc.datetime((2024, 2, 28, 2, 23, 59, 58, 0))
    time.sleep_ms(2500)
    now = rtc.datetime()
    assert now[:7] == (2024, 2, 29, 3, 0, 0, 0), now
    assert time.localtime()[:6] == (2024, 2, 29, 0, 0, 0)
    assert time.mktime(time.localtime()) == time.time()
    led.on()
    try:
        rtc.datetime((2024, 2, 28))
        raise AssertionError
    except ValueError:
        led.off()
    if not RP2:
        rtc.init((2025, 6, 7, 8, 9, 10, 0, 0))
        assert rtc.memory() == b""
        rtc.memory(b"kept")
        try:
            rtc.memory(bytes(2049))
            raise AssertionError
        except ValueError:
            led.on()
        machine.mem_backup()[5] = 77
    if RP2:
        assert [len(region) for region in machine.mem_backup(-1)] == [4, 3]
        machine.mem_backup(1)[2] = 0x12345678
    machine.reset()
led.toggle()
if RP2:
    assert rtc.datetime()[:3] == (2021, 1, 1)
    assert machine.mem_backup(1)[2] == 0x12345678
else:
    assert machine.reset_cause() == machine.HARD_RESET
    assert rtc.memory() == b"kept" and machine.mem_backup()[5] == 77
    assert rtc.datetime()[:6] == (2025, 6, 7, 5, 8, 9), rtc.datetime()
led.on()
