"""The CPython child: plays the board for one program. Started by the host with the frames on stdin and stdout.

The program gets a module registry, an `__import__` and builtins of its own; this interpreter's own modules stay as they
are, so that debuggers, tracebacks and the import system go on working. Not a sandbox.
"""

import builtins
import gc
import io
import os
import sys
import types
from _frozen_importlib_external import SourceFileLoader as SourceLoader  # importlib.machinery's, without loading that
from _json import make_scanner  # what `json` stands on, which with `re` takes longer to load than all else here
from binascii import a2b_base64

HERE = os.path.dirname(os.path.abspath(__file__))
SIMULATOR = os.path.dirname(os.path.dirname(HERE))
BOARD = os.path.join(SIMULATOR, "board")
CLOCK = os.path.join(SIMULATOR, "clock")
LIB = os.path.join(os.path.dirname(SIMULATOR), "lib")

# The board's inner modules, which a program cannot import, and the board's modules that are files of this runner.
INNER = {
    file[:-3]: os.path.join(folder, file)
    for folder in (CLOCK, BOARD)
    for file in sorted(os.listdir(folder))
    if file[0] == "_" != file[1]
}
SHIMS = {
    name: os.path.join(HERE, file)
    for name, file in (
        ("_framebuf_drawing", "_framebuf_drawing.py"), ("_petme_font", "_petme_font.py"), ("array", "board_array.py"),
        ("collections", "board_collections.py"), ("deflate", "deflate.py"), ("framebuf", "framebuf.py"),
        ("gc", "gc.py"), ("json", "board_json.py"), ("re", "board_re.py"), ("struct", "board_struct.py"),
    )
}  # fmt: skip
MICROPYTHON_BUILTINS = """
    ArithmeticError AssertionError AttributeError BaseException EOFError Ellipsis Exception GeneratorExit ImportError
    IndentationError IndexError KeyError KeyboardInterrupt LookupError MemoryError NameError NotImplementedError
    OSError OverflowError RuntimeError StopIteration SyntaxError SystemExit TypeError ValueError ZeroDivisionError abs
    all any bool bytearray bytes callable chr classmethod dict dir divmod eval exec getattr globals hasattr hash id
    int isinstance issubclass iter len list locals map next object ord pow range repr set setattr sorted staticmethod
    str super tuple type zip NotImplemented StopAsyncIteration UnicodeError __build_class__ bin compile delattr
    enumerate filter float frozenset hex max memoryview min oct property reversed slice complex True False None
    __debug__
""".split()  # noqa: SIM905


def own_file(name):
    """A module of this runner; the interpreter, which knows no folder of scripts here, would not find it."""
    module = types.ModuleType(name)
    exec(SourceLoader(name, os.path.join(HERE, name + ".py")).get_code(name), module.__dict__)
    return module


built_ins = own_file("built_ins")
NO_CODE = compile("", "", "exec")  # of a package that is only a folder
port_file = own_file("port")


def as_micropython(cls):
    """The name MicroPython knows an exception class by."""
    for base in cls.__mro__:
        if base.__module__ != "builtins" or base.__name__ in MICROPYTHON_BUILTINS:
            return base.__name__
    return cls.__name__


class RuntimeLoader(SourceLoader):
    """A module under the path that it has on the board, out of Python's cache of the runtime on this computer."""

    def _here(self, path):
        return LIB + path.removeprefix("/lib")

    def path_stats(self, path):
        return super().path_stats(self._here(path))

    def get_data(self, path):
        return super().get_data(self._here(path))

    def set_data(self, path, data, **options):
        super().set_data(self._here(path), data, **options)

    def has(self, content):
        """Whether it is this computer's that lies on the board: a program may have put another one there."""
        try:
            return self.path.startswith("/lib/") and self.get_data(self.path) == content
        except OSError:
            return False


