# What CPython's modules have and the board's have not.
import collections
import heapq
import re

from machine import PWM, Pin

extras = hasattr(collections, "Counter") + 2 * hasattr(re, "findall") + 4 * hasattr(heapq, "nlargest")
PWM(Pin(25), freq=20000, duty_u16=1 + extras)
