// The parts of Vega that vega.js puts together; their own sources are not ours to check.
declare module "vega-dataflow";
declare module "vega-encode";
declare module "vega-parser";
declare module "vega-transforms";
declare module "vega-view";
declare module "vega-view-transforms";
