"""Freezes the runtime into a firmware, where it takes no heap: give this file to MicroPython's build, in its ports/rp2
or ports/esp32, as `make BOARD=RPI_PICO FROZEN_MANIFEST=…/device/manifest.py`.

boot.py, main.py and the pin map stay files on the board: they are what a school changes.
"""

# ruff: noqa: F821  the build gives these functions
include("$(PORT_DIR)/boards/manifest.py")
package("rover", base_path="../lib", opt=3)
module("launcher.py", opt=3)
module("finish_push.py", opt=3)
