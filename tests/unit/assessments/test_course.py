"""The two tests of the course: what they cover, and that their form gives nothing away."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from denouement.assessments import goals, read_assessment
from denouement.compiler.questions import load_banks
from denouement.questions.choice import Multiple, Single

BOOK = Path(__file__).parents[3] / "book" / "fr"
BANKS = load_banks(BOOK / "questions")
GOALS = goals(BANKS)
POSITIONING, FINAL = (read_assessment(BOOK / "tests" / f"{name}.toml", GOALS) for name in ("positionnement", "final"))
QUESTIONS = [*POSITIONING.questions, *FINAL.questions]
SINGLES = [question for question in QUESTIONS if isinstance(question, Single)]


def chapters(test):
    return Counter(question.objective.split("/")[0] for question in test.questions)


def right(question):
    return next(choice for choice in question.choices if choice.correct)


def test_one_question_a_chapter_before_and_two_after():
    known = {bank.chapter for bank in BANKS}
    assert chapters(POSITIONING) == dict.fromkeys(known, 1)
    assert chapters(FINAL) == dict.fromkeys(known, 2)


def test_only_the_final_test_explains():
    assert FINAL.explain
    assert not POSITIONING.explain


def test_the_two_questions_of_a_chapter_bear_on_two_objectives():
    assert max(Counter(question.objective for question in FINAL.questions).values()) == 1


def test_every_objective_tested_has_questions_to_go_back_to():
    assert [q.id for q in QUESTIONS if not GOALS[q.objective].items] == []


def test_the_two_questions_of_a_chapter_do_not_stand_side_by_side():
    order = [question.objective.split("/")[0] for question in FINAL.questions]
    assert [name for name, after in zip(order, order[1:], strict=False) if name == after] == []


def test_no_question_repeats_the_words_of_a_chapter():
    said = {text for bank in BANKS for question in bank.questions for text in words_of(question)}
    assert [q.id for q in QUESTIONS if words_of(q) & said] == []


def words_of(question):
    """What is asked and answered, in whole sentences: labels of a few words are the course's own terms."""
    shown = [question.text, *(choice.text for choice in getattr(question, "choices", ()))]
    shown += [pair.left for pair in getattr(question, "pairs", ())]
    return {text for text in shown if len(text.split()) > 4}


def test_the_right_choice_is_not_the_longest_more_often_than_chance():
    longest = [q.id for q in SINGLES if len(right(q).text) == max(len(choice.text) for choice in q.choices)]
    assert len(longest) <= 0.4 * len(SINGLES), longest


def test_right_answers_are_spread_over_positions():
    places = Counter(q.choices.index(right(q)) for q in SINGLES if len(q.choices) == 3)
    asked = sum(places.values())
    assert all(places[place] <= asked / 2 for place in range(3)), places
    ticked = Counter(
        place for q in QUESTIONS if isinstance(q, Multiple) for place, c in enumerate(q.choices) if c.correct
    )
    several = sum(isinstance(q, Multiple) for q in QUESTIONS)
    assert all(count < several for count in ticked.values()), ticked


@pytest.mark.parametrize("question", FINAL.questions, ids=lambda question: question.id)
def test_each_wrong_answer_has_its_own_reason(question):
    parts = [getattr(question, name, ()) for name in ("choices", "pairs", "elements", "mistakes")]
    feedback = [part.feedback for group in parts for part in group]
    assert len(feedback) == len(set(feedback)) > 1


def test_ids_name_the_test_and_no_chapter():
    for test, prefix in ((POSITIONING, "positionnement-"), (FINAL, "final-")):
        assert [q.id for q in test.questions if not q.id.startswith(prefix) or any(c.isdigit() for c in q.id)] == []


def test_a_law_is_to_be_checked_by_who_reads_it():
    source = tomllib.loads((BOOK / "tests" / "final.toml").read_text(encoding="utf-8"))
    legal = [q for q in source["question"] if q["objective"] in ("06-refuser/trois-refus",)]
    assert all("Légifrance" in q["explanation"] for q in legal)
