"""Start again for ever."""

import machine

machine.reset()
