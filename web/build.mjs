// Bundles the scripts and styles: one classic script and one stylesheet for the book (they work from file://), one
// module and one stylesheet for Jupyter; Vega, its compiler, the editor and what works offline apart. `node web/build.mjs`; interface words come from compiled data.
import { build } from "esbuild";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const words = path("../src/denouement/data/words.json");
if (!existsSync(words)) {
  console.error("web/build.mjs: no interface words yet; run `denouement compile` first.");
  process.exit(2);
}
const common = {
  bundle: true,
  minify: true,
  target: ["es2022"],
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  alias: { "denouement-words": words },
  loader: { ".woff2": "copy", ".svg": "dataurl" },
  assetNames: "[name]",
};
const site = path("../src/denouement/site/static");
const worker = path("../_build/worker");
const widget = path("../src/denouement/widgets/static");
await Promise.all([
  build({ ...common, entryPoints: { denouement: path("site.js") }, format: "iife", outdir: site }),
  build({ ...common, entryPoints: { denouement: path("css/site.css") }, outdir: site }),
  build({ ...common, entryPoints: { diapos: path("deck.js") }, format: "iife", outdir: site }),
  build({ ...common, entryPoints: { diapos: path("css/deck.css") }, outdir: site }),
  build({ ...common, entryPoints: { vega: path("vega.js") }, format: "iife", outdir: site }),
  build({ ...common, entryPoints: { "vega-lite": path("vega-lite.js") }, format: "iife", outdir: site }),
  build({ ...common, entryPoints: { editor: path("editor/index.js") }, format: "iife", outdir: site }),
  build({ ...common, entryPoints: { offline: path("offline/index.js") }, format: "iife", outdir: site }),
  build({ ...common, entryPoints: { "service-worker": path("offline/service-worker.js") }, format: "iife", outdir: worker }),
  build({ ...common, entryPoints: { widget: path("widget.js") }, format: "esm", outdir: widget }),
  build({ ...common, entryPoints: { widget: path("css/widget.css") }, outdir: widget }),
]);
