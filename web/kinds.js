// @ts-check
// Every kind of item that a chapter or the home page may hold, registered by being imported. A new type adds its line here.

import "./quiz.js";
import "./kept.js";
import "./dates.js";
import "./interview.js";
import "./lab.js";
import "./scene.js";
