"""Needs made explicit: who said it, what it is, and whether it still holds."""

import re
import tomllib
from pathlib import Path

from denouement.models.utterances import COMPLAINT, FACT, PRODUCT, WANT, WITHDRAWN, Utterance, explicit_needs

ROOT = Path(__file__).parents[3]


def said(*lines):
    return explicit_needs(Utterance(*line) for line in lines)


def test_a_complaint_a_fact_or_a_product_is_not_a_need():
    assert said((True, COMPLAINT, "noise"), (True, FACT, "noise"), (True, PRODUCT, "tunnel")) == []


def test_what_the_seller_wants_for_the_customer_is_not_said():
    assert said((True, COMPLAINT, "noise"), (False, WANT, "noise")) == []


def test_to_insist_adds_nothing():
    assert said((True, WANT, "noon"), (True, WANT, "sunday"), (True, WANT, "noon")) == ["noon", "sunday"]


def test_a_need_withdrawn_is_gone_until_it_is_said_again():
    assert said((True, WANT, "quay"), (True, WITHDRAWN, "quay")) == []
    assert said((True, WANT, "quay"), (False, WITHDRAWN, "quay")) == ["quay"]
    assert said((True, WANT, "quay"), (True, WITHDRAWN, "quay"), (True, WANT, "quay")) == ["quay"]
    assert said((True, WITHDRAWN, "quay"), (True, WANT, "quay")) == ["quay"]


def test_the_prediction_of_the_chapter_is_what_its_notebook_counts():
    questions = tomllib.loads((ROOT / "book/fr/questions/05-exprimer.toml").read_text(encoding="utf-8"))["question"]
    outcome = next(question["outcome"] for question in questions if question["id"] == "exprimer-intuition")
    source = (ROOT / "book/fr/chapters/05-exprimer.md").read_text(encoding="utf-8")
    cell = re.search(r"```\{code-cell\} python\n:id: huit-minutes\n(.*?)```", source, re.DOTALL)[1]
    names = {}
    exec(cell, names)
    assert len(names["dits"]) == outcome == 0
    assert len(names["plaintes"]) == 6
