"""« Mon parcours », « Mon affaire », the learner's own dates and the end of a stop, as a learner uses them."""

import json
import re
import struct

import pytest
from answering import open_stop
from course import questions
from playwright.sync_api import expect

from denouement.catalogue import table, words

CHAPTER = "chapters/01-conclusion.html"
SESSIONS = "() => Object.keys(localStorage).filter(key => key.startsWith('denouement:log:'))"


def say(key, **params):
    """The interface word `key`, its {params} filled in."""
    return words()[key].format(**params)


def go_to(item):
    """Shows the stop in which `item` stands."""
    open_stop(item)
    expect(item).to_be_visible()


@pytest.fixture
def dates(visit):
    page = visit(CHAPTER)
    item = page.locator('[data-item][data-type="dates"]')
    go_to(item)
    return item


def give_dates(item, decided, signed):
    item.locator("[name=from]").fill(decided)
    item.locator("[name=to]").fill(signed)
    item.locator("button[type=submit]").press("Enter")


def test_the_learners_dates_are_counted_and_make_a_card(dates):
    give_dates(dates, "2024-02-28", "2024-04-09")
    expect(dates.locator(".feedback")).to_contain_text(say("dates.before.many", n=41))
    expect(dates.get_by_role("img")).to_have_attribute("aria-label", re.compile("41 jours"))
    with dates.page.expect_download() as download:
        dates.get_by_role("button", name=say("card.download")).press("Enter")
    png = download.value.path().read_bytes()
    assert png.startswith(b"\x89PNG") and struct.unpack(">II", png[16:24]) == (1200, 630)
    assert len(png) > 10_000  # something is drawn on it


@pytest.mark.parametrize(
    ("decided", "signed", "key", "figure"),
    [("2026-03-10", "2026-03-10", "same", ""), ("2026-03-11", "2026-03-10", "after.one", "1")],
)
def test_other_dates_get_a_sentence_and_a_card_of_their_own(dates, decided, signed, key, figure):
    give_dates(dates, decided, signed)
    expect(dates.get_by_text(say(f"dates.{key}", n=1))).to_be_visible()
    told = f"{say(f'card.{key}', n=figure)} {say('card.question')}"
    expect(dates.get_by_role("img")).to_have_attribute("aria-label", told)


def test_a_date_that_is_missing_is_asked_for(dates):
    give_dates(dates, "2026-03-10", "")
    expect(dates.get_by_text(say("dates.missing"))).to_be_visible()
    expect(dates.locator("canvas")).to_have_count(0)


def test_the_end_of_a_stop_is_kept_and_said_everywhere(visit, server):
    page = visit(CHAPTER)
    stop = page.locator("section.stop").first
    button = stop.locator("[data-finish-stop]")
    button.press("Enter")
    expect(button).to_have_text(say("progress.stop.sign.finished"))
    expect(button).to_be_focused()
    expect(stop.get_by_text(say("progress.end.stop"), exact=False).last).to_be_attached()
    page.reload()
    expect(button).to_have_text(say("progress.stop.sign.finished"))
    expect(page.locator('[data-progress="chapters/01-conclusion"]')).to_have_text(
        say("progress.chapter.stops.one", n=1, of=page.locator("section.stop").count())
    )
    page.goto(f"{server.address}/parcours.html")
    page.locator("[data-record-panel] a.resume").click()
    expect(page).to_have_url(f"{server.address}/{CHAPTER}#etape-2")


def test_what_the_learner_writes_is_gathered_on_one_page_under_a_code_name(visit, server):
    field = next(field for field in table("affair") if field["placement"] == "01-conclusion")
    page = visit(CHAPTER)
    item = page.locator(f'[data-item="{field["item"]}"]')
    go_to(item)
    item.locator("textarea").fill("Ils recopient <b>tout</b> le lundi.")
    page.goto(f"{server.address}/mon-affaire.html")
    sheet = page.locator(".affair-sheet")
    expect(sheet).to_contain_text("Ils recopient <b>tout</b> le lundi.")
    page.get_by_label(say("affair.name")).fill("Opération Baguette")
    page.reload()
    expect(sheet).to_contain_text("Opération Baguette")
    assert printed_pages(page) == 1
    page.emulate_media(media="print")
    expect(page.locator("h1")).to_be_hidden()
    expect(sheet).to_be_visible()


