"""How the tests visit pages: a server on a free port, contexts as a learner's browser would be, all of it watched."""

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from watch import Watch

from denouement.serve import SiteServer, make_server

PHONE, SCREEN = 390, 1280  # px
#: A script that leaves no room in the storage of a page.
FULL_STORAGE = """try { for (let n = 0; ; n++) localStorage.setItem(`other-${n}`, "x".repeat(2 ** 16)) } catch {}
  try { for (let n = 0; ; n++) localStorage.setItem(`more-${n}`, "x") } catch {}"""
SITE = Path(os.environ.get("DENOUEMENT_SITE", Path(__file__).resolve().parents[2] / "_build" / "html"))


def start_server(folder: Path) -> SiteServer:
    """`folder` served on a free port until `shutdown()`."""
    server = make_server(folder, 0)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    return server


def open_context(
    browser: Browser, width: int = SCREEN, dark: bool = False, workers: bool = False, **options
) -> BrowserContext:
    """A context as a learner's browser would be; `options` go to Playwright's `new_context`.

    Without the service worker unless `workers`: what it answers, and what it asks, passes beside the routes by which
    tests watch, delay and break downloads, and one visit would no longer be like another.
    """
    return browser.new_context(
        viewport={"width": width, "height": 844 if width < 600 else 800},
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",  # what is measured must not be in the middle of a transition
        locale="fr-FR",
        service_workers="allow" if workers else "block",
        has_touch=width < 600,
        **options,
    )


class Visitor:
    """Opens watched pages: `visit("chapters/03-boulanger.html")`. One visit, one fresh learner (empty storage)."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.browser, self.address = browser, address
        self.contexts, self.watches = [], []

    def __call__(self, path: str = "index.html", *, width: int = SCREEN, dark: bool = False, **options) -> Page:
        """A page on `path` (relative to the site, or a whole address)."""
        context = open_context(self.browser, width, dark, **options)
        self.contexts.append(context)
        self.watches.append(Watch(context, self.address.split("://")[1]))
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.goto(path if "://" in path else f"{self.address}/{path}")
        return page

    def problems(self) -> list[str]:
        return [line for watch in self.watches for line in watch.problems()]

    def close(self) -> None:
        for context in self.contexts:
            context.close()


def guarded(browser: Browser, address: str) -> Iterator[Visitor]:
    """Yields a Visitor, then fails the test if any page asked another host for anything or logged an error."""
    visitor = Visitor(browser, address)
    yield visitor
    problems = visitor.problems()
    visitor.close()
    if problems:
        pytest.fail("\n".join(problems), pytrace=False)
