// The first wall: what leads from the interpreter into JavaScript is shut once the program may begin.
//
// MicroPython's way out are the functions that its WebAssembly imports. Those of its own running stay (calls that may
// throw, memory, files in memory); every other one is shut: `js`, `jsffi`, proxies kept from before, exceptions that
// carry one, clocks and chance of this computer. What a later version adds is shut until it is named here.
// A shut import throws what no Python code can catch, so that the program ends there.

const OPEN = new Set([
  ...["_emscripten_throw_longjmp", "emscripten_resize_heap", "_abort_js"],
  ...["fd_close", "fd_read", "fd_seek", "fd_sync", "fd_write"],
  ...["chdir", "fstat64", "getcwd", "getdents64", "lstat64", "mkdirat", "newfstatat", "openat", "poll"].map(syscall),
  ...["poll_nonblocking", "renameat", "rmdir", "stat64", "statfs64", "unlinkat"].map(syscall),
]);

function syscall(name) {
  return "__syscall_" + name;
}

function isOpen(name) {
  return OPEN.has(name) || name.startsWith("invoke_");
}

export class Escape extends Error {}

// Wraps every way to make an instance; the answer shuts, once called, all that was made.
export function sealable() {
  let shut = false;
  const guarded = (name, original) =>
    function (...values) {
      if (shut) throw new Escape(name);
      return original.apply(this, values);
    };
  const guardAll = (imports) =>
    Object.fromEntries(
      Object.entries(imports ?? {}).map(([module, members]) => [
        module,
        Object.fromEntries(
          Object.entries(members).map(([name, member]) => [
            name,
            typeof member !== "function" || isOpen(name) ? member : guarded(name, member),
          ]),
        ),
      ]),
    );
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = (source, imports) => original.call(WebAssembly, source, guardAll(imports));
  }
  WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
    construct: (target, [module, imports]) => new target(module, guardAll(imports)),
  });
  return () => {
    shut = true;
  };
}
