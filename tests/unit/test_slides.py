"""Slides: what is kept of a chapter, how long texts are divided, and questions whose answer stays folded."""

import pytest
from docutils import nodes

from denouement.compiler.book import words
from denouement.markup.html import Raw
from denouement.markup.slide import slide_html
from denouement.site.slides.deck import marks, slides_of
from denouement.site.slides.slide import BOX, Slide, lines_of, shared


def marked(text):
    return nodes.inline("", "", nodes.Text(text), classes=["diapo"])


def chapter(*blocks):
    """A document of one chapter with one stop that holds `blocks`."""
    stop = nodes.section("", nodes.title("", "Le pari"), *blocks)
    document = nodes.document(None, None)
    document += nodes.section("", nodes.title("", "Quand ?"), stop)
    return document


def deck(*blocks):
    return slides_of(chapter(*blocks), "01-conclusion", lambda node: Raw(node.astext()))


def test_of_the_prose_only_what_is_marked_is_shown_and_the_rest_is_for_the_speaker():
    whole = nodes.paragraph("", "", nodes.Text("Long récit. "), marked("On ne voit pas une décision."))
    _, stop, said = deck(nodes.paragraph("", "Il était une fois."), whole)
    assert stop.notes == ["Il était une fois."]
    assert said.body == ["On ne voit pas une décision."]
    assert said.notes == ["Long récit. On ne voit pas une décision."]


@pytest.mark.parametrize(
    ("mark", "said"),
    [
        ("les six ne pèsent pas pareil", "Les six ne pèsent pas pareil."),
        ("— Et alors ?", "— Et alors ?"),
        ("Il dit : « Oui. »", "Il dit : « Oui. »"),
    ],
)
def test_a_piece_of_a_sentence_is_set_as_a_sentence(mark, said):
    assert deck(nodes.paragraph("", "", nodes.Text("Puis "), marked(mark), nodes.Text(", etc.")))[-1].body == [said]


def test_a_mark_all_in_bold_is_set_as_a_sentence_too():
    bold = nodes.inline("", "", nodes.Text(""), nodes.strong("", "et si rien ?"), nodes.Text(""), classes=["diapo"])
    assert deck(nodes.paragraph("", "", bold))[-1].body == ["Et si rien ?"]


def test_a_list_stands_under_its_sentence():
    items = nodes.bullet_list("", *(nodes.list_item("", nodes.paragraph("", text)) for text in ("Un.", "Deux.")))
    *_, last = deck(nodes.paragraph("", "", marked("Découper rend deux services.")), items)
    assert last.kind == "say"
    assert len(last.body) == 2


def test_in_a_box_where_something_is_marked_only_that_is_shown():
    box = nodes.admonition("", nodes.title("", "Les faits"), classes=["facts"])
    box += nodes.paragraph("", "Détail.")
    box += nodes.paragraph("", "", marked("L'essentiel."), nodes.Text(" Et le reste."))
    *_, last = deck(box)
    assert (last.kind, last.title, last.body) == ("facts", "Les faits", ["L'essentiel."])


def test_a_box_for_those_who_code_is_left_out():
    assert [slide.kind for slide in deck(nodes.admonition("", nodes.title("", "Coder"), classes=["method"]))] == [
        "title",
        "stop",
    ]


def test_marks_are_read_in_their_order():
    paragraph = nodes.paragraph("", "", marked("un"), nodes.Text(" puis "), marked("deux"))
    assert [mark.astext() for mark in marks(paragraph)] == ["un", "deux"]


@pytest.mark.parametrize(
    ("heights", "parts"),
    [
        ([3, 3, 3], ["abc"]),  # it fits
        ([3, 3, 3, 3], ["ab", "cd"]),  # of like height, rather than full then nearly empty
        ([3.4, 3.4, 3.4, 1.4, 1.4, 5.4], ["ab", "cde", "f"]),
        ([2, 30, 2], ["a", "b", "c"]),  # what is too tall by itself stands alone
        ([], []),
    ],
)
def test_what_is_too_tall_is_divided_in_few_parts_of_like_height(heights, parts):
    assert BOX[1] == 10
    assert ["".join(part) for part in shared(list("abcdef")[: len(heights)], heights)] == parts


@pytest.mark.parametrize(("words_said", "size"), [(3, "large"), (70, ""), (140, "dense")])
def test_little_is_set_large_and_much_is_set_close(words_said, size):
    assert Slide("case", body=["<p>" + "parole " * words_said + "</p>"]).size == size


def test_a_longer_text_takes_more_lines():
    assert lines_of("mot " * 10) < lines_of("mot " * 40)


@pytest.mark.parametrize("item", ["conclusion-decision", "conclusion-versions", "decouper-deux-ans", "boulanger-parmi"])
def test_a_question_keeps_its_answer_folded_and_gives_its_reasons_to_the_speaker_alone(item, course_items, root):
    body, notes = slide_html(course_items[item], words(root), Raw("ici"))
    before, _, after = body.partition("<details")
    assert "fragment" in after
    assert words(root)["item.noscript.answer"] not in before
    assert notes
    assert notes not in body
    assert "<input" not in body, "a deck answers nothing"
    assert "data-item" not in body, "a deck records nothing"


def test_a_laboratory_says_what_to_reach_and_where_to_play_it(course_items, root):
    body, notes = slide_html(course_items["decouper-visites"], words(root), Raw('<a href="x">ici</a>'))
    assert '<a href="x">ici</a>' in body
    assert words(root)["lab.target"] in body
    assert notes
