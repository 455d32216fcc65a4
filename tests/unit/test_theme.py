"""The look: contrast in both themes, bytes of the fonts, nothing from elsewhere, no word outside the catalogue."""

import re
import tomllib
from html import unescape
from itertools import product
from pathlib import Path
from xml.etree import ElementTree

import pytest
from jinja2 import Environment, FileSystemLoader

ROOT = Path(__file__).resolve().parents[2]
THEME = ROOT / "src" / "denouement" / "site" / "theme"
CSS = ROOT / "web" / "css"
TEMPLATES = sorted(THEME.glob("*.html"))
DRAWINGS = sorted((THEME / "drawings").glob("*.svg"))
WORDS = tomllib.loads((ROOT / "book" / "fr" / "interface.toml").read_text(encoding="utf-8"))

TOKENS = (CSS / "tokens.css").read_text(encoding="utf-8")
BLOCKS = [dict(re.findall(r"--([\w-]+):\s*(#\w+)", block)) for block in re.findall(r":root[^{]*\{([^{}]*)\}", TOKENS)]
LIGHT, DARK_BY_DEVICE, DARK_BY_CHOICE, _PRINT = BLOCKS
THEMES = {"light": LIGHT, "dark": LIGHT | DARK_BY_DEVICE}


def luminance(colour: str) -> float:
    """WCAG 2.2's relative luminance of #rrggbb (or #rgb)."""
    digits = colour.lstrip("#")
    digits = "".join(d * 2 for d in digits) if len(digits) == 3 else digits
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


READ = ["ink", "muted", "accent", "good", "bad", "code-keyword", "code-name", "code-text"]


@pytest.mark.parametrize(("theme", "name", "ground"), list(product(THEMES, READ, ["paper", "flour"])))
def test_what_is_read_has_contrast_4_5(theme, name, ground):
    assert contrast(THEMES[theme][name], THEMES[theme][ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_fields_buttons_and_charts_have_contrast_3(theme):
    tokens = THEMES[theme]
    assert contrast(tokens["edge"], tokens["paper"]) >= 3
    assert contrast(tokens["button"], tokens["paper"]) >= 3
    assert contrast(tokens.get("on-button", LIGHT["on-button"]), tokens["button"]) >= 4.5
    weak = [n for n in range(1, 5) if contrast(tokens[f"chart-{n}"], tokens["paper"]) < 3]
    assert weak == []


def test_dark_is_the_same_by_device_and_by_choice():
    assert DARK_BY_DEVICE == DARK_BY_CHOICE


def test_the_colours_announced_to_the_browser_are_the_paper_of_each_theme():
    layout = (THEME / "layout.html").read_text(encoding="utf-8")
    announced = re.findall(r'name="theme-color" content="(#\w+)"', layout)
    assert announced == [THEMES["light"]["paper"], THEMES["dark"]["paper"]]


def test_fonts_weigh_at_most_60_kilobytes_and_carry_their_licence():
    fonts = ROOT / "web" / "fonts"
    assert sum(path.stat().st_size for path in fonts.glob("*.woff2")) <= 60_000
    assert "SIL OPEN FONT LICENSE" in (fonts / "LICENSE-Vollkorn.txt").read_text(encoding="utf-8").upper()
    used = set(re.findall(r'url\("\.\./fonts/([^"]+)"\)', TOKENS))
    assert used == {path.name for path in fonts.glob("*.woff2")}
    # Vollkorn's own faces swap; those that stand in for it are local.
    assert TOKENS.count("font-display: swap") == len(used)


@pytest.mark.parametrize(
    "path", [*TEMPLATES, *sorted(CSS.glob("*.css")), *THEME.glob("static/*")], ids=lambda p: p.name
)
def test_nothing_comes_from_another_host(path):
    text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
    assert not re.search(r"(?:https?:)?//\w+\.\w", re.sub(r"^\s*//.*$", "", text, flags=re.M))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: p.name)
def test_every_word_of_a_template_stands_in_the_catalogue(path):
    text = path.read_text(encoding="utf-8")
    keys = set(re.findall(r"words\[[\"']([\w.-]+)[\"']\]", text))
    assert keys <= set(WORDS), sorted(keys - set(WORDS))
    bare = re.sub(r"\{[{%#].*?[}%#]\}|<(script|style)\b.*?</\1>|<[^>]*>", "", text, flags=re.DOTALL)
    assert re.findall(r"[A-Za-zÀ-ÿ]{2,}", bare) == [], "words written in the template itself"


def test_there_is_a_drawing_for_the_cover_and_for_each_of_the_eight_chapters():
    assert {path.stem for path in DRAWINGS} == {"cover", *(f"chapitre-{n}" for n in range(1, 9))}


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda p: p.stem)
def test_a_drawing_uses_the_theme_and_one_red(path):
    text = path.read_text(encoding="utf-8")
    root = ElementTree.fromstring(text)
    assert root.get("aria-hidden") == "true"
    colours = {c for e in root.iter() for c in (e.get("fill"), e.get("stroke")) if c and c != "none"}
    assert {c for c in colours if not c.startswith("var(--")} <= {"#fff"}  # a glint
    assert text.count("var(--button)") == 1, "one red thing, the button of the title"
    assert len(text) <= 8_000


