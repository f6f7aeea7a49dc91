# ruff: noqa: E402, I001
# A file system of the program's own, mounted beside the flash: files, folders and modules of it, as of the folder that
# `mpremote mount` brings (docs.micropython.org/en/latest/library/vfs.html, reference/filesystem.html; extmod/vfs.c).
import io
import os
import sys
import vfs

from machine import PWM, Pin

motor = PWM(Pin(25), freq=20000, duty_u16=0)
FOLDER, FILE = 0x4000, 0x8000


def refused(action, *args, **options):
    try:
        action(*args, **options)
    except OSError as error:
        motor.duty_u16(100 * error.errno)
        return error.errno


class Shelf:
    """Files by path; what is in "log" was asked of it."""

    def __init__(self):
        self.files = {"/near.py": b"distance = 0\nfor i in range(3):\n    distance += i\n", "/kit/gear.py": b"ratio = 50\n"}
        self.log = []
        self.folder = "/"

    def mount(self, readonly, mkfs):
        self.log.append(("mount", readonly, mkfs))

    def umount(self):
        self.log.append("umount")

    def whole(self, path):
        return path if path[:1] == "/" else self.folder + path

    def chdir(self, path):
        path = self.whole(path)
        self.stat(path)
        self.folder = path if path == "/" else path + "/"

    def getcwd(self):
        return self.folder

    def stat(self, path):
        path = self.whole(path)
        if path in self.files:
            return (FILE, 0, 0, 0, 0, 0, len(self.files[path]), 7, 8, 9)
        if path in ("/", "/kit"):
            return (FOLDER, 0, 0, 0, 0, 0, 0, 0, 0, 0)
        raise OSError(2)

    def ilistdir(self, path):
        prefix = self.whole(path)
        for name in sorted(self.files):
            if name.startswith(prefix):
                yield name, FILE, 0

    def open(self, path, mode):
        path = self.whole(path)
        self.log.append((path, mode))
        if "w" in mode:
            self.files[path] = b""
        if path not in self.files:
            raise OSError(2)
        return Lent(self, path)

    def remove(self, path):
        del self.files[self.whole(path)]

    def rename(self, old, new):
        self.files[self.whole(new)] = self.files.pop(self.whole(old))

    def mkdir(self, path):
        self.log.append(("mkdir", path))

    def rmdir(self, path):
        self.log.append(("rmdir", path))

    def statvfs(self, path):
        return (512, 512, 10, 4, 4, 0, 0, 0, 0, 30)


class Lent(io.IOBase):
    def __init__(self, shelf, path):
        self.shelf, self.path, self.at = shelf, path, 0

    def read(self, count=-1):
        data = self.shelf.files[self.path][self.at :]
        data = data if count < 0 else data[:count]
        self.at += len(data)
        return str(data, "utf-8")

    def readinto(self, buffer):
        data = self.shelf.files[self.path][self.at : self.at + len(buffer)]
        buffer[: len(data)] = data
        self.at += len(data)
        return len(data)

    def write(self, text):
        self.shelf.files[self.path] += text.encode()
        return len(text)

    def ioctl(self, request, argument):
        self.shelf.log.append((request, argument))
        return 0

    def close(self):
        self.shelf.log.append("closed")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


flash = vfs.mount()
assert [path for _, path in flash] == ["/"] and isinstance(flash[0][0], vfs.VfsLfs2) and str(flash[0][0]) == "<VfsLfs2>"
shelf = Shelf()
os.mount(shelf, "/shelf")
assert shelf.log == [("mount", False, False)] and vfs.mount() == [(shelf, "/shelf")] + flash
assert [tuple(entry) for entry in os.ilistdir("/")][0] == ("shelf", FOLDER, 0) and os.listdir()[0] == "shelf"
assert "lib" in os.listdir("/") and "rover" in os.listdir("/lib")
assert refused(vfs.mount, Shelf(), "/shelf", readonly=True) == 1
assert refused(vfs.umount, "/none") == refused(vfs.umount, Shelf()) == 22
assert os.stat("/shelf")[0] == os.stat("shelf")[0] == FOLDER and os.stat("/shelf/near.py")[6:] == (len(shelf.files["/near.py"]), 7, 8, 9)
assert refused(os.stat, "/shelf/none") == 2 and refused(os.stat, "/shelf2") == 2
assert refused(os.mkdir, "/shelf") == refused(os.mkdir, "/") == 17
assert refused(os.rename, "/shelf/near.py", "/near.py") == 1
assert os.statvfs("/shelf")[2:4] == (10, 4) and os.statvfs("/") == flash[0][0].statvfs("/")

with open("/shelf/new.txt", "w") as file:
    file.write("ten\n")
os.rename("/shelf/new.txt", "/shelf/kit/old.txt")
assert open("shelf/kit/old.txt").read() == "ten\n" and shelf.log[-1] == ("/kit/old.txt", "r")
os.remove("/shelf/kit/old.txt")
os.mkdir("/shelf/one")
os.rmdir("/shelf/one")
assert shelf.log[-2:] == [("mkdir", "/one"), ("rmdir", "/one")]
assert list(os.ilistdir("/shelf/kit")) == [("/kit/gear.py", FILE, 0)]

os.chdir("/shelf")
assert os.getcwd() == "/shelf" and os.listdir("") == ["/kit/gear.py", "/near.py"], os.listdir("")
del shelf.log[:]
import near

assert near.__file__ == "near.py" and near.distance == 3
assert ("/near.py", "rb") in shelf.log and shelf.log[-1] == (4, 0), shelf.log
import kit.gear

assert kit.gear.__file__ == "kit/gear.py"
motor.duty_u16(near.distance + kit.gear.ratio)
os.chdir("kit")
assert os.getcwd() == "/shelf/kit/"
execfile("gear.py")
motor.duty_u16(ratio)
assert refused(execfile, "none.py") == 2
os.chdir("/")
assert os.getcwd() == "/" and refused(os.stat, "near.py") == 2
del sys.modules["near"]
sys.path.append("/shelf")
import near

assert near.__file__ == "/shelf/near.py"
os.chdir("/lib")
assert refused(os.stat, "shelf") == 2 and "rover" in os.listdir()
os.chdir("/shelf")
vfs.umount("/shelf")
assert shelf.log[-1] == "umount" and os.getcwd() == "/" and vfs.mount() == flash

system = flash[0][0]
vfs.umount("/")
assert vfs.mount() == [] and os.listdir("/") == [] and os.statvfs("/")[2] == 0
assert refused(open, "main.py") == refused(os.stat, "/lib") == 19 and refused(os.remove, "/") == 1
vfs.mount(system, "/", readonly=True)
assert refused(open, "a.txt", "w") == refused(os.mkdir, "a") == refused(os.remove, "main.py") == 30
assert open("/main.py").read(6) == "# ruff"
vfs.umount(system)
vfs.mount(system, "/")
open("/a.txt", "w").close()


class Disk:
    def readblocks(self, number, buffer, offset=0):
        pass

    def ioctl(self, request, argument):
        pass


for attempt in (vfs.VfsLfs2, vfs.VfsLfs2.mkfs, vfs.VfsFat, vfs.VfsFat.mkfs, lambda disk: vfs.mount(disk, "/disk")):
    try:
        attempt(Disk())
        assert False
    except OSError as error:
        assert "works on a real board" in error.args[0]
assert os.VfsFat is vfs.VfsFat and os.umount is vfs.umount
