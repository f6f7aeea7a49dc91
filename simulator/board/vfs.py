"""`vfs`: what is mounted where, and the board's kinds of file systems. Its firmware has no ROMFS."""

from _flash_systems import VfsFat, VfsLfs2  # noqa: F401  for programs
from _mounts import mount, umount  # noqa: F401  for programs