def render(template: str = "page.html", **context) -> str:
    """A page as Sphinx would write it, with the context of `denouement.site.pages`."""
    stop = {"id": "etape-1", "title": "La bande de caisse", "minutes": 6}
    entry = {"doc": "chapters/03", "number": 3, "title": "Le boulanger", "url": "#", "minutes": 6, "stops": [stop]}
    environment = Environment(loader=FileSystemLoader(THEME))
    return environment.get_template(template).render(
        {
            "words": WORDS,
            "language": "fr",
            "content_root": "./",
            "pathto": lambda name, resource=0: name,
            "root_doc": "index",
            "title": "Le boulanger",
            "pagename": "chapters/03",
            "body": "<h1>Le boulanger</h1>",
            "course_map": [entry],
            "course_pages": [{"doc": "comment", "title": "Comment", "url": "comment.html"}],
            "chapter": entry,
            "page_kind": "chapter",
            "course_version": "0",
            "description": "Trois conditions.",
        }
        | context
    )


def test_a_page_loads_one_stylesheet_and_one_script():
    page = render()
    assert re.findall(r'<script[^>]* src="([^"]+)"', page) == ["_static/denouement.js"]
    assert re.findall(r'rel="stylesheet" href="([^"]+)"', page) == ["_static/denouement.css"]


def test_a_page_with_one_of_the_learners_panels_loads_their_script_after_its_own():
    page = render(panels=True)
    assert re.findall(r'<script defer src="([^"]+)"', page) == ["_static/denouement.js", "_static/panels.js"]


def test_a_chapter_says_its_title_its_course_its_language_and_where_one_is():
    page = render()
    assert "<title>Le boulanger — Le closing n'existe pas</title>" in page
    assert '<html lang="fr"' in page
    assert '<meta name="description" content="Trois conditions.">' in page
    assert re.search(r'class="current">\s*<a href="#" aria-current="page">', page)
    assert 'data-progress="chapters/03"' in page
    assert 'href="#etape-1"' in page


def test_the_home_page_carries_the_course_s_own_name_and_description():
    page = render(page_kind="home", chapter=None, pagename="index", title="Le closing n'existe pas")
    assert "<title>Le closing n'existe pas</title>" in page
    assert WORDS["site.description"] in unescape(page)


def test_a_missing_page_needs_nothing_but_itself():
    page = render("404.html", site_root="/cours/")
    assert not re.search(r'src=|rel="stylesheet"|url\(', page)
    assert 'href="/cours/"' in page
