"""The course without a network: the server is stopped, its connections cut, and a new tab goes on."""

import re

import pytest
from accessibility import violations
from answering import first_judged, move_levers, open_stop, press, respond, send
from coding import RIGHT, STARTS, check, find_exercise, solution_of
from course import lab_settings, levers_of, pages
from playwright.sync_api import BrowserContext, Page, expect
from stoppable import Stoppable
from test_lite import EXERCISES as NOTEBOOK
from test_lite import PATIENCE, run
from visiting import Visitor

from denouement import service_worker
from denouement.catalogue import words

CHAPTER = "chapters/03-boulanger.html"
RECORD = "parcours.html"
LAB = "boulanger-58h"
ARRIVES = 120_000  # ms: twenty megabytes, each file verified, on a busy machine
SHELL = ("_static/denouement.css", "_static/denouement.js", "_static/vollkorn.woff2", "_static/favicon.svg")
PAGE, SCRIPT, STYLE = "comment.html", "_static/denouement.js", "_static/denouement.css"
VEGA = "_static/vega.js"

# The learner's record, as the browser keeps it.
RECORDED = "() => Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith('denouement')))"
# What the page has loaded.
LOADED = """() => performance.getEntriesByType("resource")
  .filter(({ name }) => name.startsWith(location.origin)).map(({ name }) => new URL(name).pathname.slice(1))"""
# What the browser keeps: path?digest of every file.
KEPT = """async () => {
  const found = [];
  for (const name of await caches.keys())
    for (const { url } of await (await caches.open(name)).keys()) found.push(url);
  return found.map((url) => url.replace(`${location.origin}/`, "")).filter((path) => /\\?[0-9a-f]{16}$/.test(path));
}"""


@pytest.fixture
def host(site, tmp_path):
    host = Stoppable(site, tmp_path)
    host.start()
    yield host
    host.stop()


@pytest.fixture
def learner(browser, host):
    """Visits with the service worker; what must not go wrong is read at the end of each test."""
    visitor = Visitor(browser, host.address)
    yield visitor
    visitor.close()


def arrive(learner: Visitor, path: str = RECORD, **options) -> Page:
    """A page that the worker serves, once it has."""
    page = learner(path, workers=True, **options)
    page.set_default_timeout(ARRIVES)
    page.wait_for_function("() => navigator.serviceWorker.controller !== null")
    return page


def part(page: Page, group: str):
    return page.locator(".offline-part").nth(["course", "notebooks"].index(group))


def get(page: Page, group: str = "course") -> None:
    """« Rendre ce cours disponible hors ligne », by the keyboard, until it is there."""
    press(part(page, group).get_by_role("button"), "Enter")
    expect(part(page, group).get_by_role("status")).to_have_text(words()["offline.done"], timeout=ARRIVES)


def new_tab(context: BrowserContext, host: Stoppable, path: str) -> Page:
    page = context.new_page()
    page.goto(f"{host.address}/{path}")
    return page


def kept(page: Page) -> set[str]:
    return {entry.split("?")[0] for entry in page.evaluate(KEPT)}


def until_kept(page: Page, *paths: str) -> None:
    """A promise: the browser looks until they are all there."""
    page.evaluate(
        f"""async (paths) => {{
          for (;;) {{
            const kept = await ({KEPT})();
            if (paths.every((path) => kept.some((entry) => entry.startsWith(`${{path}}?`)))) return;
            await new Promise((resolve) => setTimeout(resolve, 50));
          }}
        }}""",
        list(paths),
    )


