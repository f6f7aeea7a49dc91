// The MicroPython child: plays the board for one program. Started by the host with the frames on stdin and stdout.
//
// Usage: node child.mjs SIMULATOR_FOLDER WALLS COMPILED. The first message on stdin is a length (4 bytes) and the run's
// configuration. Of WALLS, "seal" and "globals" are built here, before the program's first frame leaves
// (docs/decisions/sandbox.md). COMPILED holds what compiled.py made; where it is empty the interpreter compiles the texts.

import fs from "node:fs";
import path from "node:path";
import { bareGlobals } from "./bare_globals.mjs";
import { protectCalls } from "./protected_calls.mjs";
import { Escape, sealable } from "./seal.mjs";
import { loadMicroPython } from "@micropython/micropython-webassembly-pyscript/micropython.mjs";

const process = globalThis.process; // an import of it would open its stdin, which then no longer blocks
const [KIND, ELAPSED, LINE, PAYLOAD] = [0, 1, 3, 5]; // words of a frame, see clock/_frames.py
const [TEXT, END, CALLBACK_ERROR, RESET, TOLD] = [3, 4, 6, 7, 11];
const UNANSWERED = [TEXT, END, CALLBACK_ERROR, RESET, TOLD];
const FRAME_BYTES = 256;
const RAISED = -1; // what the interpreter says of an exception
// One request bigger than all of the heap makes it grow and fails all the same (docs/decisions/heap.md): begin with more
// than a board has.
const HEAP_BYTES = 8 * 1024 * 1024;

function readFully(buffer, offset, length) {
  let got = 0;
  while (got < length) {
    const count = fs.readSync(0, buffer, offset + got, length - got, null);
    if (count === 0) process.exit(0); // the host has gone
    got += count;
  }
}

function writeFully(buffer, offset, length) {
  let sent = 0;
  while (sent < length) sent += fs.writeSync(1, buffer, offset + sent, length - sent);
}

// What the program prints, kept until the next frame, as far as the run's cap on output allows.
class Console {
  constructor(cap) {
    this.buffer = new Uint8Array(4096);
    this.size = 0;
    this.left = cap;
  }
  put(byte) {
    if (this.left <= 0) return;
    this.left -= 1;
    if (this.size === this.buffer.length) {
      const longer = new Uint8Array(2 * this.size);
      longer.set(this.buffer);
      this.buffer = longer;
    }
    this.buffer[this.size++] = byte;
  }
}

// What is written to the port is no frame, or comes when it is not the child's turn.
class BrokenProtocol extends Error {}

// The character device /dev/port: every write is one frame or the payload that a frame has announced. `begin` is called
// before the first frame leaves, which is before the program's first line.
class Port {
  #announced = 0; // bytes of the payload that comes next
  #answered = true;
  #begun = false;
  #elapsed = 0; // of the last frame since an answer
  #encoder = new TextEncoder();
  #line = 0;
  #own = new DataView(new ArrayBuffer(FRAME_BYTES));

  constructor(console, begin) {
    this.console = console;
    this.begin = begin;
    // Emscripten calls these as methods of a stream
    this.device = {
      open: (stream) => {
        stream.seekable = false;
      },
      read: (_stream, buffer, offset, length) => this.#read(buffer, offset, length),
      write: (_stream, buffer, offset, length) => this.#write(buffer, offset, length),
    };
  }

