#!/usr/bin/env python3
"""Takes README's picture of the course: a chart on a screen, a question answered on a phone. Run after `make build`.

`.venv/bin/python -m scripts.picture` (a developer's task, when the course has changed its looks).
"""

import base64
import threading
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from scripts.chromium import ARGUMENTS, find_chromium

from denouement.serve import make_server

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "images" / "cours.png"
CHAPTER = "chapters/03-boulanger.html"
BOTH = """<!doctype html><style>
  body { margin: 0; width: 1180px; height: 640px; background: #e9e3d6; position: relative; overflow: hidden; }
  img { position: absolute; box-shadow: 0 6px 28px #0003; }
  .screen { left: 40px; top: 40px; width: 860px; border-radius: 6px; }
  .phone { right: 40px; top: 56px; width: 260px; border-radius: 22px; border: 7px solid #1c1917; }
</style><img class="screen" src="data:image/png;base64,%s"><img class="phone" src="data:image/png;base64,%s">"""


def screen(browser: Browser, address: str) -> bytes:
    """The first chart of the chapter, as it stands in its stop."""
    page = browser.new_page(viewport={"width": 1280, "height": 840}, device_scale_factor=1.5, locale="fr-FR")
    page.goto(f"{address}/{CHAPTER}")
    chart = page.locator("[data-chart]").first
    stop = chart.evaluate("chart => chart.closest('.stop').id")
    page.evaluate("hash => { location.hash = hash }", stop)
    chart.evaluate("chart => chart.scrollIntoView({ block: 'center', behavior: 'instant' })")
    page.wait_for_selector("[data-chart].drawn")
    with_its_letters(page)
    chart.evaluate("chart => chart.scrollIntoView({ block: 'center', behavior: 'instant' })")
    return page.screenshot()


def phone(browser: Browser, address: str) -> bytes:
    """A question just answered, on a phone."""
    page = browser.new_page(viewport={"width": 390, "height": 800}, device_scale_factor=2, locale="fr-FR")
    page.goto(f"{address}/{CHAPTER}")
    item = page.locator('[data-item][data-type="single"]').first
    stop = item.evaluate("item => item.closest('.stop').id")
    page.evaluate("hash => { location.hash = hash }", stop)
    item.locator("[name=choice]").first.check()
    item.locator("button.primary").click()
    with_its_letters(page)
    item.evaluate("item => { item.scrollIntoView({ behavior: 'instant' }); scrollBy(0, -36) }")
    return page.screenshot()


def with_its_letters(page: Page) -> None:
    """Waits for the course's own letters (web/page-fonts.js brings them last)."""
    page.wait_for_function("() => [...document.fonts].some((face) => face.status === 'loaded')")
    page.evaluate("() => document.fonts.ready")


def main() -> None:
    server = make_server(ROOT / "_build" / "html", 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(ARGUMENTS))
        shots = [base64.b64encode(take(browser, server.address)).decode() for take in (screen, phone)]
        page = browser.new_page(viewport={"width": 1180, "height": 640})
        page.set_content(BOTH % tuple(shots))
        page.wait_for_load_state("load")
        PICTURE.parent.mkdir(exist_ok=True)
        page.screenshot(path=PICTURE)
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main()
