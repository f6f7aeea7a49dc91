# A Pico W is a Pico with a radio: docs.micropython.org/en/latest/library/network.html and bluetooth.html
import os
import sys
import bluetooth
import network
import rp2
import socket
from machine import Pin

print(sys.platform, sys.implementation._machine, "/", os.uname().machine)
print(network.hostname(), rp2.country("KZ"), os.statvfs("/")[2] * 4, "KB")
wlan = network.WLAN(network.STA_IF)
print(wlan.active(), wlan.isconnected(), wlan.status())
wlan.active(True)
print(wlan.active(), wlan.scan(), len(wlan.config("mac")))
for attempt in (
    lambda: wlan.connect("club", "secret"), lambda: bluetooth.BLE().active(True),
    lambda: socket.getaddrinfo("example.com", 80),
):
    try:
        print(attempt())
    except OSError:
        print("OSError")
Pin(20, Pin.OUT).on()
