// @ts-check
// One stop at a time. The address says which (`#etape-2`, or anything that stands inside it). What is not shown stays
// `hidden="until-found"`, so that looking for a word in the page still finds it.

/** @param {AbortSignal} signal @param {() => void} [leaving] called when another stop is shown */
export function openStops(signal, leaving = () => {}) {
  const stops = [...document.querySelectorAll("main .stop")].map((e) => /** @type {HTMLElement} */ (e));
  document.documentElement.classList.add("routed");
  if (!stops.length) return;
  const intro = introduction(stops[0]);
  const pager = document.querySelector(".pager");
  let current = -1;

  addEventListener("hashchange", () => follow(true), { signal });
  // A link to the stop already shown changes no address: the learner still expects to be taken there.
  document.addEventListener("click", (event) => {
    const link = /** @type {Element} */ (event.target).closest?.("a[href^='#']");
    if (link && link.getAttribute("href") === location.hash) follow(true);
  }, { signal });
  stops.forEach((stop, number) => stop.addEventListener("beforematch", () => found(number), { signal }));
  for (const part of intro) part.addEventListener("beforematch", () => found(0), { signal });
  follow(false);

  /** Shows what the address names. @param {boolean} moving whether the learner just asked for it */
  function follow(moving) {
    const target = named();
    const number = target ? stops.findIndex((stop) => stop.contains(target)) : -1;
    const inside = number >= 0 && target !== stops[number];
    if (target && number < 0 && !intro.some((part) => part.contains(target)) && current >= 0) return; // e.g. the skip link
    show(Math.max(number, 0));
    if (inside) return target?.scrollIntoView();
    if (moving || number > 0) scrollTo({ top: 0, behavior: "instant" });
    if (moving) focusOn(stops[Math.max(number, 0)].querySelector("h2"));
  }

  /** @param {number} number */
  function found(number) {
    show(number);
    history.replaceState(history.state, "", `#${stops[number].id}`);
  }

  /** @param {number} number */
  function show(number) {
    if (number === current) return;
    current = number;
    stops.forEach((stop, rank) => conceal(stop, rank !== number));
    for (const part of intro) conceal(part, number !== 0);
    if (pager) conceal(/** @type {HTMLElement} */ (pager), number !== stops.length - 1);
    document.body.dataset.stop = String(number + 1);
    for (const link of document.querySelectorAll(".contents .stops a"))
      if (link.getAttribute("href") === `#${stops[number].id}`) link.setAttribute("aria-current", "step");
      else link.removeAttribute("aria-current");
    leaving();
    // Charts and others that wait to be seen.
    stops[number].dispatchEvent(new CustomEvent("stop-shown", { bubbles: true }));
  }
}

/** What the address names, if the page holds it. @returns {HTMLElement | null} */
function named() {
  const id = location.hash.slice(1);
  try {
    return id ? document.getElementById(decodeURIComponent(id)) : null;
  } catch {
    return document.getElementById(id); // not an encoded address
  }
}

/** What stands before the first stop, the chapter's title excepted. @param {HTMLElement} first @returns {HTMLElement[]} */
function introduction(first) {
  const before = [];
  for (let node = first.previousElementSibling; node; node = node.previousElementSibling)
    if (node instanceof HTMLElement && !node.matches("h1, script, .opening")) before.push(node);
  return before;
}

/** @param {HTMLElement} element @param {boolean} hidden */
function conceal(element, hidden) {
  if (hidden) element.setAttribute("hidden", "until-found");
  else element.removeAttribute("hidden");
}

/** @param {HTMLElement | null} heading */
function focusOn(heading) {
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
