# What CPython's or the web's MicroPython modules have beyond a board's is not there (each module's page on
# docs.micropython.org/en/latest/library): a program that leans on it fails here as on the board.
import array, binascii, cmath, collections, errno, gc, hashlib, heapq, io, json, math, micropython, os, platform
import random, re, select, struct, sys, time

from machine import PWM, Pin

motor = PWM(Pin(25), freq=20000, duty_u16=0)
ABSENT = (
    (array, ("ArrayType", "typecodes")), (binascii, ("b2a_hex", "Error", "hexbin", "PAD")), (cmath, ("inf", "isnan")),
    (collections, ("Counter", "defaultdict", "ChainMap", "abc")), (errno, ("EPIPE", "ENOTDIR")), (gc, ("freeze",)),
    (hashlib, ("new", "sha512", "blake2b")), (heapq, ("nlargest", "merge")), (io, ("TextIOWrapper", "SEEK_SET")),
    (json, ("JSONDecoder", "JSONEncoder", "decoder")), (math, ("hypot", "prod", "gcd", "fsum")),
    (micropython, ("heap_locked", "pystack_use", "mem_peak")), (os, ("environ", "path", "system", "walk", "getenv")),
    (platform, ("system", "machine")), (random, ("shuffle", "sample", "gauss")),
    (re, ("VERBOSE", "findall", "split", "fullmatch", "escape")), (select, ("epoll",)), (struct, ("Struct", "error")),
    (sys, ("getsizeof", "intern", "settrace", "exc_info", "executable")), (time, ("perf_counter", "monotonic", "strftime")),
)
for module, names in ABSENT:
    for name in names:
        if hasattr(module, name):
            print(module, name)
            motor.duty_u16(1)
for name in ("dataclasses", "typing", "datetime", "itertools", "functools", "threading", "ssl", "string", "weakref"):
    try:
        __import__(name)
        print(name)
        motor.duty_u16(2)
    except ImportError:
        pass
motor.duty_u16(3)
