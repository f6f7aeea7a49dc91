// Usage: node kept_from_before.mjs SEAL MICROPYTHON shut|open. Lets Python keep what JavaScript gives it, shuts the seal (or
// not), and tells for each way back whether it leads anywhere.

const [sealModule, micropython, shutOrOpen] = process.argv.slice(2);
const { sealable, Escape } = await import(sealModule);
const { loadMicroPython } = await import(micropython);

const shut = sealable();
const mp = await loadMicroPython({ heapsize: 256 * 1024, stdout: () => {}, linebuffer: false });
mp.runPython(`
import js
kept = js.process
function = js.Object.keys
items = js.Array.of(1, 2, 3)
iterator = iter(items)
Class = js.Error
error = js.Error.new("kept")
target = js.Object.new()
`);
if (shutOrOpen === "shut") shut();

const WAYS = {
  object: "kept.version",
  function: "function(kept)",
  iterator: "next(iterator)",
  item: "items[0]",
  new: "Class.new('again')",
  exception: "error.constructor",
  set: "target.x = 1",
  loop: "for item in items: pass",
};

const found = {};
for (const [name, code] of Object.entries(WAYS)) {
  try {
    mp.runPython(code);
    found[name] = "through";
  } catch (error) {
    found[name] = error instanceof Escape ? "Escape" : String(error);
  }
}
console.log(JSON.stringify(found));
