"""Python in the page without its buttons: a page of the site with the engine alone, asked from here."""

import subprocess
from pathlib import Path

from playwright.sync_api import Page

from denouement.catalogue import load_item, unseal, words

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60_000  # ms: a machine that runs other tests boots Python slowly

_OPEN = """([words, seconds]) => {
  globalThis.progress = [];
  const base = new URL("_static/python/", location.href).href;
  globalThis.engine = pythonInPage.openEngine({ base, words, seconds, onprogress: (part) => progress.push(part) });
}"""
_ASK = """async (request) => {
  try {
    return await engine.ask(request);
  } catch (error) {
    return { reason: error.reason };
  }
}"""


def bundle() -> str:
    """The engine as one classic script that defines `pythonInPage`."""
    command = [ROOT / "node_modules/.bin/esbuild", ROOT / "web/python/engine.js", "--bundle", "--format=iife"]
    done = subprocess.run([*command, "--global-name=pythonInPage"], capture_output=True, text=True, check=True)
    return done.stdout


class Asked:
    """The engine of `page` (the site's root), and what exercises are asked of it."""

    def __init__(self, page: Page, script: str, seconds: float = 5) -> None:
        self.page = page
        page.set_default_timeout(PATIENCE)
        page.add_script_tag(content=script)
        page.evaluate(_OPEN, [words(), seconds])

    def ask(self, task: str, source: str, exercise: str = "ouvert") -> dict:
        """The reply; `{"reason"}` where Python is not available."""
        item = load_item(exercise)
        before = [item["public"]["setup"]]
        return self.page.evaluate(_ASK, {"task": task, "item": item, "before": before, "source": source})

    def run(self, source: str) -> dict:
        return self.ask("run", source)

    def check(self, source: str, exercise: str = "ouvert") -> dict:
        return self.ask("check", source, exercise)

    @property
    def progress(self) -> list[float]:
        return self.page.evaluate("progress")

    @property
    def state(self) -> str:
        return self.page.evaluate("engine.state")


def solution(exercise: str = "ouvert") -> str:
    """The answer of the book."""
    return unseal(load_item(exercise)["sealed"])["solution"]
