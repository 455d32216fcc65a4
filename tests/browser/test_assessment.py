"""The tests before and after, and « Mon bilan », as learners use them: keyboard, reload, handed in twice, printed."""

import json
import re

import pytest
from accessibility import violations
from answering import open_stop, press, respond
from course import ROOT, questions
from playwright.sync_api import expect

from denouement.catalogue import load_item, table, words

TESTS = {"positionnement": "positionnement.html", "final": "evaluation.html"}
SENT = """() => Object.keys(localStorage)
  .filter((key) => key.startsWith("denouement:log:"))
  .flatMap((key) => JSON.parse(localStorage.getItem(key)).events)
  .filter((event) => event.verb === "answered")"""


def say(key, **params):
    """The interface word `key`, its {params} filled in."""
    return words()[key].format(**params)


def asked(test):
    """The questions of a test, in its order, with their answers."""
    return [questions()[question["id"]] for question in load_item(test)["public"]["questions"]]


def form_of(page, question):
    return page.locator(f'[data-question="{question["id"]}"]')


def fill(page, test, right=lambda rank: True):
    """Every question answered with the keyboard, rightly where `right(rank)`."""
    for rank, question in enumerate(asked(test)):
        respond(form_of(page, question), question["kind"], question["right" if right(rank) else "wrong"][0])


def hand_in(page):
    press(page.get_by_role("button", name=say("test.submit"), exact=True), "Enter")


def reasons(test):
    """What the authors wrote to explain the answers of a test, without its markup."""
    from denouement.assessments import goals, read_assessment
    from denouement.compiler import wording
    from denouement.compiler.questions import load_banks

    book = ROOT / "book" / "fr"
    read = read_assessment(book / "tests" / f"{test}.toml", goals(load_banks(book / "questions")))
    return [wording.plain(question.explanation) for question in read.questions]


