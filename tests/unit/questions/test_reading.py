"""What an author may write in a file of questions, and what is said of each thing that cannot be used."""

import pytest

from denouement.errors import AuthorError
from denouement.questions.bank import load_bank

HEAD = """
chapter = "03-boulanger"
[[objective]]
id = "zone"
kind = "selling"
text = "nommer les trois conditions"
"""
SINGLE = """
[[question]]
id = "boulanger-zone"
kind = "single"
objective = "zone"
text = "Un habitant vit dans la zone. Est-il client ?"
explanation = "Trois conditions."
[[question.choice]]
id = "a"
text = "Oui"
feedback = "Et à 20 h ?"
[[question.choice]]
id = "b"
text = "Pas encore"
correct = true
feedback = "En effet."
"""


def load(tmp_path, text: str):
    path = tmp_path / "03-boulanger.toml"
    path.write_text(text, encoding="utf-8")
    return load_bank(path)


def test_a_question_is_read_as_written(tmp_path):
    bank = load(tmp_path, HEAD + SINGLE)
    (question,) = bank.questions
    assert question.id == "boulanger-zone"
    assert question.responses() == (("b",), ("a",))
    assert [objective.id for objective in bank.objectives] == ["zone"]


NUMERIC = """
[[question]]
id = "part-semaine"
kind = "numeric"
objective = "zone"
text = "58 h sur 168 h ?"
explanation = "58/168."
answer = 34.5
tolerance = 0.5
feedback = "Oui."
otherwise = "Divisez."
"""
MISTAKE = """
[[question.mistake]]
from = 34
to = 40
feedback = "Trop."
"""

FAULTS = {
    "no right answer": (
        SINGLE.replace("correct = true\n", ""),
        "03-boulanger.toml, boulanger-zone: no correct choice; mark one with correct = true",
    ),
    "two right answers": (SINGLE.replace('text = "Oui"', 'text = "Oui"\ncorrect = true'), "every choice is correct"),
    "a choice without feedback": (
        SINGLE.replace('feedback = "Et à 20 h ?"\n', ""),
        '03-boulanger.toml, boulanger-zone, choice a: no feedback; add feedback = "…"',
    ),
    "a misspelt key": (SINGLE.replace("explanation", "explication"), "unknown key 'explication'"),
    "an unknown kind": (SINGLE.replace('"single"', '"qcm"'), "kind = 'qcm' is not known; use one of: single"),
    "an unusable id": (SINGLE.replace('"boulanger-zone"', '"Boulanger zone"'), "is not usable"),
    "an unknown objective": (SINGLE.replace('objective = "zone"', 'objective = "lieu"'), "'lieu' is not declared"),
    "the same question twice": (SINGLE + SINGLE, "the id 'boulanger-zone' stands twice"),
    "the same choice twice": (SINGLE.replace('id = "b"', 'id = "a"'), "the id 'a' stands twice"),
    "text that is a number": (SINGLE.replace('text = "Oui"', "text = 3"), "text is not a text"),
    "broken TOML": (SINGLE.replace('text = "Oui"', 'text = "Oui'), "not valid TOML"),
    "another chapter's name": ("", "write chapter ="),
    "a number in quotes": (NUMERIC.replace("34.5", '"34,5"'), "answer is not a number"),
    "a mistake that is right": (NUMERIC + MISTAKE, "covers right answers; keep it outside 34 to 35"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_says_where_what_and_the_remedy(tmp_path, fault):
    text, said = FAULTS[fault]
    head = HEAD if fault != "another chapter's name" else HEAD.replace("03-boulanger", "04-autres")
    with pytest.raises(AuthorError) as error:
        load(tmp_path, head + text)
    assert said in str(error.value)
    assert str(error.value).startswith("03-boulanger.toml")


def test_at_most_one_objective_is_about_reading_figures(tmp_path):
    reading = '[[objective]]\nid = "{}"\nkind = "reading"\ntext = "lire"\n'
    with pytest.raises(AuthorError, match="keep at most one"):
        load(tmp_path, HEAD + reading.format("x") + reading.format("y"))
