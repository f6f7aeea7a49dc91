"""What is sent to a board that waits in a shell, what the board is asked to do, and what the console shows."""

from dataclasses import dataclass
from typing import Literal

from marshrut.simulator.console import Complete, Execute, Request, RunFile, SoftReset

from .board import GREETING, RAW_GREETING, TRACEBACK

ERROR = TRACEBACK.replace("\n", "\r\n").encode()
REBOOT = b"MPY: soft reboot\r\n"


@dataclass(frozen=True)
class Case:
    name: str
    sent: bytes
    shown: bytes
    requests: tuple[Request, ...] = ()
    shell: Literal["friendly", "raw"] = "friendly"


def typed(*texts: bytes) -> tuple[Request, ...]:
    return tuple(Execute(text, "single", "friendly") for text in texts)


def lines(*texts: bytes) -> bytes:
    """What is shown of lines at the prompt, and the prompt after the last."""
    return b"".join(b"%b\r\n>>> " % text for text in texts)


RESTART = (RunFile("boot.py"), RunFile("main.py"))

PROMPT = [
    Case("a statement", b"print(1)\r", b"print(1)\r\n1\r\n>>> ", typed(b"print(1)")),
    Case("an error", b"fail\r", b"fail\r\n" + ERROR + b">>> ", typed(b"fail")),
    Case("an empty line", b"\r", lines(b"")),
    Case("both line ends end one line", b"a\r\nb\r\n", lines(b"a", b"b"), typed(b"a", b"b")),
    Case("line feeds", b"a\n\nb\n", lines(b"a", b"", b"b"), typed(b"a", b"b")),
    Case("line feed first", b"a\n\rb\n\r", lines(b"a", b"b"), typed(b"a", b"b")),
    Case("blanks are a statement", b"  \r", lines(b"  "), typed(b"  ")),
    Case("Ctrl-A leads to the raw REPL", b"\x01", b"\r\n" + RAW_GREETING),
    Case("Ctrl-B greets", b"\x02", b"\r\n" + GREETING),
    Case("Ctrl-C on an empty line", b"\x03", b"\r\n>>> "),
    Case("Ctrl-C drops a line", b"abc\x03\r", b"abc\r\n>>> \r\n>>> "),
    Case("Ctrl-D restarts", b"\x04", b"\r\n" + REBOOT + GREETING, (SoftReset(), *RESTART)),
    Case(
        "SystemExit restarts", b"leave\r", b"leave\r\n" + REBOOT + GREETING, (*typed(b"leave"), SoftReset(), *RESTART)
    ),
    Case("type ahead", b"a\rb\r", lines(b"a", b"b"), typed(b"a", b"b")),
    Case("bytes beyond ASCII are dropped", "я=ä1\r".encode(), lines(b"=1"), typed(b"=1")),
    Case("control bytes do nothing", b"a\x00\x07\x0c\x17\x1c\x1fb\r", lines(b"ab"), typed(b"ab")),
]

