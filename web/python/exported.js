// @ts-check
// What Pyodide's script uses of its instance. Emscripten walks through everything that the wasm file exports (8,600
// functions and addresses) so that libraries loaded later can use it; here there are none, and that walk is half the
// time it takes to start an interpreter.

// `_name=Module["_name"]=wasmExports["name"]`
const ASSIGNED = /([\w$]+)=(Module\["[\w$]+"\]=)?wasmExports\["([^"]+)"\](\.value)?/g;

/**
 * The exports of `module` that `script` names: those it reads by their value at once, those it calls, and those that the
 * module asks of itself.
 * @param {string} script  pyodide.asm.mjs @param {WebAssembly.Module} module @returns {string[]}
 */
export function exportsUsed(script, module) {
  /** @type {Map<string, number>} */
  const times = new Map();
  for (const [word] of script.matchAll(/[\w$]+/g)) times.set(word, (times.get(word) ?? 0) + 1);
  const asked = WebAssembly.Module.imports(module).filter((entry) => entry.module.startsWith("GOT."));
  const used = new Set(["main", "__main_argc_argv", ...asked.map(({ name }) => name)]);
  // With its declaration, three times the name where nothing uses it.
  const rest = script.replace(ASSIGNED, (_, variable, kept, name, value) => {
    if (value || /** @type {number} */ (times.get(variable)) > (kept ? 3 : 2)) used.add(name);
    return "";
  });
  for (const [, name] of rest.matchAll(/wasmExports(?:\["|\.)([\w$]+)/g)) used.add(name); // read in another way
  const there = new Set(WebAssembly.Module.exports(module).map(({ name }) => name));
  return [...used].filter((name) => there.has(name)).sort();
}

/**
 * `script` without what it reads of the exports that it does not use: a third of it, which a browser would read in vain.
 * @param {string} script @param {string[]} used
 */
export function withoutUnused(script, used) {
  const kept = new Set(used);
  const read = new RegExp(`(?<=[;{])${ASSIGNED.source};`, "g");
  /** @type {Set<string>} */
  const gone = new Set();
  const rest = script.replace(read, (whole, variable, _, name) => (kept.has(name) ? whole : (gone.add(variable), "")));
  return rest.replace(/var ((?:[\w$]+,){99,}[\w$]+);/g, (_, names) => {
    const declared = names.split(",").filter((/** @type {string} */ name) => !gone.has(name));
    return declared.length ? `var ${declared.join()};` : "";
  });
}
