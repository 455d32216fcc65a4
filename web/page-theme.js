// @ts-check
// Light, dark, or as the device says. The choice is kept; the head of the page applies it before anything is drawn.

export const KEY = "denouement.theme";

/** @param {AbortSignal} signal */
export function openTheme(signal) {
  const buttons = [...document.querySelectorAll("[data-theme-choice]")].map((e) => /** @type {HTMLElement} */ (e));
  for (const button of buttons)
    button.addEventListener("click", () => choose(button.dataset.themeChoice ?? "auto"), { signal });
  addEventListener("storage", (event) => event.key === KEY && show(event.newValue ?? "auto"), { signal });
  show(document.documentElement.dataset.theme ?? "auto");

  /** @param {string} choice */
  function choose(choice) {
    try {
      if (choice === "auto") localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, choice);
    } catch {
      // Storage is forbidden: the choice lasts as long as the page.
    }
    show(choice);
  }

  /** @param {string} choice */
  function show(choice) {
    if (choice === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = choice;
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.themeChoice === choice));
  }
}
