"""Notebooks run in a real kernel: what is stored of their outputs, and what stops the author."""

from pathlib import Path

import psutil
import pytest

from denouement.errors import AuthorError
from denouement.notebooks import execution
from denouement.notebooks.cells import notebook
from denouement.notebooks.directives import CodeCell

pytestmark = pytest.mark.kernel

PRINTS = """
import sys
for n in range(3):
    print(n)
    sys.stdout.flush()
1 + 1
"""
ITEM = """
class Item:
    def _repr_mimebundle_(self, **options):
        return {"text/plain": "a", "application/vnd.denouement.item+json": {"v": 1}}
Item()
"""
SLIDER = """
import ipywidgets
ipywidgets.IntSlider.__repr__ = lambda self: "slider"
ipywidgets.IntSlider()
"""
STALLS_ONCE = """
import pathlib, time
marker = pathlib.Path({marker!r})
if not marker.exists():
    marker.touch()
    time.sleep(60)
"""


def run(*sources, tags=(), timeout=40, stalls=None):
    """The outputs of cells run in one kernel."""
    pieces = [CodeCell(f"cell-{number}", source, tags, "a.md") for number, source in enumerate(sources, 1)]
    on_stall = (stalls if stalls is not None else []).append
    ran = execution.run(notebook(pieces, "03-pain", "chapter"), Path.cwd(), "a.md", on_stall, timeout)
    return [(cell["execution_count"], cell["outputs"]) for cell in ran["cells"]]


def refusal(*sources, **options):
    with pytest.raises(AuthorError) as caught:
        run(*sources, **options)
    return str(caught.value)


def printed(text):
    return {"output_type": "stream", "name": "stdout", "text": text}


def result(number, **data):
    plain = {"text/plain": data.pop("plain"), **data.pop("more", {})}
    return {"output_type": "execute_result", "execution_count": number, "metadata": {}, "data": plain}


def test_prints_and_results_are_stored_with_the_numbers_of_a_first_run():
    assert run(PRINTS, ITEM, SLIDER) == [
        (1, [printed("0\n1\n2\n"), result(1, plain="2")]),
        (2, [result(2, plain="a", more={"application/vnd.denouement.item+json": {"v": 1}})]),
        (3, [result(3, plain="slider")]),
    ]


def test_a_chart_is_run_but_not_stored():
    source = "from IPython.display import display\ndisplay({'image/png': 'x'}, raw=True)"
    assert run(source, tags=("nbval-ignore-output",)) == [(1, [])]
    assert refusal(source) == (
        "a.md, cell cell-1: shows image/png, which is not stored; print text, or add :tags: [nbval-ignore-output]"
    )


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("1 / 0", "a.md, cell cell-2: raised ZeroDivisionError: division by zero; mend the cell"),
        ("import warnings\nwarnings.warn('vieux')", "a.md, cell cell-2: writes on stderr: "),
        ("object()", "a.md, cell cell-2: shows an address in memory, different at every run"),
    ],
)
def test_what_a_learner_must_not_see_stops_the_author(source, message):
    assert refusal("pass", source).startswith(message)


def test_a_kernel_that_stalls_once_is_started_again_and_counted(tmp_path):
    stalls = []
    stall = STALLS_ONCE.format(marker=str(tmp_path / "stalled"))
    assert run(stall, "print('fin')", timeout=2, stalls=stalls)[1] == (2, [printed("fin\n")])
    assert stalls == ["a.md"]


def test_an_endless_loop_is_the_authors_to_mend():
    stalls = []
    message = refusal("pass", "while True:\n    pass", timeout=2, stalls=stalls)
    assert message.startswith("a.md, cell cell-2: not finished after 2 s, twice")
    assert stalls == ["a.md"]


def test_a_kernel_that_dies_is_reported_and_none_is_left_running():
    assert refusal("import os\nos._exit(3)").startswith("a.md, cell cell-1: not finished")
    children = psutil.Process().children(recursive=True)
    assert not [child for child in children if "ipykernel_launcher" in " ".join(child.cmdline())]
