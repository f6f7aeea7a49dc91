"""`marshrut robot fit`: a robot file's figures are fitted to records of a real robot, so that the model becomes it."""
