// @ts-check
// The worker of an exercise page. Two interpreters from one image: the judge's, which stays, and the learner's, which
// serves one request and is thrown away with whatever their code did to it. Between them, JSON text.

import { whole } from "./gzip.js";
import { decodeImage } from "./image.js";
import { bootFrom, LIBRARY, makeImage } from "./interpreter.js";

const MOST = 256 * 2 ** 20; // bytes of memory for a learner's code
const TOLD = 200; // questions of the judge announced to the page, so that it can name the one that never ends

/**
 * @typedef {object} Opening
 * @property {WebAssembly.Module} module
 * @property {boolean} snapshot      whether the pieces received are, all together, a Python that has booted (image.js)
 * @property {Uint8Array} [package]  or what it takes to boot one: the course's package, and the library
 * @property {Uint8Array} [library]
 * @property {string} words          the interface words that exercises use (JSON)
 *
 * @typedef {{ stage: any, refused: () => boolean, wanted: () => boolean }} Stage
 */

/** @type {import("./interpreter.js").Host} */
let host;
/** @type {import("./image.js").Image} */
let image;
/** @type {any} */
let session;
/** @type {Promise<Stage>} */
let next;
const snapshot = new TransformStream();
const pieces = snapshot.writable.getWriter();
const coming = whole(snapshot.readable).then(decodeImage);
coming.catch(() => {}); // told by whoever waits for it
/** @type {Promise<import("./interpreter.js").Interpreter> | null} the judge's, begun before its memory has come */
let early = null;
/** @type {{ bytes: Uint8Array | null, come: Promise<void>, arrive: (bytes: Uint8Array) => void }} */
const library = later();

// A learner's code can end Python, which says so: that is no error of the page.
console.error = console.info;
// Pyodide fetches its files by name; its wasm is in our hands, and the library comes when it is wanted.
Object.assign(self, { fetch: async () => new Response(/** @type {any} */ (library.bytes)) });

self.onmessage = async ({ data }) => {
  try {
    if ("piece" in data) receive(data.piece);
    if (data.module) begin(data.module);
    if (data.library) library.arrive(data.library);
    if (data.open) await open(data.open);
    if (data.request) await serve(data.request);
    if (data.stopped) tell({ reply: { ...JSON.parse(session.stopped(...data.stopped)), ended: data.stopped[1] } });
  } catch (error) {
    tell({ failed: String(/** @type {any} */ (error)?.stack ?? error) });
  }
};

/** A piece of the snapshot as it was downloaded, null after the last. @param {Uint8Array | null} piece */
function receive(piece) {
  (piece ? pieces.write(piece) : pieces.close()).catch(() => {}); // told by whoever waits for the image
}

/** @param {WebAssembly.Module} module */
function begin(module) {
  host = { module, exported: CALLED_EXPORTS, constants: CONSTANTS, options: { indexURL: "/", stdLibURL: "/library" } };
  early = bootFrom(coming, host);
  early.catch(() => {}); // told when it is opened
}

/** @param {Opening} order */
async function open(order) {
  if (order.library) library.arrive(order.library);
  if (!early) begin(order.module);
  if (order.snapshot) image = await coming;
  else {
    pieces.abort("given up");
    await early?.catch(() => {}); // one at a time
    image = decodeImage(await makeImage(host, /** @type {any} */ (order.package)));
    early = bootFrom(image, host);
  }
  const { py } = /** @type {import("./interpreter.js").Interpreter} */ (await early);
  py.pyimport("denouement.catalogue").bring_words(order.words);
  session = py.pyimport("denouement.exercises.session");
  next = openStage();
  await next;
  tell({ ready: true });
}

/** A learner's interpreter that has run nothing yet. @returns {Promise<Stage>} */
async function openStage() {
  let wanted = false;
  const { py, refused } = await bootFrom(image, host, MOST);
  const { node } = py.FS.lookupPath(LIBRARY);
  const { read } = node.stream_ops;
  node.stream_ops = { ...node.stream_ops, read: (/** @type {any[]} */ ...how) => ((wanted = true), read(...how)) };
  const module = py.pyimport("denouement.exercises.stage");
  const stage = module.Stage((/** @type {string} */ piece) => tell({ shown: JSON.parse(piece) }));
  module.seal();
  return { stage, refused, wanted: () => wanted };
}

/** @param {{ task: string, item: any, before: string[], source: string, helper: string }} request */
async function serve(request) {
  const order = JSON.stringify(request);
  let { stage, refused, wanted } = await next;
  let ended = "done";
  let asked = 0;
  const attempt = (/** @type {() => string} */ act, /** @type {string} */ otherwise) => {
    try {
      return act();
    } catch (error) {
      console.info(error); // Python itself ended: a learner's code can do that
      ended = refused() ? "memory" : "broken";
      return otherwise;
    }
  };
  const perform = () => attempt(() => stage.perform(order), "");
  tell({ running: true });
  let performed = perform();
  if (wanted() && !library.bytes) {
    tell({ wanted: true });
    await library.come;
    ({ stage, refused, wanted } = await openStage());
    ended = "done";
    tell({ running: true });
    performed = perform();
  }
  const ask = (/** @type {string} */ question) => {
    if (asked++ < TOLD) tell({ asked: question });
    return attempt(() => stage.answer(question), JSON.stringify({ gone: "kernel" }));
  };
  const said = performed ? session.reply(order, performed, ask) : session.stopped(order, ended, 0, "");
  if (refused()) ended = "memory";
  else if (performed && JSON.parse(performed).before) ended = "broken";
  tell({ reply: { ...JSON.parse(said), ended } });
  next = openStage();
}

/** @param {any} message */
function tell(message) {
  self.postMessage(message);
}

/** @returns {{ bytes: Uint8Array | null, come: Promise<void>, arrive: (bytes: Uint8Array) => void }} */
function later() {
  let come = () => {};
  const promise = new Promise((resolve) => (come = () => resolve(undefined)));
  const box = { bytes: /** @type {Uint8Array | null} */ (null), come: promise, arrive: (/** @type {Uint8Array} */ bytes) => ((box.bytes = bytes), come()) };
  return box;
}