class Importer:
    """The program's `__import__`: the board's modules, its flash, and the few of this interpreter that are the same."""

    def __init__(self, profile, port, config):
        self.modules = {}
        self._flash_files = set()
        self.builtins = self.add("builtins", bare_module("builtins")).__dict__
        self.builtins |= {name: getattr(builtins, name) for name in MICROPYTHON_BUILTINS if hasattr(builtins, name)}
        self.builtins["__import__"] = self.import_
        if sys.version_info < (3, 12):
            self.builtins["memoryview"] = built_ins.View
        self._board_code = True
        self.add("_port", self._port_module(port))
        board = self._load_profile(profile)
        self._files = INNER | {name: os.path.join(BOARD, name + ".py") for name in board.OWN_MODULES} | SHIMS
        self._native = frozenset(board.NATIVE_MODULES)
        self._names = self.load_own("_names")
        self.add("array", __import__("array"))  # the clock's own frames want the faster one
        boot = self.load_own("_boot")
        heads = self.load_own("_heads")
        self._modules = self.load_own("_modules")
        del self.modules["array"]
        self._boot, self._flash = boot, self.modules["_flash"]
        boot.configure(config, {path: a2b_base64(text) for path, text in config["flash"].items()})
        self.builtins.update(
            print=boot.board_print, input=boot.board_input, open=self.modules["_mounts"].open,
            compile=built_ins.compile_text, sum=built_ins.sum_in_order,
            round=built_ins.round_as_board, iter=built_ins.iterator_of,
            OSError=built_ins.BoardOSError, const=built_ins.constant, help=boot.board_help,
            execfile=boot.board_execfile,
            __h__=heads.head, __w__=heads.polling_head, __h0__=heads.idle_head, __each__=heads.each,
            __k__=heads.kept, __x__=heads.left,
        )  # fmt: skip
        self._board_code = False

    def _load_profile(self, name):
        """What the board has; "rp2_w" says what differs from "rp2", over which it lies."""
        known = {}
        for layer in dict.fromkeys((name.partition("_")[0], name)):
            board = self.load("_profile", os.path.join(BOARD, "profiles", layer + ".py"))
            vars(board).update(known | vars(board))
            known = vars(board)
        return board

    def add(self, name, module):
        self.modules[name] = module
        return module

    def _port_module(self, port):
        module = types.ModuleType("_port")
        console = port_file.Console(port)
        module.write, module.readinto, module.read = port.write, port.readinto, port.read
        module.traceback = self.traceback
        module.os_error = built_ins.BoardOSError
        module.encode = lambda text: text.encode("utf-8", "replace")
        module.stdout = console
        module.modules = self.modules

        def native_print(*args, **kwargs):
            print(*args, **({"file": console} | kwargs))

        def print_exception(error, file=console):
            file.write(self.traceback(error))

        module.native_print, module.print_exception = native_print, print_exception
        module.StringIO, module.BytesIO, module.IOBase = io.StringIO, io.BytesIO, built_ins.IOBase
        module.host_module = __import__
        module.sha256, module.inflate = sha256, inflate
        module.heap_lock = lambda: None
        module.heap_unlock = lambda: None
        module.open_heap = lambda: 0
        module.mem_info = lambda verbose=None: None
        module.stack_use = lambda: 0
        return module

    def traceback(self, error):
        """The exception as MicroPython prints it, with the program's own frames only."""
        frames = []
        step = error.__traceback__
        while step is not None:
            name = step.tb_frame.f_code.co_filename
            if name == "main.py" or name in self._flash_files or self._flash.absolute(name) in self._flash.files:
                frames.append('  File "%s", line %d, in %s\n' % (name, step.tb_lineno, step.tb_frame.f_code.co_name))
            step = step.tb_next
        if isinstance(error, SyntaxError) and error.filename:
            frames.append('  File "%s", line %d\n' % (error.filename, error.lineno or 0))
            text = error.msg
        else:
            try:
                text = str(error)
            except BaseException:  # the program's own __str__
                text = ""
        name = as_micropython(type(error))
        return "Traceback (most recent call last):\n" + "".join(frames) + name + (": " + text if text else "") + "\n"

    def load(self, name, path, code=None, package=None, file=None):
        module = types.ModuleType(name)
        module.__dict__["__builtins__"] = self.builtins
        module.__dict__["__file__"] = file or path
        if package:
            module.__path__ = package
        self.modules[name] = module
        try:
            # the board's own come out of Python's cache: compiling them took a third of a start
            exec(code or SourceLoader(name, path).get_code(name), module.__dict__)
        except BaseException:
            del self.modules[name]
            raise
        return module

    def load_own(self, name):
        before = self._board_code
        self._board_code = True
        try:
            return self.load(name, self._files[name])
        finally:
            self._board_code = before

    def find(self, name):
        """The module of that full dotted name, loaded if need be."""
        module = self.modules.get(name)
        if module is not None and (self._board_code or not name.startswith("_") or name == "__main__"):
            return module
        if name in self._files and (self._board_code or not name.startswith("_")):
            return self.load_own(name)
        if name == "math":
            return self.add(name, load_math())
        if name in self._native:
            return self.add(name, self._as_on_board(name))
        if name[:1] == "u" and name[1:] in self._names.WITH_OLD_NAME and self._has(name[1:]):
            return self.add(name, self.find(name[1:]))
        found = self._modules.find(name)
        if found is None:
            if "." in name:
                raise ImportError("no module named '" + name + "'")
            self._boot.refuse_import(name)
        file, folder = found
        if file is not None and file.endswith(".mpy"):
            raise ImportError("'" + file + "' is compiled for MicroPython: use its text, or run with micropython")
        self._flash_files.add(file)
        return self.load(name, folder, self._code(name, file) if file else NO_CODE, folder, file)

    def _code(self, name, file):
        """What a module on the board is compiled to; compiling the runtime each time took as long as all else."""
        content = self.modules["_mounts"].whole(file)
        runtime = RuntimeLoader(name, file)
        if runtime.has(content):
            return runtime.get_code(name)
        return built_ins.compile_text(self._modules.with_heads(file, content), file, "exec")

    def _has(self, name):
        return name in self._files or name in self._native

    def _as_on_board(self, name):
        """A module of this interpreter with the names that the board's has, and no other."""
        if name not in self._names.NATIVE:
            self._boot.refuse_import(name)  # only the other interpreter has it
        whole = __import__(name)
        module = types.ModuleType(name)
        for item in self._names.NATIVE[name]:
            setattr(module, item, getattr(whole, item))
        return module

    def import_(self, name, globals=None, locals=None, fromlist=(), level=0):
        if level:
            package = globals["__name__"] if "__path__" in globals else globals["__name__"].rpartition(".")[0]
            for _ in range(level - 1):
                package = package.rpartition(".")[0]
            name = package + "." + name if name else package
        parts = name.split(".")
        module = top = self.find(parts[0])
        full = parts[0]
        for part in parts[1:]:
            full += "." + part
            child = self.find(full)
            setattr(module, part, child)
            module = child
        if not fromlist:
            return module if level else top
        for item in fromlist:
            if item != "*" and not hasattr(module, item) and self._modules.find(full + "." + item):
                setattr(module, item, self.find(full + "." + item))
        return module