EDITING = [
    Case("left and insert", b"ac\x1b[Db\r", b"ac\bbc\b\r\n>>> ", typed(b"abc")),
    Case("left stops at the start", b"a\x1b[D\x1b[D\x1b[Db\r", b"a\bba\b\r\n>>> ", typed(b"ba")),
    Case("right", b"ab\x1b[D\x1b[D\x1b[C\x1b[C\x1b[Cc\r", b"ab\b\babc\r\n>>> ", typed(b"abc")),
    Case("Ctrl-B and Ctrl-F", b"ab\x02\x02\x06c\r", b"ab\b\bacb\b\r\n>>> ", typed(b"acb")),
    Case("home by letter", b"bc\x1b[Ha\r", b"bc\b\babc\b\b\r\n>>> ", typed(b"abc")),
    Case("home of other terminals", b"bc\x1bOHa\r", b"bc\b\babc\b\b\r\n>>> ", typed(b"abc")),
    Case("home by number", b"bc\x1b[1~a\x1b[7~d\r", b"bc\b\babc\b\b\bdabc\b\b\b\r\n>>> ", typed(b"dabc")),
    Case("far home", b"abcde\x01_\r", b"abcde\x1b[5D_abcde\x1b[5D\r\n>>> ", typed(b"_abcde")),
    Case(
        "end",
        b"ab\x01\x1b[Fc\x01\x1b[4~\x01\x1b[8~\x01\x1bOF\x01\x05d\r",
        b"ab\b\babc" + b"\b\b\babc" * 4 + b"d\r\n>>> ",
        typed(b"abcd"),
    ),
    Case("backspace", b"abc\x7f\x08\r", b"abc\b\x1b[K\b\x1b[K\r\n>>> ", typed(b"a")),
    Case("backspace within a line", b"abc\x1b[D\x7f\r", b"abc\b\b\x1b[Kc\b\r\n>>> ", typed(b"ac")),
    Case("backspace on an empty line", b"a\x7f\x7f\r", b"a\b\x1b[K\r\n>>> "),
    Case("backspace at the start of a line", b"ab\x01\x7f\r", b"ab\b\b\r\n>>> ", typed(b"ab")),
    Case("backspace takes four leading spaces", b"     \x7fx\r", b"     \b\b\b\b\x1b[Kx\r\n>>> ", typed(b" x")),
    Case("backspace takes one of three spaces", b"   \x7fx\r", b"   \b\x1b[Kx\r\n>>> ", typed(b"  x")),
    Case("backspace takes one space after a letter", b"a    \x7f\r", b"a    \b\x1b[K\r\n>>> ", typed(b"a   ")),
    Case("delete", b"abc\x01\x1b[3~\x04\r", b"abc\b\b\b\x1b[Kbc\b\b\x1b[Kc\b\r\n>>> ", typed(b"c")),
    Case("delete at the end", b"ab\x1b[3~\x04\r", lines(b"ab"), typed(b"ab")),
    Case("Ctrl-K", b"abc\x02\x02\x0b\r", b"abc\b\b\x1b[K\r\n>>> ", typed(b"a")),
    Case("Ctrl-U", b"abc\x02\x15\r", b"abc\b\b\b\x1b[Kc\b\r\n>>> ", typed(b"c")),
    Case("unknown escapes are swallowed", b"a\x1bx\x1b[Z\x1b[5~\x1bOP\x1bb\x1b[2\x03b\r", lines(b"ab"), typed(b"ab")),
    Case("keys for words move nothing", b"a b\x1b[1;5Dc\r", b"a b5Dc\r\n>>> ", typed(b"a b5Dc")),
    Case("an escape begun before Ctrl-C eats it", b"a\x1b\x03b\r", lines(b"ab"), typed(b"ab")),
]

HISTORY = [
    Case("up", b"a\r\x1b[A\r", lines(b"a", b"a"), typed(b"a", b"a")),
    Case("up without history", b"\x1b[A\x10b\r", lines(b"b"), typed(b"b")),
    Case(
        "up, up, down",
        b"a\rbc\r\x1b[A\x1b[A\x1b[B\r",
        lines(b"a", b"bc") + b"bc\b\b\x1b[Ka\bbc\r\n>>> ",
        typed(b"a", b"bc", b"bc"),
    ),
    Case(
        "down to the empty line", b"abc\r\x10\x0ed\r", lines(b"abc") + b"abc\b\b\b\x1b[Kd\r\n>>> ", typed(b"abc", b"d")
    ),
    Case("down from the empty line", b"a\rxy\x1b[Bz\r", lines(b"a", b"xyz"), typed(b"a", b"xyz")),
    Case(
        "the same line is kept once",
        b"a\rb\rb\r\x1b[A\x1b[A\r",
        lines(b"a", b"b", b"b") + b"b\ba\r\n>>> ",
        typed(b"a", b"b", b"b", b"a"),
    ),
    Case(
        "eight lines",
        b"".join(b"%d\r" % n for n in range(9)) + b"\x10" * 9 + b"\r",
        lines(*(b"%d" % n for n in range(9))) + b"8\b7\b6\b5\b4\b3\b2\b1\r\n>>> ",
        typed(*(b"%d" % n for n in range(9)), b"1"),
    ),
    Case(
        "a restart forgets them",
        b"a\r\x04\x1b[Ab\r",
        lines(b"a") + b"\r\n" + REBOOT + GREETING + lines(b"b"),
        (*typed(b"a"), SoftReset(), *RESTART, *typed(b"b")),
    ),
]

