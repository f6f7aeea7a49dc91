"""`marshrut robot`: robot files are checked, drawn, and fitted to a log of a real robot."""
