"""The console of a virtual MicroPython board: bytes of the cable in, work for the board out, without any I/O."""

from .console import Console
from .requests import Answer, Complete, Execute, Request, RunFile, SoftReset

__all__ = ["Answer", "Complete", "Console", "Execute", "Request", "RunFile", "SoftReset"]