STATEMENTS = [
    Case(
        "a block",
        b"if x:\ra\r\x7f\r",
        b"if x:\r\n...     a\r\n...     \b\b\b\b\x1b[K\r\n>>> ",
        typed(b"if x:\n    a\n"),
    ),
    Case(
        "a block in a block",
        b"if x:\rif y:\ra\r\x7f\x7f\r",
        b"if x:\r\n...     if y:\r\n...         a\r\n...         \b\b\b\b\x1b[K\b\b\b\b\x1b[K\r\n>>> ",
        typed(b"if x:\n    if y:\n        a\n"),
    ),
    Case(
        "two blank lines end the indentation",
        b"if x:\ra\r\r\r\r",
        b"if x:\r\n...     a\r\n...     \r\n...     \r\n... \r\n>>> ",
        typed(b"if x:\n    a\n    \n    \n"),
    ),
    Case(
        "a space instead of the indentation",
        b"if x:\r a\rb\r\r",
        b"if x:\r\n...     \b\b\ba\r\n... b\r\n... \r\n>>> ",
        typed(b"if x:\n a\nb\n"),
    ),
    Case(
        "a tab keeps the indentation and ends it",
        b"if x:\r\ta\r\r",
        b"if x:\r\n...     a\r\n... \r\n>>> ",
        typed(b"if x:\n    a\n"),
    ),
    Case("a tab after the prompt of a further line", b"(\r\ta)\r", b"(\r\n...     a)\r\n>>> ", typed(b"(\n    a)")),
    Case("Ctrl-C drops the statement", b"if x:\r\x03a\r", b"if x:\r\n...     \r\n>>> a\r\n>>> ", typed(b"a")),
    Case("Ctrl-D ends the statement", b"(\r\x04", b"(\r\n... >>> ", typed(b"(\n")),
    Case(
        "Ctrl-D on an indented line deletes",
        b"if x:\r\x04\x7f\x04",
        b"if x:\r\n...     \b\b\b\b\x1b[K>>> ",
        typed(b"if x:\n"),
    ),
    Case(
        "other keys on an empty line end it too",
        b"if x:\r\x7f\x05",
        b"if x:\r\n...     \b\b\b\b\x1b[K>>> ",
        typed(b"if x:\n"),
    ),
    Case("but not within brackets", b"(\r\x01)\r", b"(\r\n... ... )\r\n>>> ", typed(b"(\n\n)")),
    Case("brackets", b"a(1,\r2)\r", b"a(1,\r\n... 2)\r\n>>> ", typed(b"a(1,\n2)")),
    Case("a long string", b"'''a\r'\r'''\r", b"'''a\r\n... '\r\n... '''\r\n>>> ", typed(b"'''a\n'\n'''")),
    Case("a backslash", b"1+\\\r2\r", b"1+\\\r\n... 2\r\n>>> ", typed(b"1+\\\n2")),
    Case("an open string is no reason", b"'(\r", lines(b"'("), typed(b"'(")),
    Case(
        "lines of a statement are in the history",
        b"(\r1)\r\x10\x10\r)\r",
        b"(\r\n... 1)\r\n>>> 1)\b\b\x1b[K(\r\n... )\r\n>>> ",
        typed(b"(\n1)", b"(\n)"),
    ),
]

