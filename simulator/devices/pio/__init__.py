"""The RP2040's programmable I/O (data sheet, chapter 3), cycle by cycle, and the same in leaps.

Times are whole cycles of the system clock (8 ns at 125 MHz). A machine's own clock ticks every 1 to 65536 of them, in
256ths. Levels are one integer, a bit for each GPIO. Nothing here knows a world: who holds a block tells it the edges of
its pins, in order, and takes the changes it makes.

- `words`, `configuration`, `reach`: what instructions and registers say, and what a program may touch.
- `shared`, `machine`, `block`: what four machines share, one of them, all of them together.
- `forms`, `following`, `stretches`, `turns`: what a stretch of a program does, learned once and then done at once.
"""
