"""`marshrut world`: world files are checked, drawn, printed, imported and generated."""
