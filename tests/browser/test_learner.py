"""A chapter as a learner takes it, keyboard in hand, from the first prediction to finding everything again."""

import pytest
from accessibility import violations
from answering import move_levers, respond, send, try_again
from course import CHAPTERS, lab_settings, levers_of, questions
from playwright.sync_api import expect
from snapshot import wait_for_work, work_on

from denouement.catalogue import words

OWN_WORDS = "Elle livre trois restaurants avant 6 h."
OWN_DATES = "2026-03-12,2026-04-22"


def answer(item):
    """Everything an item asks: first wrong, then right. Says what was done, for the test to check that it met all."""
    kind, item_id = item.get_attribute("data-kind"), item.get_attribute("data-item")
    if kind == "lab":
        levers = levers_of(item_id)
        for ranks, status in zip(lab_settings(item_id), ("failed", "passed"), strict=True):
            move_levers(item, levers, ranks)
            send(item)
            expect(item).to_have_attribute("data-status", status)
            expect(item.locator(".feedback[role=status]")).not_to_be_empty()
        return "lab"
    if kind in ("exercise", "interview", "scene"):  # they have their own tests; a scene keeps nothing
        return kind
    question = questions()[item_id]
    if kind == "quiz":
        respond(item, question["kind"], question["wrong"][0])
        send(item)
        expect(item).to_have_attribute("data-status", "failed")
        assert feedback(item), f"{item_id}: a wrong answer gets no feedback"
        wrong = feedback(item)
        try_again(item)
        respond(item, question["kind"], question["right"][0])
        send(item)
        expect(item).to_have_attribute("data-status", "passed")
        assert feedback(item) != wrong
        return question["kind"]
    respond(item, question["kind"], own_response(item, question["kind"]))
    send(item)
    expect(item).to_have_attribute("data-status", "passed")
    return question["kind"]


def own_response(item, kind):
    """What this learner answers where nothing is judged."""
    if kind == "dates":
        return OWN_DATES
    if kind == "prediction" and not item.locator("[name=number]").count():
        return item.locator("[name=choice]").first.get_attribute("value")
    return "12" if kind == "prediction" else OWN_WORDS


def feedback(item):
    return "".join(item.locator(".feedback, .choice-feedback").all_text_contents()).strip()


def take(page, address):
    """Every item of every stop, each stop finished; the kinds met."""
    met = []
    for stop in page.locator("section.stop").all():
        page.goto(f"{address}#{stop.get_attribute('id')}")
        expect(stop).to_be_visible()
        met += [answer(item) for item in stop.locator("[data-item]").all()]
        for chart in stop.locator("[data-chart]").all():
            move_a_lever(chart)
            met.append("chart")
        faults = violations(page)  # feedback, explanations and attempts are on the screen now
        assert not faults, "\n".join(faults)
        stop.locator("[data-finish-stop]").press("Enter")
    return met


def move_a_lever(chart):
    """The first slider moves by one, or the first other choice is taken; what the chart says must follow."""
    slider = chart.locator("input[type=range]").first
    if not slider.count():
        title = chart.locator(".chart-title").text_content()
        chart.locator("input[type=radio]:not(:checked)").first.press("Space")
        expect(chart.locator(".chart-title")).not_to_have_text(title)
        return
    before = chart.evaluate("chart => chart.querySelector('.lever output').textContent")
    slider.press("ArrowLeft" if slider.input_value() == slider.get_attribute("max") else "ArrowRight")
    assert chart.evaluate("chart => chart.querySelector('.lever output').textContent") != before


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_learner_takes_the_chapter_and_finds_everything_again(visit, server, tmp_path, chapter):
    address = f"{server.address}/chapters/{chapter}.html"
    page = visit(f"chapters/{chapter}.html")
    met = take(page, address)
    expected_kinds = {question["kind"] for question in questions().values() if question["chapter"] == chapter}
    assert expected_kinds <= set(met)
    assert {"chart", "lab"} <= set(met) or chapter != "03-boulanger"
    work = work_on(page)
    assert {item["status"] for item in work["items"] if item["feedback"]} >= {"passed"}

    page.reload()
    wait_for_work(page, work)

    file = tmp_path / "parcours.json"
    page.goto(f"{server.address}/parcours.html")
    with page.expect_download() as download:
        page.get_by_role("button", name=words()["parcours.download"]).press("Enter")
    download.value.save_as(file)

    page.get_by_role("button", name=words()["parcours.erase.button"]).press("Enter")
    for key in ("parcours.erase.go.1", "parcours.erase.go.2"):
        page.get_by_role("dialog").get_by_role("button", name=words()[key], exact=True).press("Enter")
    expect(page.get_by_text(words()["parcours.erased"])).to_be_visible()
    page.goto(address)
    fresh = work_on(page)
    assert {item["status"] for item in fresh["items"]} == {"not_attempted"}
    assert OWN_WORDS not in str(fresh)

    page.goto(f"{server.address}/parcours.html")
    page.locator("input[type=file]").set_input_files(file)
    expect(page.locator("[data-record-panel] [role=status]").first).not_to_be_empty()
    page.goto(address)
    wait_for_work(page, work)
