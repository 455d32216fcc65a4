"""Files that cannot be graded: each gets its own line, none stops the batch, and none needs a kernel."""

import json

import pytest

from denouement.cli import main
from denouement.grading import Limits, grade
from denouement.grading.submission import Refused, read

from .conftest import MARK, cell, notebook, write

GOOD_SHAPE = notebook(cell("x = 1"), mark=None)
REFUSED = {
    "not_json": ["{", "", "bonjour", "[" * 100_000, '{"cells": [}'],
    "not_a_notebook": [
        [], {}, "12", {"nbformat": 3, "worksheets": []}, {"nbformat": 4}, {"nbformat": 4, "cells": {}},
        {"nbformat": 4, "cells": [1]}, {"nbformat": 4, "cells": [{"cell_type": "code"}]},
        {"nbformat": 4, "cells": [{"cell_type": "code", "source": [1]}]},
        {"nbformat": 4, "cells": [{"source": "x"}]},
    ],
    "other_course": [
        GOOD_SHAPE, notebook(mark={**MARK, "chapter": "99-autre"}), notebook(mark={**MARK, "chapter": ["x"]}),
        notebook(cell('check("autre")'), mark=None), {**GOOD_SHAPE, "metadata": 3},
        notebook(cell("x"), mark={"course": "autre"}), notebook(cell("x"), mark={"course": {}}),
    ],
    "no_exercises": [notebook(cell("x"), mark={**MARK, "kind": "chapter"})],
}  # fmt: skip
CASES = [(status, content) for status, contents in REFUSED.items() for content in contents]


@pytest.mark.parametrize(("status", "content"), CASES, ids=[f"{s}-{n}" for n, (s, _) in enumerate(CASES)])
def test_what_is_not_an_exercise_notebook_says_which_kind_it_is(status, content, tmp_path):
    [report] = grade([write(tmp_path, "carnet", content)])
    assert (report.status, report.score, report.max) == (status, 0, 0)
    assert report.message and report.lines() == [report.file, f"  {report.message}"]


def test_every_refusal_has_its_own_line(tmp_path):
    paths = [write(tmp_path, status, contents[0]) for status, contents in REFUSED.items()]
    (tmp_path / "latin.ipynb").write_bytes(b"\xff\xfe\x00")
    paths += [tmp_path / "latin.ipynb", tmp_path / "absent.ipynb", tmp_path]
    reports = grade(paths)
    assert [r.status for r in reports] == [*REFUSED, "not_json", "unreadable", "unreadable"]
    assert len({r.message for r in reports}) == len(REFUSED) + 1


def test_a_huge_file_is_not_even_opened(tmp_path):
    [report] = grade([write(tmp_path, "gros", GOOD_SHAPE)], limits=Limits(file=10))
    assert report.status == "unreadable"


def test_a_notebook_without_our_mark_is_known_by_its_exercises(tmp_path):
    by_check = read(write(tmp_path, "a", notebook(cell('check( "huff" )'), mark=None)), Limits())
    by_id = read(write(tmp_path, "b", notebook(cell("…", "ouvert"), mark=None)), Limits())
    assert by_check.exercises == by_id.exercises == ("ouvert", "huff")


def test_the_cell_of_an_exercise_is_found_by_id_else_by_what_it_defines(tmp_path):
    cells = [cell("def huff(a): ..."), cell("x"), cell("def huffer(a): ..."), cell("  huff = 3"), cell("y", "ouvert")]
    submission = read(write(tmp_path, "a", notebook(*cells)), Limits())
    assert (submission.cell_of("huff"), submission.cell_of("ouvert")) == (3, 4)


def test_nothing_but_code_is_kept(tmp_path):
    text = {"cell_type": "markdown", "source": ["a\n", "b"], "metadata": None}
    submission = read(write(tmp_path, "a", notebook(text, cell("1"), {"cell_type": "raw", "source": "r"})), Limits())
    assert [c.source for c in submission.cells] == ["1"]


def test_a_directory_is_not_a_notebook(tmp_path):
    with pytest.raises(Refused) as caught:
        read(tmp_path, Limits())
    assert caught.value.status == "unreadable"


def test_the_command_prints_json_and_leaves_with_0_whatever_the_marks(tmp_path, capsys):
    write(tmp_path, "a", "{")
    write(tmp_path, "b", notebook(cell("x"), mark=None))
    assert main(["grade", str(tmp_path), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert [(r["status"], r["score"], r["max"], r["exercises"]) for r in said] == [
        ("not_json", 0, 0, []),
        ("other_course", 0, 0, []),
    ]


@pytest.mark.parametrize("arguments", [["absent.ipynb"], ["vide"], ["a.ipynb", "--seconds", "0"]])
def test_a_wrong_path_is_one_sentence_and_exit_code_2(arguments, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "vide").mkdir()
    write(tmp_path, "a", "{")
    assert main(["grade", *arguments]) == 2
    said = capsys.readouterr()
    assert said.out == "" and said.err.startswith("denouement : ") and said.err.count("\n") == 1


def test_the_help_says_which_notebooks_it_is_meant_for(capsys):
    with pytest.raises(SystemExit):
        main(["grade", "--help"])
    assert "à qui vous\nfaites confiance" in capsys.readouterr().out
