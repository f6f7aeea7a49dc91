"""`io` of the board: streams in memory, and files on its flash."""

import _flash_file
import _port

open = _flash_file.open
StringIO = _port.StringIO
BytesIO = _port.BytesIO
IOBase = _port.IOBase
