// @ts-check
// One worker, seen from the page: it is told something and heard until that is done (web/python/worker.js says what).

/**
 * @typedef {object} Runner
 * @property {(order: any, hear: (message: any, resolve: (value: any) => void, reject: (error: any) => void) => void) => Promise<any>} talk
 * @property {(message: any) => void} post
 * @property {() => void} end
 */

/** @param {Worker} worker @returns {Runner} */
export function openRunner(worker) {
  let hear = (/** @type {any} */ _message) => {};
  worker.addEventListener("message", ({ data }) => hear(data));
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    hear({ failed: event.message ?? "", unread: event.message === undefined }); // no message: its script did not come
  });
  return {
    talk: (order, answer) =>
      new Promise((resolve, reject) => {
        hear = (message) => answer(message, resolve, reject);
        worker.postMessage(order);
      }),
    post: (message) => worker.postMessage(message),
    end: () => worker.terminate(),
  };
}
