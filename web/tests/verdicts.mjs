// Judges answers in Pyodide as the page does, from the snapshot that the site ships: reads [{item, before, source}] from
// the standard input, prints [{status, key, error}]. `node web/tests/verdicts.mjs FOLDER` (of the built files).

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { exportsUsed } from "../python/exported.js";
import { decodeImage } from "../python/image.js";
import { bootFrom } from "../python/interpreter.js";

const folder = process.argv[2];
const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
const read = (part) => gunzipSync(readFileSync(join(folder, manifest[part].file)));
const { words, cases } = JSON.parse(readFileSync(0, "utf8"));

const pyodide = dirname(createRequire(import.meta.url).resolve("pyodide/package.json"));
const module = await WebAssembly.compile(read("wasm"));
const host = {
  module,
  exported: exportsUsed(readFileSync(join(pyodide, "pyodide.asm.mjs"), "utf8"), module),
  options: { indexURL: `${pyodide}/`, stdLibURL: join(pyodide, "python_stdlib.zip") },
};
const image = decodeImage(new Uint8Array(read("snapshot")));
const judge = (await bootFrom(image, host)).py;
judge.pyimport("denouement.catalogue").bring_words(JSON.stringify(words));
const session = judge.pyimport("denouement.exercises.session");
const learner = (await bootFrom(image, host)).py;
const { Stage } = learner.pyimport("denouement.exercises.stage");

const said = cases.map((request) => {
  const order = JSON.stringify({ task: "check", helper: "", ...request });
  const stage = Stage(() => {});
  const { error, feedback } = JSON.parse(session.reply(order, stage.perform(order), (question) => stage.answer(question)));
  return { status: feedback.status, key: feedback.key, error: error?.text ?? null };
});
process.stdout.write(JSON.stringify({ python: judge.runPython("import sys; sys.version.split()[0]"), said }));
