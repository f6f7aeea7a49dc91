# Formatting with a precision gives the same text; the text decides what the motor does. (docs.micropython.org/en/latest/library/builtins.html)
from machine import PWM, Pin

motor = PWM(Pin(25), freq=20000, duty_u16=0)


def act(text):
    code = 0
    for character in text:
        code = (code * 31 + ord(character)) % 65536
    motor.duty_u16(code)
    print(text)


third = 1 / 3
act("%.3f %6.2f %e" % (third, -third, 12345.678))
act(f"{third:.4f} {7:04d} {255:#x} {'left':>8} {-5:+d}")
act("{:.1f}|{:>6}|{:<6}|{:^6}".format(2.26, "ab", "cd", "ef"))
act("%5d|%-5d|%05d|%x|%s" % (42, 42, 42, 255, "text"))
act(str(12) + repr("quote") + str(True) + str([1, "a", None]) + str((1,)))
act("Привет %s, дистанция %d мм" % ("робот", 1200))
act(f"{1000000:,}" if False else f"{1000000}")
