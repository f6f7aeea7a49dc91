# What the living picture of a board says in the terminal (`marshrut board`).

live-time = Time
live-run = Run
live-run-none = not begun
live-run-going = going
live-run-over = over
live-last = Result
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
live-key-hold = button held
live-key-unplug = pull the cable out
live-key-plug = plug the cable in
live-key-step = let 0.1 s pass
live-key-quit = quit
live-key-space = space
live-key-robot = which robot

# Its page in the browser (`--view`).
live-title = Live
live-gone = The board does not answer. The page waits for it.
live-runs = Runs
live-runs-none = No run yet. Start one, or run a program from your editor.
live-replay = Replay
live-robot = Robot { $number }
live-port = Port
live-hint-start = A judged run: off and on again, the robot on its start, the button pressed as in the task
live-hint-button = Press the robot's button
live-hint-reset = Off and on again, the robot on its start
live-hint-cable = Pull the cable out or plug it in
live-hint-step = Let 0.1 s pass
