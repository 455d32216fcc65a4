"""Code exercises done where one reads, with the real Python of the page: from the starter to success, and every way to
go wrong. The same exercises in Firefox are in test_firefox.py."""

import pytest
from accessibility import violations
from coding import (
    CHAPTER,
    EXERCISE,
    RIGHT,
    STARTS,
    WRONG,
    check,
    editor_of,
    expect_code,
    find_exercise,
    press,
    run,
    said,
    sentence,
    shown,
    write,
)
from course import CHAPTERS
from playwright.sync_api import expect
from visiting import guarded

from denouement.catalogue import load_item, words

SAY = words()
STARTER = load_item(EXERCISE)["public"]["starter"]
ENDLESS = "while True:\n    pass"
GLUTTON = "tout = []\nwhile True:\n    tout.append('pain' * 10_000_000)"


@pytest.fixture
def item(visit):
    """The exercise of a learner who has just come."""
    return find_exercise(visit(CHAPTER))


@pytest.fixture(scope="module")
def used(browser, server):
    """The exercise of a learner who has tried many things; Python started once."""
    visits = guarded(browser, server.address)
    yield find_exercise(next(visits)(CHAPTER))
    next(visits, None)


def test_from_the_starter_to_success(item):
    expect_code(item, STARTER)
    check(item)
    expect(said(item)).to_contain_text("À faire.")
    expect(item).to_have_attribute("data-status", "not_attempted")
    check(item, WRONG)
    expect(said(item)).to_contain_text("À revoir.")
    expect(said(item)).to_contain_text(sentence("attraits-bruts"))
    expect(item).to_have_attribute("data-status", "failed")
    check(item, RIGHT)
    expect(said(item)).to_contain_text("Réussi.")
    expect(said(item)).to_contain_text("3 points sur 3 · 2 essais")
    expect(item).to_have_attribute("data-status", "passed")


def test_what_the_code_prints_and_its_last_value_are_shown(used):
    run(used, 'print("bonjour")\nhuff = 1\n[0.5] * 2')
    expect(shown(used).locator(".stdout")).to_have_text("bonjour\n")
    expect(shown(used).locator(".value")).to_have_text("[0.5, 0.5]")
    expect(said(used)).to_have_text(SAY["editor.ran"])


def test_a_chart_that_the_code_makes_is_drawn(used):
    run(
        used,
        "{'$schema': 'https://vega.github.io/schema/vega-lite/v5.json', 'title': 'Deux jours', 'mark': 'bar',\n"
        " 'data': {'values': [{'jour': 'mardi', 'pains': 0.5}, {'jour': 'jeudi', 'pains': 1.5}]},\n"
        " 'encoding': {'x': {'field': 'jour', 'type': 'nominal'}, 'y': {'field': 'pains', 'type': 'quantitative'}}}",
    )
    chart = shown(used).get_by_role("img", name="Deux jours")
    expect(chart.locator(".mark-rect path")).to_have_count(2)
    expect(chart.get_by_text("0,5", exact=True)).to_be_visible()


def test_a_syntax_error_is_explained_beside_its_line(used):
    run(used, "def huff(a, b)\n    return a")
    expect(said(used)).to_contain_text("Erreur.")
    expect(said(used)).to_contain_text(SAY["exercise.error.SyntaxError"])
    expect(used.locator(".cm-line.faulty")).to_have_text("def huff(a, b)")
    trace = shown(used).get_by_text("SyntaxError")
    expect(trace).to_be_hidden()
    shown(used).get_by_text(SAY["editor.traceback"]).click()
    expect(trace).to_be_visible()


def test_an_exception_is_explained_with_its_line_and_the_mark_goes_when_one_types(used):
    run(used, "attraits = [1]\nprint('avant')\nattraits[3]\n")
    expect(shown(used).locator(".stdout")).to_have_text("avant\n")
    expect(said(used)).to_contain_text("Ligne 3")
    expect(said(used)).to_contain_text("La liste n’a rien à cette position.")
    expect(used.locator(".cm-line.faulty")).to_have_text("attraits[3]")
    editor_of(used).focus()
    used.page.keyboard.type("#")
    expect(used.locator(".cm-line.faulty")).to_have_count(0)


