"""`io` of the board: streams in memory, and files on its flash."""

import _mounts
import _port

open = _mounts.open
StringIO = _port.StringIO
BytesIO = _port.BytesIO
IOBase = _port.IOBase
