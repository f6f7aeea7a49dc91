### Programs of strangers: how attempts to leave the board end, and what holds a program.

runtime-untrusted = A stranger's program may not run on cpython: there it could reach this computer.
    .try = add --runtime micropython.
ended-forbidden = The program tried to leave the board{ $line ->
        [0] {""}
       *[other] {" "}after line { $line }
    }, and the run was stopped.
    .try = use the board's own modules only.
ended-cpu_limit = The program kept the computer busy for too long, and the run was broken off.
    .try = compute less in each turn of the loop.
ended-pio_limit = The state machines of the PIO did too much for this computer, and the run was broken off.
    .try = give them a lower freq, or let them wait where nothing changes.
ended-crashed = The program broke its interpreter, and the run was broken off.
    .try = find where the program writes straight into memory (uctypes, sys.modules) or matches too tangled an expression with re; if it does nothing of the kind, tell us.
doctor-walls = Walls around strangers' programs
doctor-wall-seal = interpreter
doctor-wall-globals = globals
doctor-wall-node = Node
doctor-wall-limits = system limits
doctor-wall-bubblewrap = bubblewrap
doctor-no-bubblewrap = The third wall around strangers' programs is missing: bubblewrap is not installed or does not start.
    .try = on Linux, run `sudo apt install bubblewrap`.
doctor-no-limits = This system cannot limit a process from outside: the second wall is thinner here.
