"""`make tick`: how long a control tick takes on an RP2040, from counted bytecodes and calls.

`counter` counts in the run which lines a tick runs, `bytecode` says what each line is on MicroPython, `costs` what that
takes, with the source of each figure, and `estimate` puts them together. docs/decisions/tick.md has the result.
"""
