"""Programs of the common subset, drawn from a grammar: what a pupil could have written, with nobody's taste in it.

Every program ends by itself or by an exception; what it works out reaches the trace as duties of a pin. Left out is
what docs/reference/interpreters.md names: order of dict and set, floats as text, float powers, exception texts, depth,
and errors in the condition of a `while`.
"""

from hypothesis import strategies as st

HEAD = """\
import time
from machine import ADC, PWM, Pin, Timer
led = Pin(2, Pin.OUT)
out = PWM(Pin(5), freq=1000, duty_u16=0)
line = ADC(Pin(36), atten=ADC.ATTN_11DB)
button = Pin(4, Pin.IN)
i, j, k = 3, 40, -7
x, y = 0.5, -12.25
s, t = "route", "line 5"
u, v = [5, 3, 8, 1], []
d = {1: 10, 2: 20}
ticks = 0
def show(value):
    out.duty_u16(value & 0xFFFF)
KINDS = (ValueError, IndexError, KeyError, ZeroDivisionError, TypeError, AttributeError, OverflowError, NameError)
def note(error):
    for at, kind in enumerate(KINDS):
        if type(error) is kind:
            show(40000 + at)
def tick(timer):
    global ticks
    ticks += 1
    led(ticks & 1)
def half(n, more=1):
    return n // 2 + more
def count(n):
    at = 0
    while at < n:
        yield at * at
        at += 1
class Box:
    made = 0
    def __init__(self, inside):
        self.inside = inside
        Box.made += 1
    def __len__(self):
        return self.inside & 7
    def __add__(self, other):
        return Box(self.inside + other.inside)
    def __eq__(self, other):
        return isinstance(other, Box) and self.inside == other.inside
    def __lt__(self, other):
        return self.inside < other.inside
class Lid(Box):
    @property
    def twice(self):
        return 2 * self.inside
    def __getitem__(self, at):
        if at > 5:
            raise IndexError(at)
        return self.inside + at
b, c = Box(4), Lid(9)
"""
# What the program has become, as one number: text, floats and lists included, in ways both interpreters agree on.
TAIL = """\
for value in (i, j, k, ticks, len(s), len(t), sum(u), len(v), sum(sorted(d)), b.inside, c.inside, Box.made):
    show(value % 65536)
    time.sleep_ms(1)
for value in (x, y):
    show(int(value * 1000) % 65536 if -1e9 < value < 1e9 else 1)
    time.sleep_ms(1)
for letter in s + t:
    show(ord(letter))
print(i, j, k, s, t, u, ticks)
"""
CLASSES = ("ValueError", "IndexError", "KeyError", "ZeroDivisionError", "TypeError", "LookupError", "Exception")


def _join(parts: tuple[object, ...]) -> str:
    return "".join(map(str, parts))


def _form(*parts: object) -> st.SearchStrategy[str]:
    """A piece of text made of literal texts and drawn ones."""
    return st.tuples(*(part if isinstance(part, st.SearchStrategy) else st.just(part) for part in parts)).map(_join)


small = st.integers(-20, 300).map(str)
index = st.integers(-5, 9).map(str)
int_name = st.sampled_from(["i", "j", "k"])
float_name = st.sampled_from(["x", "y"])
text_name = st.sampled_from(["s", "t"])
list_name = st.sampled_from(["u", "v"])

ints: st.SearchStrategy[str] = st.deferred(lambda: int_leaf | int_tree)
floats: st.SearchStrategy[str] = st.deferred(lambda: float_leaf | float_tree)
truths: st.SearchStrategy[str] = st.deferred(lambda: truth_tree)
texts: st.SearchStrategy[str] = st.deferred(lambda: text_leaf | text_tree)
lists: st.SearchStrategy[str] = st.deferred(lambda: list_leaf | list_tree)
boxes = st.sampled_from(["b", "c", "b + c", "Box(i & 63)", "Lid(j)"])

