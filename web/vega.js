// @ts-check
// Vega, cut to what the charts of the course use: marks, scales, axes, legends and plain data transforms. Charts come
// compiled from Vega-Lite, so that no page carries its compiler. One classic script, loaded when a chart nears the
// screen; it works from file://.

import { transforms } from "vega-dataflow";
import * as encode from "vega-encode";
import { parse } from "vega-parser";
import * as data from "vega-transforms";
import { View } from "vega-view";
import * as layout from "vega-view-transforms";

Object.assign(transforms, data, layout, encode);

Object.assign(globalThis, { denouementVega: { View, parse } });
