"""The slides of every chapter, as the room and the speaker meet them: walls, keyboard, paper, file, telephone."""

import re

import pytest
from accessibility import violations
from course import CHAPTERS
from playwright.sync_api import Page, expect

from denouement.catalogue import words

READY = "() => Boolean(document.querySelector('main.deck').deck)"
DRAWN = "() => document.querySelector('.slides > .present figure.drawn')"
TURN = "n => document.querySelector('main.deck').deck.slide(n)"
# New colours pass from an element to those in it, a frame later each (`transition-duration: 0.01ms`).
FRAMES = """async (count) => {
  for (; count; count--) await new Promise((done) => requestAnimationFrame(done));
}"""
SHOW_ALL = "() => { const { deck } = document.querySelector('main.deck'); while (deck.nextFragment()); }"
WALLS = [(1280, 720, "light"), (1024, 768, "dark")]  # px
SLIDE = (1280, 720)  # px: what a slide is laid out at, before it is enlarged or reduced to the wall
SMALLEST, SMALLEST_IN_CHARTS, SMALLEST_HELP = 26, 14, 22  # px on a slide 720 px high

# What is shown of the present slide: texts and drawings beyond its edges or the wall's, and the size of the smallest
# letters, in pixels of a slide 720 px high (the drawing of a title apart).
SEEN = """() => {
  const slide = document.querySelector(".slides > .present");
  const box = slide.getBoundingClientRect();
  const scale = box.width / 1280;
  const beyond = [];
  const sizes = { text: 999, chart: 999, help: 999 };
  const outside = (shown) =>
    shown.bottom > box.bottom - 30 * scale || shown.top < box.top || shown.left < box.left || shown.right > box.right ||
    shown.bottom > innerHeight + 1 || shown.top < -1 || shown.left < -1 || shown.right > innerWidth + 1;
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const holder = text.parentElement;
    if (!text.textContent.trim() ||
        holder.closest(".notes, script, summary, .visually-hidden, .slide-drawing")) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const shown = range.getBoundingClientRect();
    if (!shown.width || !shown.height || getComputedStyle(holder).visibility === "hidden") continue;
    if (outside(shown)) beyond.push(text.textContent.trim().slice(0, 40));
    const matrix = holder.closest("svg") && holder.getScreenCTM();
    const zoom = matrix ? Math.hypot(matrix.a, matrix.b) / scale : 1; // an axis's title may be turned
    const kind = matrix ? "chart" : holder.closest(".lever, .part") ? "help" : "text";
    sizes[kind] = Math.min(sizes[kind], parseFloat(getComputedStyle(holder).fontSize) * zoom);
  }
  for (const drawing of slide.querySelectorAll(".chart-drawing svg, .lever input"))
    if (outside(drawing.getBoundingClientRect())) beyond.push(`<${drawing.tagName.toLowerCase()}>`);
  return { beyond, sizes };
}"""


def open_deck(visit, chapter: str, **options) -> Page:
    page = visit(f"diapos/{chapter}.html", **options)
    page.wait_for_function(READY)
    page.set_viewport_size(dict(zip(("width", "height"), SLIDE, strict=True)))
    return page


def walk(page: Page):
    """Shows every slide in turn, its chart drawn and its answer open; yields its number, from 1."""
    for number in range(page.evaluate("() => document.querySelector('main.deck').deck.getTotalSlides()")):
        page.evaluate(TURN, number)
        if page.locator(".slides > .present figure[data-chart]").count():
            page.wait_for_function(DRAWN)
            page.evaluate(FRAMES, 10)  # a drawing made smaller takes its new width a frame later, then its height
        page.evaluate(SHOW_ALL)
        yield number + 1


def show(page: Page, slide) -> int:
    """Turns to `slide`, a locator; → its rank."""
    rank = slide.evaluate("slide => [...slide.parentElement.children].indexOf(slide)")
    page.evaluate(TURN, rank)
    return rank