def test_once_asked_for_everything_works_with_the_server_stopped(learner, host, site):
    page = arrive(learner)
    get(page)
    expect(page.get_by_text(re.compile("déjà disponible"))).to_be_visible()
    context = page.context
    page.close()
    host.stop()
    for path in pages(site):
        tab = new_tab(context, host, path)
        expect(tab.locator("h1").first).to_have_text(re.compile(r"\S"))
        assert tab.evaluate("document.title") in (host.folder / path).read_text(encoding="utf-8")
        tab.close()
    tab = new_tab(context, host, CHAPTER)
    item, question = first_judged(tab)
    respond(item, "single", question["right"][0])
    send(item)
    expect(item).to_have_attribute("data-status", "passed")
    _, success = lab_settings(LAB)
    lab = tab.locator(f'[data-item="{LAB}"]')
    open_stop(lab)
    move_levers(lab, levers_of(LAB), success)
    send(lab)
    expect(lab).to_have_attribute("data-status", "passed")
    exercise = find_exercise(tab)
    check(exercise, RIGHT)
    expect(exercise).to_have_attribute("data-status", "passed", timeout=STARTS)
    expect(tab.locator("figure.chart svg").first).to_be_attached()
    other = new_tab(context, host, CHAPTER)
    for done in (question["id"], LAB, "huff"):
        expect(other.locator(f'[data-item="{done}"]').first).to_have_attribute("data-status", "passed")
    assert learner.problems() == []


def test_what_was_seen_is_there_and_what_was_not_is_said(learner, host):
    page = arrive(learner, CHAPTER)
    until_kept(page, CHAPTER, *SHELL, *page.evaluate(LOADED))
    host.stop()
    tab = new_tab(page.context, host, f"{CHAPTER}?source=qr#etape-2")
    item, question = first_judged(tab)
    respond(item, "single", question["right"][0])
    send(item)
    expect(item).to_have_attribute("data-status", "passed")
    assert learner.problems() == []
    tab.goto(f"{host.address}/chapters/05-exprimer.html")
    expect(tab.get_by_role("heading", level=1)).to_have_text(words()["offline.nothing.title"])
    assert violations(tab) == []
    tab.get_by_role("link", name="Le boulanger").click()
    expect(item).to_have_attribute("data-status", "passed")


# From one version to the next


def answer_something(page: Page) -> str:
    """Answers a question of the page; its id."""
    item, question = first_judged(page)
    respond(item, "single", question["right"][0])
    send(item)
    expect(item).to_have_attribute("data-status", "passed")
    return question["id"]


def publish_next(host: Stoppable) -> None:
    """Another version: a page, the script and the style of every page say so."""
    host.change(PAGE, "<h1>Comment", "<h1>Version suivante : comment")
    host.replace(SCRIPT, (host.folder / SCRIPT).read_bytes() + b';document.documentElement.dataset.script="next";')
    host.replace(STYLE, (host.folder / STYLE).read_bytes() + b":root{--version:next}")
    host.publish()


def until_ready(page: Page) -> None:
    """The next version is there and waits."""
    page.evaluate(
        """async () => {
          const registration = await navigator.serviceWorker.ready;
          await registration.update();
          while (!registration.waiting) await new Promise((resolve) => setTimeout(resolve, 50));
        }"""
    )


def shown(page: Page) -> tuple[bool, bool, bool]:
    """Whether the page, its script and its style are of the next version."""
    expect(page.locator("html.js")).to_be_attached()
    return tuple(
        page.evaluate(
            """() => [document.querySelector("h1").textContent.startsWith("Version suivante"),
              document.documentElement.dataset.script === "next",
              getComputedStyle(document.documentElement).getPropertyValue("--version") === "next"]"""
        )
    )


OLD, NEXT = (False, False, False), (True, True, True)


def test_alone_in_its_tab_a_learner_meets_the_new_version_at_the_next_page(learner, host):
    page = arrive(learner, CHAPTER)
    answered = answer_something(page)
    page.goto(f"{host.address}/{RECORD}")
    get(page)
    before = page.evaluate(RECORDED)
    publish_next(host)
    until_ready(page)
    host.stop()  # whatever comes now was fetched before
    page.goto(f"{host.address}/{PAGE}")
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Version suivante"), timeout=ARRIVES)
    assert shown(page) == NEXT
    listed = {f"{path}?{digest}" for path, digest, *_ in service_worker.listing(host.folder)["files"]}
    assert set(page.evaluate(KEPT)) <= listed
    assert page.evaluate(RECORDED).items() >= before.items()
    page.goto(f"{host.address}/{CHAPTER}")
    expect(page.locator(f'[data-item="{answered}"]').first).to_have_attribute("data-status", "passed")
    assert learner.problems() == []