def test_code_that_waits_for_a_person_is_told_so(used):
    run(used, 'nom = input("Votre nom ?")')
    expect(said(used)).to_contain_text(SAY["exercise.error.input"].replace("`", ""))


@pytest.mark.parametrize(("code", "why"), [(ENDLESS, "time"), (GLUTTON, "memory")], ids=["loop", "glutton"])
def test_what_does_not_end_is_stopped_and_the_next_run_works(used, code, why):
    run(used, code)
    expect(said(used)).to_contain_text("au bout de 5 secondes" if why == "time" else "mémoire")
    expect_code(used, code)
    check(used, RIGHT)
    expect(said(used)).to_contain_text("Réussi")


def test_a_function_that_loops_only_once_it_is_judged_is_an_attempt(item):
    check(item, f"def huff(*a):\n    {ENDLESS}".replace("\n    pass", " pass"))
    expect(item).to_have_attribute("data-status", "error")
    expect(said(item)).to_contain_text("1 essai")


CHEATS = {
    "check": "def check(*a): return 'réussi'\nhuff = check",
    "judge": "import denouement.exercises.judging as j, denouement.exercises.core as c\n"
    "def judge(*a): return c.passed()\nj.judge = judge\nhuff = 1",
    "practice": "import denouement.exercises.practice as p\np.Practice.check = p.judge = lambda *a: 'réussi'\nhuff = 1",
    "registry": "from denouement.exercises.registry import exercises\nexercises().clear()\nhuff = 1",
    "builtins": "import builtins\nbuiltins.all = lambda *a: True\nbuiltins.isinstance = lambda *a: True\n"
    "builtins.len = lambda *a: 0\nbuiltins.type = lambda *a: float\nhuff = 1",
    "math": "import math\nmath.isclose = lambda *a, **k: True\n" + WRONG,
    "modules": "import sys\nfor name in list(sys.modules):\n"
    "    if 'denouement' in name: sys.modules[name] = None\nhuff = 1",
    "random": "import random\nrandom.Random = lambda *a: None\n" + WRONG,
    "verdict": "import denouement.exercises.core as c\nc.failed = lambda *a, **k: c.passed()\n" + WRONG,
    "equality": "class Tout(float):\n    __eq__ = lambda *a: True\ndef huff(*a): return [Tout(0)] * len(a[0])",
}


@pytest.mark.parametrize("code", CHEATS.values(), ids=CHEATS)
def test_code_that_alters_the_judge_does_not_pass_and_the_next_check_is_sound(used, code):
    check(used, code)
    expect(said(used)).not_to_be_empty()
    expect(said(used)).not_to_contain_text("Réussi")
    check(used, WRONG)
    expect(said(used)).to_contain_text(sentence("attraits-bruts"))
    check(used, RIGHT)
    expect(said(used)).to_contain_text("Réussi")


def test_html_that_the_code_makes_does_nothing_in_the_page(used):
    run(
        used,
        "from denouement.exercises.feedback import Feedback\n"
        'page = \'<p onclick="alert(1)">vu<img src=x onerror="alert(1)"><script>alert(1)</script></p>\'\n'
        "Feedback('huff', 'passed', 'reussi', '', '', page)",
    )
    expect(shown(used).locator("p")).to_have_text("vu")
    assert shown(used).locator("img, script, [onclick]").count() == 0


def test_what_is_typed_while_python_works_is_kept(item):
    write(item, WRONG)
    press(item, "item.check")
    editor_of(item).focus()
    item.page.keyboard.press("Control+End")
    item.page.keyboard.type(" # et après ?")
    expect(item).to_have_attribute("data-status", "failed", timeout=STARTS)
    expect_code(item, WRONG + " # et après ?")
    item.page.reload()
    expect_code(find_exercise(item.page), WRONG + " # et après ?")