def faults(page: Page) -> list[str]:
    """What cannot be read on the present slide."""
    seen = page.evaluate(SEEN)
    least = {"text": SMALLEST, "chart": SMALLEST_IN_CHARTS, "help": SMALLEST_HELP}
    small = [f"{kind} {seen['sizes'][kind]:.1f} px" for kind, size in least.items() if seen["sizes"][kind] < size]
    return [*(f"beyond the edges: {text}" for text in seen["beyond"]), *small]


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_slide_of_every_chapter_is_whole_legible_and_accessible(visit, chapter):
    page = open_deck(visit, chapter)
    problems, count = [], 0
    for width, height, scheme in WALLS:
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=scheme)
        page.evaluate(FRAMES, 30)
        kinds = set()
        for number in walk(page):
            found = faults(page)
            kind = re.search(r"on-\w+", page.locator(".slides > .present").get_attribute("class"))[0]
            if kind not in kinds:
                kinds.add(kind)
                page.evaluate(FRAMES, 6)
                # What surrounds slides is seen on paper and on ink.
                found += violations(page, ".slides > .present" if len(kinds) > 2 else "html")
            problems += [f"{width} × {height}, {scheme}, slide {number}, {kind}: {line}" for line in found]
            count += 1
        assert kinds >= {"on-title", "on-stop", "on-say", "on-question", "on-facts", "on-monday"}
    assert not problems, "\n".join(problems)
    assert count > 40


def test_the_walk_sees_what_overflows_and_what_is_small(visit):
    page = open_deck(visit, CHAPTERS[0])
    page.evaluate(
        """() => {
          const body = document.querySelector(".slides > .present h1");
          const add = (textContent, style) =>
            body.after(Object.assign(document.createElement("p"), { textContent, style }));
          add("bas", "position:absolute;top:715px");
          add("menu", "font-size:12px");
        }"""
    )
    assert faults(page) == ["beyond the edges: bas", "text 12.0 px"]


def test_the_keyboard_turns_slides_and_opens_an_answer(visit):
    page = open_deck(visit, CHAPTERS[0])
    slide = page.locator("#conclusion-decision")
    answer = slide.locator(".slide-answer")
    show(page, slide)
    expect(slide).to_have_class(re.compile("present"))
    expect(answer).to_be_hidden()
    page.keyboard.press("ArrowRight")
    expect(answer).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(slide).not_to_have_class(re.compile("present"))
    page.keyboard.press("ArrowLeft")
    expect(slide).to_have_class(re.compile("present"))
    page.wait_for_url(re.compile("#/conclusion-decision"))  # a slide has its address


def test_escape_shows_all_slides_and_leaves_them(visit):
    page = open_deck(visit, CHAPTERS[0])
    page.keyboard.press("Escape")
    expect(page.locator(".reveal.overview")).to_have_count(1)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    expect(page.locator(".reveal.overview")).to_have_count(0)
    expect(page.locator("#etape-1")).to_have_class(re.compile("present"))


def test_a_lever_moves_its_chart_and_not_the_slide(visit):
    page = open_deck(visit, CHAPTERS[0])
    slide = page.locator(".slides > .on-chart").first
    rank = show(page, slide)
    lever = slide.locator("input[type=range]").first
    before = slide.locator(".chart-title").inner_text()
    lever.focus()
    page.keyboard.press("End")
    expect(slide.locator(".chart-title")).not_to_have_text(before)
    assert page.evaluate("() => document.querySelector('main.deck').deck.getState().indexh") == rank


def test_the_interface_speaks_french(visit):
    page = open_deck(visit, CHAPTERS[0])
    said = page.locator("main.deck").evaluate(
        """deck => [...deck.querySelectorAll(":scope > :not(.slides) [aria-label], :scope > :not(.slides) button")]
          .map((e) => [e.getAttribute("aria-label"), e.textContent.trim()]).flat().filter(Boolean)"""
    )
    ours = {words()[f"deck.{name}"] for name in ("previous", "next", "up", "down", "resume")}
    assert set(said) == ours


