# A hundred calls deep is inside what both interpreters do. (docs.micropython.org/en/latest/reference/constrained.html)
from machine import PWM, Pin


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


def collatz(n, steps=0):
    return steps if n == 1 else collatz(n // 2 if n % 2 == 0 else 3 * n + 1, steps + 1)


PWM(Pin(25), freq=20000, duty_u16=depth(100) * 100 + collatz(6))
