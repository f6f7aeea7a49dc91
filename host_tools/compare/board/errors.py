"""The words of errors, and the numbers of OSError. Nothing is written and no pin is driven."""

import errno

_TRIED = (
    "unknown_name",
    "from machine import Wheel",
    "import unknown_module",
    "None.x",
    "(1).x",
    "'a' + 1",
    "1 + 'a'",
    "[1][5]",
    "{}['k']",
    "1 / 0",
    "1 % 0",
    "int('x')",
    "float('x')",
    "int(None)",
    "len(5)",
    "5()",
    "5[0]",
    "for x in 5: pass",
    "a, b = 1, 2, 3",
    "a, b = [1]",
    "(lambda: 0)(1)",
    "(lambda a: 0)()",
    "(lambda a: 0)(b=1)",
    "range()",
    "'a'.join([1])",
    "b'a' + 'a'",
    "[].pop()",
    "[].remove(1)",
    "chr(-1)",
    "bytes([256])",
    "'%d' % 'a'",
    "'{} {}'.format(1)",
    "x = = 1",
    "if 1\n  pass",
    "print('a'",
    "def f():\npass",
    "return 1",
    "break",
    "raise ValueError",
    "raise ValueError('text', 2)",
    "raise OSError(5)",
    "raise 5",
    "assert False, 'why'",
    "next(iter([]))",
    "import math; math.sqrt(-1)",
    "import time; time.sleep_ms('a')",
    "import machine; machine.Pin(99)",
    "import machine; machine.Pin('NONE')",
    "import machine; machine.ADC(99)",
    "import machine; machine.I2C(9)",
    "import machine; machine.SPI(9)",
    "import machine; machine.UART(9)",
    "import machine; machine.Timer(99)",
    "import machine; machine.freq(1)",
    "open('/_no_such_file')",
    "open('/_no_such_folder/file', 'w')",
    "open('/_no_such_file', 'q')",
    "open('/')",
    "import os; os.remove('/_no_such_file')",
    "import os; os.rmdir('/_no_such_file')",
    "import os; os.stat('/_no_such_file')",
    "import os; os.listdir('/_no_such_file')",
    "import os; os.chdir('/_no_such_file')",
    "import os; os.rename('/_no_such_file', '/_no_such_file_2')",
)

for _text in _TRIED:
    try:
        exec(_text, {})
        fact(_text, "none")
    except BaseException as _error:
        fact(_text, "%s%r" % (type(_error).__name__, _error.args))
for _name in dir(errno):
    if _name[0] == "E":
        fact("errno." + _name, getattr(errno, _name))
