"""Files and folders. Works in its own folder, FOLDER, where nothing else lies."""

import os


def _tried(name, act):
    try:
        fact(name, act())
    except Exception as error:
        fact(name, "%s%r" % (type(error).__name__, error.args))


def _put(name, text, mode="w"):
    with open(name, mode) as file:
        return file.write(text)


def _get(name, mode="r"):
    with open(name, mode) as file:
        return file.read()


def _files():
    whole = os.statvfs("/")
    fact("statvfs.length", len(whole))
    for i, name in ((0, "block"), (1, "fragment"), (2, "blocks"), (8, "flags"), (9, "longest_name")):
        fact("statvfs." + name, whole[i])
    fact("write", _put("a", "one\nдва\n"))
    fact("read", _get("a"))
    fact("read-bytes", _get("a", "rb"))
    fact("append", (_put("a", b"3", "ab"), _get("a", "rb")))
    fact("write-plus", _through("b", "w+"))
    fact("read-plus", _through("a", "r+"))
    _tried("exclusive", lambda: _put("a", "", "x"))
    _tried("wrong-way-read", lambda: _get("a", "w"))
    _tried("wrong-way-write", lambda: _put("b", "x", "r"))
    _tried("closed", _closed)
    _tried("text-wants-text", lambda: _put("c", b"x"))
    _tried("bytes-want-bytes", lambda: _put("c", "x", "wb"))
    _put("a", "one\nдва\n3")
    _tried("lines", _lines)
    _tried("seek", _seek)
    os.mkdir("f")
    stat = os.stat("a")
    fact("stat.types", [type(part).__name__ for part in stat])
    fact("stat.mode-size", (stat[0], stat[6], stat[7] == stat[8] == stat[9]))
    stat = os.stat("f")
    fact("stat.folder", (len(stat), stat[0], stat[6]))
    fact("listdir", sorted(os.listdir()))
    fact("listdir.type", type(os.listdir()).__name__)
    fact("ilistdir", sorted(os.ilistdir()))
    fact("ilistdir.bytes", sorted(os.ilistdir(b"f")))
    fact("ilistdir.type", type(os.ilistdir()).__name__)
    _put("f/g", "x")
    _tried("rmdir-full", lambda: os.rmdir("f"))
    _tried("remove-full", lambda: os.remove("f"))
    _tried("mkdir-there", lambda: os.mkdir("f"))
    _tried("mkdir-nowhere", lambda: os.mkdir("n/n"))
    _tried("open-folder", lambda: _get("f"))
    _tried("write-folder", lambda: _put("f", "x"))
    _tried("through-file", lambda: _get("a/b"))
    _tried("listdir-file", lambda: os.listdir("a"))
    _tried("chdir-file", lambda: os.chdir("a"))
    _tried("rename-over", lambda: (os.rename("a", "b"), sorted(os.listdir())))
    _tried("rename-onto-folder", lambda: os.rename("b", "f"))
    _tried("empty-name", lambda: _put("", "x"))
    _tried("cyrillic-name", lambda: (_put("имя", "x"), sorted(os.listdir())))
    _tried("longest-name", lambda: _put("n" * whole[9], "x"))
    _tried("too-long-name", lambda: _put("n" * (whole[9] + 1), "x"))
    os.chdir("f")
    fact("getcwd", os.getcwd())
    fact("dot-dot", sorted(os.listdir("..")) == sorted(os.listdir(FOLDER)))
    os.chdir("..")
    fact("getcwd-up", os.getcwd())
    fact("repr", repr(open("b")).split(" ")[0].rstrip(">"))
    free = os.statvfs("/")[3]
    _put("big", b"x" * 10000, "wb")
    fact("blocks-of-10000-bytes", free - os.statvfs("/")[3])


def _through(name, mode):
    with open(name, mode) as file:
        wrote = file.write("ab")
        at = file.tell()
        file.seek(0)
        return wrote, at, file.read()


def _closed():
    file = open("a")
    file.close()
    return file.read()


def _lines():
    with open("a") as file:
        return file.readline(), list(file), file.readline()


def _seek():
    with open("a", "rb") as file:
        return file.seek(-2, 2), file.read(), file.seek(1), file.read(2), file.tell(), file.seek(99), file.read()


os.chdir(FOLDER)
try:
    _files()
finally:
    os.chdir("/")
