"""« Programme »: durations as the stops show them, and nothing promised that the course does not hold."""

import re
from collections import Counter
from pathlib import Path

import pytest

from denouement.markup.programme import ORGANISATION, durations_html, organisation_html, syllabus_html, time_said
from denouement.questions.bank import load_bank
from denouement.typography import NBSP

BOOK = Path(__file__).resolve().parents[2] / "book" / "fr"
PAGES = sorted(BOOK.glob("*.md"))
NUMBER = r"\d+|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|trente|quarante"
TYPED = re.compile(rf"\b(?:{NUMBER})(?:\s+h\s+\d\d|\s+(?:min|minutes?|heures?|demi-heures?))\b", re.IGNORECASE)

WORDS = {
    "site.chapter": "Chapitre {n}",
    "site.minutes": "{minutes} min",
    "programme.part": "Partie",
    "programme.time": "Durée",
    "programme.total": "En tout",
    "programme.test.questions": "{title} ({n} questions)",
    "programme.before": "Prérequis : {what}.",
    "programme.quiz.one": "{n} question",
    "programme.quiz.many": "{n} questions",
    "programme.lab.one": "{n} laboratoire",
}
CHAPTER = {
    "number": 3,
    "title": "Le pain",
    "url": "chapters/03-pain.html",
    "minutes": 58,
    "prerequisites": "aucun",
    "objectives": [{"html": "vendre <em>du</em> pain"}],
    "kinds": ["quiz", "lab", "quiz", "text"],
    "stops": [{"id": "etape-1", "title": "La faim", "minutes": 58}],
}


def text_of(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).replace(NBSP, " ").split())


SAID = {(27,): "27 minutes", (192,): "3 h 12", (120,): "2 h", (65,): "1 h 05", (5, 10): "5 à 10 minutes"}


@pytest.mark.parametrize(("minutes", "said"), [*SAID.items(), ((7, 7), "7 minutes")])
def test_a_duration_is_said_in_hours_and_minutes(minutes, said):
    assert time_said(*minutes).replace(NBSP, " ") == said


def test_the_durations_are_summed():
    test = {"title": "Test final", "minutes": 16, "questions": [{}, {}]}
    said = text_of(durations_html([CHAPTER], [test], WORDS))
    assert "Chapitre 3 Le pain 58 minutes" in said
    assert "Test final (2 questions) 16 minutes" in said
    assert said.endswith("En tout 1 h 14")


def test_a_chapter_says_what_one_does_in_it_and_leads_to_its_stops():
    html = syllabus_html([CHAPTER], WORDS)
    assert "58 minutes. 2 questions, 1 laboratoire. Prérequis : aucun." in text_of(html)
    assert 'href="chapters/03-pain.html#etape-1"' in html
    assert "<li>vendre <em>du</em> pain</li>" in html


def test_what_only_the_training_body_knows_are_labelled_fields():
    words = {f"organisation.{name}": name for name in (*ORGANISATION, "title", "how")}
    html = organisation_html(words)
    assert re.findall(r'<label for="organisation-(\w+)">', html) == list(ORGANISATION)
    assert re.findall(r'<textarea id="organisation-(\w+)"', html) == list(ORGANISATION)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_no_duration_is_typed_by_hand(path):
    assert TYPED.findall(path.read_text(encoding="utf-8")) == [], "write {duration}`…` instead"


def test_the_check_sees_a_typed_duration():
    assert len(TYPED.findall("Comptez vingt minutes, ou 3 h 12, ou une demi-heure.")) == 3


def test_every_objective_has_at_least_two_questions_as_the_programme_says():
    banks = [load_bank(path) for path in sorted((BOOK / "questions").glob("*.toml"))]
    counts = {bank.chapter: Counter(question.objective for question in bank.questions) for bank in banks}
    assert [o.id for bank in banks for o in bank.objectives if counts[bank.chapter][o.id] < 2] == []