def test_long_texts_are_set_smaller_and_what_does_not_fit_one_page_is_said(visit, server):
    page = visit("mon-affaire.html")
    sizes = []
    for written in (50, 700, 1000, 2500):  # words in all
        write_everywhere(page, server, "mot " * (written // len(table("affair"))))
        sizes.append(page.locator(".affair-sheet").get_attribute("data-size"))
        assert (printed_pages(page) > 1) == page.get_by_text(say("affair.long")).is_visible()
    assert sizes == sorted(sizes)
    assert {"1", "3"} <= set(sizes)
    expect(page.get_by_text(say("affair.long"))).to_be_visible()


def write_everywhere(page, server, text):
    """Brings back a file in which every field of « Mon affaire » holds `text`; the longest is the last answer."""
    about = {"v": 1, "session": "test", "verb": "answered", "response": text, "seq": len(text)}
    events = [
        about
        | {"id": f"{field['item']}-{len(text)}", "t": f"2026-03-01T00:00:00.{len(text) // 100:03}Z"}
        | {name: field[name] for name in ("item", "placement")}
        for field in table("affair")
    ]
    page.goto(f"{server.address}/parcours.html")
    bring(page, json.dumps({"format": "denouement-record", "v": 1, "events": events}))
    expect(file_status(page)).not_to_be_empty()
    page.goto(f"{server.address}/mon-affaire.html")
    page.evaluate("() => document.fonts.ready")


def printed_pages(page):
    return len(re.findall(rb"/Type\s*/Page[^s]", page.pdf(prefer_css_page_size=True)))


def bring(page, text):
    file = {"name": "f.json", "mimeType": "application/json", "buffer": text.encode()}
    page.locator("input[type=file]").set_input_files(file)


def file_status(page):
    return page.locator("[data-record-panel] [role=status]").first


@pytest.mark.parametrize(
    ("text", "outcome"),
    [("", "empty-file"), ("Bonjour", "not-json"), ('{"cells": []}', "not-ours"), ("[1]", "not-ours")],
)
def test_a_file_that_is_no_record_is_refused_with_a_sentence(visit, text, outcome):
    page = visit("parcours.html")
    bring(page, text)
    expect(file_status(page)).to_have_text(say(f"parcours.import.{outcome}"))


def test_erasing_is_asked_twice_and_escape_keeps_everything(visit, server):
    page = visit(CHAPTER)
    page.locator("[data-finish-stop]").first.press("Enter")
    page.goto(f"{server.address}/parcours.html")
    erase = page.get_by_role("button", name=say("parcours.erase.button"))
    erase.press("Enter")
    page.get_by_role("button", name=say("parcours.erase.go.1"), exact=True).press("Enter")
    expect(page.get_by_role("dialog")).to_have_accessible_name(say("parcours.erase.title.2"))
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(erase).to_be_focused()
    assert len(page.evaluate(SESSIONS)) == 1


def test_a_tab_keeps_its_session_from_page_to_page_and_a_second_tab_has_its_own(visit, server):
    page = visit(CHAPTER)
    page.locator("[data-finish-stop]").first.press("Enter")
    page.goto(f"{server.address}/chapters/03-boulanger.html")
    page.locator("[data-finish-stop]").first.press("Enter")
    assert len(page.evaluate(SESSIONS)) == 1
    with page.context.expect_page() as opened:  # a tab opened by a page copies the storage of its tab
        page.evaluate("address => window.open(address)", f"{server.address}/{CHAPTER}")
    opened.value.evaluate("() => location.assign('#etape-2')")
    opened.value.locator("[data-finish-stop]").nth(1).press("Enter")
    expect(opened.value.locator("[data-finish-stop]").nth(1)).to_have_text(say("progress.stop.sign.finished"))
    assert len(page.evaluate(SESSIONS)) == 2


def test_answers_that_no_version_of_the_course_can_give_break_nothing(visit, server):
    page = visit("parcours.html")
    items = [question["id"] for question in questions().values() if question["chapter"] == "01-conclusion"]
    about = {"v": 1, "session": "test", "seq": 1, "t": "2020-01-01T00:00:00Z", "verb": "answered", "success": False}
    strange = [
        about | {"id": f"x-{item}", "item": item, "placement": "01-conclusion", "response": "a\"]',<b>=\\", "draft": {}}
        for item in items
    ]
    bring(page, json.dumps({"format": "denouement-record", "v": 1, "events": strange}))
    expect(file_status(page)).not_to_be_empty()
    page.goto(f"{server.address}/{CHAPTER}")
    expect(page.locator("html.routed")).to_have_count(1)
    expect(page.locator(".broken")).to_have_count(0)