COMPLETION = [
    Case("one name", b"on\t\r", lines(b"only"), (Complete("on"), *typed(b"only"))),
    Case("no name", b"zz\t\r", lines(b"zz"), (Complete("zz"), *typed(b"zz"))),
    Case("a common beginning", b"pa\t\r", lines(b"pair_"), (Complete("pa"), *typed(b"pair_"))),
    Case(
        "many names",
        b"m\tx\r",
        b"m\r\nmachine         math            micropython\r\n>>> mx\r\n>>> ",
        (Complete("m"), *typed(b"mx")),
    ),
    Case(
        "all names, but not the private ones",
        b"\t\r",
        b"\r\nmachine         math            micropython     only\r\npair_one        pair_two\r\n>>> \r\n>>> ",
        (Complete(""),),
    ),
    Case("within a line", b"f(on)\x02\t\r", b"f(on)\bly)\b\r\n>>> ", (Complete("f(on"), *typed(b"f(only)"))),
    Case(
        "many names within a line",
        b"(m)\x02\t\r",
        b"(m)\b\r\nmachine         math            micropython\r\n>>> (m)\b\r\n>>> ",
        (Complete("(m"), *typed(b"(m)")),
    ),
    Case(
        "in a further line",
        b"(\rm\t)\r",
        b"(\r\n... m\r\nmachine         math            micropython\r\n... m)\r\n>>> ",
        (Complete("m"), *typed(b"(\nm)")),
    ),
    Case("a known name with an underscore", b"_\t\r", lines(b"_private"), (Complete("_"), *typed(b"_private"))),
    Case("import", b"im\tma\r", lines(b"import ma"), (Complete("im"), *typed(b"import ma"))),
    Case("import only begins a line", b"x im\t\r", lines(b"x im"), (Complete("x im"), *typed(b"x im"))),
    Case("a tab after a blank is four spaces", b"x \t1\r", lines(b"x     1"), typed(b"x     1")),
    Case(
        "what follows a tab waits for the names", b"on\tabc\r", lines(b"onlyabc"), (Complete("on"), *typed(b"onlyabc"))
    ),
]

PASTE_GREETING = b"\r\npaste mode; Ctrl-C to cancel, Ctrl-D to finish\r\n=== "
PASTE = [
    Case(
        "paste",
        b"\x05print(1)\x04",
        PASTE_GREETING + b"print(1)\r\n1\r\n>>> ",
        (Execute(b"print(1)", "file", "paste"),),
    ),
    Case(
        "lines are shown, not indented",
        b"\x05if x:\r  y\n\r\x04",
        PASTE_GREETING + b"if x:\r\n===   y\n\r\n=== \r\n>>> ",
        (Execute(b"if x:\r  y\n\r", "file", "paste"),),
    ),
    Case(
        "no key edits",
        "\x05я\x01\x02\x05\t\x7f\x1b[A\x04".encode(),
        PASTE_GREETING + "я\x01\x02\x05\t\x7f\x1b[A\r\n>>> ".encode(),
        (Execute("я\x01\x02\x05\t\x7f\x1b[A".encode(), "file", "paste"),),
    ),
    Case("Ctrl-C drops it", b"\x05abc\x03", PASTE_GREETING + b"abc\r\n>>> "),
    Case(
        "an error",
        b"\x05fail\x04",
        PASTE_GREETING + b"fail\r\n" + ERROR + b">>> ",
        (Execute(b"fail", "file", "paste"),),
    ),
    Case("nothing", b"\x05\x04", PASTE_GREETING + b"\r\n>>> ", (Execute(b"", "file", "paste"),)),
    Case(
        "no place in the history",
        b"\x05a\x04\x1b[A\r",
        PASTE_GREETING + b"a\r\n>>> \r\n>>> ",
        (Execute(b"a", "file", "paste"),),
    ),
]


def raw(name: str, sent: bytes, shown: bytes, *requests: Request) -> Case:
    return Case(name, sent, shown, requests, "raw")


def sent_raw(text: bytes) -> Request:
    return Execute(text, "file", "raw")