def bare_module(name):
    """A module with nothing in it but its name."""
    module = types.ModuleType(name)
    module.__dict__.clear()
    module.__name__ = name
    return module


def sha256():
    import hashlib  # only here, as below: what few programs need would slow every start

    return hashlib.sha256()


def inflate(packed, window_bits):
    """Decompress; the board's errors."""
    import zlib

    inflater = zlib.decompressobj(window_bits)
    try:
        data = inflater.decompress(packed)
    except zlib.error:
        raise built_ins.BoardOSError(22) from None
    if not inflater.eof:
        raise EOFError
    return data


def load_math():
    """`math` with the results of the board's libm, bit for bit."""
    import importlib.util  # only here: it takes longer to load than all the rest of this file

    home = os.path.join(BOARD, "math_musl")
    spec = importlib.util.spec_from_file_location("math_musl", os.path.join(home, "__init__.py"))
    package = sys.modules["math_musl"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(package)
    return package.math_module()


class Json:
    """How the scanner is to read: plainly."""

    strict = True
    object_hook = object_pairs_hook = parse_constant = None
    parse_float, parse_int = float, int


def cap_memory(limit):
    """A program that floods memory meets a MemoryError and not the end of the computer. Unix only."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def main():
    port = port_file.Port(0)
    size = int.from_bytes(port.read(4), "little")
    config, _ = make_scanner(Json)(port.read(size).decode(), 0)
    port._left = config["output_cap"]
    cap_memory(config["memory_cap"])
    sys.setrecursionlimit(3000)
    gc.set_threshold(50_000, 20, 100)  # a run is short; looking for cycles all the time is not worth it
    importer = Importer(config["board"], port, config)
    namespace = importer.add("__main__", bare_module("__main__")).__dict__
    namespace.update(__file__="main.py", __builtins__=importer.builtins)
    importer._boot.run(config["program"], namespace)


main()
