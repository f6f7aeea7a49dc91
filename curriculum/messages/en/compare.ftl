# What `marshrut compare` says.

compare-board = Board: { $port }
compare-asks-board = Asking the board: { $name }
compare-asks-ours = Asking the virtual one: { $name }
compare-ask-resets = May the board be started anew? Its program will begin and motors may turn: lift the wheels. y for yes, n for no
compare-ask-bare = Is nothing wired to the board's pins? Then they are checked as well. y for yes, n for no
compare-left-resets = Left out, as they start the board anew: { $names }. To allow it: --resets
compare-left-bare = Left out, as something may be wired to the pins: { $names }. If nothing is: --bare
compare-left-installed = Left out, as Marshrut is not on the board: { $names }.
compare-left-empty = Left out, as the board has a boot.py or main.py, which stay as they are: { $names }.
compare-sides = the board { $board }, the virtual one { $ours }
compare-no-answer = nothing
compare-only-board = Only on the board
compare-only-ours = Only on the virtual one
compare-profile = Measured times, ready for simulator/board/profiles/{ $chip }.py (after # what is there now):
compare-known = Known differences, which are documented:
compare-alike = The board behaves as the virtual one.
compare-differs = New differences: { $count }. Please send us the file that --out writes.
compare-written = All that was seen is in { $file }

# What a difference means.
compare-identity = The firmware gives another name: this is another board or another version of MicroPython.
compare-numbers = Numbers come out otherwise: a program's results may differ.
compare-errors = Errors have other words: the simulator's hints and the board's text part ways.
compare-files = Files behave otherwise: a program that writes to the board may do something else.
compare-clock = The clock differs: a program's pauses and times part ways.
compare-timers = A timer calls less evenly: a robot may follow a line otherwise.
compare-adc = The ADC answers otherwise: sensors will read in other numbers.
compare-costs = Calls take another time, by more than twice: loops run at another speed than simulated.
compare-limits = Limits differ: a big program may not fit.
compare-names = Names differ: a program that uses them runs in one of the two places only.
compare-pins = Pins and PWM behave otherwise: motors and lamps will get something else.
compare-buses = I²C, SPI or UART answer otherwise: drivers of sensors will notice.
compare-launcher = Starting the program differs: the guard after three crashes may not hold.
compare-friendly = The >>> prompt answers with other bytes: whoever types at the console will see it.
compare-raw = Talk with programs on the computer differs: Thonny or mpremote may lose their way.
compare-soft-reset = Something else is left after Ctrl-D: the program begins in other circumstances.
compare-resets = After a reset the cause or the files differ: a program that looks at them will be wrong.
compare-order = boot.py and main.py run otherwise: the robot starts differently.

# Why a difference is known.
compare-known-floats = Decimal numbers: 32 bits on the board, 64 in the simulator.
compare-known-memory = Free memory: in the simulator it is the computer's.
compare-known-recursion = How deep calls may go: the board's stack and the simulator's differ.
compare-known-temperature = The chip's thermometer: always 27 °C in the simulator.
compare-known-names = These names are not in the simulator, see docs/reference/board-names.md:

compare-kind-unknown = The board at { $port } is "{ $machine }"; there is no virtual one of that kind.
    .try = take one of these: { $known }
compare-folder-taken = The board has a folder { $folder } that we did not make.
    .try = keep a copy of it and delete it from the board
compare-no-room = The board has { $free } KB free; this needs { $needed } KB.
    .try = delete files that are no longer needed
