"""From the click to the verdict: an exercise of this site, beside the same one in the JupyterLite that it ships."""

import re
import time
from dataclasses import dataclass
from functools import cache
from urllib.request import urlopen

from playwright.sync_api import Browser, BrowserContext, Locator, Page, Request

from .visits import PATIENCE, median, quiet

PAGE, EXERCISE = "chapters/03-boulanger.html", "ouvert"
NOTEBOOK = "lite/notebooks/index.html?path=exercises/03-boulanger.ipynb"
SCREEN = {"width": 1280, "height": 800}  # where code is written
THINKING = 2.0  # s: nobody reads a verdict and answers it in less

# Clicks « Vérifier » under the code as it stands; the time until the verdict is there, in ms of the page's own clock.
CHECK = """async ([exercise, patience]) => {
  const item = document.querySelector(`[data-kind="exercise"][data-item="${exercise}"]`);
  const done = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`no verdict on ${exercise}`)), patience);
    let busy = false;
    new MutationObserver(() => {
      busy ||= item.getAttribute("aria-busy") === "true";
      if (!busy || item.getAttribute("aria-busy") !== "false" || !item.querySelector(".feedback .verdict")) return;
      requestAnimationFrame(() => resolve(performance.now()));
    }).observe(item, { attributes: true, childList: true, subtree: true });
  });
  const clicked = performance.now();
  item.querySelector("form button.primary").click();
  return (await done) - clicked;
}"""


@dataclass(frozen=True)
class Verdicts:
    """Times in ms, weights in bytes, medians; None where it cannot be (no JupyterLite in this site)."""

    cold: float
    warm: float
    opened_cold: float  # from the address to the verdict, for who clicks as soon as there is a button
    opened_warm: float
    again: float | None  # not measured in a notebook
    bytes_before: float
    bytes_cold: float


def this_site(browser: Browser, address: str, runs: int) -> Verdicts:
    """The exercise in the page."""
    figures: dict[str, list[float]] = {}
    for _ in range(runs):
        page, traffic = _open(browser)
        _exercise(page, address)
        quiet(page, traffic)
        before = traffic.bytes()
        _add(figures, bytes_before=before, cold=page.evaluate(CHECK, [EXERCISE, PATIENCE]))
        _add(figures, bytes_cold=traffic.bytes() - before)
        time.sleep(THINKING)
        _add(figures, again=page.evaluate(CHECK, [EXERCISE, PATIENCE]))
        quiet(page, traffic)  # what comes after the first answer comes now
        _exercise(page, address)
        quiet(page, traffic)
        _add(figures, warm=page.evaluate(CHECK, [EXERCISE, PATIENCE]))
        started = time.perf_counter()
        _exercise(page, address)
        page.evaluate(CHECK, [EXERCISE, PATIENCE])
        _add(figures, opened_warm=(time.perf_counter() - started) * 1000)
        page.context.close()
        page, _ = _open(browser)
        started = time.perf_counter()
        _exercise(page, address)
        page.evaluate(CHECK, [EXERCISE, PATIENCE])
        _add(figures, opened_cold=(time.perf_counter() - started) * 1000)
        page.context.close()
    return Verdicts(**{name: median(values) for name, values in figures.items()})


def jupyterlite(browser: Browser, address: str, runs: int) -> Verdicts:
    """The exercise in its notebook: opening it is what a click on « Ouvrir dans un notebook » does."""
    figures: dict[str, list[float]] = {}
    for _ in range(runs):
        page, traffic = _open(browser)
        _add(figures, opened_cold=_notebook(page, address), bytes_cold=traffic.bytes())
        quiet(page, traffic)
        page.goto("about:blank")
        _add(figures, opened_warm=_notebook(page, address))
        page.context.close()
    found = {name: median(values) for name, values in figures.items()}
    return Verdicts(cold=found["opened_cold"], warm=found["opened_warm"], again=None, bytes_before=0, **found)


class Traffic:
    """What a context receives, its workers included."""

    def __init__(self, context: BrowserContext) -> None:
        self.finished: list[Request] = []
        context.on("requestfinished", lambda request: self.finished.append(request))

    def bytes(self) -> int:
        """Since the context was opened, headers included."""
        sizes = [request.sizes() for request in self.finished]
        return sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sizes)


def _open(browser: Browser) -> tuple[Page, Traffic]:
    """A page with nothing in its cache."""
    context = browser.new_context(viewport=SCREEN, locale="fr-FR")
    traffic = Traffic(context)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    return page, traffic


def _exercise(page: Page, address: str) -> None:
    """Opens the page at the stop of the exercise, its button ready."""
    page.goto("about:blank")  # an address that differs by its hash alone would not be opened again
    page.goto(f"{address}/{PAGE}#{_stop(address)}", wait_until="commit")
    check = page.locator(f'[data-kind="exercise"][data-item="{EXERCISE}"] form button.primary')
    check.wait_for()
    check.scroll_into_view_if_needed()


@cache
def _stop(address: str) -> str:
    """The id of the stop where the exercise stands."""
    with urlopen(f"{address}/{PAGE}") as answer:
        before = answer.read().decode().partition(f'data-item="{EXERCISE}"')[0]
    return re.findall(r'<section[^>]* id="(etape-\d+)"', before)[-1]


def _notebook(page: Page, address: str) -> float:
    """Opens the notebook and runs it down to the exercise's check; ms until its verdict shows."""
    started = time.perf_counter()
    page.goto(f"{address}/{NOTEBOOK}", wait_until="commit")
    page.locator("#main:not([inert]) .jp-Notebook .jp-CodeCell").first.wait_for()
    cells = page.locator(".jp-Notebook .jp-Cell")
    check = _check_cell(page)
    for _ in range(cells.count()):
        if check.locator(".denouement-verdict").count():
            break
        page.keyboard.press("Shift+Enter")
    check.locator(".denouement-verdict").wait_for()
    return (time.perf_counter() - started) * 1000


def _check_cell(page: Page) -> Locator:
    return page.locator(f".jp-CodeCell:has-text('check(\"{EXERCISE}\")')").first


def _add(figures: dict[str, list[float]], **values: float) -> None:
    for name, value in values.items():
        figures.setdefault(name, []).append(value)
