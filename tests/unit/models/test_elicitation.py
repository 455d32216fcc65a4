"""The model of chapter 5: what questions do to a customer who complains, and what a sequence of them is worth."""

import tomllib
from math import fsum
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from denouement.models.elicitation import (
    ASSUMED,
    AT_ONCE,
    IMPLICATION,
    LIST,
    MANNERS,
    NEED,
    PROBLEM,
    QUESTIONS,
    STOP,
    TOPICS,
    WEIGHED,
    Subjects,
    converse,
    interview,
    outcomes,
)
from denouement.typography import fr

DOSES = (1, 4, 7, 10, 13, 16, 19)
VARIED = [{name: value * factor} for name, value in ASSUMED.items() for factor in (0.75, 1.25)]
ROOT = Path(__file__).parents[3]


def said(dose, manner, **assumed):
    return interview(deep=dose / 20, manner=manner, **assumed)[-1].said


@given(
    st.tuples(*[st.integers(0, 4)] * 5).filter(any),
    st.sampled_from(QUESTIONS),
    st.booleans(),
)
def test_whatever_is_asked_the_chances_sum_to_one_and_no_subject_is_lost(counts, question, follows):
    before = Subjects(*counts)
    possible = outcomes(before, question, follows=follows)
    assert fsum(outcome.chance for outcome in possible) == pytest.approx(1)
    for outcome in possible:
        assert 0 < outcome.chance <= 1 + 1e-12
        assert sum(outcome.subjects) == sum(before) and min(outcome.subjects) >= 0
        assert outcome.flat == (outcome.subjects == before)


def test_a_need_that_has_been_said_is_never_taken_back():
    for question in QUESTIONS:
        assert all(o.subjects.said >= 2 for o in outcomes(Subjects(1, 1, 1, 2, 1), question, follows=True))


def test_a_complaint_is_more_surely_said_as_a_need_once_it_has_been_weighed():
    weighed = outcomes(Subjects(0, 0, 1, 0, 0), NEED, follows=True)[0].chance
    early = outcomes(Subjects(0, 1, 0, 0, 0), NEED, follows=True)[0].chance
    assert (weighed, early) == (ASSUMED["say"], ASSUMED["early"])


@pytest.mark.thorough
@pytest.mark.parametrize("manner", MANNERS)
@pytest.mark.parametrize("dose", [0, 7, 20])
def test_the_averages_are_those_of_a_long_simulation(manner, dose):
    rng, drawn = Random(f"{manner}/{dose}"), 4000
    totals = [0, 0]
    for _ in range(drawn):
        subjects, weariness = Subjects(TOPICS, 0, 0, 0, 0), 0.0
        for _ in range(24):
            if weariness >= ASSUMED["patience"]:
                break
            dig = NEED if manner == AT_ONCE or subjects.weighed else IMPLICATION
            if manner == LIST:
                dig = rng.choice([IMPLICATION, NEED])
            question = dig if rng.random() < dose / 20 else PROBLEM
            at = rng.random()
            for outcome in outcomes(subjects, question, follows=manner != LIST):
                at -= outcome.chance
                if at < 0:
                    break
            subjects, weariness = outcome.subjects, weariness + (ASSUMED["flat"] if outcome.flat else 1)
        totals[0] += subjects.said
        totals[1] += subjects.complaints + subjects.weighed
    last = interview(deep=dose / 20, manner=manner)[-1]
    assert last.said == pytest.approx(totals[0] / drawn, abs=0.06)
    assert last.complaints == pytest.approx(totals[1] / drawn, abs=0.08)


def test_subjects_only_go_forward_and_everyone_ends_by_getting_up():
    moments = interview(deep=0.5, manner=WEIGHED)
    for earlier, later in zip(moments, moments[1:], strict=False):
        assert later.hidden <= earlier.hidden + 1e-9 and later.said >= earlier.said - 1e-9
        assert later.there <= earlier.there + 1e-9
    assert moments[-1].there == pytest.approx(0)
    for moment in moments:
        assert moment.hidden + moment.complaints + moment.said + moment.dropped == pytest.approx(TOPICS)


@pytest.mark.thorough
@pytest.mark.parametrize("assumed", [{}, *VARIED], ids=lambda a: "".join(f"{k}={v:g}" for k, v in a.items()) or "ours")
def test_what_the_chapter_concludes_survives_a_quarter_more_or_less(assumed):
    assert max(said(1, manner, **assumed) for manner in MANNERS) < 0.2
    doses = {dose: said(dose, WEIGHED, **assumed) for dose in DOSES}
    assert max(doses, key=doses.get) == 13
    assert said(10, WEIGHED, **assumed) > 1.45 * said(10, AT_ONCE, **assumed) > said(10, LIST, **assumed)


def test_two_sellers_who_face_the_same_customer_share_their_luck():
    def weigh_first(subjects, weariness, asked):
        if weariness >= 16:
            return STOP
        return NEED if subjects.weighed else IMPLICATION if subjects.complaints else PROBLEM

    assert [converse(weigh_first, Random(seed)) for seed in range(20)] == [
        converse(weigh_first, Random(seed)) for seed in range(20)
    ]


def test_a_customer_who_walks_out_leaves_half_of_what_was_said():
    def never_stop(subjects, weariness, asked):
        return NEED if subjects.weighed else IMPLICATION if subjects.complaints else PROBLEM

    met = [converse(never_stop, Random(seed)) for seed in range(30)]
    assert all(one.walked_out and one.worth == one.said / 2 for one in met) and any(one.said for one in met)
    gone_at_once = converse(lambda *_: STOP, Random(1))
    assert (gone_at_once.said, gone_at_once.questions, gone_at_once.walked_out) == (0, 0, False)


@pytest.mark.parametrize(
    "call",
    [
        lambda: interview(deep=1.2, manner=LIST),
        lambda: interview(deep=0.5, manner="charm"),
        lambda: outcomes(Subjects(1, 0, 0, 0, 0), "close", follows=True),
        lambda: converse(lambda *_: "close", Random(1)),
    ],
)
def test_what_does_not_exist_is_refused(call):
    with pytest.raises(ValueError):
        call()


@pytest.mark.thorough
def test_the_sentence_beside_the_chart_says_what_the_survey_finds():
    robust = tomllib.loads((ROOT / "book/fr/charts/exprimer-questions.toml").read_text(encoding="utf-8"))["robust"]
    best = [said(13, WEIGHED, **assumed) for assumed in VARIED]
    ratios = [said(10, WEIGHED, **assumed) / said(10, AT_ONCE, **assumed) for assumed in VARIED]
    assert f"par {fr(min(ratios), 1)} à {fr(max(ratios), 1)}" in robust
    assert f"de {fr(min(best), 1)} à {fr(max(best), 1)} au meilleur" in robust
