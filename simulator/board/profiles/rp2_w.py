"""A Raspberry Pi Pico W, as far as it differs from the Pico: a radio, and the LED on it.

Pins: the board's pins.csv and machine_pin_cyw43.c. A level for the wireless chip goes to it as a message: people who
measured it tell of about 1 ms (arduino-pico, issue 1782).
"""

NAME = "rp2_w"
MACHINE = "Raspberry Pi Pico W with RP2040"
BANNER = "MicroPython v1.29.0 on 2026-08-24; " + MACHINE
BUILD = "RPI_PICO_W"
UNIQUE_ID = b"\xe6\x61\x38\x52\x83\x4d\x52\x03"
HOSTNAME = "PicoW"

OWN_MODULES = (
    "asyncio", "bluetooth", "errno", "hashlib", "io", "machine", "micropython", "neopixel", "network", "os", "platform",
    "random", "rp2", "select", "socket", "sys", "time", "vfs",
)  # fmt: skip

# 23, 24, 25 and 29 lead to the wireless chip
EXTERNAL_PINS = {60: "EXT_GPIO0", 61: "EXT_GPIO1", 62: "EXT_GPIO2"}
EXTERNAL_PIN_US = 1000
BOARD_PINS = {"GP%d" % number: number for number in range(29) if number not in (23, 24, 25)}
BOARD_PINS.update({"WL_GPIO0": 60, "WL_GPIO1": 61, "WL_GPIO2": 62, "LED": 60})
CPU_PINS = {"GPIO%d" % number: number for number in range(30)}
CPU_PINS.update({"EXT_GPIO0": 60, "EXT_GPIO1": 61, "EXT_GPIO2": 62})

FLASH_BYTES = 848 * 1024  # what the firmware, with the radio's own, leaves of 2 MB
