"""The instructor's guide: plans that add up, the answers of both tests. Its sheets: test_instructor.py."""

import re
from pathlib import Path

import pytest

from denouement.compiler.assessments import answer_keys
from denouement.compiler.plans import compile_plans
from denouement.errors import AuthorError
from denouement.markup.instructor import key_html, plan_html
from denouement.questions.command import every_question
from denouement.typography import NBSP

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "book" / "fr" / "instructor"
PLANS = compile_plans(FOLDER)
KEYS = answer_keys(ROOT / "book" / "fr" / "tests")
PROMISED = {"reunion": 45, "journee": 7 * 60, "deux-jours": 14 * 60}


def minutes_of(clock):
    """« 16 h 45 » → 1005."""
    hours, _, rest = clock.replace(NBSP, " ").partition(" h")
    return 60 * int(hours) + int(rest or 0)


def test_the_three_plans_last_what_they_promise():
    assert {name: plan["minutes"] for name, plan in PLANS.items()} == PROMISED


@pytest.mark.parametrize("name", PROMISED)
def test_a_plan_is_a_clock_without_gap_that_adds_up_to_its_promise(name):
    worked = 0
    for day in PLANS[name]["days"]:
        for step, following in zip(day["steps"], [*day["steps"][1:], None], strict=True):
            assert following is None or following["at"] == step["to"]
            lasts = minutes_of(step["to"]) - minutes_of(step["at"])
            assert lasts == step["minutes"] > 0
            worked += lasts if step["kind"] != "lunch" else 0
    assert worked == PROMISED[name]


PLAN = """
[[plan]]
id = "essai"
title = "Un essai"
text = "Vite."
minutes = 40
[[plan.day]]
start = "9 h 30"
[[plan.day.step]]
minutes = 5
title = "Parier"
[[plan.day.step]]
kind = "lunch"
minutes = 60
title = "Manger"
[[plan.day.step]]
sheet = "03-pain"
title = "Trier"
"""


def compiled(tmp_path, text):
    (tmp_path / "instructor").mkdir()
    (tmp_path / "instructor" / "plans.toml").write_text(text, encoding="utf-8")
    (tmp_path / "instructor" / "03-pain.md").write_text("**Durée** : 35 minutes. **Salle** : ici.\n", encoding="utf-8")
    return compile_plans(tmp_path / "instructor")


def test_a_sheet_gives_its_minutes_and_a_lunch_is_not_counted(tmp_path):
    plan = compiled(tmp_path, PLAN)["essai"]
    times = [(step["at"].replace(NBSP, " "), step["minutes"]) for step in plan["days"][0]["steps"]]
    assert times == [("9 h 30", 5), ("9 h 35", 60), ("10 h 35", 35)]
    assert plan["minutes"] == 40


FAULTS = {
    "does not add up": ("minutes = 40", "minutes = 45", "its steps last 40 minutes, it says 45; mend a step"),
    "no such sheet": ('"03-pain"', '"04-vin"', "there is no sheet '04-vin'; write 04-vin.md, or give `minutes`"),
    "no such chapter": ('title = "Parier"', 'title = "x"\nchapter = "09"', "there is no chapter '09'"),
    "minutes twice": ('sheet = "03-pain"', 'sheet = "03-pain"\nminutes = 3', "a sheet and minutes"),
    "no time": ('"9 h 30"', '"9:30"', "start = '9:30' is not a time"),
    "misspelt": ('title = "Parier"', 'titre = "Parier"', "unknown key 'titre'"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_plan_that_cannot_be_used_says_why(tmp_path, fault):
    found, written, said = FAULTS[fault]
    with pytest.raises(AuthorError, match=re.escape(said)) as error:
        compiled(tmp_path, PLAN.replace(found, written))
    assert error.value.where.startswith("plans.toml, plan essai")


def test_a_plan_leads_to_the_sheet_and_to_the_chapter():
    words = {"site.chapter": "Chapitre {n}", "plan.sheet": "Fiche {n}", "plan.total": "{time}", "plan.uncounted": "—"}
    words |= {f"plan.{name}": name for name in ("at", "minutes", "what")}
    html = plan_html(PLANS["deux-jours"], words)
    assert '<a href="02-decouper.html">Fiche 2</a>' in html
    assert '<a href="../chapters/02-decouper.html">Chapitre 2</a>' in html
    assert f"7{NBSP}h" in html


@pytest.mark.parametrize("test", KEYS)
def test_the_key_answers_every_question_of_a_test(test):
    asked = [question for question in every_question(ROOT) if question["chapter"] == test]
    assert len(KEYS[test]["questions"]) == len(asked)
    for question, key in zip(asked, KEYS[test]["questions"], strict=True):
        assert key["explanation"], question["id"]
        assert f"{key['chapter']}/" in question["objective"]
        assert len(key["answer"]) == len(question["right"][0].split(","))


def test_the_key_says_the_right_choices_in_words():
    words = {"key.goal": "Chapitre {n} :"}
    html = key_html(KEYS["positionnement"], words)
    right = "Il rend au concurrent la machine que celui-ci lui prêtait"
    wrong = "Il retient votre équipe de pose pour mars"
    assert right in html
    assert wrong not in html
