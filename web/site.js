// @ts-check
// The book's script: the page, its items, how far the learner is. What only the pages around the chapters have: panels.js

import "./kinds.js";
import "./exercise.js"; // not in Jupyter, where the notebook is the editor
import { openCharts } from "./chart.js";
import { enhanceAll } from "./items.js";
import { revealAll } from "./kept.js";
import { openPage } from "./page.js";
import { bringFonts } from "./page-fonts.js";
import { pageRecord } from "./page-record.js";
import { openOffline } from "./page-worker.js";
import { openProgress } from "./progress.js";
import { openNotices } from "./record-notice.js";

openPage(); // first: whatever happens to an item, the page can be read
const record = pageRecord();
enhanceAll(document, record);
revealAll(document, record);
openCharts(document);
openProgress(document, record);
openNotices(document, record);
openOffline(document, record);
bringFonts();
