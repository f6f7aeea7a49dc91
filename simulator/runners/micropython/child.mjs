// The MicroPython child: plays the board for one program. Started by the host with the frames on stdin and stdout.
//
// Usage: node child.mjs SIMULATOR_FOLDER. The first message on stdin is a length (4 bytes) and the run's configuration.

import fs from "node:fs";
import path from "node:path";
import { loadMicroPython } from "@micropython/micropython-webassembly-pyscript/micropython.mjs";

const [KIND, ELAPSED, PAYLOAD] = [0, 1, 5]; // words of a frame, see _clock.py
const TEXT = 3;
const FRAME_BYTES = 256;
const HEAP_BYTES = 256 * 1024;

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

// The character device /dev/port: every write is one frame or the payload that a frame has announced.
function portDevice(console) {
  let payloadNext = false;
  const textFrame = new Int32Array(FRAME_BYTES / 4);
  const textFrameBytes = new Uint8Array(textFrame.buffer);
  const sendText = (elapsed) => {
    textFrame[KIND] = TEXT;
    textFrame[ELAPSED] = elapsed;
    textFrame[PAYLOAD] = console.size;
    writeFully(textFrameBytes, 0, FRAME_BYTES);
    writeFully(console.buffer, 0, console.size);
    console.size = 0;
  };
  return {
    open(stream) {
      stream.seekable = false;
    },
    read(_stream, buffer, offset, length) {
      readFully(new Uint8Array(buffer.buffer), buffer.byteOffset + offset, length);
      return length;
    },
    write(_stream, buffer, offset, length) {
      const at = buffer.byteOffset + offset;
      const bytes = new Uint8Array(buffer.buffer);
      if (payloadNext) {
        payloadNext = false;
        writeFully(bytes, at, length);
        return length;
      }
      const words = new DataView(buffer.buffer, at, length);
      const isText = words.getInt32(4 * KIND, true) === TEXT;
      if (isText || console.size > 0) sendText(words.getInt32(4 * ELAPSED, true));
      if (!isText) {
        payloadNext = words.getInt32(4 * PAYLOAD, true) > 0;
        writeFully(bytes, at, length);
      }
      return length;
    },
  };
}

function readConfiguration() {
  const size = Buffer.alloc(4);
  readFully(size, 0, 4);
  const text = Buffer.alloc(size.readInt32LE(0));
  readFully(text, 0, text.length);
  return JSON.parse(text.toString("utf8"));
}

// The interpreter finds its own `micropython` and `sys` before any file: ours go under names it does not have.
const HIDDEN_BY_THE_INTERPRETER = ["micropython.py", "sys.py"];

function copyFolder(FS, from, to) {
  FS.mkdirTree(to);
  for (const name of fs.readdirSync(from).sort()) {
    if (!name.endsWith(".py")) continue;
    const target = HIDDEN_BY_THE_INTERPRETER.includes(name) ? "_" + name : name;
    FS.writeFile(to + "/" + target, fs.readFileSync(path.join(from, name)));
  }
}

// MicroPython's heap in WebAssembly grows instead of being collected while a program runs (docs/decisions/heap.md).
// A program that floods it meets a MemoryError and not the end of the teacher's computer.
function capMemory(bytes) {
  const grow = WebAssembly.Memory.prototype.grow;
  WebAssembly.Memory.prototype.grow = function (pages) {
    if (this.buffer.byteLength + pages * 65536 > bytes) throw new RangeError("the run's memory is used up");
    return grow.call(this, pages);
  };
}

const simulator = process.argv[2];
const configuration = readConfiguration();
const console_ = new Console(configuration.output_cap);
capMemory(configuration.memory_cap);
const mp = await loadMicroPython({
  heapsize: HEAP_BYTES,
  pystack: 16 * 1024,
  linebuffer: false,
  stdout: (bytes) => console_.put(bytes[0]),
  stderr: (bytes) => console_.put(bytes[0]),
});
const FS = mp.FS;
const device = FS.makedev(64, 0);
FS.registerDevice(device, portDevice(console_));
FS.mkdev("/dev/port", 0o666, device);
copyFolder(FS, path.join(simulator, "board"), "/board");
FS.writeFile("/board/_clock.py", fs.readFileSync(path.join(simulator, "clock", "_clock.py")));
const profile = path.join(simulator, "board", "profiles", configuration.board + ".py");
FS.writeFile("/board/_profile.py", fs.readFileSync(profile));
copyFolder(FS, path.join(simulator, "runners", "micropython", "board"), "/board");
FS.mkdirTree("/flash");
FS.writeFile("/board/configuration.json", JSON.stringify(configuration));
mp.runPython("import sys\nsys.path[:] = ['/board']\nimport _start\n_start.start()\n");
process.exit(0);
