"""One page in a fresh browser context: bytes over the wire, time to the first feedback, time to the first chart."""

import statistics
import sys
import time
from contextlib import suppress
from dataclasses import dataclass

from playwright.sync_api import Browser, CDPSession, Page
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from denouement.errors import DenouementError

SCREEN = {"width": 390, "height": 844}  # a phone: most learners
PATIENCE = 60_000  # ms


@dataclass(frozen=True)
class Line:
    """A network: bits per second down and up (0: unthrottled) and the latency added to each request, in ms."""

    name: str
    down: float = 0
    up: float = 0
    latency: float = 0


FAST = Line("unthrottled")
SLOW = Line("1.6 Mbit/s, 150 ms", down=1.6e6, up=750e3, latency=150)

# The most impatient of learners, on the stop that the address names: answers its first question and clicks « vérifier »
# until it speaks, or makes for its first chart as soon as it is in the page and waits until its levers would answer.
# Times are milliseconds since the navigation began. One look every 15 ms: a busier watcher would slow the page.
LEARNER = """
((aim) => {
  const seen = window.__bench = { feedback: null, chart: null };
  // A click before the scripts have arrived must not leave the page and start the clock again.
  addEventListener("submit", (event) => event.preventDefault(), true);
  const stop = () => (location.hash ? document.getElementById(location.hash.slice(1)) : document);
  const looks = {
    feedback() {
      const item = stop()?.querySelector('[data-item][data-type="single"]');
      if (!item) return false;
      item.querySelector('input[name="choice"]')?.click();
      item.querySelector("button.primary")?.click();
      const said = item.querySelector('[role="status"]');
      return said !== null && said.textContent.trim() !== "" && said.getClientRects().length > 0;
    },
    chart() {
      const figure = stop()?.querySelector("[data-chart], .vega-embed");
      if (!figure) return false;
      const { top, bottom } = figure.getBoundingClientRect();  // what loads above it may push it away again
      if (top > innerHeight || bottom < 0) figure.scrollIntoView({ behavior: "instant" });
      return figure.querySelector(".chart-canvas svg, canvas.marks, .vega-embed > svg") !== null;
    },
  };
  const look = setInterval(() => {
    if (!looks[aim]()) return;
    seen[aim] = performance.now();
    clearInterval(look);
  }, 15);
})
"""


@dataclass(frozen=True)
class Visit:
    """`feedback` and `chart` in ms, None if it never came; bytes as they crossed the wire, headers included."""

    feedback: float | None
    chart: float | None
    bytes_before_chart: int | None
    bytes_total: int
    requests: int
    elsewhere: tuple[str, ...]


class Wire:
    """Counts what crosses the network, and when."""

    def __init__(self, cdp: CDPSession, address: str) -> None:
        self.address = address
        self.began: float | None = None
        self.finished: list[tuple[float, int]] = []  # (CDP seconds, bytes)
        self.elsewhere: list[str] = []
        self.pending: dict[str, str] = {}  # what was asked and has neither come nor failed: {request: URL}
        cdp.on("Network.requestWillBeSent", self._sent)
        cdp.on("Network.loadingFinished", self._finished)
        cdp.on("Network.loadingFailed", lambda event: self.pending.pop(event["requestId"], None))
        cdp.send("Network.enable")

    def _finished(self, event: dict) -> None:
        self.pending.pop(event["requestId"], None)
        self.finished.append((event["timestamp"], event["encodedDataLength"]))

    def _sent(self, event: dict) -> None:
        url = event["request"]["url"]
        self.pending[event["requestId"]] = url
        self.began = self.began or event["timestamp"]
        if url.startswith("http") and not url.startswith(self.address):
            self.elsewhere.append(url)

    def bytes(self, until: float | None = None) -> int:
        """Bytes of the requests that had finished `until` ms after the navigation began (None: all)."""
        return round(sum(size for at, size in self.finished if until is None or (at - self.began) * 1000 <= until))


