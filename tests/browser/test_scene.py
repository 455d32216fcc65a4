"""« Le bouton qui ne sert à rien » by keyboard: the till stays, leaps, sells and gives back; each step is said."""

import pytest
from playwright.sync_api import Page, expect


@pytest.fixture
def street(visit) -> Page:
    return visit("index.html")


def till(page: Page):
    return page.locator(".till-amount")


def press_close(page: Page) -> None:
    page.get_by_role("button", name="CLOSER").focus()
    page.keyboard.press("Enter")


def hours(page: Page):
    return page.get_by_role("slider", name="Heures d’ouverture")


def test_pressing_leaves_the_till_as_it_was(street):
    expect(till(street)).to_have_text("3,70\u00a0€")
    press_close(street)
    expect(street.locator(".scene-said")).to_contain_text("bouton")
    expect(till(street)).to_have_text("3,70\u00a0€")
    expect(street.locator(".scene-guide")).to_contain_text("heures d’ouverture")


def test_later_hours_make_the_till_leap(street):
    hours(street).focus()
    street.keyboard.press("ArrowRight")
    street.keyboard.press("ArrowRight")
    expect(hours(street)).to_have_attribute("aria-valuetext", "de 11\u00a0h à 19\u00a0h")
    expect(till(street)).to_have_text("22,40\u00a0€")
    expect(street.locator(".scene-said")).to_contain_text("22,40")


def test_a_sale_without_need_comes_back_and_the_scene_ends_on_its_question(street):
    press_close(street)
    hours(street).focus()
    street.keyboard.press("ArrowRight")
    street.keyboard.press("ArrowRight")
    people = street.get_by_role("group", name="Devant qui appuyer")
    people.get_by_role("radio", checked=True).focus()
    street.keyboard.press("ArrowRight")
    expect(people.get_by_role("radio", name="Madame Fontaine")).to_be_checked()
    press_close(street)
    expect(till(street)).to_have_text("68,40\u00a0€")
    expect(till(street)).to_have_text("22,40\u00a0€")
    expect(street.get_by_role("status").first).to_contain_text("revient")
    expect(street.locator(".scene-guide")).to_contain_text("c’est là que le cours commence")


def test_acting_before_the_return_brings_the_next_day_at_once(street):
    street.get_by_role("radio", name="Madame Fontaine").focus()
    street.keyboard.press("Space")
    press_close(street)
    expect(till(street)).to_have_text("49,70\u00a0€")
    hours(street).focus()
    street.keyboard.press("ArrowLeft")
    expect(till(street)).to_have_text("1,10\u00a0€")


def test_without_scripts_the_scene_reads_as_an_account(visit):
    page = visit("index.html", java_script_enabled=False)
    expect(page.locator(".scene-account p").first).to_be_visible()
    expect(page.get_by_text("Nous avons écrit ces règles.")).to_be_visible()
    expect(page.get_by_role("button", name="CLOSER")).to_be_hidden()
