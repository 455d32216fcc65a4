"""The course's notebooks in the browser: code runs, verdicts and answers reach the learner's record, no one is asked
anything but this site."""

import json
import re
from hashlib import sha256

import pytest
from answering import open_stop, respond, send
from course import questions
from playwright.sync_api import Locator, Page, expect

from denouement.catalogue import load_item, unseal, words

CHAPTER = "chapters/03-boulanger.html"
EXERCISES = "lite/notebooks/index.html?path=exercises/03-boulanger.ipynb"
PATIENCE = 240_000  # ms, for Python to start on a busy machine
WRONG = "def ouvert(horaires, jour, heure):\n    return True"
# What a cell that went wrong shows.
FAULT = ".jp-RenderedText[data-mime-type*=error], .jp-RenderedText[data-mime-type*=stderr]"


def cell(page: Page, text: str) -> Locator:
    return page.locator(".jp-Notebook .jp-CodeCell").filter(has_text=text).first


def run(page: Page, text: str, code: str = "") -> Locator:
    """Runs the cell that holds `text`, once `code` (if any) was typed over it."""
    found = cell(page, text)
    _enter(found)
    if code:
        page.keyboard.press("Control+A")
        page.keyboard.insert_text(code)
        found = page.locator(".jp-CodeCell.jp-mod-active")
        expect(found.locator(".cm-content")).to_contain_text(code.splitlines()[-1].strip())
    page.keyboard.press("Control+Enter")
    return cell(page, code.splitlines()[0]) if code else found


def _enter(found: Locator) -> None:
    """The cursor in that cell: what a cell above has just shown may move it away from the click."""
    editor = found.locator(".cm-content")
    for _ in range(10):
        editor.click()
        if "jp-mod-active" in found.get_attribute("class") and editor.evaluate("e => e === document.activeElement"):
            return


def run_everything(page: Page) -> None:
    page.get_by_role("menuitem", name="Exécution", exact=True).click()
    page.get_by_role("menuitem", name="Exécuter toutes les cellules", exact=True).click()


def test_an_exercise_is_judged_in_a_notebook_and_recorded(visit):
    page = visit(EXERCISES)
    page.set_default_timeout(PATIENCE)
    expect(page.get_by_role("link", name="Revenir au chapitre")).to_have_attribute("href", f"../../{CHAPTER}")
    run(page, "import check")
    run(page, "horaires_bellanger = {")
    run(page, "def ouvert", WRONG)
    verdict = run(page, 'check("ouvert")').locator(".denouement-verdict")
    expect(verdict).to_have_attribute("data-status", "failed", timeout=PATIENCE)
    run(page, "def ouvert", unseal(load_item("ouvert")["sealed"])["solution"])
    run(page, 'check("ouvert")')
    expect(verdict).to_have_attribute("data-status", "passed", timeout=PATIENCE)
    # A package that is not there is an ordinary error, and asks no one: the guard watches.
    fault = run(page, 'check("ouvert")', "import numpy").locator(FAULT).first
    expect(fault).to_contain_text("ModuleNotFoundError", timeout=PATIENCE)
    fault = run(page, "import numpy", "%pip install numpy").locator(FAULT).first
    expect(fault).to_contain_text("numpy", timeout=PATIENCE)
    page.get_by_role("link", name="Revenir au chapitre").click()
    page.wait_for_url(f"**/{CHAPTER}")
    # The page shows the exercise as the notebook left it: verdict, tries, code.
    solution = unseal(load_item("ouvert")["sealed"])["solution"]
    exercise = page.locator('[data-item="ouvert"][data-placement="03-boulanger"]')
    expect(exercise).to_have_attribute("data-status", "passed")
    open_stop(exercise)
    expect(exercise.locator(".feedback")).to_contain_text(re.compile(r"Réussi\. .*2 essais"))
    expect(exercise.locator(".exercise-code")).to_contain_text(solution.splitlines()[-1].strip())


def test_a_chapter_runs_in_a_notebook_and_its_page_knows_the_answer(visit):
    question = next(q for q in questions().values() if q["chapter"] == "03-boulanger" and q["kind"] == "single")
    page = visit(CHAPTER)
    page.set_default_timeout(PATIENCE)
    page.get_by_role("link", name="Ouvrir ce chapitre dans un notebook").click()
    page.locator(".jp-Notebook .jp-CodeCell").first.wait_for()
    run_everything(page)
    item = page.locator(f'[data-item="{question["id"]}"][data-placement="03-boulanger"]')
    expect(item).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".jp-Notebook .vega-embed").first).to_be_visible(timeout=PATIENCE)
    respond(item, "single", question["right"][0])
    send(item)
    expect(item).to_have_attribute("data-status", "passed")
    expect(page.locator(FAULT)).to_have_count(0)
    page.get_by_role("link", name="Revenir au chapitre").click()
    page.wait_for_url(f"**/{CHAPTER}")
    shown = page.locator(f'[data-item="{question["id"]}"][data-placement="03-boulanger"]')
    expect(shown).to_have_attribute("data-status", "passed")


def test_a_page_opened_as_a_file_says_why_no_notebook_opens(visit, site):
    page = visit((site / CHAPTER).as_uri())
    link = page.get_by_role("link", name="Ouvrir ce chapitre dans un notebook")
    link.click()
    expect(page.locator(".chapter-notebook [role=alert]")).to_have_text(words()["notebook.file"])
    assert page.url.endswith(CHAPTER)


@pytest.mark.parametrize(("width", "said"), [(390, True), (1280, False)])
def test_on_a_phone_the_link_says_that_a_computer_is_better(visit, width, said):
    advice = visit(CHAPTER, width=width).locator(".chapter-notebook .on-computer")
    expect(advice).to_be_visible(visible=said)


def test_every_notebook_offered_stands_in_the_site(visit, site):
    page = visit(CHAPTER)
    links = page.locator(".notebook-links a").evaluate_all("links => links.map((link) => link.href)")
    assert len(links) > 4
    for link in sorted(set(links)):
        assert page.request.get(link).ok, link
        notebook = link.partition("?path=")[2]
        assert not notebook or (site / "lite" / "files" / notebook).is_file()


def test_what_python_loads_is_whole_and_stands_in_the_site(site):
    """A wrong hash stops the kernel; an address would be another host."""
    lock = site / "lite" / "static" / "kernel" / "pyodide-lock.json"
    packages = json.loads(lock.read_text())["packages"]
    asked = json.loads((site / "lite" / "jupyter-lite.json").read_text())["jupyter-config-data"]["litePluginSettings"]
    options = asked["@jupyterlite/pyodide-kernel-extension:kernel"]["loadPyodideOptions"]
    assert sorted(options["packages"]) == sorted(packages)
    for name, entry in packages.items():
        wheel = (lock.parent / entry["file_name"]).resolve()
        assert wheel.is_relative_to(site.resolve()), name
        assert sha256(wheel.read_bytes()).hexdigest() == entry["sha256"], name


def test_the_site_carries_no_service_worker_of_jupyterlite_no_source_map_and_no_solution(site):
    inside = [path.relative_to(site).as_posix() for path in (site / "lite").rglob("*")]
    assert inside
    assert [path for path in inside if path.endswith((".map", "service-worker.js")) or "solutions" in path] == []
