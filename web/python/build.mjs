// Makes the files of Python in the page: `node web/python/build.mjs PACKAGE.zip FOLDER KEY`. Their names carry a hash:
// of their content or, for the snapshot, `KEY` (of its sources). Prints nothing; `manifest.json` in FOLDER lists them.

import { build } from "esbuild";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { exportsUsed, withoutUnused } from "./exported.js";
import { decodeImage } from "./image.js";
import { bootFrom, makeImage } from "./interpreter.js";

const [packagePath, folder, key] = process.argv.slice(2);
const pyodide = dirname(createRequire(import.meta.url).resolve("pyodide/package.json"));
const wasm = readFileSync(join(pyodide, "pyodide.asm.wasm"));
const library = readFileSync(join(pyodide, "python_stdlib.zip"));
const packaged = readFileSync(packagePath);

const module = await WebAssembly.compile(wasm);
const glue = readFileSync(join(pyodide, "pyodide.asm.mjs"), "utf8");
const exported = exportsUsed(glue, module);
const host = {
  module,
  exported,
  options: { indexURL: `${pyodide}/`, stdLibURL: join(pyodide, "python_stdlib.zip") },
};
const image = await makeImage(host, new Uint8Array(packaged));
await proves(image);

const script = await build({
  entryPoints: [fileURLToPath(new URL("worker.js", import.meta.url))],
  bundle: true,
  write: false,
  format: "esm",
  target: ["es2022"],
  minifyWhitespace: true, // names are left alone: Emscripten's script calls some of them by name
  legalComments: "eof",
  external: ["node:*", "ws"],
  plugins: [{ name: "glue", setup: (build) => build.onLoad({ filter: /pyodide\.asm\.mjs$/ }, lighter) }],
  define: { CALLED_EXPORTS: JSON.stringify(exported), CONSTANTS: String(decodeImage(image).shape.base) },
  logLevel: "warning",
});

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const files = {
  worker: write("worker", "mjs", script.outputFiles[0].contents),
  wasm: write("pyodide", "wasm.gz", gzipSync(wasm, { level: 9 }), wasm),
  snapshot: write("snapshot", "bin.gz", gzipSync(image, { level: 9 }), key),
  library: write("library", "zip", library),
  package: write("package", "zip", packaged),
};
writeFileSync(join(folder, "LICENSE-pyodide.txt"), notice());
writeFileSync(join(folder, "manifest.json"), JSON.stringify(files));

/** @returns {{ file: string, bytes: number }} */
function write(name, extension, content, hashed = content) {
  const hash = createHash("sha256").update(hashed).digest("hex").slice(0, 12);
  const file = `${name}-${hash}.${extension}`;
  writeFileSync(join(folder, file), content);
  return { file, bytes: content.length };
}

/** Fails here rather than in the page: an interpreter made from the image must know the exercises. */
async function proves(bytes) {
  const { py } = await bootFrom(decodeImage(bytes), host);
  const known = py.runPython("from denouement.exercises.registry import exercises; len(exercises())");
  if (!known) throw new Error("web/python: the snapshot knows no exercise");
}

/** Pyodide's script, as the browser needs it. */
function lighter() {
  return { contents: withoutUnused(glue, exported) };
}

function notice() {
  const { version, license, homepage } = JSON.parse(readFileSync(join(pyodide, "package.json"), "utf8"));
  return `Python in the page is Pyodide ${version} (${homepage}), under the ${license} licence
(https://www.mozilla.org/MPL/2.0/): pyodide-*.wasm.gz and library-*.zip are its own files; worker-*.mjs contains
pyodide.mjs, and pyodide.asm.mjs less what it reads and never uses; snapshot-*.bin.gz is the memory of a Python that it
started. Its source stands at the address above. CPython is under the PSF licence (https://docs.python.org/3/license.html).
`;
}
