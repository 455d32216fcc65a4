"""« Programme » in the built site: the same minutes as everywhere, and lines that the training body fills in."""

import re

from playwright.sync_api import expect

from denouement.catalogue import words


def minutes_in(text):
    """« 3 h 12 » → 192; « 27 minutes », « 27 min » → 27."""
    hours = re.search(r"(\d+)\s*h", text)
    rest = re.search(r"(\d+)\s*(?:min|$)", text)
    return 60 * int(hours[1] if hours else 0) + int(rest[1] if rest else 0)


def test_every_duration_is_the_one_that_the_contents_and_the_stops_show(visit):
    page = visit("programme.html")
    rows = [minutes_in(text) for text in page.locator(".durations tbody td").all_text_contents()]
    shown = [minutes_in(text) for text in page.locator(".contents .chapters .minutes").all_text_contents()]
    chapters = page.locator(".syllabus > section").all()
    stops = [sum(map(minutes_in, chapter.locator(".minutes").all_text_contents())) for chapter in chapters]
    assert rows[: len(shown)] == shown == stops
    assert minutes_in(page.locator(".durations tfoot td").inner_text()) == sum(rows)
    assert len(rows) == len(shown) + 2  # the tests, before and after


def test_what_the_training_body_fills_in_is_kept_here_and_printed(visit):
    page = visit("programme.html")
    field = page.get_by_label(words()["organisation.disability"])
    field.fill("Nadia Berthier, 02 00 00 00 00")
    page.reload()
    expect(field).to_have_value("Nadia Berthier, 02 00 00 00 00")
    page.emulate_media(media="print")
    expect(field).to_be_visible()