def test_several_tabs_stay_with_the_old_version_until_someone_asks(learner, host):
    page = arrive(learner)
    get(page)
    chapter = new_tab(page.context, host, CHAPTER)
    publish_next(host)
    until_ready(page)
    third = new_tab(page.context, host, PAGE)
    assert shown(third) == OLD
    answered = answer_something(chapter)
    notice = page.locator(".record-notice.shown")
    expect(notice.get_by_role("status")).to_have_text(words()["offline.version.ready"])
    assert violations(page, ".record-notice.shown") == []
    press(notice.get_by_role("button", name=words()["offline.version.take"]), "Enter")
    expect(third.get_by_role("heading", level=1)).to_have_text(re.compile("Version suivante"), timeout=ARRIVES)
    assert shown(third) == NEXT
    expect(chapter.locator("html")).to_have_attribute("data-script", "next", timeout=ARRIVES)
    expect(chapter.locator(f'[data-item="{answered}"]').first).to_have_attribute("data-status", "passed")
    assert learner.problems() == []


def test_a_page_that_is_newer_than_what_is_kept_loads_nothing_of_it(learner, host):
    page = arrive(learner, CHAPTER)
    until_kept(page, CHAPTER, *SHELL)
    publish_next(host)
    page.goto(f"{host.address}/{PAGE}")
    assert shown(page) == NEXT
    assert learner.problems() == []


# What goes wrong


