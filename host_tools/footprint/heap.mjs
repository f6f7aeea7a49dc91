// Measures what steps of a program leave on MicroPython's heap. One job as JSON on stdin, one line of JSON out.
//
// {heap_bytes, package, files: {path: base64}, romfs: base64 or "", folder, setup, steps: [text]}
//   -> {base, steps: [{bytes, said, error}]}
//
// The interpreter collects only between two calls from outside (docs/decisions/heap.md), so every step is a call of its
// own, and a collection follows it. `base` is the heap after `setup`; what a step leaves is counted from there.

import fs from "node:fs";

const job = JSON.parse(fs.readFileSync(0, "utf8"));
const { loadMicroPython } = await import(job.package);
let printed = "";
const put = (bytes) => {
  printed += String.fromCharCode(bytes[0]);
};
const mp = await loadMicroPython({
  heapsize: job.heap_bytes,
  pystack: 16 * 1024,
  linebuffer: false,
  stdout: put,
  stderr: put,
});
const FS = mp.FS;
for (const [path, content] of Object.entries(job.files)) {
  FS.mkdirTree(path.slice(0, path.lastIndexOf("/")));
  FS.writeFile(path, Buffer.from(content, "base64"));
}
if (job.romfs) FS.writeFile("/romfs.img", Buffer.from(job.romfs, "base64"));
FS.mkdirTree("/work");
FS.chdir("/work");

// The bytes in use after a collection.
function measure() {
  mp.runPython("gc.collect()");
  printed = "";
  mp.runPython("print(gc.mem_alloc())");
  return Number(printed);
}

// The heap may not grow beyond the board's: all other memory is taken, and there is no more.
function fixHeap() {
  WebAssembly.Memory.prototype.grow = () => {
    throw new RangeError("the heap is the board's");
  };
  console.error = console.log = () => {}; // Emscripten's word on each refusal
  for (let size = 16 << 20; size >= 16; ) {
    if (!mp._module._malloc(size)) size >>= 1;
  }
}

mp.runPython("import gc, sys\nsys.path[:] = ['/stand_ins']");
if (job.romfs) {
  mp.runPython("import vfs\nwith open('/romfs.img', 'rb') as file:\n    image = file.read()\n");
  mp.runPython("vfs.mount(vfs.VfsRom(image), '/rom')\ndel image");
}
mp.runPython(job.setup);
mp.runPython(`sys.path.append(${JSON.stringify(job.folder)})`);
fixHeap();
const base = measure();
const steps = [];
for (const step of job.steps) {
  // Caught inside: an exception that came out here would need memory that there is none of any more.
  const inside = step.trimEnd().split("\n").map((line) => "    " + line);
  printed = "";
  mp.runPython(["try:", ...inside, "except BaseException as reason:", "    print('\\nERROR', type(reason).__name__, reason)"].join("\n"));
  const [said, error = ""] = printed.split("\nERROR ").map((text) => text.trim());
  steps.push({ bytes: measure() - base, said, error });
}
process.stdout.write(JSON.stringify({ base, steps }) + "\n");
