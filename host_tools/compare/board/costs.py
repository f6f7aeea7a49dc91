"""What calls take, in tenths of a µs: the loop around them is measured apart and taken off. No pin is driven."""

from time import ticks_diff, ticks_us

from machine import ADC, Pin, Timer

_TIMES = 40


def _loop():
    began = ticks_us()
    for _ in range(_TIMES):
        pass
    return ticks_diff(ticks_us(), began)


def _pin():
    pin = Pin(READ_PIN)
    began = ticks_us()
    for _ in range(_TIMES):
        pin.value()
    return ticks_diff(ticks_us(), began)


def _adc():
    read = ADC(Pin(ADC_SOURCE) if ADC_IS_PIN else ADC_SOURCE).read_u16
    began = ticks_us()
    for _ in range(_TIMES):
        read()
    return ticks_diff(ticks_us(), began)


def _clock():
    began = ticks_us()
    for _ in range(_TIMES):
        ticks_us()
    return ticks_diff(ticks_us(), began)


def _timer():
    timer = Timer(TIMER)
    began = ticks_us()
    for _ in range(_TIMES):
        timer.init(period=10_000, callback=_nothing)
        timer.deinit()
    return ticks_diff(ticks_us(), began)


def _nothing(timer):
    pass


def _print():
    began = ticks_us()
    for _ in range(_TIMES):
        print("twenty characters...")
    return ticks_diff(ticks_us(), began)


def _file():
    began = ticks_us()
    for _ in range(_TIMES):
        with open(FOLDER + "/cost", "wb") as file:
            file.write(b"twenty characters...")
    return ticks_diff(ticks_us(), began)


_empty = min(_loop() for _ in range(3))
fact("LOOP_HEAD_US", _empty * 10 // _TIMES)
for _name, _measured in (
    ("PIN_US", _pin),
    ("ADC_US", _adc),
    ("CLOCK_US", _clock),
    ("TIMER_US", _timer),
    ("PRINT_US", _print),
    ("FILE_US", _file),
):
    fact(_name, (min(_measured() for _ in range(2)) - _empty) * 10 // _TIMES)
