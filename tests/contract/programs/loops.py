# Every form of loop that gets a head. (docs.micropython.org/en/latest/reference/index.html)
from machine import PWM, Pin

motor = PWM(Pin(25), freq=20000, duty_u16=0)
total = 0
for i in range(3): total += i
for i in range(3):
    if i:
        total += 10
for i in range(2):
    for j in range(2):
        total += 100
for i in range(2):
    while total % 7:
        total += 1
for i in range(2):
    try:
        total += 1000
    finally:
        total += 1
for i in range(2):
    def inner(x=i):
        return x
    total += inner()
for i in range(2):
    class Thing:
        value = i
    total += Thing.value
for a, b in [(1, 2), (3, 4)]:
    "a constant first"
    total += a * b
for i in 1, 2, 3:
    continue
else:
    total += 5
while (total > 0 and
       total < 5000):
    total += 500
else:
    total += 6
n = 3
while n: n -= 1
while (m := n + 1) < 1:
    pass
squares = [i * i for i in range(5) if i % 2]
total += sum(squares) + sum(x for x in range(4)) + len({k: 1 for k in "abc"})


def countdown(n):
    while n > 0:
        yield n
        n -= 1


for value in countdown(3):
    for _ in (): pass
    total += value
motor.duty_u16(total % 65536)
motor.duty_u16(len("строка: ё" * 3))
for ё in "аб": total += ord(ё); motor.duty_u16(total % 65536)
