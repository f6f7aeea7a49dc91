# There is no pin 99 on this board.
from rover import Motor, Rover

rover = Rover()
rover.button.wait_pressed()

left = Motor("left", 25, 99, 18, 19, 0)
left.run(300)
