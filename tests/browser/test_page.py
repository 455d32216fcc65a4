"""The page itself: one stop at a time, its address, the menu on a phone, the colours, paper, no script at all."""

import pytest
from playwright.sync_api import expect

CHAPTER = "chapters/01-conclusion.html"


@pytest.fixture
def chapter(visit):
    return visit(CHAPTER)


def stops(page):
    return page.locator("main .stop")


def test_one_stop_at_a_time_and_the_first_by_default(chapter):
    expect(chapter.locator("main .stop:not([hidden])")).to_have_count(1)
    expect(chapter.locator("#etape-1")).to_be_visible()
    expect(chapter.locator("#etape-2")).to_have_attribute("hidden", "until-found")


def test_following_a_link_shows_its_stop_and_moves_the_focus_to_its_heading(chapter):
    chapter.locator("#etape-1 .next-stop").click()
    expect(chapter.locator("#etape-2 h2").first).to_be_focused()
    expect(chapter.locator("#etape-1")).to_be_hidden()
    assert chapter.evaluate("scrollY") == 0
    current = chapter.locator(".contents .stops [aria-current]")
    expect(current).to_have_count(1)
    expect(current).to_have_attribute("href", "#etape-2")
    chapter.go_back()
    expect(chapter.locator("#etape-1")).to_be_visible()


def test_an_address_inside_a_stop_opens_that_stop(chapter, visit):
    target = chapter.locator("#etape-3 [id]").last.get_attribute("id")
    page = visit(f"{CHAPTER}#{target}")
    expect(page.locator("#etape-3")).to_be_visible()
    expect(page.locator("#etape-1")).to_be_hidden()


def test_an_address_that_names_nothing_opens_the_first_stop(visit):
    page = visit(f"{CHAPTER}#%E0%A4%A")
    expect(page.locator("#etape-1")).to_be_visible()


def test_a_word_found_in_a_hidden_stop_opens_it(chapter):
    chapter.evaluate("document.querySelector('#etape-3').dispatchEvent(new Event('beforematch', {bubbles: true}))")
    expect(chapter.locator("#etape-3")).to_be_visible()
    assert chapter.url.endswith("#etape-3")


def test_the_way_to_the_next_chapter_shows_at_the_last_stop(chapter):
    pager = chapter.locator(".pager")
    expect(pager).to_be_hidden()
    last = stops(chapter).count()
    chapter.evaluate("hash => { location.hash = hash }", f"etape-{last}")
    expect(pager).to_be_visible()


def test_at_the_bottom_of_a_page_the_colophon_and_the_contents_are_both_read(chapter):
    chapter.locator(".contents a").last.focus()
    chapter.evaluate("scrollTo(0, document.body.scrollHeight)")
    colophon = chapter.locator(".colophon p").first
    assert colophon.evaluate(
        """line => {
          const { left, top } = line.getBoundingClientRect();
          const [ground, page] = [line.parentElement, document.body].map((e) => getComputedStyle(e).backgroundColor);
          return document.elementFromPoint(left + 5, top + 5) === line && ground === page;
        }"""
    )
    last = chapter.locator(".contents a:focus").bounding_box()
    assert last["y"] + last["height"] <= chapter.locator(".colophon").bounding_box()["y"]


def test_on_paper_every_stop_and_every_fold_is_open(chapter):
    chapter.emulate_media(media="print")
    chapter.evaluate("dispatchEvent(new Event('beforeprint'))")
    heights = stops(chapter).evaluate_all("all => all.map((stop) => stop.querySelector('h2').offsetHeight)")
    assert all(height > 0 for height in heights)
    assert chapter.locator("main details:not([open])").count() == 0
    chapter.evaluate("dispatchEvent(new Event('afterprint'))")
    assert chapter.locator("main details[open]").count() == 0


def test_without_scripts_everything_reads_and_nothing_offers_what_cannot_work(visit):
    page = visit(CHAPTER, java_script_enabled=False)
    for number in range(stops(page).count()):
        expect(stops(page).nth(number).locator("h2").first).to_be_visible()
    expect(page.get_by_role("navigation", name="Sommaire du cours")).to_be_visible()
    expect(page.get_by_role("button", name="Sombre")).to_be_hidden()


def test_the_menu_of_a_phone_opens_takes_the_focus_and_closes_on_escape(visit):
    page = visit(CHAPTER, width=390)
    button, contents = page.get_by_role("button", name="Sommaire"), page.locator("#sommaire")
    expect(contents).to_be_hidden()
    button.focus()
    page.keyboard.press("Enter")
    expect(contents).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(contents.locator("[aria-current=page]")).to_be_focused()
    page.keyboard.press("Escape")
    expect(contents).to_be_hidden()
    expect(button).to_be_focused()
    button.click()
    contents.get_by_role("link", name="Cinq dates").or_(contents.locator(".stops a").nth(1)).first.click()
    expect(contents).to_be_hidden()
    expect(page.locator("#etape-2")).to_be_visible()


def test_the_colours_one_chose_are_there_before_the_stylesheet_on_every_page(chapter):
    body = chapter.locator("body")
    light = chapter.evaluate("getComputedStyle(document.body).backgroundColor")
    chapter.get_by_role("button", name="Sombre").click()
    expect(chapter.locator("html")).to_have_attribute("data-theme", "dark")
    expect(body).not_to_have_css("background-color", light)  # with less motion, colours change at the next frame
    dark = chapter.evaluate("getComputedStyle(document.body).backgroundColor")
    chapter.route("**/denouement.js", lambda route: route.fulfill(body=""))  # only the head of the page runs
    chapter.goto(chapter.url.replace(CHAPTER, "index.html"))
    expect(chapter.locator("html")).to_have_attribute("data-theme", "dark")
    assert chapter.evaluate("getComputedStyle(document.body).backgroundColor") == dark
    chapter.unroute("**/denouement.js")
    chapter.reload()
    chapter.get_by_role("button", name="Automatique").click()
    expect(chapter.locator("html")).not_to_have_attribute("data-theme", "dark")


@pytest.mark.parametrize("asked", ["décision", "decision", "DÉCISIONS"])
def test_the_search_finds_with_or_without_accents(visit, asked):
    page = visit("search.html")
    page.get_by_role("searchbox").fill(asked)
    page.get_by_role("button", name="Rechercher").click()
    expect(page.locator("#search-status")).to_contain_text("contiennent")
    expect(page.locator("#search-results a", has_text="Quand la vente").first).to_be_visible()


def test_the_search_says_when_there_is_nothing(visit):
    page = visit("search.html?q=zygomatique")
    expect(page.locator("#search-status")).to_contain_text("Aucune page")
