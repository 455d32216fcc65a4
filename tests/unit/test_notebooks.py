"""From book/ to cells, written and run only where something changed."""

import json

import nbformat
import pytest
from tests.unit.tiny_book import CHAPTER, FRONT, ITEMS, run_without_kernel, tiny_book

from denouement.errors import AuthorError, DenouementError
from denouement.notebooks import generate
from denouement.notebooks.book import drafts
from denouement.notebooks.store import text


def made(root, folder):
    """The notebook that the tiny book gives in one of the three folders."""
    (found,) = [draft.notebook for draft in drafts(root, ITEMS) if draft.path.parent.name == folder]
    return found


def cells(notebook):
    return {cell["id"]: cell for cell in notebook["cells"]}


@pytest.mark.parametrize("folder", ["notebooks", "exercises", "solutions"])
def test_a_notebook_is_valid_and_written_as_nbformat_would(tmp_path, folder):
    notebook = made(tiny_book(tmp_path), folder)
    written = text(notebook)
    read = nbformat.reads(written, as_version=4)
    nbformat.validate(read)
    assert nbformat.writes(read) + "\n" == written
    assert notebook["metadata"]["denouement"] == {
        "course": "le-closing-n-existe-pas",
        "chapter": "03-pain",
        "kind": {"notebooks": "chapter"}.get(folder, folder),
        "format": 1,
    }


def test_directives_become_plain_markdown(tmp_path):
    found = cells(made(tiny_book(tmp_path), "notebooks"))
    assert found["texte-le-pain-l-affaire"]["source"].endswith("\n\n- dire ce que l’on vend\u00a0: du pain")
    assert (
        "Le besoin coûte 12\u202f000\u202f€\u202f; voir Huff, 1963 et Les mots du pain."
        in (found["texte-le-besoin-d-abord"]["source"])
    )
    assert found["texte-le-reste"]["source"].endswith(
        "> **L’affaire du jour**\n>\n> Une phrase\u00a0: «\u00a0oui\u00a0»."
    )
    assert found["suite-item-pain-question-rappel-03"]["source"] == "> Une autre."
    last = found["suite-item-pain-question"]["source"]
    assert "![Une rue\u00a0: vide](../book/fr/chapters/rue.svg)\n\nLa rue, à 8\u00a0h." in last
    assert "[le cahier d’exercices](../exercises/03-pain.ipynb)" in last
    assert last.endswith("Voir la suite, Le besoin, d’abord, [l’exercice](../exercises/03-pain.ipynb), ici.")
    assert not [cell for cell in found.values() if "{" in cell["source"] or "note pour l" in cell["source"]]


def test_items_become_cells_that_show_them(tmp_path):
    found = cells(made(tiny_book(tmp_path), "notebooks"))
    assert found["item-pain-question"]["source"] == 'show("pain-question")'
    recall = found["item-pain-question-rappel-03"]
    assert (recall["source"], recall["metadata"]) == ('show("pain-question", placement="rappel-03")', {})
    assert found["item-pain-courbe"]["metadata"] == {"tags": ["nbval-ignore-output"]}


def test_the_first_code_cell_imports_what_the_others_use(tmp_path):
    root = tiny_book(tmp_path)
    for folder, names in (("notebooks", "fr, show"), ("exercises", "check, hint, solution")):
        first = next(cell for cell in made(root, folder)["cells"] if cell["cell_type"] == "code")
        assert (first["id"], first["source"].splitlines()[-1]) == ("imports", f"from denouement import {names}")


def test_what_an_author_imports_is_not_imported_again(tmp_path):
    chapter = FRONT + "# T\n\n```{code-cell} python\n:id: a\nfrom denouement import fr\n\nfr(1)\n```\n"
    assert [cell["id"] for cell in made(tiny_book(tmp_path, chapter=chapter), "notebooks")["cells"]] == ["texte-t", "a"]


def test_an_exercise_gives_a_starter_and_a_solution(tmp_path):
    root = tiny_book(tmp_path)
    starter, solution = cells(made(root, "exercises")), cells(made(root, "solutions"))
    assert starter["pain-somme"]["source"] == "def somme(a, b):\n    ..."
    assert solution["pain-somme"]["source"] == "def somme(a, b):\n    return a + b"
    assert set(solution) - set(starter) == {"pain-corrige"}
    assert "points" not in text(made(root, "exercises"))


def test_prose_added_elsewhere_leaves_ids_alone(tmp_path):
    before = [cell["id"] for cell in made(tiny_book(tmp_path), "notebooks")["cells"]]
    more = CHAPTER.replace("## Le reste", "Un mot de plus.\n\n### Une parenthèse\n\nAutre chose.\n\n## Le reste")
    after = [cell["id"] for cell in made(tiny_book(tmp_path, chapter=more), "notebooks")["cells"]]
    assert [cell_id for cell_id in after if cell_id != "texte-une-parenthese"] == before


