"""`make docs`: writes the API reference and the editor stubs of the runtime, and says what its docstrings lack."""

import sys

from .faults import faults
from .page import PAGE, page
from .runtime import read_runtime
from .stubs import STUBS, write


def main() -> int:
    runtime = read_runtime()
    PAGE.write_text(page(runtime), encoding="utf-8", newline="\n")
    write(runtime)
    print(f"{PAGE.name} and {STUBS.name}: {len(runtime.classes)} classes.")
    missing = faults(runtime)
    for line in missing:
        print(f"  {line}")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
