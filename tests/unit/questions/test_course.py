"""Every question of the course, read together: what a form may give away, and how much there must be.

Someone who has not read a chapter must not score by the look of its questions: by the place of the right option, its
length, or the turn of the sentence. What the questions say is for their readers to judge.
"""

import re
from collections import Counter
from math import sqrt
from pathlib import Path

import pytest

from denouement.assessments import goals, read_assessment
from denouement.compiler import wording
from denouement.compiler.questions import load_banks
from denouement.exercises.registry import exercises
from denouement.interviews.load import read_interview
from denouement.labs import LABS, read_lab
from denouement.questions.bank import Bank
from denouement.questions.choice import Multiple, Single
from denouement.questions.matching import Matching

BOOK = Path(__file__).parents[3] / "book" / "fr"
BANKS = load_banks(BOOK / "questions")
TESTS = [read_assessment(path, goals(BANKS)) for path in sorted((BOOK / "tests").glob("*.toml"))]
#: Where each question stands: a chapter or a test.
GROUPS = {bank.chapter: bank.questions for bank in BANKS} | {test.id: test.questions for test in TESTS}
QUESTIONS = [question for questions in GROUPS.values() for question in questions]
CHAPTERS = [path.stem for path in sorted((BOOK / "chapters").glob("*.md"))]
#: Half the width, in standard deviations, of what chance alone would do: a drawn order passes 19 times out of 20.
CHANCE = 2

each_bank = pytest.mark.parametrize("bank", BANKS, ids=lambda bank: bank.chapter)


def of_type(kind, questions=QUESTIONS):
    """Questions of a type; a timeline keeps the order of its dates, so that its places say nothing."""
    return [q for q in questions if isinstance(q, kind) and getattr(q, "layout", "") != "timeline"]


def place(question: Single) -> int:
    return next(rank for rank, choice in enumerate(question.choices) if choice.correct)


def lengths(question) -> list[int]:
    """What the eye measures: the letters of each option as shown."""
    return [len(wording.plain(choice.text)) for choice in question.choices]


def pays(question, extreme) -> float:
    """What it brings to choose the longest (`max`) or the shortest (`min`) option; ties are drawn."""
    measured = lengths(question)
    candidates = [c for c, length in zip(question.choices, measured, strict=True) if length == extreme(measured)]
    return sum(choice.correct for choice in candidates) / len(candidates)


def surprise(hits: list[tuple[float, float]]) -> float:
    """How far from chance, in standard deviations, are (what came, its chance) taken together."""
    spread = sqrt(sum(chance * (1 - chance) for _, chance in hits))
    return sum(came - chance for came, chance in hits) / spread


def test_right_options_of_single_choices_are_spread_over_places():
    asked = of_type(Single)
    for rank in range(3):
        assert abs(surprise([(place(q) == rank, 1 / 3) for q in asked])) <= CHANCE, Counter(map(place, asked))


def test_right_options_of_multiple_choices_are_spread_over_places():
    for rank in range(5):
        asked = [q for q in of_type(Multiple) if len(q.choices) > rank]
        hits = [(q.choices[rank].correct, sum(c.correct for c in q.choices) / len(q.choices)) for q in asked]
        assert abs(surprise(hits)) <= CHANCE, (rank, hits)


def test_right_sides_of_pairs_are_spread_over_places():
    for rank in range(5):
        hits = []
        for question in of_type(Matching):
            (answer,), _ = question.responses()
            shown = [right["id"] for right in question.shown(wording)["rights"]]
            chosen = [shown.index(pair.split("=")[1]) for pair in answer.split(",")]
            hits += [(spot == rank, 1 / len(shown)) for spot in chosen if len(shown) > rank]
        assert abs(surprise(hits)) <= CHANCE, (rank, hits)


@pytest.mark.parametrize("group", GROUPS)
def test_no_place_is_right_all_along_a_chapter(group):
    places = Counter(map(place, of_type(Single, GROUPS[group])))
    assert places.total() < 3 or max(places.values()) < places.total(), places


@pytest.mark.parametrize("extreme", [max, min], ids=["longest", "shortest"])
def test_the_length_of_an_option_does_not_give_it_away(extreme):
    """Choosing the longest, or the shortest, brings at most 40 % of single choices, and what chance does elsewhere."""
    singles = {group: of_type(Single, questions) for group, questions in GROUPS.items()}
    report = {group: f"{sum(pays(q, extreme) for q in asked):.1f}/{len(asked)}" for group, asked in singles.items()}
    asked = of_type(Single)
    assert sum(pays(q, extreme) for q in asked) <= 0.4 * len(asked), report
    several = [(pays(q, extreme), sum(c.correct for c in q.choices) / len(q.choices)) for q in of_type(Multiple)]
    assert surprise(several) <= CHANCE, several


@each_bank
def test_in_a_chapter_the_right_option_is_the_longest_in_at_most_half_of_single_choices(bank: Bank):
    asked = of_type(Single, bank.questions)
    assert sum(pays(q, max) for q in asked) <= len(asked) / 2, {q.id: lengths(q) for q in asked}


def test_a_single_choice_has_three_options():
    assert {q.id: len(q.choices) for q in of_type(Single) if len(q.choices) != 3} == {}


