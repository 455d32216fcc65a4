// @ts-check
// The editor of code exercises, in one classic script that a page loads when an exercise nears the screen.

import { openBench } from "./bench.js";

Object.assign(globalThis, { denouementEditor: { openBench } });