def test_what_is_not_as_listed_is_not_kept(learner, host):
    whole = (host.folder / VEGA).read_bytes()
    host.replace(VEGA, whole[: len(whole) // 2])
    page = arrive(learner)
    button = part(page, "course").get_by_role("button")
    press(button, "Enter")
    expect(part(page, "course").get_by_role("status")).to_have_text(words()["offline.trouble.changed"])
    assert VEGA not in kept(page)
    host.replace(VEGA, whole)
    press(button, "Enter")
    expect(part(page, "course").get_by_role("status")).to_have_text(words()["offline.done"])
    assert VEGA in kept(page)


def test_a_download_that_was_cut_goes_on_and_fetches_nothing_twice(learner, host):
    whole = {path: (host.folder / path).read_bytes() for path in (VEGA, "404.html")}
    (host.folder / VEGA).unlink()  # so that it cannot be over before the cut
    page = arrive(learner)
    button = part(page, "course").get_by_role("button")
    press(button, "Enter")
    until_kept(page, "404.html")
    host.stop()
    expect(part(page, "course").get_by_role("status")).to_have_text(words()["offline.trouble.network"])
    expect(button).to_have_text(words()["offline.resume"])
    for path in kept(page):
        host.replace(path, b"fetched twice")
    (host.folder / VEGA).write_bytes(whole[VEGA])
    host.start()
    press(button, "Enter")
    expect(part(page, "course").get_by_role("status")).to_have_text(words()["offline.done"])


def test_a_full_device_is_said_and_loses_nothing(learner, host):
    page = arrive(learner, CHAPTER)
    answered = answer_something(page)
    page.goto(f"{host.address}/{RECORD}")
    control = page.context.new_cdp_session(page)
    control.send("Storage.overrideQuotaForOrigin", {"origin": host.address, "quotaSize": 3_000_000})
    button = part(page, "course").get_by_role("button")
    press(button, "Enter")
    expect(part(page, "course").get_by_role("status")).to_have_text(words()["offline.trouble.full"])
    tab = new_tab(page.context, host, CHAPTER)
    expect(tab.locator(f'[data-item="{answered}"]').first).to_have_attribute("data-status", "passed")
    control.send("Storage.overrideQuotaForOrigin", {"origin": host.address})
    press(button, "Enter")
    expect(part(page, "course").get_by_role("status")).to_have_text(words()["offline.done"])
    assert learner.problems() == []


# Kept when the browser has tried again, and the page was told again.
REFUSED_AGAIN = """() => new Promise((resolve) => {
  navigator.serviceWorker.addEventListener("message", ({ data }) => data.ask === "no-room" && resolve());
  navigator.serviceWorker.ready.then((registration) => registration.update());
})"""


def test_a_new_version_that_finds_no_room_is_said_once_and_the_old_one_stays(learner, host):
    page = arrive(learner)
    get(page)
    publish_next(host)
    control = page.context.new_cdp_session(page)
    control.send("Storage.overrideQuotaForOrigin", {"origin": host.address, "quotaSize": 3_000_000})
    page.evaluate("navigator.serviceWorker.ready.then((registration) => registration.update())")
    notice = page.locator(".record-notice.shown")
    expect(notice.get_by_role("status")).to_have_text(words()["offline.version.full"])
    expect(notice.get_by_role("button")).to_have_text([words()["offline.version.later"]])
    assert violations(page, ".record-notice.shown") == []
    press(notice.get_by_role("button"), "Enter")
    expect(notice).to_have_count(0)
    page.goto(f"{host.address}/{PAGE}")
    assert shown(page) == OLD
    expect(page.locator(".record-notice")).to_have_count(2)  # the record's and this one, neither of them shown
    page.evaluate(REFUSED_AGAIN)
    expect(notice).to_have_count(0)
    control.send("Storage.overrideQuotaForOrigin", {"origin": host.address})
    until_ready(page)
    page.goto(f"{host.address}/{PAGE}")
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Version suivante"), timeout=ARRIVES)
    assert learner.problems() == []


# The panel


@pytest.mark.parametrize(("width", "dark"), [(390, False), (390, True), (1280, False), (1280, True)])
def test_the_panel_is_accessible_and_fits(learner, host, width, dark):
    page = arrive(learner, width=width, dark=dark)
    expect(part(page, "course").get_by_role("button")).to_have_text(re.compile("Rendre ce cours disponible hors ligne"))
    assert violations(page, ".offline-panel") == []
    get(page)
    expect(page.locator(".offline-panel > [role=status]")).to_have_text(
        re.compile("|".join(re.escape(words()[f"offline.storage.{said}"]) for said in ("granted", "refused")))
    )
    assert violations(page, ".offline-panel") == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_what_was_kept_can_be_let_go_and_answers_stay(learner, host):
    page = arrive(learner, CHAPTER)
    answered = answer_something(page)
    page.goto(f"{host.address}/{RECORD}")
    get(page)
    press(page.get_by_role("button", name=words()["offline.remove"]), "Enter")
    expect(page.locator(".offline-panel > [role=status]")).to_have_text(words()["offline.removed"])
    assert kept(page) == {"hors-ligne.html"}
    page.goto(f"{host.address}/{CHAPTER}")
    expect(page.locator(f'[data-item="{answered}"]').first).to_have_attribute("data-status", "passed")


def test_notebooks_too_work_with_the_server_stopped(learner, host):
    page = arrive(learner)
    get(page)
    get(page, "notebooks")
    host.stop()
    tab = new_tab(page.context, host, NOTEBOOK)
    tab.set_default_timeout(PATIENCE)
    run(tab, "import check")
    run(tab, "horaires_bellanger = {")
    run(tab, "def ouvert", solution_of("ouvert"))
    expect(run(tab, 'check("ouvert")').locator(".denouement-verdict")).to_have_attribute(
        "data-status", "passed", timeout=PATIENCE
    )
    size = page.evaluate("fetch('telecharger/cahiers.zip').then((answer) => answer.blob()).then(({ size }) => size)")
    assert size == (host.folder / "telecharger/cahiers.zip").stat().st_size


def test_a_course_that_comes_from_this_machine_is_not_kept(browser, host):
    visitor = Visitor(browser, f"http://localhost:{host.port}")
    page = visitor(RECORD, workers=True)
    expect(page.get_by_text(words()["offline.here"])).to_be_visible()
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(({ length }) => length)") == 0
    assert visitor.problems() == []
    visitor.close()
