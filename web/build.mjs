// Bundles the scripts and styles: one classic script and one stylesheet for the book (they work from file://), one
// module and one stylesheet for Jupyter; the learner's panels, Vega, its compiler, the editor and what works offline apart.
// Each carries the interface words that it names. `node web/build.mjs`
import { build } from "esbuild";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const words = path("../src/denouement/data/words.json");
if (!existsSync(words)) {
  console.error("web/build.mjs: no interface words yet; run `denouement compile` first.");
  process.exit(2);
}
const catalogue = Object.entries(JSON.parse(readFileSync(words, "utf8")));
const common = {
  bundle: true,
  minify: true,
  target: ["es2022"],
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  loader: { ".woff2": "copy", ".svg": "dataurl" },
  assetNames: "[name]",
};
const site = path("../src/denouement/site/static");
const worker = path("../_build/worker");
const widget = path("../src/denouement/widgets/static");

/** Bundles `entryPoints`, with the words that its own scripts name: whole ("item.none") or by their beginning (`item.${way}`). */
async function bundle(entryPoints, options) {
  const whole = { ...common, ...options, entryPoints };
  const listed = await build({ ...whole, external: ["denouement-words"], metafile: true, write: false });
  const ours = Object.keys(listed.metafile.inputs).filter((name) => name.startsWith("web/"));
  const named = ours.flatMap((name) => readFileSync(path(`../${name}`), "utf8").match(/(?<=["'`])[a-z][a-z-]*\.[\w.-]*/g) ?? []);
  const carried = Object.fromEntries(catalogue.filter(([key]) => named.some((start) => key.startsWith(start))));
  await build({ ...whole, plugins: [carrying(carried)] });
}

/** `import catalogue from "denouement-words"` gives `carried`. */
const carrying = (carried) => ({
  name: "words",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^denouement-words$/ }, () => ({ path: "words", namespace: "words" }));
    onLoad({ filter: /.*/, namespace: "words" }, () => ({ contents: JSON.stringify(carried), loader: "json" }));
  },
});

await Promise.all([
  bundle({ denouement: path("site.js") }, { format: "iife", outdir: site }),
  bundle({ panels: path("panels.js") }, { format: "iife", outdir: site }),
  bundle({ diapos: path("deck.js") }, { format: "iife", outdir: site }),
  bundle({ editor: path("editor/index.js") }, { format: "iife", outdir: site }),
  bundle({ offline: path("offline/index.js") }, { format: "iife", outdir: site }),
  bundle({ widget: path("widget.js") }, { format: "esm", outdir: widget }),
  build({ ...common, entryPoints: { denouement: path("css/site.css") }, outdir: site }),
  build({ ...common, entryPoints: { diapos: path("css/deck.css") }, outdir: site }),
  build({ ...common, entryPoints: { widget: path("css/widget.css") }, outdir: widget }),
  build({ ...common, entryPoints: { vega: path("vega.js") }, format: "iife", outdir: site }),
  build({ ...common, entryPoints: { "vega-lite": path("vega-lite.js") }, format: "iife", outdir: site }),
  build({ ...common, entryPoints: { "service-worker": path("offline/service-worker.js") }, format: "iife", outdir: worker }),
]);
