// @ts-check
// The book's one script: the page, its items, and the learner's panels.

import "./kinds.js";
import "./exercise.js"; // not in Jupyter, where the notebook is the editor
import { openAffair } from "./affair.js";
import { openBilan } from "./bilan.js";
import { openCharts } from "./chart.js";
import { enhanceAll } from "./items.js";
import { openOrganisation } from "./kept-fields.js";
import { revealAll } from "./kept.js";
import { openPage } from "./page.js";
import { bringFonts } from "./page-fonts.js";
import { pageRecord } from "./page-record.js";
import { openOffline } from "./page-worker.js";
import { openPanel } from "./parcours.js";
import { openProgress } from "./progress.js";
import { openNotices } from "./record-notice.js";

openPage(); // first: whatever happens to an item, the page can be read
const record = pageRecord();
enhanceAll(document, record);
revealAll(document, record);
openCharts(document);
openProgress(document, record);
openPanel(document, record);
openAffair(document, record);
openBilan(document, record);
openOrganisation(document, record);
openNotices(document, record);
openOffline(document, record);
bringFonts();
