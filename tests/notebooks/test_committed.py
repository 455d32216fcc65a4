"""What nbval does not see in the committed notebooks. No kernel."""

import ast
import json
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
NOTEBOOKS = [path for folder in ("notebooks", "exercises", "solutions") for path in (CHECKOUT / folder).glob("*.ipynb")]
every_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=[f"{p.parent.name}/{p.stem}" for p in NOTEBOOKS])


def code_cells(path):
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return [{**cell, "source": "".join(cell["source"])} for cell in cells if cell["cell_type"] == "code"]


def texts(cell):
    """What a cell printed or returned, as text."""
    for output in cell["outputs"]:
        yield "".join(output.get("text") or output["data"]["text/plain"])


def test_every_chapter_and_every_exercise_has_its_notebooks():
    book = CHECKOUT / "book" / "fr"
    wanted = {("notebooks", page.stem) for page in (book / "chapters").glob("*.md")}
    for page in (book / "exercises").glob("*.md"):
        wanted |= {("exercises", page.stem), ("solutions", page.stem)}
    assert wanted and {(path.parent.name, path.stem) for path in NOTEBOOKS} == wanted


@every_notebook
def test_no_cell_holds_a_magic(path):
    """nbval lets a magic that does not exist pass; plain Python holds none."""
    for cell in code_cells(path):
        tree = ast.parse(cell["source"], cell["id"])
        names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        assert "get_ipython" not in names, cell["id"]


@every_notebook
def test_every_cell_was_run_and_shows_plain_text_only(path):
    cells = code_cells(path)
    # nbval compares nothing in a cell without a number.
    assert [cell["execution_count"] for cell in cells] == list(range(1, len(cells) + 1))
    for cell in cells:
        if "nbval-ignore-output" in cell["metadata"].get("tags", []):
            assert cell["outputs"] == [], cell["id"]
        assert {output["output_type"] for output in cell["outputs"]} <= {"stream", "execute_result", "display_data"}
        assert {output["name"] for output in cell["outputs"] if output["output_type"] == "stream"} <= {"stdout"}


@pytest.mark.parametrize(("folder", "said"), [("exercises", "à faire"), ("solutions", "réussi")])
def test_every_check_says_what_its_folder_promises(folder, said):
    cells = [cell for path in NOTEBOOKS if path.parent.name == folder for cell in code_cells(path)]
    verdicts = {cell["id"]: "".join(texts(cell)) for cell in cells if cell["id"].endswith("-check")}
    assert verdicts
    assert {name: text for name, text in verdicts.items() if not text.startswith(said)} == {}


@every_notebook
def test_only_solutions_hold_solutions(path):
    if path.parent.name == "solutions":
        return
    source = path.read_text(encoding="utf-8")
    assert "BEGIN SOLUTION" not in source and "# STARTER" not in source
