// Part of the second wall: takes from the global object all that the language itself does not define.
//
// Gone are `process` (signals, environment, built-in modules), `fetch`, `WebSocket`, timers and the rest of Node; gone,
// too, are the tables by which MicroPython's proxies find their objects. It narrows what code that got past the seal
// finds; an object of Node that such code still held would lead back to the rest.

const LANGUAGE = new Set(
  `globalThis Infinity NaN undefined Object Function Array Number Boolean String Symbol Date Promise RegExp Error
  AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError JSON Math Intl ArrayBuffer Atomics
  Uint8Array Int8Array Uint16Array Int16Array Uint32Array Int32Array Float32Array Float64Array Uint8ClampedArray
  BigUint64Array BigInt64Array BigInt DataView Map Set WeakMap WeakSet WeakRef Proxy Reflect FinalizationRegistry
  SharedArrayBuffer decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape eval isFinite isNaN
  parseFloat parseInt WebAssembly TextDecoder`.split(/\s+/),
);

export function bareGlobals() {
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    if (!LANGUAGE.has(name)) delete globalThis[name];
  }
}
