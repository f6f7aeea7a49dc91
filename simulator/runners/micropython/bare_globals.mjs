// Part of the second wall: takes from the global object all that the language itself does not define.
//
// Gone are `process` (signals, environment, built-in modules), `fetch`, `WebSocket`, timers and the rest of Node. Names
// that MicroPython's own JavaScript needs stay. It narrows what code that got past the seal finds at once; it is no
// wall by itself, for any object of Node that such code still holds leads back to the rest.

const LANGUAGE = new Set(
  `globalThis Infinity NaN undefined Object Function Array Number Boolean String Symbol Date Promise RegExp Error
  AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError JSON Math Intl ArrayBuffer Atomics
  Uint8Array Int8Array Uint16Array Int16Array Uint32Array Int32Array Float32Array Float64Array Uint8ClampedArray
  BigUint64Array BigInt64Array BigInt DataView Map Set WeakMap WeakSet WeakRef Proxy Reflect FinalizationRegistry
  SharedArrayBuffer decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape eval isFinite isNaN
  parseFloat parseInt WebAssembly TextDecoder`.split(/\s+/),
);

const OF_MICROPYTHON = /^(Module|loadMicroPython|pyProxyFinalizationRegistry|proxy_js_\w+)$/;

export function bareGlobals() {
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    if (!LANGUAGE.has(name) && !OF_MICROPYTHON.test(name)) delete globalThis[name];
  }
}
