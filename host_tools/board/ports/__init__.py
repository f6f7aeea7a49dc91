"""The ports of the virtual board: thin shells between the operating system and a console without I/O.

`Cables` moves the bytes; a port is one way in: `pty.PtyPort` (not on Windows), `rfc2217.Rfc2217Port` (everywhere).
Each is imported from its own module, so that one system's calls are not asked of another.
"""

from .cables import Cables
from .seam import ConsoleEnd, Port

__all__ = ["Cables", "ConsoleEnd", "Port"]
