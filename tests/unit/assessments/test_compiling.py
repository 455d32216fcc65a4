"""A compiled test: what its page may show, what it may not, and the table of « Mon bilan »."""

import json

import pytest

from denouement.assessments import goals, read_assessment
from denouement.catalogue import unseal
from denouement.compiler.assessments import compile_assessment, ids
from denouement.compiler.book import compile_book, words
from denouement.errors import AuthorError
from denouement.markup.item import item_html
from denouement.questions.bank import load_bank

BANK = """chapter = "03-boulanger"
[[objective]]
id = "zone"
kind = "selling"
text = "nommer la condition **absente**"
[[question]]
id = "boulanger-heures"
kind = "numeric"
objective = "zone"
text = "Combien ?"
explanation = "Trois."
answer = 3
tolerance = 0
feedback = "Oui."
otherwise = "Comptez."
"""
QUESTIONS = """
[[question]]
id = "final-porte"
kind = "single"
objective = "03-boulanger/zone"
text = "Que manque-t-il ?"
explanation = "PARCE QUE la porte était close."
[[question.choice]]
id = "a"
text = "Le besoin"
{0}
[[question.choice]]
id = "b"
text = "Les horaires"
correct = true
{0}
[[question]]
id = "final-jours"
kind = "numeric"
objective = "03-boulanger/zone"
text = "Combien de jours ?"
explanation = "PARCE QUE c'est ainsi."
answer = 19
tolerance = 1
{1}
[[question]]
id = "final-ordre"
kind = "ordering"
objective = "03-boulanger/zone"
text = "Dans quel ordre ?"
explanation = "PARCE QUE l'un précède l'autre."
{2}
[[question.element]]
id = "x"
text = "premier"
{0}
[[question.element]]
id = "y"
text = "second"
{0}
[[question.element]]
id = "z"
text = "dernier"
{0}
"""
SAID = ('feedback = "DIT."', 'feedback = "DIT."\notherwise = "DIT."', 'feedback = "DIT."')


def make(tmp_path, *, explain):
    bank = tmp_path / "03-boulanger.toml"
    bank.write_text(BANK, encoding="utf-8")
    path = tmp_path / "final.toml"
    head = f'id = "final"\ntitle = "Test final"\ntext = "Allez-y."\nexplain = {str(explain).lower()}\n'
    path.write_text(head + QUESTIONS.format(*(SAID if explain else ("", "", ""))), encoding="utf-8")
    known = goals([load_bank(bank)])
    return compile_assessment(read_assessment(path, known), known)


def test_a_silent_test_carries_what_tells_right_from_wrong_and_not_one_reason(tmp_path):
    sealed = unseal(make(tmp_path, explain=False)["sealed"])
    assert sealed["final-porte"] == {"answers": ["b"], "feedback": {}}
    assert sealed["final-jours"] == {
        "answers": ["19"],
        "feedback": {},
        "intervals": [[18, 20, True, ""]],
        "otherwise": "",
    }
    assert "PARCE QUE" not in json.dumps(sealed)
    assert "(rien)" not in json.dumps(sealed)


def test_a_test_that_explains_carries_reasons_and_the_right_answer_in_words(tmp_path):
    sealed = unseal(make(tmp_path, explain=True)["sealed"])
    assert "PARCE QUE" in sealed["final-porte"]["explanation"]
    assert sealed["final-porte"]["feedback"]["a"] == "<p>DIT.</p>"
    assert sealed["final-porte"]["answer"] == ["Les horaires"]
    assert sealed["final-ordre"]["answer"] == ["premier", "second", "dernier"]


def test_an_objective_comes_with_the_chapters_own_questions_on_it(tmp_path):
    (goal,) = make(tmp_path, explain=True)["public"]["goals"]
    assert goal["id"] == "03-boulanger/zone"
    assert goal["items"] == ["boulanger-heures"]
    assert "<strong>absente</strong>" in goal["html"]


def test_a_question_is_named_in_the_record_by_its_own_id_and_version(tmp_path):
    compiled = make(tmp_path, explain=True)
    assert list(ids([compiled])) == ["final", "final-porte", "final-jours", "final-ordre"]
    assert len({question["version"] for question in compiled["public"]["questions"]}) == 3


@pytest.mark.parametrize("explain", [True, False])
def test_the_page_shows_every_question_and_no_answer_even_without_a_script(tmp_path, root, explain):
    compiled = make(tmp_path, explain=explain)
    html = item_html(compiled, "evaluation", words(root))
    shown, script = html.split('<script type="application/json"')
    assert all(f'data-question="{name}"' in shown for name in list(ids([compiled]))[1:])
    assert shown.count('name="unknown"') == 3
    assert "PARCE QUE" not in html
    assert "DIT." not in html
    assert json.loads(script.split(">", 1)[1].split("</script>")[0])["sealed"] == compiled["sealed"]
    noscript = shown.split("<noscript>")[1].split("</noscript>")[0]
    assert "guide du formateur" in noscript
    # A test is one activity wherever it stands.
    assert 'data-item="final" data-placement="final" data-kind="test"' in shown


def test_a_question_may_not_take_the_id_of_a_chapters(tmp_path, root, monkeypatch):
    from denouement.compiler import assessments, book

    taken = make(tmp_path, explain=True)
    taken["public"]["questions"][0]["id"] = "boulanger-heures"
    chapters = [{"id": "boulanger-heures", "kind": "quiz"}]
    monkeypatch.setattr(book, "_PARTS", {"questions": lambda folder: chapters})
    monkeypatch.setattr(assessments, "compile_assessments", lambda folder: [taken])
    with pytest.raises(AuthorError, match="tests, boulanger-heures: this id is already used"):
        compile_book(root)
