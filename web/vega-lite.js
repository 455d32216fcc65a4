// @ts-check
// The compiler of Vega-Lite, for charts that a learner's code makes: the course's own come compiled. Loaded when the
// first such chart is shown.

import { compile } from "vega-lite";

Object.assign(globalThis, { denouementVegaLite: { compile } });
