// node math_reference.mjs PATH-OF-micropython.mjs PROGRAM INPUT OUTPUT: the official MicroPython runs PROGRAM, a text
// that reads bytes from the file /input and writes bytes to the file /output.
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [micropython, program, input, output] = process.argv.slice(2);
const { loadMicroPython } = await import(pathToFileURL(micropython).href);
const board = await loadMicroPython({ heapsize: 192 * 1024 * 1024 });
board.FS.writeFile("/input", readFileSync(input));
board.runPython(readFileSync(program, "utf8"));
writeFileSync(output, board.FS.readFile("/output"));
