"""`asyncio` under virtual time, with MicroPython's API; one implementation for both interpreters.

docs.micropython.org, library/asyncio. Put together here; each part has a module of its own.
"""

from _asyncio_core import (  # noqa: F401  for programs
    CancelledError, Loop, Task, TimeoutError, create_task, current_task, get_event_loop, new_event_loop, run,
    run_until_complete, sleep, sleep_ms,
)  # fmt: skip
from _asyncio_functions import gather, wait_for, wait_for_ms  # noqa: F401
from _asyncio_streams import StreamReader, StreamWriter, open_connection, start_server  # noqa: F401
from _asyncio_sync import Event, Lock, ThreadSafeFlag  # noqa: F401