def test_the_speaker_reads_notes_in_a_window_that_follows(visit):
    page = open_deck(visit, CHAPTERS[0])
    with page.context.expect_page() as opened:
        page.keyboard.press("s")
    notes = opened.value
    expect(notes.locator("h1")).to_have_text(page.locator(".slides > .present h1").inner_text())
    show(page, page.locator("#conclusion-decision"))
    reasons = page.locator("#conclusion-decision .notes li").first.text_content()
    expect(notes.locator("main")).to_contain_text(reasons)
    notes.keyboard.press("ArrowRight")
    expect(page.locator("#conclusion-decision .slide-answer")).to_be_visible()
    expect(notes.locator("footer")).to_contain_text("Ensuite")


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_paper_holds_a_slide_a_page_and_no_answer(visit, chapter):
    page = visit(f"diapos/{chapter}.html?print-pdf")
    page.wait_for_function(READY)
    slides = page.locator(".slides > .slide")
    paper = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == slides.count()
    page.emulate_media(media="print")
    cut = slides.evaluate_all("all => all.filter((s) => !s.offsetHeight || s.scrollHeight > s.offsetHeight).length")
    assert cut == 0
    expect(page.locator(".slide-answer").first).to_be_hidden()


def test_on_a_telephone_slides_follow_one_another_with_answers_folded(visit):
    page = visit(f"diapos/{CHAPTERS[0]}.html", width=390)
    expect(page.locator("main.deck.reveal")).to_have_count(0)
    expect(page.locator(".slide.on-stop").last).to_be_visible()
    assert page.locator(".slide-answer").count() > 5
    assert page.locator(".slide-answer[open]").count() == 0


def test_without_scripts_slides_follow_one_another_with_answers_folded(visit):
    page = visit(f"diapos/{CHAPTERS[0]}.html", java_script_enabled=False)
    expect(page.locator(".slide.on-stop").last).to_be_visible()
    expect(page.locator(".slide.on-chart .chart-picture.wide svg").first).to_be_visible()
    answer = page.locator(".slide-answer").first
    expect(answer.locator("p")).to_be_hidden()
    answer.locator("summary").click()
    expect(answer.locator("p")).to_be_visible()


def test_slides_opened_as_a_file_turn_and_their_charts_move(visit, site):
    page = visit((site / "diapos" / f"{CHAPTERS[0]}.html").as_uri())
    page.wait_for_function(READY)
    page.keyboard.press("ArrowRight")
    expect(page.locator("#etape-1")).to_have_class(re.compile("present"))
    slide = page.locator(".slides > .on-chart").first
    show(page, slide)
    page.wait_for_function(DRAWN)
    before = slide.locator(".chart-title").inner_text()
    slide.locator("input[type=range]").first.press("End")
    expect(slide.locator(".chart-title")).not_to_have_text(before)


def test_the_guide_and_each_chapter_lead_to_slides_and_back(visit):
    page = visit("instructor/index.html")
    links = page.locator("main a[href*='diapos/']").evaluate_all("all => all.map((a) => a.getAttribute('href'))")
    assert links == [f"../diapos/{chapter}.html" for chapter in CHAPTERS]
    page.goto(page.url.replace("instructor/index", f"chapters/{CHAPTERS[0]}"))
    page.get_by_role("link", name=words()["deck.link"]).press("Enter")
    page.wait_for_function(READY)
    page.get_by_text(words()["deck.tools.short"], exact=True).click()
    page.get_by_role("link", name=words()["deck.back"], exact=True).click()
    expect(page.locator("h1")).to_be_visible()
    assert page.url.split("#")[0].endswith(f"chapters/{CHAPTERS[0]}.html")
