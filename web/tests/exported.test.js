// @ts-check
// What is left of Pyodide's script: every export that it uses, none of the others.
import assert from "node:assert/strict";
import { test } from "node:test";

import { withoutUnused } from "../python/exported.js";

const names = Array.from({ length: 120 }, (_, rank) => `f${rank}`);
const script = `var ${names.map((name) => `_${name}`).join()};var other,thing;function assign(wasmExports){${names
  .map((name) => `_${name}=Module["_${name}"]=wasmExports["${name}"];`)
  .join("")}}_f7();`;

test("an export that is used stays declared and read; the others are neither", () => {
  const rest = withoutUnused(script, ["f7"]);
  assert.equal(rest, 'var _f7;var other,thing;function assign(wasmExports){_f7=Module["_f7"]=wasmExports["f7"];}_f7();');
});

test("where everything is used, nothing changes", () => {
  assert.equal(withoutUnused(script, names), script);
});
