"""`marshrut logs`: what a robot has recorded, as tables and graphs."""
