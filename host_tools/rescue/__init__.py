"""`marshrut rescue`: gets back a board whose own program keeps everybody out."""
