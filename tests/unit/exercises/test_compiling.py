"""What an author may get wrong in an exercise is said with the file, the place and the remedy."""

import pytest

from denouement.compiler.exercises import compile_exercises
from denouement.errors import AuthorError
from denouement.exercises.registry import exercises

FILE = "03-essai.md"
GOOD = """---
denouement:
  number: 3
---

# Coder

```{code-cell} ipython3
:id: donnees

horaires = {}
```

## La porte

Un énoncé : court.

```{code-cell} ipython3
:id: ouvert

def ouvert(horaires, jour, heure):
    # BEGIN SOLUTION
    return True
    # END SOLUTION
    # STARTER ...
```

```{code-cell} ipython3
:id: ouvert-check

check("ouvert")
```

```{wording} ouvert
points = 2
hints = ["un", "deux", "trois"]
explanation = "parce que"
[feedback]
%s
```
"""
FEEDBACK = "\n".join(f'{key} = "Le {{jour}} : `{{obtenu}}` ?"' for key in sorted(exercises()["ouvert"].keys))
GOOD = GOOD % FEEDBACK


def compiled(text, tmp_path, name=FILE):
    (tmp_path / name).write_text(text, encoding="utf-8")
    return compile_exercises(tmp_path)


def test_an_exercise_is_compiled_with_french_typography_around_code_and_holes(tmp_path):
    from denouement.catalogue import unseal

    [item] = compiled(GOOD, tmp_path)
    public, sealed = item["public"], unseal(item["sealed"])
    assert (item["id"], item["kind"], item["chapter"]) == ("ouvert", "exercise", "03-essai")
    assert public["statement"] == "<p>Un énoncé\u00a0: court.</p>"
    assert public["starter"] == "def ouvert(horaires, jour, heure):\n    ..."
    assert (public["setup"], public["check"], public["points"]) == ("horaires = {}", 'check("ouvert")', 2)
    assert sealed["solution"].endswith("return True") and "return True" not in str(public)
    assert sealed["feedback"]["reussi"] == "Le {jour}\u00a0: `{obtenu}`\u202f?"
    assert sealed["hints"][0] == {"html": "<p>un</p>", "text": "un"}


def test_a_cell_of_the_statement_is_shown_in_it_and_set_up(tmp_path):
    extra = "```{code-cell} ipython3\n:id: exemple\n\nprint(1 < 2)\n```\n\n"
    cell = "```{code-cell} ipython3\n:id: ouvert\n"
    [item] = compiled(GOOD.replace(cell, extra + cell), tmp_path)
    assert "<pre>" in item["public"]["statement"] and "1 &lt; 2" in item["public"]["statement"]
    assert item["public"]["setup"] == "horaires = {}\n\nprint(1 < 2)"


BAD = {
    "unclosed marker": ("    # END SOLUTION\n", "", "ouvert: # BEGIN SOLUTION is not closed"),
    "no starter": ("    # STARTER ...\n", "", "ouvert: exercise without a starter"),
    "no solution": ("    return True\n", "", "ouvert: exercise without a solution"),
    "solution is not Python": ("return True", "return (", "ouvert: the solution is not Python (line 2)"),
    "starter is not Python": ("STARTER ...", "STARTER if", "ouvert: the starter is not Python"),
    "set-up is not Python": ("horaires = {}", "horaires = {", "ouvert: the set-up is not Python"),
    "cell without id": (":id: donnees\n", "", "code cell without id"),
    "duplicate cell id": (":id: donnees", ":id: ouvert-check", "already used"),
    "unknown exercise": ("ouvert", "fermeture", "fermeture: no exercise has this id"),
    "no title": ("## La porte", "La porte", "ouvert: exercise without a title"),
    "no check cell": (":id: ouvert-check", ":id: verification", "ouvert: nothing checks this exercise"),
    "check of another": ('check("ouvert")', 'check("huff")', "ouvert: nothing checks this exercise"),
    "no wording": ("{wording} ouvert", "{note} ouvert", "ouvert: exercise without wording"),
    "wording for nothing": ("{wording} ouvert", "{wording} huff", "ouvert: exercise without wording"),
    "broken TOML": ("points = 2", "points =", "wording: this is not TOML"),
    "no points": ("points = 2", "points = 0", "wording: no points"),
    "two hints": ('"un", ', "", "wording: 3 hints are needed"),
    "no explanation": ('explanation = "parce que"\n', "", "wording: no explanation"),
    "unknown key": ("points = 2", "points = 2\npoint = 3", "wording: unknown key point"),
    "missing sentence": ("fermeture-comprise =", "fermeture =", "no sentence for the verdict 'fermeture-comprise'"),
    "unused sentence": ("[feedback]", '[feedback]\nbravo = "!"', "no declared mistake gives 'bravo'"),
    "empty sentence": ('reussi = "Le {jour} : `{obtenu}` ?"', 'reussi = " "', "wording: no feedback"),
    "open backquote": ('reussi = "', 'reussi = "`', "feedback reussi: a backquote is not closed"),
    "unreadable hole": ('reussi = "', 'reussi = "{?}', "feedback reussi: {?} cannot be read"),
    "directive in a statement": ("Un énoncé", "```{note}\nx\n```\nUn énoncé", "{note} inside a statement"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_a_fault_is_said_with_its_place_and_its_remedy(name, tmp_path):
    old, new, said = BAD[name]
    assert old in GOOD
    with pytest.raises(AuthorError) as caught:
        compiled(GOOD.replace(old, new), tmp_path)
    text = str(caught.value)
    assert text.startswith(f"{FILE}, ") and said in text and caught.value.remedy, text


def test_a_second_wording_and_an_orphan_are_refused(tmp_path):
    block = GOOD[GOOD.index("```{wording}") :]
    with pytest.raises(AuthorError, match="second wording for 'ouvert'"):
        compiled(GOOD + block, tmp_path)
    with pytest.raises(AuthorError, match="wording for 'huff', which no cell defines"):
        compiled(GOOD + block.replace("{wording} ouvert", "{wording} huff"), tmp_path)


def test_an_id_used_in_two_files_is_refused(tmp_path):
    compiled(GOOD, tmp_path)
    with pytest.raises(AuthorError, match="04-essai.md, ouvert: this id is already used in 03-essai.md"):
        compiled(GOOD, tmp_path, "04-essai.md")


def test_the_set_up_of_the_book_holds_what_the_statements_promise(items):
    from denouement.catalogue import unseal
    from denouement.exercises.boulanger import BELLANGER
    from denouement.exercises.running import fresh

    names = {name: fresh(item["public"]["setup"], unseal(item["sealed"])["solution"]) for name, item in items.items()}
    assert names["ouvert"]["horaires_bellanger"] == BELLANGER
    assert sum(names["ouvert"]["heures_du_jour"](BELLANGER, day) for day in BELLANGER) == 58
    assert names["ouvert"]["ouvert"](BELLANGER, "mardi", 12) and not names["ouvert"]["ouvert"](BELLANGER, "mardi", 14)
    huff = names["huff"]["huff"]
    assert [round(part, 2) for part in huff([1, 1], [300, 600])] == [0.8, 0.2]
    assert [round(part, 3) for part in huff([1, 1, 4], [300, 600, 900])] == [0.590, 0.148, 0.262]
    moment = names["moment-conclusion"]
    assert moment["moment_conclusion"](moment["journal_vauquelin"]) == "2025-04-10"
    assert names["accord-avant-signature"]["part_avant"](names["accord-avant-signature"]["affaires_de_sami"]) == 2 / 3
