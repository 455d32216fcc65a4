// @ts-check
// The table of contents on a phone: a button opens it over the page, Escape or a link closes it.

/** @param {AbortSignal} signal */
export function openMenu(signal) {
  const button = /** @type {HTMLButtonElement | null} */ (document.querySelector(".menu-button"));
  const contents = document.querySelector(".contents");
  if (!button || !contents) return { close: () => {} };
  const rest = [...document.querySelectorAll("main, .colophon")];
  const wide = matchMedia("(min-width: 64rem)");

  button.addEventListener("click", () => (isOpen() ? close() : open()), { signal });
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !isOpen()) return;
    close();
    button.focus();
  }, { signal });
  contents.addEventListener("click", (event) => {
    if (/** @type {Element} */ (event.target).closest("a")) close();
  }, { signal });
  wide.addEventListener("change", close, { signal });
  return { close };

  function isOpen() {
    return button?.getAttribute("aria-expanded") === "true";
  }

  function open() {
    set(true);
    /** @type {HTMLElement | null | undefined} */ (contents?.querySelector("[aria-current], a"))?.focus();
  }

  function close() {
    set(false);
  }

  /** @param {boolean} opened */
  function set(opened) {
    button?.setAttribute("aria-expanded", String(opened));
    document.documentElement.classList.toggle("menu-open", opened);
    // What lies under the open menu cannot be reached until it closes.
    for (const part of rest) part.toggleAttribute("inert", opened);
  }
}
