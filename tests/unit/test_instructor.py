"""The instructor's sheets: one per chapter, the same parts, a paper quiz that its key answers, figures that hold."""

import re
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from denouement.models.decision import days_before, settled_count, signed_sales

BOOK = Path(__file__).parents[2] / "book" / "fr"
CHAPTERS = [path.stem for path in sorted((BOOK / "chapters").glob("*.md"))]
PARTS = ("But", "Durée", "Matériel", "Déroulé", "Ce qui tourne mal", "Lire les résultats", "Les sources à dire")
QUESTION = re.compile(r"^\*\*(\d)\.\*\* .+?\n+a\. (.+?) · b\. (.+?) · c\. (.+?)$", re.MULTILINE | re.DOTALL)
ANSWER = re.compile(r"\*\*(\d) ([abc])\.\*\*")

each_sheet = pytest.mark.parametrize("chapter", CHAPTERS)


def sheet(chapter: str) -> str:
    return (BOOK / "instructor" / f"{chapter}.md").read_text(encoding="utf-8")


def parted(chapter: str) -> tuple[str, str, str]:
    """The sheet, its quiz and its key."""
    room, quiz, key = re.split(r"^## .+$", sheet(chapter), flags=re.MULTILINE)
    return room, quiz, key


def test_each_chapter_has_its_sheet_and_no_sheet_is_an_orphan():
    assert sorted(path.stem for path in (BOOK / "instructor").glob("0*.md")) == CHAPTERS


@each_sheet
def test_a_sheet_says_what_an_instructor_needs_and_works_on_paper(chapter):
    room, _, _ = parted(chapter)
    assert [part for part in PARTS if f"**{part}" not in room] == []
    assert "**Sans réseau**" in room and "quatre" in room


@each_sheet
def test_the_minutes_of_the_session_add_up(chapter):
    room, _, _ = parted(chapter)
    said = int(re.search(r"\*\*Durée\*\* : (\d+) minutes", room)[1])
    table = room.split("| Minutes | |")[1].split("\n\n")[0]
    assert sum(int(n) for n in re.findall(r"^\| (\d+) \|", table, re.MULTILINE)) == said


@each_sheet
def test_the_paper_quiz_has_five_questions_of_three_options_and_a_key(chapter):
    _, quiz, key = parted(chapter)
    asked = QUESTION.findall(quiz)
    answers = dict(ANSWER.findall(key))
    assert [number for number, *_ in asked] == list("12345") == list(answers)
    assert len(set(answers.values())) == 3
    longest = [n for n, *options in asked if len(options["abc".index(answers[n])]) == max(map(len, options))]
    assert len(longest) <= 3, longest


def test_the_days_of_the_first_sheet():
    room, _, key = parted("01-conclusion")
    signed = date(2025, 5, 21)
    assert f"{days_before(signed, date(2025, 3, 25))} jours avant la signature" in room
    assert f"visible le 27 ({days_before(signed, date(2025, 3, 27))} jours)" in room
    assert f"accord le 10 avril ({days_before(signed, date(2025, 4, 10))} jours)" in room
    after = [-days_before(signed, day) for day in (date(2025, 8, 28), date(2025, 9, 30))]
    assert "livraison {} jours après la signature, paiement {}".format(*after) in room
    month, quarter = (settled_count(signed_sales(delay=40, at_table=0.10, window=days)) for days in (30, 90))
    assert f"b. {month} sur 100" in sheet("01-conclusion") and f"{quarter} est la réponse pour un trimestre" in key


CARD = re.compile(r"^\| ([^|]+) \| (oui|non) \| (\d+) h ?(\d*) \| ([^|]+) \|$", re.MULTILINE)


def test_the_twelve_of_the_third_sheet_sit_down_as_it_says():
    room, _, _ = parted("03-boulanger")
    cards = [(who, need == "oui", int(h) + int(m or 0) / 60, where) for who, need, h, m, where in CARD.findall(room)]
    assert len(cards) == 12
    need = [card for card in cards if card[1]]
    met = [card for card in need if 6.5 <= card[2] < 13 or 15.5 <= card[2] < 19.5]
    near = sorted((card for card in met if card[3] != "autre rive"), key=lambda card: card[2])
    assert (len(need), len(met), len(near)) == (9, 6, 5)
    assert near[-1][0] == "Apprenti"
    assert {who for who, *_, where in near if where == "place du Marché"} == {"Père de trois enfants", "Institutrice"}


def test_ten_hours_in_two_stretches_never_serve_seven():
    room, _, _ = parted("03-boulanger")
    cards = CARD.findall(room)
    times = sorted(
        int(h) + int(m or 0) / 60 for _, need, h, m, where in cards if need == "oui" and where != "autre rive"
    )

    def hours(served):
        """What it takes to serve them: from first to last, less the longest wait."""
        waits = [later - sooner for sooner, later in zip(served, served[1:], strict=False)]
        return served[-1] - served[0] - max(waits)

    assert min(map(hours, combinations(times, 6))) < 10 < min(map(hours, combinations(times, 7)))
    assert "prennent six clients, jamais sept" in room