  #read(buffer, offset, length) {
    readFully(new Uint8Array(buffer.buffer), buffer.byteOffset + offset, length);
    this.#answered = true;
    this.#elapsed = 0;
    return length;
  }

  #write(buffer, offset, length) {
    const at = buffer.byteOffset + offset;
    const bytes = new Uint8Array(buffer.buffer);
    if (this.#announced > 0) {
      if (length !== this.#announced) throw new BrokenProtocol("payload");
      this.#announced = 0;
      writeFully(bytes, at, length);
      return length;
    }
    if (length !== FRAME_BYTES || !this.#answered) throw new BrokenProtocol("frame");
    if (!this.#begun) {
      this.#begun = true;
      this.begin();
    }
    const words = new DataView(buffer.buffer, at, length);
    const kind = words.getInt32(4 * KIND, true);
    this.#elapsed = words.getInt32(4 * ELAPSED, true);
    this.#line = words.getInt32(4 * LINE, true);
    if (kind === TEXT || this.console.size > 0) this.#sendText();
    if (kind !== TEXT) {
      this.#announced = words.getInt32(4 * PAYLOAD, true);
      this.#answered = UNANSWERED.includes(kind);
      writeFully(bytes, at, length);
    }
    return length;
  }

  #sendText() {
    this.#sendOwn(TEXT, this.console.buffer, this.console.size);
    this.console.size = 0;
  }

  #sendOwn(kind, payload, size) {
    this.#own.setInt32(4 * KIND, kind, true);
    this.#own.setInt32(4 * ELAPSED, this.#elapsed, true);
    this.#own.setInt32(4 * LINE, this.#line, true);
    this.#own.setInt32(4 * PAYLOAD, size, true);
    writeFully(new Uint8Array(this.#own.buffer), 0, FRAME_BYTES);
    writeFully(payload, 0, size);
  }

  // Says for the interpreter, which cannot any more, how its program ended, and waits for the host to end this process.
  end(reason) {
    if (!this.#begun) return;
    if (this.#announced > 0) writeFully(new Uint8Array(this.#announced), 0, this.#announced); // the host waits for it
    if (this.console.size > 0) this.#sendText();
    const payload = this.#encoder.encode(reason + "\n");
    this.#sendOwn(END, payload, payload.length);
    for (;;) readFully(new Uint8Array(FRAME_BYTES), 0, FRAME_BYTES);
  }
}

function readConfiguration() {
  const size = Buffer.alloc(4);
  readFully(size, 0, 4);
  const text = Buffer.alloc(size.readInt32LE(0));
  readFully(text, 0, text.length);
  return JSON.parse(text.toString("utf8"));
}

// What compiled.py keeps in that file, below its first line; nothing where it is gone: then the texts are compiled.
function readCompiled(file) {
  try {
    const text = fs.readFileSync(file, "utf8");
    return JSON.parse(text.slice(text.indexOf("\n")));
  } catch {
    return { board: null, lib: {} };
  }
}

// The interpreter finds its own `micropython` and `sys` before any file: ours go under names it does not have.
const HIDDEN_BY_THE_INTERPRETER = ["micropython.py", "sys.py", "vfs.py"];

function copyFolder(FS, from, to, which = /\.py$/) {
  for (const name of fs.readdirSync(from).sort()) {
    if (!which.test(name)) continue;
    const target = HIDDEN_BY_THE_INTERPRETER.includes(name) ? "_" + name : name;
    FS.writeFile(to + "/" + target, fs.readFileSync(path.join(from, name)));
  }
}

// Emscripten's devices that a board does not have; they lead to the frames on stdin and stdout, or to chance.
const DEVICES = ["stdin", "stdout", "stderr", "tty", "tty1", "random", "urandom"].map((name) => "/dev/" + name);

const CONFIGURATION = ["/board/configuration.json", "/board/bytes.bin"];

// MicroPython's heap in WebAssembly grows instead of being collected while a program runs (docs/decisions/heap.md).
// A program that floods it meets a MemoryError and not the end of the teacher's computer.
function capMemory(bytes) {
  const grow = WebAssembly.Memory.prototype.grow;
  WebAssembly.Memory.prototype.grow = function (pages) {
    if (this.buffer.byteLength + pages * 65536 > bytes) throw new RangeError("the run's memory is used up");
    return grow.call(this, pages);
  };
}

// How a program ended whose interpreter has been left for good; null when the interpreter broke.
function endOf(error) {
  if (error instanceof Escape) return "forbidden";
  if (error instanceof BrokenProtocol) return "broken_protocol";
  if (error instanceof RangeError && /memory|allocation|Invalid typed array length/i.test(error.message)) return "memory";
  return null;
}

const simulator = process.argv[2];
const walls = process.argv[3].split(",");
const seal = walls.includes("seal") ? sealable() : () => {};
const compiled = readCompiled(process.argv[4]);
const configuration = readConfiguration();
const console_ = new Console(configuration.output_cap);
capMemory(configuration.memory_cap);
protectCalls();
console.log = console.error; // Emscripten's own words must not get among the frames
const mp = await loadMicroPython({
  romfs: compiled.board ? Buffer.from(compiled.board, "base64") : undefined, // at /rom
  heapsize: HEAP_BYTES,
  pystack: 16 * 1024,
  linebuffer: false,
  stdin: () => null,
  stdout: (bytes) => console_.put(bytes[0]),
  stderr: (bytes) => console_.put(bytes[0]),
});
const FS = mp.FS;
const port = new Port(console_, () => {
  for (const name of [...DEVICES, "/dev/port", ...CONFIGURATION]) FS.unlink(name);
  if (walls.includes("globals")) bareGlobals();
  seal();
});
const device = FS.makedev(64, 0);
FS.registerDevice(device, port.device);
FS.mkdev("/dev/port", 0o666, device);
FS.mkdirTree("/board");
if (!compiled.board) {
  copyFolder(FS, path.join(simulator, "board"), "/board");
  copyFolder(FS, path.join(simulator, "clock"), "/board", /^_[a-z]+\.py$/); // the host's part has other names
  copyFolder(FS, path.join(simulator, "runners", "micropython", "board"), "/board");
}
// "rp2_w" says what differs from "rp2", over which it lies.
const layers = new Set([configuration.board.split("_")[0], configuration.board]);
const profile = [...layers].map((name) => fs.readFileSync(path.join(simulator, "board", "profiles", name + ".py"), "utf8"));
FS.writeFile("/board/_profile.py", profile.join("\n"));
FS.mkdirTree("/flash/lib");
FS.symlink("/flash/lib", "/lib"); // a module's __file__ is "name.py" or "/lib/name.py", as on a board
FS.chdir("/flash");
// The interpreter reads one long file of bytes quickly, and long texts and many files slowly.
const bytes = [];
let size = 0;
const kept = (base64) => {
  const part = Buffer.from(base64, "base64");
  bytes.push(part);
  size += part.length;
  return [size - part.length, size];
};
const entries = Object.entries;
configuration.flash = Object.fromEntries(entries(configuration.flash).map(([name, content]) => [name, kept(content)]));
configuration.compiled = Object.fromEntries(entries(compiled.lib).map(([name, [sha, mpy]]) => [name, [sha, ...kept(mpy)]]));
FS.writeFile(CONFIGURATION[1], Buffer.concat(bytes));
FS.writeFile(CONFIGURATION[0], JSON.stringify(configuration));
// One turn of a board with a console. Garbage is collected between two of them, so it lives as long as it is wanted.
// `runPython` would look for the globals that are gone by then.
const wasm = mp._module;
const [TURN, TURN_BYTES, RETURNED] = [wasm._malloc(16), 10, wasm._malloc(12)];
wasm.stringToUTF8("__turn__()", TURN, 16);
function turn() {
  wasm._mp_js_do_exec(TURN, TURN_BYTES, RETURNED);
  if (wasm.getValue(RETURNED, "i32") === RAISED) throw new Error("a turn of the board has failed");
}
try {
  mp.runPython("import sys\nsys.path[:] = ['/rom', '/board']\nimport _start\n_start.start(globals())\n");
  while (configuration.console) turn();
} catch (error) {
  const end = endOf(error);
  if (end !== null) port.end(end);
  throw error;
}
process.exit(0);