def open_watched(browser: Browser, address: str, line: Line, aim: str = "") -> tuple[Page, Wire]:
    """A page of a fresh context (empty cache, empty storage) behind `line`; `aim`: what the learner is after."""
    context = browser.new_context(viewport=SCREEN, locale="fr-FR")
    page = context.new_page()
    cdp = context.new_cdp_session(page)
    wire = Wire(cdp, address)
    cdp.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": line.latency,
            "downloadThroughput": line.down / 8 or -1,
            "uploadThroughput": line.up / 8 or -1,
        },
    )
    if aim:
        page.add_init_script(f"({LEARNER.strip()})({aim!r})")
    return page, wire


class Stalled(DenouementError):
    """A page that never finished loading: the browser's doing, since what it waits for has been sent."""


def visit(browser: Browser, address: str, path: str, line: Line, aim: str, tries: int = 3) -> Visit:
    """Open `path` and wait for `aim` ("feedback" or "chart"), at most a minute.

    A throttled Chromium now and then leaves a page waiting for ever: said on the error output, and tried again; Stalled
    after `tries`.
    """
    page, wire = open_watched(browser, address, line, aim)
    try:
        page.goto(f"{address}/{path}", wait_until="commit", timeout=PATIENCE)
        with suppress(PlaywrightTimeout):  # it never came: None says so in the table
            page.wait_for_function("aim => window.__bench[aim] !== null", arg=aim, polling=50, timeout=PATIENCE)
        quiet(page, wire)
        return _seen(page, wire)
    except PlaywrightTimeout as error:
        told = f"{path} never loaded ({line.name}); still awaited: {sorted(wire.pending.values()) or 'nothing'}"
        if tries == 1:
            raise Stalled(told) from error
        print(f"  ! {told}; tried again", file=sys.stderr, flush=True)
    finally:
        page.context.close()
    return visit(browser, address, path, line, aim, tries - 1)


def _seen(page: Page, wire: Wire) -> Visit:
    seen = page.evaluate("() => window.__bench")
    chart = seen["chart"]
    return Visit(
        feedback=seen["feedback"],
        chart=chart,
        bytes_before_chart=None if chart is None else wire.bytes(chart),
        bytes_total=wire.bytes(),
        requests=len(wire.finished),
        elsewhere=tuple(sorted(set(wire.elsewhere))),
    )


def quiet(page: Page, wire: Wire, calm: float = 1.0) -> None:
    """Wait until the page is loaded and nothing has finished loading for `calm` seconds."""
    page.wait_for_load_state("load", timeout=PATIENCE / 4)
    count, since = -1, time.monotonic()
    while time.monotonic() - since < calm:
        page.wait_for_timeout(100)
        if len(wire.finished) != count:
            count, since = len(wire.finished), time.monotonic()


def whole_page(browser: Browser, address: str, path: str, stops: list[str]) -> Visit:
    """Everything the page ever loads: each of its stops (or the page itself) opened and scrolled to its end."""
    page, wire = open_watched(browser, address, FAST)
    page.goto(f"{address}/{path}", timeout=PATIENCE)
    for stop in stops or [""]:
        if stop:
            page.evaluate("hash => { location.hash = hash }", stop)
        page.evaluate(
            """async () => {
              for (let y = 0; y <= document.documentElement.scrollHeight; y += innerHeight / 2) {
                scrollTo({ top: y, behavior: "instant" });
                await new Promise((done) => setTimeout(done, 50));
              }
            }"""
        )
        quiet(page, wire)
    result = Visit(None, None, None, wire.bytes(), len(wire.finished), tuple(sorted(set(wire.elsewhere))))
    page.context.close()
    return result


def places(browser: Browser, address: str, path: str) -> dict[str, object]:
    """Where the first question and the first chart of a page stand: the addresses of their stops ("" without stops)."""
    page, _ = open_watched(browser, address, FAST)
    page.goto(f"{address}/{path}", wait_until="load", timeout=PATIENCE)
    found = page.evaluate(
        """() => {
          const stop = (selector) => document.querySelector(selector)?.closest("section.stop")?.id ?? "";
          return {
            has_chart: document.querySelector("[data-chart]") !== null,
            question: stop('[data-item][data-type="single"]'), chart: stop("[data-chart]"),
            stops: [...document.querySelectorAll("section.stop")].map((section) => section.id),
          };
        }"""
    )
    page.context.close()
    return found


def median(values: list[float | None]) -> float | None:
    """None as soon as one is missing: a median over the runs that worked would hide those that did not."""
    return None if not values or None in values else statistics.median(values)