int_leaf = small | int_name | int_name
int_tree = st.one_of(
    _form("(", ints, st.sampled_from([" + ", " - ", " * ", " // ", " % ", " & ", " | ", " ^ "]), ints, ")"),
    _form("(", ints, st.sampled_from([" << ", " >> "]), "(", ints, " & 15))"),
    _form("(-", ints, ")"),
    _form("(~", ints, ")"),
    _form("abs(", ints, ")"),
    _form("half(", ints, ")"),
    _form("half(", ints, ", more=", ints, ")"),
    _form("len(", texts | lists | boxes, ")"),
    _form("sum(", lists, ")"),
    _form("max(", ints, ", ", ints, ")"),
    _form("(", ints, " if ", truths, " else ", ints, ")"),
    _form(list_name, "[", index, "]"),
    _form("d[", small, "]"),
    _form("d.get(", ints, ", ", small, ")"),
    _form("int(", floats, ")"),
    _form("round(", floats, ")"),
    _form("ord(", text_name, "[", index, "])"),
    _form(texts, ".find(", texts, ")"),
    _form("int(", texts, ")"),
    _form("divmod(", ints, ", ", ints, ")[", st.sampled_from("01"), "]"),
    _form("(lambda n, m=3: n * m - 1)(", ints, ")"),
    _form("(", boxes, ").inside"),
    _form("c.", st.sampled_from(["twice", "inside", "outside"])),
    _form("c[", index, "]"),
    _form("sum(count(", st.integers(0, 6).map(str), "))"),
    st.sampled_from(["line.read_u16()", "led()", "button()", "ticks", "time.ticks_ms()", "out.duty_u16()"]),
)
float_leaf = st.sampled_from(["0.1", "2.5", "-3.75", "1e3", "0.0"]) | float_name
float_tree = st.one_of(
    _form("(", floats, st.sampled_from([" + ", " - ", " * ", " / "]), floats, ")"),
    _form("(", ints, " / ", ints, ")"),
    _form("float(", ints, " & 0xFFFF)"),
    _form("abs(", floats, ")"),
    _form("min(", floats, ", ", floats, ")"),
    _form("(", floats, " // ", floats, ")"),
    _form("(", floats, " % ", floats, ")"),
)
truth_tree = st.one_of(
    _form(ints, st.sampled_from([" < ", " <= ", " == ", " != ", " > "]), ints),
    _form(floats, st.sampled_from([" < ", " >= "]), floats),
    _form(texts, st.sampled_from([" == ", " < ", " in "]), texts),
    _form(ints, " in ", lists),
    _form("not ", list_name),
    _form("(", truths, st.sampled_from([" and ", " or "]), truths, ")"),
    _form(boxes, st.sampled_from([" == ", " < "]), boxes),
    _form("isinstance(", boxes, ", Lid)"),
)
sure = _form(
    st.sampled_from(["i", "j & 255", "len(u)", "x", "y", "abs(k)"]), st.sampled_from([" < ", " != ", " >= "]), small
)  # raises nothing
text_leaf = text_name | st.sampled_from(['""', '"12"', '"-5 "', '"a,b,,c"', '"ROVER"', '"маршрут"'])
text_tree = st.one_of(
    _form("(", texts, " + ", texts, ")[-40:]"),
    _form("(", texts, " * (", ints, " & 3))[:40]"),
    _form(texts, "[", index, ":", index, "]"),
    _form(texts, st.sampled_from([".upper()", ".lower()", ".strip()", '.replace("o", "00")', ".rstrip('5')"])),
    _form("str(", ints, " & 0xFFFF)"),
    _form("'%d:%s' % (", ints, ", ", texts, ")"),
    _form("'%.3f' % (", st.sampled_from(["0.125", "2.5", "-1.0", "1 / 3"]), ")"),
    _form("'{:>6}|{}'.format(", ints, ", ", texts, ")"),
    _form("f'{", int_name, ":04d}{", text_name, "}'"),
    _form("'-'.join(", texts, ".split(','))"),
    _form("chr(65 + (", ints, " & 15))"),
)
list_leaf = list_name | st.sampled_from(["[]", "[4, 4, 2]", "list(range(5))", "[k]"])
list_tree = st.one_of(
    _form("(", lists, " + ", lists, ")[:30]"),
    _form("[n ", st.sampled_from(["+ 1", "* i % 1000", "& 7"]), " for n in ", lists, "]"),
    _form("[n for n in ", lists, " if n ", st.sampled_from(["> 3", "% 2", "!= k"]), "]"),
    _form("sorted(", lists, ", reverse=", st.sampled_from(["True", "False"]), ")"),
    _form(lists, "[::", st.sampled_from(["1", "2"]), "]"),
    _form("list(map(half, ", lists, "))"),
    _form("list(count(", st.integers(0, 5).map(str), "))"),
    _form("[p + q for p, q in zip(", lists, ", ", lists, ")]"),
    _form("list(reversed(", lists, "))"),
)