def test_hints_come_one_by_one_without_python(visit):
    page = visit(CHAPTER)
    page.route("**/python/**", lambda route: route.abort())
    item = find_exercise(page)
    for count in (1, 2, 3):
        press(item, "item.hint.one" if count == 3 else "item.hint")
        expect(item.locator(".hint-text")).to_have_count(count)
    expect(item.get_by_role("button", name=SAY["item.hint.none"])).to_be_disabled()


def test_the_solution_opens_after_three_tries(item):
    solution = item.locator(".exercise-solution")
    for left in ("editor.solution.closed.many", "editor.solution.closed.many", "editor.solution.closed.one"):
        press(item, "editor.solution")
        expect(said(item)).to_contain_text(SAY[left].split("{n}")[0])
        expect(solution).to_be_empty()
        check(item, WRONG)
    press(item, "editor.solution")
    expect(solution).to_contain_text(RIGHT)
    expect(solution.locator("summary")).to_be_focused()
    item.page.reload()
    expect(find_exercise(item.page).locator(".exercise-solution")).to_contain_text(RIGHT)


def test_the_solution_opens_after_a_success(item):
    check(item, RIGHT)
    press(item, "editor.solution")
    expect(item.locator(".exercise-solution")).to_contain_text(RIGHT)


def test_going_back_to_the_start_asks_and_can_be_undone(item):
    press(item, "editor.reset")
    expect(said(item)).to_contain_text(SAY["editor.reset.already"])
    write(item, WRONG)
    press(item, "editor.reset")
    item.get_by_role("dialog").get_by_role("button", name=SAY["editor.reset.keep"]).press("Enter")
    expect_code(item, WRONG)
    press(item, "editor.reset")
    item.get_by_role("dialog").get_by_role("button", name=SAY["editor.reset.go"]).press("Enter")
    expect_code(item, STARTER)
    press(item, "editor.reset.undo")
    expect_code(item, WRONG)
    item.page.reload()
    expect_code(find_exercise(item.page), WRONG)


def test_tab_indents_and_escape_then_tab_leaves(item):
    write(item, "huff = 1")
    page = item.page
    page.keyboard.press("Home")
    page.keyboard.press("Tab")
    expect_code(item, "    huff = 1")
    page.keyboard.press("Shift+Tab")
    expect_code(item, "huff = 1")
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(item.get_by_role("button", name=SAY["editor.run"])).to_be_focused()
    expect_code(item, "huff = 1")
    page.keyboard.press("Shift+Tab")
    expect(editor_of(item)).to_be_focused()
    page.keyboard.press("Shift+Enter")
    expect(said(item)).to_have_text(SAY["editor.ran.silent"].replace("`", ""), timeout=STARTS)


def test_code_beyond_bounds_is_refused_and_said(item):
    editor_of(item).focus()
    item.page.keyboard.press("Control+A")
    item.page.keyboard.insert_text("x" * 10_001)
    expect(said(item)).to_contain_text(SAY["editor.too-long"].split("{n}")[1].strip())
    expect_code(item, STARTER)


def test_python_that_does_not_come_says_what_to_do_and_is_tried_again(visit):
    page = visit(CHAPTER)
    page.route("**/python/**", lambda route: route.fulfill(status=200, body="", content_type="text/html"))
    item = find_exercise(page)
    write(item, RIGHT)
    check(item)
    expect(said(item)).to_contain_text(SAY["editor.unavailable.network"])
    page.unroute("**/python/**")
    press(item, "editor.again")
    expect(item).to_have_attribute("data-status", "passed", timeout=STARTS)


def test_an_editor_that_does_not_come_says_what_to_do_and_is_tried_again(visit):
    page = visit("index.html")
    page.route("**/editor.js", lambda route: route.fulfill(status=200, body="", content_type="text/html"))
    page.goto(page.url.replace("index.html", CHAPTER))
    item = find_exercise(page)
    expect(said(item)).to_contain_text(SAY["editor.missing"])
    expect(item.locator(".starter")).to_have_text(STARTER)
    page.unroute("**/editor.js")
    press(item, "editor.again")
    expect(editor_of(item)).to_be_focused()


