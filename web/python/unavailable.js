// @ts-check

/** Why Python is not there: "file" (the page was opened from a disk), "network", "unsupported" (browser), "broken". */
export class Unavailable extends Error {
  /** @param {"file" | "network" | "unsupported" | "broken"} reason @param {string} detail  for developers */
  constructor(reason, detail) {
    super(`${reason}: ${detail}`);
    this.reason = reason;
  }
}
