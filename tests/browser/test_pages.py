"""Every page, phone and screen, light and dark: no other host, no error, no accessibility fault, no sideways scroll."""

import re
from itertools import product

import pytest
from accessibility import violations
from course import pages
from visiting import PHONE, SCREEN, SITE, open_context
from watch import Watch

PAGES = pages(SITE) or ["index.html"]  # without a site, the fixture says what to run and fails
COMBINATIONS = list(product((PHONE, SCREEN), (False, True)))
NAMES = [f"{width}-{'dark' if dark else 'light'}" for width, dark in COMBINATIONS]

SIDEWAYS = """() => {
  const page = document.scrollingElement;
  if (page.scrollWidth <= page.clientWidth) return [];
  const wide = [...document.body.querySelectorAll("*")].filter((e) => {
    const box = e.getBoundingClientRect();
    return box.width > 0 && box.right > page.clientWidth + 1;
  });
  return wide.slice(-3).map((e) => `${e.tagName.toLowerCase()}.${e.className}`);
}"""
# Scrolls through the page, so that what waits to be near the screen is loaded.
READ_THROUGH = """async () => {
  for (let y = 0; y <= document.documentElement.scrollHeight; y += innerHeight) {
    scrollTo({ top: y, behavior: "instant" });
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  }
}"""


@pytest.fixture(scope="session")
def reader(browser, server):
    """One watched page per combination, kept for the whole session: (page, watch)."""
    opened = {}

    def open_reader(width, dark):
        if (width, dark) not in opened:
            context = open_context(browser, width, dark)
            watch = Watch(context, server.address.split("://")[1])
            opened[width, dark] = context.new_page(), watch
        return opened[width, dark]

    yield open_reader
    for page, _ in opened.values():
        page.context.close()


@pytest.mark.parametrize(("width", "dark"), COMBINATIONS, ids=NAMES)
@pytest.mark.parametrize("path", PAGES)
def test_page(reader, server, path, width, dark):
    page, watch = reader(width, dark)
    watch.clear()
    page.goto(f"{server.address}/{path}")
    stops = page.locator("section.stop").evaluate_all("stops => stops.map((stop) => stop.id)")
    problems = []
    for stop in stops or [""]:
        if stop:
            page.evaluate("hash => { location.hash = hash }", stop)
        page.evaluate(READ_THROUGH)
        folded = page.evaluate(SIDEWAYS)
        page.evaluate("() => document.querySelectorAll('main details').forEach((details) => { details.open = true })")
        problems += [f"#{stop} scrolls sideways: {name}" for name in [*folded, *page.evaluate(SIDEWAYS)]]
        # What surrounds the stops is the same at each: seen once.
        faults = violations(page, "html" if stop == stops[0] else f"#{stop}") if stops else violations(page)
        problems += [f"#{stop} {line}" for line in faults]
    page.wait_for_load_state("networkidle")
    problems += watch.problems()
    assert not problems, "\n".join(problems)


def test_no_page_names_another_host_where_a_browser_would_call_it(site):
    """What no request shows: a host one only prepares to call (preconnect, dns-prefetch, prefetch), or calls later."""
    called = re.compile(
        r"<(?:script|img|iframe|source|video|audio|embed|object|form)\b[^>]*\b(?:src|srcset|data|action)=[\"']?(?:https?:)?//"
        r"|<link\b[^>]*\bhref=[\"']?(?:https?:)?//",
        re.IGNORECASE,
    )
    styles = re.compile(r"(?:@import|url\()\s*[\"']?(?:https?:)?//", re.IGNORECASE)
    faults = [
        f"{path.relative_to(site)}: {found.group()}"
        for pattern, suffix in ((called, "html"), (styles, "html"), (styles, "css"))
        for path in sorted(site.rglob(f"*.{suffix}"))
        if (found := pattern.search(path.read_text(encoding="utf-8")))
    ]
    assert faults == []
