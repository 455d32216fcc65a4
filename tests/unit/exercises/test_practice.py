"""check, hint and solution as a learner types them."""

import subprocess
import sys

import pytest

from denouement.exercises.practice import Practice
from denouement.exercises.running import run

ID = "accord-avant-signature"
WRONG = "def part_avant(affaires):\n    return len(affaires)"


@pytest.fixture
def practice():
    return Practice(namespace={})


def test_check_says_what_was_obtained_and_one_lead(practice):
    run(WRONG, practice.namespace)
    said = practice.check(ID)
    assert said.status == "failed" and repr(said).startswith("à revoir — Vous obtenez 4.")
    assert "Pour le voir vous-même" in repr(said) and "part_avant([" in repr(said)
    assert said._repr_html_().startswith("<div") and 'role="status"' in said._repr_html_()


def test_nothing_a_learner_wrote_becomes_markup(practice):
    run("def part_avant(affaires):\n    return '<img src=x onerror=alert(1)>`<b>`'", practice.namespace)
    html = practice.check(ID)._repr_html_()
    assert "<img" not in html and "<b>" not in html


def test_hints_come_one_by_one_then_all_again(practice):
    said = [repr(practice.hint(ID)) for _ in range(4)]
    assert [text.split(":")[0].split("\u00a0")[0].strip() for text in said[:3]] == [
        f"Indice {n} sur 3" for n in (1, 2, 3)
    ]
    assert said[3].count("Indice") == 3


def test_the_solution_opens_after_three_failed_tries(practice):
    run(WRONG, practice.namespace)
    for left in ("3 essais", "2 essais", "1 essai."):
        assert left in repr(practice.solution(ID)).replace("\u00a0", " ")
        assert practice.solution(ID).key == "closed"
        practice.check(ID)
    assert "def part_avant" in repr(practice.solution(ID))


def test_the_solution_opens_after_a_success(practice):
    practice.namespace["part_avant"] = None
    assert practice.solution(ID).key == "closed"
    opened = Practice(namespace={})
    run(
        "def part_avant(a):\n    s = [x for x in a if x['signature']]\n"
        "    return sum(x['accord'] < x['signature'] for x in s) / len(s) if s else None",
        opened.namespace,
    )
    assert opened.check(ID).status == "passed"
    assert opened.solution(ID).key == "solution"


def test_looking_at_the_starter_is_not_a_failed_try(practice):
    for _ in range(5):
        practice.check(ID)
    assert practice.solution(ID).key == "closed"


@pytest.mark.parametrize("ask", ["check", "hint", "solution"])
def test_an_unknown_name_is_answered_by_a_sentence(practice, ask):
    assert "Vouliez-vous écrire" in repr(getattr(practice, ask)("accord-avant-signatur"))
    assert "Vérifiez l’orthographe" in repr(getattr(practice, ask)("zzz"))
    assert getattr(practice, ask)(["zzz"]).status == "error"


def test_a_script_is_judged_on_its_own_names():
    code = "from denouement import check\ndef part_avant(affaires): ...\nprint(check('accord-avant-signature').status)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "not_attempted", done.stderr
