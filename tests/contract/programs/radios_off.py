# docs.micropython.org/en/latest/library/network.WLAN.html, bluetooth.html, socket.html: all off here, and saying so.
import asyncio
import bluetooth
import network
import socket
import time
from machine import PWM, Pin

motor = PWM(Pin(25), freq=20000, duty_u16=0)


def refused(attempt):
    try:
        attempt()
        motor.duty_u16(1)
    except OSError as error:
        motor.duty_u16(error.args[0] % 1000 if isinstance(error.args[0], int) else 2)
        print(error)


station = network.WLAN(network.STA_IF)
refused(lambda: station.connect("school", "secret"))
assert not station.active() and station.active(True) and station.active()
assert network.WLAN(network.STA_IF).active() and not network.WLAN(network.WLAN.IF_AP).active()
refused(lambda: station.connect("school", "secret"))
assert station.scan() == [] and not station.isconnected()
motor.duty_u16(station.status())
assert station.ifconfig()[0] == "0.0.0.0" and len(station.config("mac")) == 6
station.config(pm=station.PM_NONE)
station.active(False)
ble = bluetooth.BLE()
assert not ble.active()
refused(lambda: ble.active(True))
refused(lambda: ble.gap_advertise(100_000))
assert bluetooth.UUID(0x180F) == bluetooth.UUID(b"\x0f\x18")
assert len(bytes(bluetooth.UUID("6E400001-B5A3-F393-E0A9-E50E24DCCA9E"))) == 16
refused(lambda: socket.getaddrinfo("micropython.org", 80))
address = socket.getaddrinfo("192.168.1.1", 80)[0][-1]
refused(lambda: socket.socket().connect(address))
refused(lambda: socket.socket().send(b"x"))


async def call():
    for attempt in (asyncio.open_connection("192.168.1.1", 80), asyncio.start_server(call, "0.0.0.0", 80)):
        try:
            await attempt
            motor.duty_u16(3)
        except OSError as error:
            motor.duty_u16(error.args[0])


asyncio.run(call())
motor.duty_u16(time.ticks_ms())
