"""Opens the board's pins for the parts and says which part's pin is wrong when the board refuses one."""

from machine import ADC, PWM, Pin

# Above hearing; an ESP32 still resolves 2048 steps of duty at this frequency.
_PWM_HZ = 20_000


def digital_in(part, port, number, pull_up):
    """An input pin that rests high with `pull_up`."""
    return Pin(_known(part, port, number), Pin.IN, Pin.PULL_UP if pull_up else None)


def digital_out(part, port, number, level):
    """An output pin at `level`, 0 or 1."""
    _known(part, port, number)
    try:
        return Pin(number, Pin.OUT, value=level)
    except ValueError:
        _refuse("R05", part, port, number)


def pwm_out(part, port, number, hz=_PWM_HZ):
    """A PWM output, low until its duty is set."""
    _known(part, port, number)
    try:
        return PWM(Pin(number, Pin.OUT, value=0), freq=hz, duty_u16=0)
    except ValueError:
        _refuse("R05", part, port, number)


def analog_in(part, port, number):
    """A pin whose voltage is measured."""
    _known(part, port, number)
    try:
        adc = ADC(Pin(number))
    except ValueError:
        _refuse("R06", part, port, number)
    if hasattr(adc, "atten"):  # an ESP32 measures no more than 1 V unless it is told to
        adc.atten(ADC.ATTN_11DB)
    return adc


def encoder(part, unit, a, b):
    """A quadrature decoder that counts every edge of both phases; it counts up when `a` leads."""
    from .encoder import NEIGHBOURS, Encoder  # only here: a lamp needs none of it

    _known(part, "encoder_a", a)
    _known(part, "encoder_b", b)
    if NEIGHBOURS and a - b not in (1, -1):
        _refuse("R10", part, "encoder_b", b)
    try:
        return Encoder(unit, Pin(a, Pin.IN), Pin(b, Pin.IN), phases=4)
    except ValueError:
        _refuse("R08", part, "encoder unit", unit)


def _known(part, port, number):
    try:
        Pin(number)
    except (ValueError, TypeError):
        _refuse("R04", part, port, number)
    return number


def _refuse(code, part, port, number):
    from .errors import RoverError

    raise RoverError(code, part, port, value=number)
