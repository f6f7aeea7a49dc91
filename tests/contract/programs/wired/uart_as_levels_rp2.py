# What a UART writes is seen as levels at the end of a wire: by an interrupt, by time_pulse_us, and by a machine of a PIO
# that runs Raspberry Pi's example pio_uart_rx. Pages: library/machine.UART, library/rp2.StateMachine.
from machine import PWM, UART, Pin, time_pulse_us
from rp2 import PIO, StateMachine, asm_pio
from time import sleep_ms, ticks_diff, ticks_us

BAUD = 9600
led = PWM(Pin(25), freq=1000, duty_u16=0)
uart = UART(0, BAUD, tx=Pin(0), rx=Pin(13))
line = Pin(1, Pin.IN)
seen = []
line.irq(lambda pin: seen.append((ticks_us(), pin.value())))
uart.write(b"\x55\x0f")
sleep_ms(4)
line.irq(None)
assert [level for _, level in seen] == [0, 1] * 7, seen
for (before, _), (after, _) in list(zip(seen, seen[1:]))[:9]:
    led.duty_u16(ticks_diff(after, before))
    assert 102 <= ticks_diff(after, before) <= 107, seen
uart.write(b"\x0f")
high = time_pulse_us(line, 1, 5000)
led.duty_u16(high)
assert 414 <= high <= 419, high
sleep_ms(2)


@asm_pio(in_shiftdir=PIO.SHIFT_RIGHT)
def uart_rx():
    label("start")
    wait(0, pin, 0)
    set(x, 7)[10]
    label("bitloop")
    in_(pins, 1)
    jmp(x_dec, "bitloop")[6]
    jmp(pin, "good_stop")
    irq(block, 4)
    wait(1, pin, 0)
    jmp("start")
    label("good_stop")
    push(block)


machine = StateMachine(0, uart_rx, freq=8 * BAUD, in_base=line, jmp_pin=line)
machine.active(1)
uart.write("PIO!")
sleep_ms(10)
heard = "".join(chr(machine.get() >> 24) for _ in range(machine.rx_fifo()))
assert heard == "PIO!", heard
uart.write("waits")
heard = "".join(chr(machine.get() >> 24) for _ in range(5))
assert heard == "waits", heard
