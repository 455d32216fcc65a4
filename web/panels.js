// @ts-check
// The second script of the pages around the chapters: tests, and what the learner's record fills. Only a page that has
// one of them loads it (`panel` in src/denouement/site/directives.py).

import "./assessment.js";
import { openAffair } from "./affair.js";
import { openBilan } from "./bilan.js";
import { enhanceAll } from "./items.js";
import { openOrganisation } from "./kept-fields.js";
import { pageRecord } from "./page-record.js";
import { openPanel } from "./parcours.js";

const record = pageRecord();
enhanceAll(document, record);
openPanel(document, record);
openAffair(document, record);
openBilan(document, record);
openOrganisation(document, record);
