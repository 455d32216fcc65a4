// @ts-check
// Asks the service worker that serves the course, and hears its answers (see requests.js for what it is asked).

/** @typedef {ReturnType<typeof openAsking>} Asking */

/** @param {ServiceWorkerRegistration} registration */
export function openAsking(registration) {
  return { registration, ask, send };

  /**
   * @param {string} name @param {Record<string, unknown>} [data]
   * @param {{ signal?: AbortSignal, news?: (data: any) => void }} [options]
   * @returns {Promise<any>}
   */
  function ask(name, data = {}, { signal, news = () => {} } = {}) {
    const { port1, port2 } = new MessageChannel();
    signal?.addEventListener("abort", () => port1.postMessage("stop"));
    return new Promise((resolve) => {
      port1.onmessage = ({ data: message }) => ("reply" in message ? resolve(message.reply) : news(message));
      registration.active?.postMessage({ ask: name, ...data }, [port2]);
    });
  }

  /** @param {string} name @param {Record<string, unknown>} data */
  function send(name, data) {
    registration.active?.postMessage({ ask: name, ...data });
  }
}
