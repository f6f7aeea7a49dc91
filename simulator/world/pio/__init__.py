"""The RP2040's two PIO blocks between a program and the robot's pins.

Blocks run only when somebody looks. Until then their inputs' edges are kept (`inputs`); then the blocks follow them and
drive what hears them (`pins`). Copies run ahead to what will come (`ahead`). A program asks by `requests`; all of it is
`fitted` into a world.
"""
