"""What an author can write wrong in a lab's file, and what they are told."""

from pathlib import Path

import pytest

from denouement.compiler import wording
from denouement.compiler.labs import compile_lab
from denouement.errors import AuthorError
from denouement.labs import LabModel, Outcome, lab_from, survey

MODEL = LabModel(
    ("hours", "price"),
    lambda *, hours, price, taste: Outcome(
        "sold" if 2 < hours * taste <= 8 and price < 3 else "lost", {"sales": hours * taste, "today": 4}, hours - price
    ),
    {"taste": 2.0},
)


def source(**changes):
    whole = {
        "id": "essai",
        "chapter": "03-boulanger",
        "model": "essai",
        "title": "Un essai",
        "text": "Aujourd'hui, {today} ventes.",
        "target": "plus de {today}.",
        "robust": "Le goût décide.",
        "lever": [
            {"id": "hours", "label": "Heures", "values": [1, 2, 3, 4, 5], "start": 1},
            {"id": "price", "label": "Prix", "values": [1, 2, 3], "start": 1},
        ],
        "metric": [{"id": "sales", "label": "Ventes", "format": "1"}],
        "verdict": {
            "sold": {"success": True, "title": "vendu", "text": "**{sales:1}** ventes."},
            "lost": {"success": False, "title": "perdu", "text": "Seulement {sales:1}."},
        },
        "assumption": [{"id": "taste", "text": "Le goût.", "status": "assumed", "fragile": True}],
    }
    return {key: value for key, value in (whole | changes).items() if value is not None}


def read(**changes):
    return lab_from(source(**changes), "essai.toml", {"essai": MODEL}, wording.html, wording.inline)


def verdicts(key, **changes):
    return source()["verdict"] | {key: source()["verdict"].get(key, {}) | changes}


def test_a_right_file_is_read_and_compiled():
    item = compile_lab(read(), Path("nowhere"))
    assert item["kind"] == "lab"
    assert item["public"]["text"] == "<p>Aujourd’hui, 4 ventes.</p>"
    assert item["public"]["target"] == "plus de 4."


def test_a_survey_finds_the_best_setting_and_what_it_hangs_on():
    found = survey(read())
    assert not found.start_succeeds
    assert found.best == {"hours": 4, "price": 1}
    assert found.inner == ("hours",)
    assert found.successes == 6
    assert found.fragile == {"taste"}


WRONG = {
    "unknown model": ({"model": "autre"}, "model = 'autre' is not known"),
    "one lever only": ({"lever": source()["lever"][:1]}, "1 levers; a lab has two to four"),
    "an assumption left unsaid": ({"assumption": []}, "the model assumes taste"),
    "no verdict": ({"verdict": None}, "no verdict"),
    "verdicts that all fail": ({"verdict": verdicts("sold", success=False)}, "all succeed or all fail"),
    "a verdict without its success": (
        {"verdict": source()["verdict"] | {"sold": {"title": "x", "text": "y"}}},
        "no success",
    ),
    "a verdict that no setting reaches": (
        {"verdict": verdicts("tie", success=False, title="x", text="y")},
        "no position of the levers reaches title.tie",
    ),
    "a hole that nothing fills": ({"verdict": verdicts("sold", text="{ventes}")}, "nothing is called ventes there"),
    "a target that levers change": ({"target": "plus de {sales}."}, "it shows a figure that levers change"),
    "a text with an unknown figure": ({"text": "{hier} ventes"}, "nothing is called 'hier'"),
    "no word on robustness": ({"robust": None}, "no robust"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_file_says_where_what_and_the_remedy(case):
    changes, message = WRONG[case]
    with pytest.raises(AuthorError) as caught:
        compile_lab(read(**changes), Path("nowhere"))
    assert message in str(caught.value)
    assert str(caught.value).startswith("essai.toml")
    assert caught.value.remedy
