# Does nothing: the robot stands where it was put.
