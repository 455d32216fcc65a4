"""Reading a test: what it may ask, and what its author is told when something cannot be used."""

import pytest

from denouement.assessments import goals, read_assessment
from denouement.errors import AuthorError
from denouement.questions.bank import load_bank

BANK = """chapter = "03-boulanger"
[[objective]]
id = "zone"
kind = "selling"
text = "nommer la condition absente"
[[objective]]
id = "parmi"
kind = "reading"
text = "demander « parmi lesquels ? »"
[[question]]
id = "boulanger-zone"
kind = "numeric"
objective = "zone"
text = "Combien ?"
explanation = "Trois."
answer = 3
tolerance = 0
feedback = "Oui."
otherwise = "Comptez."
[[question]]
id = "boulanger-mots"
kind = "text"
objective = "zone"
text = "Dans vos mots ?"
"""
HEAD = 'id = "final"\ntitle = "Test final"\ntext = "Seize questions."\nexplain = {}\n'
SINGLE = """
[[question]]
id = "final-porte"
kind = "single"
objective = "03-boulanger/zone"
text = "Que manque-t-il ?"
explanation = "La porte était close."
[[question.choice]]
id = "a"
text = "Le besoin"
feedback = "Il avait faim."
[[question.choice]]
id = "b"
text = "Les horaires"
correct = true
feedback = "À 21 h, tout est fermé."
"""
SILENT = SINGLE.replace('feedback = "Il avait faim."\n', "").replace('feedback = "À 21 h, tout est fermé."\n', "")


def known(tmp_path):
    path = tmp_path / "03-boulanger.toml"
    path.write_text(BANK, encoding="utf-8")
    return goals([load_bank(path)])


def read(tmp_path, text, name="final"):
    path = tmp_path / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return read_assessment(path, known(tmp_path))


def test_goals_are_named_by_chapter_and_hold_the_judged_questions_to_go_back_to(tmp_path):
    every = known(tmp_path)
    assert list(every) == ["03-boulanger/zone", "03-boulanger/parmi"]
    assert every["03-boulanger/zone"].items == ("boulanger-zone",)
    assert every["03-boulanger/parmi"].items == ()


def test_a_test_that_explains_reads_its_questions_as_a_chapter_does(tmp_path):
    test = read(tmp_path, HEAD.format("true") + SINGLE)
    assert test.explain
    assert test.questions[0].choices[1].feedback == "À 21 h, tout est fermé."
    assert [goal.id for goal in test.goals(known(tmp_path))] == ["03-boulanger/zone"]


KINDS = {
    "numeric": 'answer = 3\ntolerance = 0\nunit = "jours"\n',
    "ordering": "".join(f'[[question.element]]\nid = "{x}"\ntext = "{x}"\n' for x in "abc"),
    "matching": "".join(f'[[question.pair]]\nid = "{x}"\nleft = "{x}"\nright = "{x}{x}"\n' for x in "ab"),
    "multiple": "".join(
        f'[[question.choice]]\nid = "{x}"\ntext = "{x}"\ncorrect = {str(x == "a").lower()}\n' for x in "abc"
    ),
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_silent_test_asks_for_no_feedback_whatever_the_kind(tmp_path, kind):
    question = '[[question]]\nid = "final-x"\nobjective = "03-boulanger/zone"\ntext = "?"\nexplanation = "Voilà."\n'
    test = read(tmp_path, HEAD.format("false") + question + f'kind = "{kind}"\n' + KINDS[kind])
    right, wrong = test.questions[0].responses()
    assert right
    assert wrong


HINTED = SINGLE.replace('explanation = "L', 'hints = ["Regardez l\'heure."]\nexplanation = "L')
FAULTS = {
    "feedback nobody would read": (HEAD.format("false") + SINGLE, "choice feedback in a test that explains nothing"),
    "a choice without feedback": (
        HEAD.format("true") + SILENT,
        'final-porte, choice a: no feedback; add feedback = "…"',
    ),
    "hints": (HEAD.format("true") + HINTED, "hints in a test; remove hints"),
    "an objective of no chapter": (
        HEAD.format("true") + SINGLE.replace("03-boulanger/zone", "03-boulanger/prix"),
        "'03-boulanger/prix' is in no chapter; write chapter/objective",
    ),
    "what is kept and not judged": (
        HEAD.format("true") + SINGLE.replace('"single"', '"text"'),
        "kind = 'text' is not known; use one of: single",
    ),
    "another name than its file's": (HEAD.format("true").replace('"final"', '"fin"') + SINGLE, 'write id = "final"'),
    "no question": (HEAD.format("true"), "no question; write at least one"),
    "the same question twice": (HEAD.format("true") + SINGLE + SINGLE, "the id 'final-porte' stands twice"),
    "a misspelt key": (HEAD.format("true").replace("explain", "explique") + SINGLE, "unknown key 'explique'"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_says_where_what_and_the_remedy(tmp_path, fault):
    text, said = FAULTS[fault]
    with pytest.raises(AuthorError) as error:
        read(tmp_path, text)
    assert said in str(error.value)
    assert str(error.value).startswith("final.toml")
