// @ts-check
// Every kind of item, registered by being imported. A new type adds its line here.

import "./quiz.js";
import "./assessment.js";
import "./kept.js";
import "./dates.js";
import "./interview.js";
import "./lab.js";
import "./scene.js";
