# The same numbers on both interpreters, and others with another seed. (docs.micropython.org/en/latest/library/random.html)
import random
from machine import PWM, Pin

motor = PWM(Pin(25), freq=20000, duty_u16=0)
for _ in range(50):
    motor.duty_u16(random.getrandbits(16))
motor.duty_u16(int(random.random() * 65535))
motor.duty_u16(int(random.uniform(100, 60000)))
deck = list(range(20))
hand = [random.choice(deck) for _ in range(5)] + [random.randint(1, 6), random.randrange(0, 100, 5)]
print(hand, random.random())
random.seed(42)
again = [random.randint(0, 1000) for _ in range(5)]
random.seed(42)
assert again == [random.randint(0, 1000) for _ in range(5)]
for value in hand + again:
    motor.duty_u16(value)
