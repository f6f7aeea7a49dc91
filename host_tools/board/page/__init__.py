"""A living board's page (`--view`): a server for this computer's browsers alone, and what it tells them."""