simple = st.one_of(
    _form(int_name, " = ", ints, " % 1000003"),
    _form(int_name, st.sampled_from([" += ", " -= ", " ^= "]), ints, " % 10007"),
    _form(float_name, " = ", floats),
    _form(text_name, " = ", texts),
    _form(list_name, " = ", lists),
    _form("i, j = j, ", ints, " % 65521"),
    _form("u.append(", ints, " % 5000)"),
    _form(list_name, ".pop(", index, ")"),
    _form(list_name, "[", index, "] = ", ints, " % 5000"),
    _form("u.insert(", index, ", ", small, ")"),
    _form(list_name, st.sampled_from([".sort()", ".reverse()", ".clear()"])),
    _form("d[", ints, " & 31] = ", ints, " % 5000"),
    _form("d.pop(", small, ")"),
    _form("b.inside = ", ints, " & 0xFFF"),
    _form("b = ", boxes),
    _form("del u[", index, "]"),
    _form("assert ", truths),
    _form("raise ", st.sampled_from(CLASSES), "(", small, ")"),
    _form("show(", ints, ")"),
    _form("led(", truths, ")"),
    _form("out.duty_u16(abs(", ints, ") % 65536)"),
    _form("print(", ints, ", ", texts, ")"),
    _form("time.sleep_ms(", st.integers(0, 60).map(str), ")"),
    _form("time.sleep_us(", st.integers(0, 9000).map(str), ")"),
    _form("Timer(", st.integers(0, 2).map(str), ").init(period=", st.integers(2, 40).map(str), ", callback=tick)"),
    st.just("Timer(0).deinit()"),
    st.just("led.toggle()"),
)


def _indented(block: list[str]) -> str:
    return "".join("    " + line + "\n" for statement in block for line in statement.splitlines())


blocks: st.SearchStrategy[list[str]] = st.lists(st.deferred(lambda: statements), min_size=1, max_size=3)
inner = blocks.map(_indented)
jump = st.sampled_from(["", "    if i % 3 == 0:\n        continue\n", "    if j > 500:\n        break\n"])
_turns = st.integers(1, 6).map(str)
compound = st.one_of(
    _form("if ", truths, ":\n", inner, "elif ", truths, ":\n", inner, "else:\n", inner),
    _form("if ", truths, ":\n", inner),
    _form("for n in range(", _turns, "):\n", inner, jump),
    _form("for n in ", lists, "[:6]:\n", jump, inner, "else:\n", inner),
    _form("for p, q in sorted(d.items())[:5]:\n", inner),
    _form("w = ", _turns, "\nwhile w > 0 and ", sure, ":\n    w -= 1\n", inner),
    _form("w = time.ticks_ms()\nwhile time.ticks_diff(time.ticks_ms(), w) < ", small, ":\n    pass\n"),
    _form("w = ticks + 2\nwhile ticks < w and ticks:\n    time.sleep_ms(3)\n    w -= 1\n"),
    _form("try:\n", inner, "except ", st.sampled_from(CLASSES), " as error:\n", inner),
    _form("try:\n", inner, "except (ValueError, LookupError):\n", inner, "finally:\n", inner),
    _form("def work(n, m=", small, "):\n    global i\n    i = n - m\n    return i * 2\nj = work(", ints, " % 999)\n"),
    _form("show((lambda *rest: len(rest) + ", ints, ")(*", lists, "))"),
)
statements: st.SearchStrategy[str] = simple | simple | compound


def _guarded(statement: str) -> str:
    return "try:\n" + _indented([statement]) + "except Exception as error:\n    note(error)\n"


@st.composite
def programs(draw: st.DrawFn) -> str:
    """A whole program. In most of them an error ends its statement and not the program."""
    body = draw(st.lists(statements, min_size=3, max_size=14))
    if draw(st.integers(0, 3)):
        body = [_guarded(statement) for statement in body]
    return HEAD + "\n".join(line.rstrip("\n") for line in body) + "\n" + TAIL
