"""`python -m marshrut.host_tools`: the `marshrut` command where its script is not on the path."""

from .cli import main

main()