@pytest.mark.parametrize("test", TESTS)
def test_a_test_is_taken_with_the_keyboard_found_again_and_taken_once_more(visit, test):
    page = visit(TESTS[test])
    item = page.locator(f'[data-item="{test}"]')
    total = len(asked(test))
    fill(page, test, right=lambda rank: rank % 2 == 0)
    hand_in(page)
    score = say("test.score", right=(total + 1) // 2, of=total)
    results = item.locator(".test-results")
    expect(results).to_be_focused()
    expect(results).to_contain_text(score)
    expect(item).to_have_attribute("data-status", "passed")
    assert not (faults := violations(page)), "\n".join(faults)
    events = page.evaluate(SENT)
    assert [(event["item"], event["placement"]) for event in events] == [
        *((question["id"], test) for question in asked(test)),
        (test, test),
    ]
    assert [event["success"] for event in events[:-1]] == [rank % 2 == 0 for rank in range(total)]
    assert events[-1]["score"] == {"raw": (total + 1) // 2, "max": total}

    page.reload()
    expect(results).to_contain_text(score)

    press(item.get_by_role("button", name=say("test.again")), "Enter")
    expect(results).to_be_hidden()
    expect(item.get_by_text(say("test.count.none", of=total))).to_be_visible()
    fill(page, test)
    page.reload()  # in the middle of the second attempt
    expect(item.get_by_text(say("test.count.many", n=total, of=total))).to_be_visible()
    hand_in(page)
    expect(results).to_contain_text(say("test.score", right=total, of=total))
    expect(results.locator("li", has_text="Essai 1")).to_contain_text(f"{(total + 1) // 2} sur {total}")
    expect(results.locator("li", has_text="Essai 2")).to_contain_text(f"{total} sur {total}")
    assert len(page.evaluate(SENT)) == 2 * (total + 1), "both attempts are kept"


def test_the_final_test_explains_and_names_the_stop_to_go_back_to(visit):
    page = visit(TESTS["final"])
    fill(page, "final", right=lambda rank: rank != 0)
    hand_in(page)
    for question, reason in zip(asked("final"), reasons("final"), strict=True):
        explanation = form_of(page, question).locator(".explanation")
        assert " ".join(explanation.inner_text().split()) == " ".join(reason.split())
    missed = page.locator(".test-missed > li")
    expect(missed).to_have_count(1)
    goal = next(g for g in load_item("final")["public"]["goals"] if g["id"] == asked("final")[0]["objective"])
    press(missed.get_by_role("link"), "Enter")
    expect(page).to_have_url(re.compile(rf"/{goal['chapter']}\.html#etape-\d$"))
    stop = page.locator("section.stop:visible")
    shown = stop.locator("[data-item]").evaluate_all("items => items.map((item) => item.dataset.item)")
    assert set(shown) & set(goal["items"]), "the stop does not work on the objective that was missed"


def test_positioning_says_where_to_look_and_never_an_answer(visit):
    page = visit(TESTS["positionnement"])
    first, second, *others = asked("positionnement")
    respond(form_of(page, first), first["kind"], first["right"][0])
    press(form_of(page, second).get_by_label(say("test.unknown")), "Space")
    hand_in(page)
    status = page.locator("[data-item] > .feedback[role=status]")
    expect(status.get_by_role("link")).to_have_text([str(rank) for rank in range(3, 3 + len(others))])
    press(status.get_by_role("link").first, "Enter")
    expect(form_of(page, others[0])).to_be_focused()
    press(status.get_by_role("button"), "Enter")
    expect(page.locator(".test-missed > li")).to_have_count(1 + len(others))
    expect(page.locator(".test-missed > li").get_by_role("link")).to_have_count(1 + len(others))
    expect(page.locator(".test-held > li")).to_have_count(1)
    responses = {event["item"]: event["response"] for event in page.evaluate(SENT)[:-1]}
    assert responses == {first["id"]: first["right"][0]} | {q["id"]: "?" for q in (second, *others)}
    content = " ".join(page.content().split())
    assert not [reason for reason in reasons("positionnement") if " ".join(reason.split()) in content]
    expect(page.locator(".test-answer").filter(has_text=re.compile(r"\S"))).to_have_count(0)


def test_the_positioning_test_can_be_passed_over(visit, server):
    page = visit(TESTS["positionnement"])
    press(page.get_by_role("link", name=re.compile("^Passer")), "Enter")
    expect(page).to_have_url(re.compile(r"/chapters/01-[a-z-]+\.html$"))
    assert page.evaluate(SENT) == []


def test_what_is_typed_survives_a_reload_even_half_done(visit):
    page = visit(TESTS["final"])
    by_kind = {question["kind"]: question for question in reversed(asked("final"))}
    single, matching = by_kind["single"], by_kind["matching"]
    respond(form_of(page, single), "single", single["wrong"][0])
    selects = form_of(page, matching).locator("select")
    press(selects.first, "Home", "ArrowDown")
    chosen = selects.first.input_value()
    page.reload()
    expect(form_of(page, single).locator(f'[value="{single["wrong"][0]}"]')).to_be_checked()
    expect(selects.first).to_have_value(chosen)
    expect(selects.nth(1)).to_have_value("")
    expect(page.get_by_text(say("test.count.one", n=1, of=len(asked("final"))))).to_be_visible()
    unknown = form_of(page, single).get_by_label(say("test.unknown"))
    press(unknown, "Space")
    expect(form_of(page, single).locator("[name=choice]:checked")).to_have_count(0)
    page.reload()
    expect(unknown).to_be_checked()
    respond(form_of(page, single), "single", single["right"][0])
    expect(unknown).not_to_be_checked()


@pytest.mark.parametrize("test", TESTS)
def test_without_a_script_the_questions_read_and_no_answer_is_there(visit, site, test):
    page = visit(TESTS[test], java_script_enabled=False)
    for question in asked(test):
        expect(form_of(page, question)).to_be_visible()
    expect(page.locator("[data-item] noscript p")).to_be_visible()
    text = " ".join((site / TESTS[test]).read_text(encoding="utf-8").split())
    assert not [reason for reason in reasons(test) if " ".join(reason.split()) in text]
    assert "correct" not in re.sub(r"<script.*?</script>|<noscript.*?</noscript>", "", text)
    index = (site / "searchindex.js").read_text(encoding="utf-8")
    assert not [q["id"] for q in asked(test) if q["id"] in index]


# --- « Mon bilan » ---


def test_the_report_follows_what_the_learner_did(visit, server):
    page = visit("bilan.html")
    report = page.locator(".bilan-report")
    expect(report).to_contain_text(say("bilan.tests.none"))
    goal = next(g for g in table("learning")["goals"] if len(g["items"]) > 1)
    question = questions()[goal["items"][0]]
    page.goto(f"{server.address}/chapters/{goal['chapter']}.html")
    item = page.locator(f'[data-item="{question["id"]}"]').first
    open_stop(item)
    if item.locator(".confidence").count():
        press(item.locator('[name=confidence][value="3"]'), "Space")
    for response in (question["wrong"][0], question["right"][0]):
        respond(item, question["kind"], response)
        press(item.locator("button.primary"), "Enter")
        if response == question["wrong"][0]:
            press(item.locator("button.retry"), "Enter")
    page.goto(f"{server.address}/{TESTS['final']}")
    fill(page, "final", right=lambda rank: False)
    hand_in(page)
    page.goto(f"{server.address}/bilan.html")
    row = report.locator(".bilan-goal-list > li").filter(has=page.locator(".bilan-goal")).first
    expect(row).to_contain_text(say("bilan.goals.chapter", tried=1, of=len(goal["items"]), first=0, now=1))
    expect(report.locator(".bilan-tests li")).to_contain_text(f"0 sur {len(asked('final'))}")
    assert not (faults := violations(page)), "\n".join(faults)


def test_the_certificate_is_kept_here_and_prints_alone(visit):
    page = visit("bilan.html")
    page.get_by_label(say("certificate.learner")).fill("Inès Marchetti")
    page.get_by_label(say("certificate.organisation")).fill("École des Tanneries")
    page.reload()
    expect(page.get_by_label(say("certificate.learner"))).to_have_value("Inès Marchetti")
    expect(page.get_by_label(say("certificate.organisation"))).to_have_value("École des Tanneries")
    expect(page.get_by_label(say("certificate.course"))).to_have_value(words()["certificate.course.given"])
    assert page.evaluate(SENT) == [], "a name is never sent as an answer"
    whole = printed_pages(page)
    page.evaluate("() => { window.print = () => {} }")
    page.get_by_role("button", name=say("certificate.print")).press("Enter")
    page.emulate_media(media="print")
    expect(page.locator(".bilan-report")).to_be_hidden()
    expect(page.locator(".certificate-sheet")).to_be_visible()
    assert printed_pages(page) == 1 < whole
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".bilan-report")).to_be_visible()


def printed_pages(page):
    return len(re.findall(rb"/Type\s*/Page[^s]", page.pdf(prefer_css_page_size=True)))


def test_the_learners_file_carries_both_tests_to_another_browser(visit, server, tmp_path):
    page = visit(TESTS["positionnement"])
    fill(page, "positionnement")
    hand_in(page)
    file = tmp_path / "parcours.json"
    page.goto(f"{server.address}/parcours.html")
    with page.expect_download() as download:
        page.get_by_role("button", name=say("parcours.download")).press("Enter")
    download.value.save_as(file)
    assert len(json.loads(file.read_text(encoding="utf-8"))["events"]) >= len(asked("positionnement")) + 1
    other = visit("parcours.html")
    other.locator("input[type=file]").set_input_files(file)
    expect(other.locator("[data-record-panel] [role=status]").first).not_to_be_empty()
    other.goto(f"{server.address}/bilan.html")
    expect(other.locator(".bilan-tests li")).to_contain_text(f"{len(asked('positionnement'))} sur")
