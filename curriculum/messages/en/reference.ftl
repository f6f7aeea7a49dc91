# The page docs/reference/rover.md.
reference-intro = English. Lengths are in mm, angles in degrees, times in ms; a turn to the left (counter-clockwise, seen from above) is positive. What an argument is, its unit and its range stand beside its name; examples begin after `from rover import Rover` and `rover = Rover()`. The last table has every error with its code.
reference-errors = An error of the robot's ends with its code, as in `[R02]`. Words in italics are filled in: the part, its port, what was given, what is allowed. `marshrut` tells one that ends the program in the pupil's language.