def test_equal_headings_get_numbered_ids_and_an_author_may_cut_a_cell(tmp_path):
    chapter = FRONT + "# T\n\n## Quiz\n\nun\n+++\ndeux\n\n## Quiz\n"
    ids = [cell["id"] for cell in made(tiny_book(tmp_path, chapter=chapter), "notebooks")["cells"]]
    assert ids == ["texte-t", "texte-quiz", "suite-texte-quiz", "texte-quiz-2"]


def test_two_runs_write_the_same_bytes_and_run_nothing_twice(tmp_path, monkeypatch):
    root, ran = tiny_book(tmp_path), run_without_kernel(monkeypatch)
    names = ("notebooks/03-pain.ipynb", "exercises/03-pain.ipynb", "solutions/03-pain.ipynb")
    assert generate(root, items=ITEMS).written == names
    before = {name: (root / name).read_bytes() for name in names}
    ran.clear()
    assert generate(root, items=ITEMS).unchanged == names
    assert generate(root, items=ITEMS, check=True).unchanged == names
    assert ran == []
    assert generate(root, items=ITEMS, everything=True).written == names
    assert {name: (root / name).read_bytes() for name in names} == before


def test_only_what_changed_is_run_again(tmp_path, monkeypatch):
    root, ran = tiny_book(tmp_path), run_without_kernel(monkeypatch)
    generate(root, items=ITEMS)
    ran.clear()
    tiny_book(tmp_path, chapter=CHAPTER + "\n```{code-cell}\n:id: de-plus\n1 + 1\n```\n")
    assert generate(root, items=ITEMS).written == ("notebooks/03-pain.ipynb",)
    assert ran == ["book/fr/chapters/03-pain.md (notebooks/)"]


def test_a_notebook_whose_prose_alone_changed_keeps_its_outputs_and_is_not_run(tmp_path, monkeypatch):
    root, ran = tiny_book(tmp_path), run_without_kernel(monkeypatch)
    generate(root, items=ITEMS)
    path = root / "notebooks" / "03-pain.ipynb"
    before = [cell for cell in json.loads(path.read_text())["cells"] if cell["cell_type"] == "code"]
    ran.clear()
    tiny_book(tmp_path, chapter=CHAPTER + "\nUn mot de plus.\n")
    assert generate(root, items=ITEMS).written == ("notebooks/03-pain.ipynb",)
    assert ran == []
    assert "Un mot de plus." in path.read_text()
    assert [cell for cell in json.loads(path.read_text())["cells"] if cell["cell_type"] == "code"] == before
    assert generate(root, items=ITEMS, check=True).written == ()


def test_a_question_worded_anew_makes_its_notebook_stale(tmp_path, monkeypatch):
    root, _ = tiny_book(tmp_path), run_without_kernel(monkeypatch)
    generate(root, items=ITEMS)
    monkeypatch.setitem(ITEMS["pain-question"]["public"], "plain", "Quel autre pain ?")
    assert generate(root, items=ITEMS).written == ("notebooks/03-pain.ipynb",)


@pytest.mark.parametrize("damage", ["prose", "edited", "rerun", "missing", "garbage", "orphan"])
def test_a_stale_notebook_is_refused_with_the_command_that_mends_it(tmp_path, monkeypatch, damage):
    root, _ = tiny_book(tmp_path), run_without_kernel(monkeypatch)
    generate(root, items=ITEMS)
    path = root / "notebooks" / "03-pain.ipynb"
    if damage == "prose":
        tiny_book(tmp_path, chapter=CHAPTER + "\nUn mot de plus.\n")
    elif damage == "edited":
        path.write_text(path.read_text().replace("Une autre.", "Une autre, à la main."))
    elif damage == "rerun":
        path.write_text(path.read_text().replace('"execution_count": 1,', '"execution_count": 7,'))
    elif damage == "missing":
        path.unlink()
    elif damage == "garbage":
        path.write_text("{")
    elif damage == "orphan":
        path = root / "notebooks" / "04-ancien.ipynb"
        path.write_text((root / "notebooks" / "03-pain.ipynb").read_text())
    before = {file: file.read_bytes() for file in root.rglob("*.ipynb")}
    with pytest.raises(DenouementError) as caught:
        generate(root, items=ITEMS, check=True)
    assert str(caught.value).startswith(f"notebooks/{path.name}: out of date with book/; run `make notebooks`")
    assert {file: file.read_bytes() for file in root.rglob("*.ipynb")} == before
    generate(root, items=ITEMS)
    generate(root, items=ITEMS, check=True)
    assert path.is_file() == (damage != "orphan")


def test_a_notebook_of_somebody_else_is_left_alone(tmp_path, monkeypatch):
    root, _ = tiny_book(tmp_path), run_without_kernel(monkeypatch)
    mine = root / "notebooks" / "brouillon.ipynb"
    mine.parent.mkdir()
    mine.write_text(json.dumps({"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}))
    with pytest.raises(AuthorError) as caught:
        generate(root, items=ITEMS)
    assert str(caught.value).startswith("notebooks/brouillon.ipynb: this notebook was not made from book/; move it")
    assert mine.is_file()


def test_the_committed_notebooks_are_current(root, course_items):
    generate(root, items=course_items, check=True)
