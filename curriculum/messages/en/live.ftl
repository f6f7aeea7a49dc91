# What the living picture of a board says in the terminal (`marshrut board`).

live-time = Time
live-run = Run
live-run-none = not begun
live-run-going = going
live-run-over = over
live-cable = Cable
live-plugged = plugged in
live-unplugged = pulled out
live-led = LED
live-button = Button
live-lit = on
live-dark = dark
live-pace-max = as fast as it can
live-pace-step = time stands
live-key-start = start
live-key-button = button
live-key-reset = reset
live-key-unplug = pull the cable out
live-key-plug = plug the cable in
live-key-step = let 0.1 s pass
live-key-quit = quit
live-key-space = space
live-key-robot = which robot
