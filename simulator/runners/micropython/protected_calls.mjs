// The interpreter's protected calls, in WebAssembly instead of JavaScript.
//
// MicroPython comes back out of nested C functions by longjmp. The npm build has no exceptions of WebAssembly's own, so it
// leads every call that one may come out of through a function in JavaScript, `invoke_…`, which catches, and which asserts
// each time that the table of functions is what it was. A control tick makes hundreds of such calls; they took two thirds
// of a run (docs/decisions/speed.md). Here the same functions are assembled as a module beside the interpreter's, so that
// calls stay within WebAssembly: the bytes are those of its specification, for exceptions in the form that Node has read
// since version 17.

const [I32, FUNC, FUNCREF, VOID] = [0x7f, 0x60, 0x70, 0x40];
const [TRY, CATCH, THROW, END, CALL_INDIRECT, GET, SET, CONST] = [0x06, 0x07, 0x08, 0x0b, 0x11, 0x20, 0x21, 0x41];
const [TYPES, FUNCTIONS, TABLES, TAGS, EXPORTS, CODE] = [1, 3, 4, 13, 7, 10];
const TABLE_EXPORT = 1;
// The types that come first, and what the second table holds, by the names of Emscripten's exports.
const [SAVE, RESTORE, THREW, NOTHING] = [0, 1, 2, 3];
const HELPERS = ["emscripten_stack_get_current", "_emscripten_stack_restore", "setThrew"];

const vector = (items) => [...number(items.length), ...items.flat()];
const section = (id, items) => [id, ...sized(vector(items))];
const sized = (bytes) => [...number(bytes.length), ...bytes];
const text = (name) => sized([...name].map((letter) => letter.charCodeAt(0)));

function number(value) {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...number(value >> 7)];
}

// A call of the function at a place of a table, which lies on the stack.
const call = (type, table) => [CALL_INDIRECT, ...number(type), table];
const callHelper = (type) => [CONST, type, ...call(type, 1)];

// `invoke_iii` calls a function of two i32 that returns one, and takes its place in the table before them.
function assemble(names) {
  const shapes = names.map((name) => {
    const [result, ...given] = name.slice("invoke_".length);
    return { results: result === "i" ? [I32] : [], given: given.map(() => I32) };
  });
  const type = (given, results) => [FUNC, ...vector(given), ...vector(results)];
  const types = [type([], [I32]), type([I32], []), type([I32, I32], []), type([], [])];
  const bodies = [[0, THROW, 0, END]];
  const kinds = [NOTHING];
  for (const { given, results } of shapes) {
    const callee = types.push(type(given, results)) - 1;
    kinds.push(types.push(type([I32, ...given], results)) - 1);
    const stack = given.length + 1;
    bodies.push([
      ...[1, 1, I32],
      ...[...callHelper(SAVE), SET, stack, TRY, results[0] ?? VOID],
      ...[...given.flatMap((_, i) => [GET, i + 1]), GET, 0, ...call(callee, 0)],
      ...[CATCH, 0, GET, stack, ...callHelper(RESTORE), CONST, 1, CONST, 0, ...callHelper(THREW)],
      ...[...results.flatMap(() => [CONST, 0]), END, END],
    ]);
  }
  const functions = ["_emscripten_throw_longjmp", ...names];
  return new Uint8Array([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(TYPES, types),
    ...section(FUNCTIONS, kinds.map(number)),
    ...section(TABLES, [[FUNCREF, 0, 0], [FUNCREF, 0, HELPERS.length]]),
    ...section(TAGS, [[0, NOTHING]]),
    ...section(EXPORTS, [
      ...functions.map((name, i) => [...text(name), 0, ...number(i)]),
      [...text("callees"), TABLE_EXPORT, 0],
      [...text("helpers"), TABLE_EXPORT, 1],
    ]),
    ...section(CODE, bodies.map(sized)),
  ]);
}

// Has the next instance that is made go by them, where this Node can.
export function protectCalls() {
  const instantiate = WebAssembly.instantiate;
  WebAssembly.instantiate = async (source, imports) => {
    WebAssembly.instantiate = instantiate;
    const names = Object.keys(imports.env).filter((name) => name.startsWith("invoke_"));
    if (!names.every((name) => /^invoke_[vi]i*$/.test(name))) return instantiate(source, imports);
    const bytes = assemble(names);
    if (!WebAssembly.validate(bytes)) return instantiate(source, imports);
    const { callees, helpers, ...calls } = new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports;
    const made = await instantiate(source, { ...imports, env: { ...imports.env, ...calls } });
    const { __indirect_function_table: table, ...exported } = made.instance.exports;
    HELPERS.forEach((name, i) => helpers.set(i, exported[name]));
    callees.grow(table.length);
    for (let i = 0; i < table.length; i++) callees.set(i, table.get(i));
    return made;
  };
}