RAW = [
    raw("a program", b"print(1)\x04", b"OK1\r\n\x04\x04>", sent_raw(b"print(1)")),
    raw("an error", b"print, fail\x04", b"OK1\r\n\x04" + ERROR + b"\x04>", sent_raw(b"print, fail")),
    raw(
        "two programs",
        b"print(1)\x04fail\x04",
        b"OK1\r\n\x04\x04>OK\x04" + ERROR + b"\x04>",
        sent_raw(b"print(1)"),
        sent_raw(b"fail"),
    ),
    raw(
        "all bytes but four", bytes(range(5, 256)) + b"\x00\x04", b"OK\x04\x04>", sent_raw(bytes(range(5, 256)) + b"\0")
    ),
    raw("Ctrl-A begins anew", b"abc\x01x\x04", RAW_GREETING + b"OK\x04\x04>", sent_raw(b"x")),
    raw("Ctrl-B leads to the prompt", b"abc\x02", b"\r\n" + GREETING),
    raw("Ctrl-C drops the text", b"abc\x03x\x04", b"OK\x04\x04>", sent_raw(b"x")),
    raw("Ctrl-D restarts", b"\x04", b"OK\r\n" + REBOOT + RAW_GREETING, SoftReset(), RunFile("boot.py")),
    raw(
        "Ctrl-D after Ctrl-C restarts",
        b"abc\x03\x04",
        b"OK\r\n" + REBOOT + RAW_GREETING,
        SoftReset(),
        RunFile("boot.py"),
    ),
    raw(
        "SystemExit restarts",
        b"leave\x04",
        b"OK\x04\x04" + REBOOT + RAW_GREETING,
        sent_raw(b"leave"),
        SoftReset(),
        RunFile("boot.py"),
    ),
    raw("line ends are kept", b"a\r\nb\rc\n\x04", b"OK\x04\x04>", sent_raw(b"a\r\nb\rc\n")),
]

WINDOWS = b"R\x01\x80\x00\x01"
RAW_PASTE = [
    raw("a text", b"\x05A\x01print(1)\x04", WINDOWS + b"\x041\r\n\x04\x04>", Execute(b"print(1)", "file", "raw-paste")),
    raw(
        "an error",
        b"\x05A\x01fail\x04",
        WINDOWS + b"\x04\x04" + ERROR + b"\x04>",
        Execute(b"fail", "file", "raw-paste"),
    ),
    raw(
        "leaving",
        b"\x05A\x01leave\x04",
        WINDOWS + b"\x04\x04\x04" + REBOOT + RAW_GREETING,
        Execute(b"leave", "file", "raw-paste"),
        SoftReset(),
        RunFile("boot.py"),
    ),
    raw("nothing", b"\x05A\x01\x04", WINDOWS + b"\x04\x04\x04>", Execute(b"", "file", "raw-paste")),
    raw(
        "less than a window",
        b"\x05A\x01" + b"x" * 127 + b"\x04",
        WINDOWS + b"\x04\x04\x04>",
        Execute(b"x" * 127, "file", "raw-paste"),
    ),
    raw(
        "one window",
        b"\x05A\x01" + b"x" * 128 + b"\x04",
        WINDOWS + b"\x01\x04\x04\x04>",
        Execute(b"x" * 128, "file", "raw-paste"),
    ),
    raw(
        "many windows",
        b"\x05A\x01" + b"x" * 1000 + b"\x04",
        WINDOWS + b"\x01" * 7 + b"\x04\x04\x04>",
        Execute(b"x" * 1000, "file", "raw-paste"),
    ),
    raw(
        "any byte but two",
        b"\x05A\x01\x00\x01\x02\x05\r\n\xff\x04",
        WINDOWS + b"\x04\x04\x04>",
        Execute(b"\x00\x01\x02\x05\r\n\xff", "file", "raw-paste"),
    ),
    raw("Ctrl-C", b"\x05A\x01abc\x03", WINDOWS + b"\x04\x04KeyboardInterrupt: \r\n\x04>"),
    raw(
        "and then as before",
        b"\x05A\x01abc\x03x\x04",
        WINDOWS + b"\x04\x04KeyboardInterrupt: \r\n\x04>OK\x04\x04>",
        sent_raw(b"x"),
    ),
    raw("an unknown command", b"\x05B\x01x\x04", b"R\x00>OK\x04\x04>", sent_raw(b"x")),
    raw("only on an empty text", b"x\x05A\x01", RAW_GREETING),
    raw("only with one letter", b"\x05\x01\x05AA\x01", RAW_GREETING * 2),
    raw("Ctrl-D within the command", b"\x05A\x04", b"OK\x04\x04>", sent_raw(b"\x05A")),
]

CASES = [*PROMPT, *EDITING, *HISTORY, *STATEMENTS, *COMPLETION, *PASTE, *RAW, *RAW_PASTE]