@pytest.mark.parametrize("group", [*(bank.chapter for bank in BANKS), *(test.id for test in TESTS if test.explain)])
def test_each_answer_has_a_reason_of_its_own(group):
    """What is said of one choice, pair, element or expected mistake is said of no other in the same question."""
    parts = ("choices", "pairs", "elements", "mistakes")
    for question in GROUPS[group]:
        said = [part.feedback for name in parts for part in getattr(question, name, ())]
        assert "" not in said and len(said) == len(set(said)), question.id


CATCH_ALL = re.compile(
    r"^(?:aucune?|tou(?:te)?s|(?:toutes )?les (?:deux|trois|quatre))"
    r"(?:$|,|\.| (?:des?|de ces|les) (?:deux|trois|quatre|cinq|réponses?|propositions?|options?|cas)\b)"
    r"|\bni l'une? ni l'autre\b|\b(?:réponses?|propositions?|options?) (?:précédentes?|ci-dessus|[abc]\b)",
    re.IGNORECASE,
)
QUOTED = re.compile(r"«[^»]*»")
#: The verb of what is asked is denied, or an exception is asked for; « ne … que » restricts, and does not deny.
NEGATION = re.compile(
    r"\b(?:(?:les?|la|du|des|aux?)?quel(?:le)?s?|combien|(?<![^ ] )qu[ei])\b(?:(?!\bqu[ei]?\b|[,:]).)*?\b(?:ne |n['’])"
    r"(?!\S+(?: \S+)? qu['’e]).*\b(?:pas|rien|jamais|aucune?|ni|plus|point)\b"
    r"|\b(?:sauf|excepté|hormis|à l['’]exception|incorrecte?s?|faux|fausses?)\b",
    re.IGNORECASE,
)


def asks(question) -> list[str]:
    """The sentences of a question that ask, or its last one; what people say is left out."""
    text = QUOTED.sub("…", wording.plain(question.text).replace("\u202f", " ").replace("\u00a0", " "))
    sentences = re.split(r"(?<=[.!?…:])\s+", text)
    return [sentence for sentence in sentences if "?" in sentence] or sentences[-1:]


def test_no_option_stands_for_all_or_none_of_the_others():
    options = [(q.id, c.text) for q in QUESTIONS for c in getattr(q, "choices", ())]
    assert [(name, text) for name, text in options if CATCH_ALL.search(text)] == []


@pytest.mark.parametrize("text", ["Aucune des trois", "Toutes ces réponses", "Les deux", "Tous les cas", "Aucun"])
def test_a_catch_all_is_seen(text):
    assert CATCH_ALL.search(text.replace("ces ", "de ces "))


def test_no_question_is_turned_round_by_a_negation():
    asked = [(q.id, sentence) for q in QUESTIONS if q.judged for sentence in asks(q)]
    assert [(name, sentence) for name, sentence in asked if NEGATION.search(sentence)] == []


@pytest.mark.parametrize(
    "trap",
    [
        "Laquelle n'est pas une avancée ?",
        "Que ne dit-il pas ?",
        "Tous engagent, sauf un. Lequel ?",
        "Laquelle est fausse ?",
    ],
)
def test_a_negation_trap_is_seen(trap):
    assert NEGATION.search(trap) and not NEGATION.search("Laquelle n'apprend-on qu'en la faisant tourner ?")


@each_bank
def test_every_objective_is_covered_by_at_least_two_items(bank: Bank):
    covered = Counter(question.objective for question in bank.questions if question.judged)
    assert {objective.id: covered[objective.id] for objective in bank.objectives if covered[objective.id] < 2} == {}


def test_every_chapter_has_its_questions_and_no_question_is_without_a_chapter():
    assert [bank.chapter for bank in BANKS] == CHAPTERS


def test_there_is_enough_to_answer():
    """Recalls are the same items at another place: they are not counted."""
    assert sum(question.judged for bank in BANKS for question in bank.questions) >= 64
    assert len([question for test in TESTS for question in test.questions]) == 3 * len(CHAPTERS)


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_chapter_has_something_to_decide_and_two_exercises_to_code(chapter):
    """To decide: a question that says so, or a lab, whose button does."""
    shown = re.findall(r"\{(?:item|exercise)\} (\S+)", (BOOK / "chapters" / f"{chapter}.md").read_text("utf-8"))
    decide = {question.id for question in GROUPS[chapter] if question.label == "Décider"}
    decide |= {path.stem for path in (BOOK / "labs").glob("*.toml") if read_lab(path, LABS).chapter == chapter}
    assert decide and decide <= set(shown)
    assert len(set(shown) & set(exercises())) >= 2


def test_labs_and_interviews_are_as_many_as_the_course_promises():
    labs = [read_lab(path, LABS) for path in (BOOK / "labs").glob("*.toml")]
    interviews = [read_interview(path) for path in (BOOK / "interviews").glob("*.toml")]
    with_a_customer = [i for i in interviews if i.id.startswith("entretien-")]
    assert len(labs) >= 5 and len(with_a_customer) >= 2
    acting = {activity.chapter for activity in (*labs, *interviews)}
    # Chapter 1 has the dates of the learner's own deal in their place.
    assert set(CHAPTERS) - acting <= {"01-conclusion"}
