"""Every lab of the book: worth deciding in, honest about what it assumes, and judged in the page as by its model."""

import gzip
import json
import re
from pathlib import Path

import pytest

from denouement.catalogue import unseal
from denouement.columns import decode
from denouement.compiler import wording
from denouement.compiler.labs import compile_lab
from denouement.labs import LABS, read_lab, survey
from denouement.markup.levers import said

BOOK = Path(__file__).parents[3] / "book" / "fr"
PATHS = sorted((BOOK / "labs").glob("*.toml"))
MOST_BYTES = 30_000

pytestmark = pytest.mark.thorough


@pytest.fixture(scope="module", params=PATHS, ids=lambda path: path.stem)
def lab(request):
    return read_lab(request.param, LABS, wording.html, wording.inline)


@pytest.fixture(scope="module")
def found(lab):
    return survey(lab)


@pytest.fixture(scope="module")
def compiled(lab):
    return compile_lab(lab, BOOK)


def test_there_are_labs():
    assert PATHS


def test_the_opening_setting_fails(found):
    assert not found.start_succeeds


def test_some_settings_succeed_and_most_do_not(found):
    assert 1 <= found.successes <= found.positions / 4


def test_the_best_setting_is_not_at_the_edge_of_every_lever(found):
    assert found.inner


def test_every_verdict_is_reached(lab, found):
    assert found.verdicts == set(lab.verdicts)


def test_what_does_not_survive_25_percent_is_said_and_nothing_else(lab, found):
    assert found.fragile == {assumption.id for assumption in lab.assumptions if assumption.fragile}


NUMBERS = [
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
]


def test_the_sentence_on_robustness_says_what_the_survey_finds(lab, found):
    said = " ".join(wording.plain(lab.robust).split())
    if counted := re.search(rf"\b({'|'.join(NUMBERS)}) nombres supposés", said):
        assert NUMBERS.index(counted[1]) + 2 == len(lab.model.assumed), counted[0]
    if re.search(r"réglage de départ échou", said):
        changes = [{name: value * factor} for name, value in lab.model.assumed.items() for factor in (0.75, 1.25)]
        assert not [change for change in changes if lab.succeeds(lab.outcome(lab.start(), **change))]
    promised = re.search(r"le meilleur réussi(?:r|t encore)\b(?!, sauf)", said, re.IGNORECASE)
    assert bool(promised) == (not found.fragile), "it promises what does not survive, or keeps silent on what does"
    assert bool(found.fragile) <= bool(re.search(r"\bsauf\b|\bfragile\b", said))


def test_every_assumption_of_the_model_counts_for_something(lab):
    """An assumed number that changes nothing is not an assumption of this lab."""
    for name, value in lab.model.assumed.items():
        changed = [lab.outcome(lab.start(), **{name: value * factor}).metrics for factor in (0.75, 1.25)]
        assert lab.outcome(lab.start()).metrics not in changed, name


def test_verdicts_in_the_page_are_those_of_the_model_at_every_setting(lab, compiled):
    sealed = unseal(compiled["sealed"])
    keys = decode(sealed["sentences"]["key"])
    figures = [decode(sealed["sentences"]["holes"][metric.hole]) for metric in lab.metrics]
    seen = {}

    def once(column):
        if id(column) not in seen:
            seen[id(column)] = decode(column)
        return seen[id(column)]

    for number, (position, outcome) in enumerate(lab.walk()):
        assert keys[number] == outcome.verdict
        assert sealed["success"][keys[number]] is lab.succeeds(outcome)
        assert [column[number] for column in figures] == [metric.shown(outcome.metrics) for metric in lab.metrics]
        text = lab.verdicts[outcome.verdict].text.fill(lab.params(position, outcome))
        assert said(sealed["sentences"], "text", number, once) == text


def test_the_class_of_a_verdict_takes_one_byte(compiled):
    assert unseal(compiled["sealed"])["sentences"]["key"]["type"] == "u1"


def test_outcomes_are_not_in_plain_sight(lab, compiled):
    public = json.dumps(compiled["public"], ensure_ascii=False)
    assert not [key for key in lab.verdicts if f'"{key}"' in public]


def test_what_a_page_carries_is_light(compiled):
    assert len(gzip.compress(json.dumps(compiled).encode())) <= MOST_BYTES
