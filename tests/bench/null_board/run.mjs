// Runs a program on the board that does nothing, in the official MicroPython.
// Usage: node run.mjs MICROPYTHON_MJS CHECKOUT PROGRAM [DRIVER ...]
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [module, root, program, ...drivers] = process.argv.slice(2);
const { loadMicroPython } = await import(pathToFileURL(module).href);
const runner = path.join(root, "simulator", "runners", "micropython");
const { protectCalls } = await import(pathToFileURL(path.join(runner, "protected_calls.mjs")).href);
protectCalls(); // as a run does
const mp = await loadMicroPython({ heapsize: 256 * 1024, pystack: 16 * 1024 });
const put = (from, to) => mp.FS.writeFile(to, fs.readFileSync(from));
mp.FS.mkdirTree("/board/rover");
const rover = path.join(root, "lib", "rover");
for (const name of fs.readdirSync(rover)) if (name.endsWith(".py")) put(path.join(rover, name), "/board/rover/" + name);
const nullBoard = path.join(root, "tests", "bench", "null_board");
for (const name of ["machine.py", "os.py", "time.py"]) put(path.join(nullBoard, name), "/board/" + name);
put(path.join(root, "device", "boards", "esp32_rover.py"), "/board/rover_board.py");
for (const driver of drivers) put(driver, "/board/" + path.basename(driver));
put(program, "/board/program.py");
mp.runPython("import sys\nsys.path[:] = ['/board']\nimport program\n");
process.exit(0);