def test_python_starts_with_the_cursor_shows_its_progress_and_serves_every_exercise_of_the_page(visit):
    page = visit(CHAPTER)
    held = []
    page.route("**/python/pyodide-*", lambda route: held.append(route))
    item, other = find_exercise(page), page.locator("[data-kind=exercise]").nth(1)
    assert page.workers == []
    editor_of(item).focus()
    expect(item.get_by_role("progressbar", name=SAY["editor.starting.bar"])).to_be_visible()
    expect(item.get_by_text(SAY["editor.starting"])).to_be_visible()
    held[0].continue_()
    run(item, "1 + 1")
    expect(item.get_by_role("progressbar")).to_be_hidden()
    run(other, "2 + 2")
    expect(shown(item).locator(".value")).to_have_text("2")
    expect(shown(other).locator(".value")).to_have_text("4")
    assert len(page.workers) == 1


def test_an_exercise_never_holds_up_a_stop(visit):
    page = visit(CHAPTER)
    item = find_exercise(page)
    names = page.evaluate("JSON.parse(document.getElementById('course-map').textContent)")
    listed = [name for chapter in names["chapters"] for stop in chapter["stops"] for name in stop["items"]]
    assert EXERCISE not in listed
    expect(item).to_contain_text("facultatif : l’étape se termine sans lui")
    done = page.locator(f"#{item.evaluate('item => item.closest(`.stop`).id')} [data-progress-stop]")
    check(item, RIGHT)
    expect(done).to_be_empty()


def test_a_page_opened_as_a_file_says_where_code_runs(visit, site):
    item = find_exercise(visit((site / CHAPTER).as_uri()))
    expect(item.get_by_text(SAY["editor.file"])).to_be_visible()
    expect(item.get_by_role("button", name=SAY["editor.run"])).to_be_hidden()
    expect(item.locator(".starter")).to_have_text(STARTER)
    press(item, "item.hint")
    expect(item.locator(".hint-text")).to_have_count(1)


def test_without_scripts_the_starter_can_be_read_and_the_notebook_taken_away(visit):
    page = visit(CHAPTER, java_script_enabled=False)
    item = page.locator(f'[data-item="{EXERCISE}"]')
    expect(item.locator(".starter")).to_have_text(STARTER)
    expect(item.locator("noscript p")).to_have_text(SAY["editor.noscript"])
    expect(item.get_by_role("button")).to_have_count(0)
    with page.expect_download() as download:
        item.get_by_role("link", name=SAY["notebook.download"]).click()
    assert download.value.suggested_filename == "03-boulanger.ipynb"


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_an_exercise_at_work_is_accessible_and_does_not_scroll_sideways(visit, width, dark):
    page = visit(CHAPTER, width=width, dark=dark)
    item = find_exercise(page)
    if width == 390:
        press(item, "editor.phone.open")
    run(item, "print('pain ' * 200)\nattraits_de_toutes_les_boutiques_du_quartier = [1] * 12\nnom_inconnu")
    for code in ("", WRONG, RIGHT):
        if code:
            check(item, code)
            press(item, "item.hint")
        faults = violations(page, f'[data-item="{EXERCISE}"]')
        assert not faults, "\n".join(faults)
        assert page.evaluate("document.scrollingElement.scrollWidth <= document.scrollingElement.clientWidth")


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_before_any_click_an_exercise_page_stays_light(visit, chapter):
    page = visit(f"chapters/{chapter}.html")
    item = find_exercise(page, page.locator("[data-kind=exercise]").first.get_attribute("data-item"))
    expect(editor_of(item)).to_be_visible()
    page.wait_for_load_state("networkidle")
    sizes = page.evaluate(
        "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]"
        ".map(({ name, encodedBodySize }) => [name, encodedBodySize])"
    )
    assert sum(size for _, size in sizes) <= 350_000, sizes
    assert not [name for name, _ in sizes if "/python/" in name], "Python came before anyone asked"
