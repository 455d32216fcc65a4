"""CONTRIBUTING.md, « Add a question type », followed word for word in a copy of the checkout."""

import os
import re
import shutil
import subprocess
import sys

import pytest

from denouement import bundle

pytestmark = pytest.mark.kernel

LEFT = shutil.ignore_patterns(".git", ".venv", "node_modules", "_build", "data", "static", "__pycache__", ".*_cache")
# Where a table of Python begins.
TABLE = r"^({name}\b[^{{\n]*\{{\n)"
# What the page, a page without scripts and a slide say of the new question.
DRAWN = """
from denouement.catalogue import load_item, words
from denouement.markup.item import item_html
from denouement.markup.slide import slide_html
item = load_item("conclusion-trace")
print(item_html(item, "01-conclusion", words()))
print(*slide_html(item, words(), ""))
"""


class Follower:
    """Someone who pastes the page's blocks into `folder`, in their order."""

    def __init__(self, folder, page):
        steps = page.partition("## Add a question type")[2].partition("## Where other things")[0]
        self.folder = folder
        self.blocks = (found[2] for found in re.finditer(r"^(`{3,4})\w+\n(.*?)^\1$", steps, re.S | re.M))

    def write(self, path, place, change):
        """`change` is given what stands at `place`."""
        file = self.folder / path
        text = file.read_text(encoding="utf-8") if file.is_file() else ""
        said, times = re.subn(place, lambda found: change(found[0]), text, count=1, flags=re.M)
        assert times == 1, f"CONTRIBUTING.md: {path} has no {place}"
        file.write_text(said, encoding="utf-8")

    def edit(self, path, place, change):
        """`change` is given what stands at `place` and the next block."""
        block = next(self.blocks)
        self.write(path, place, lambda there: change(there, block))

    def before(self, path, place, gap="\n\n"):
        self.edit(path, place, lambda there, block: block + gap + there)

    def at_the_end(self, path, gap="\n"):
        self.edit(path, r"\Z", lambda there, block: gap + block)

    def in_table(self, path, name, entry):
        """`"word": _word,` and its like stand in the sentences, not in blocks."""
        self.write(path, TABLE.format(name=name), lambda there: f"{there}    {entry}\n")


@pytest.fixture(scope="module")
def followed(root, tmp_path_factory):
    """A copy of the checkout in which the page was followed."""
    folder = tmp_path_factory.mktemp("contributing") / "course"
    shutil.copytree(root, folder, ignore=LEFT)
    for name in (".venv", "node_modules"):
        (folder / name).symlink_to(root / name)
    steps = Follower(folder, (root / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    questions, markup = "src/denouement/questions", "src/denouement/markup"
    steps.at_the_end(f"{questions}/word.py", gap="")
    steps.edit(f"{questions}/bank.py", r"^from \.ordering .*\n", lambda there, block: there + block)
    steps.edit(f"{questions}/bank.py", r"^    kind\.kind: .*\n", lambda there, block: block)
    steps.before(f"{markup}/inputs.py", r"^INPUTS\b")
    steps.in_table(f"{markup}/inputs.py", "INPUTS", '"word": _word,')
    steps.before(f"{markup}/noscript.py", r"^_ANSWERS = ")
    steps.in_table(f"{markup}/noscript.py", "_ANSWERS", '"word": _word,')
    steps.before("web/fields.js", r"^/\*\* .*\n^export const FIELDS", gap="\n")
    steps.write("web/fields.js", r"(?<=matching) \};$", lambda there: f", word{there}")
    reading = "tests/unit/questions/test_reading.py"
    steps.before(reading, r"^FAULTS = ")
    steps.edit(reading, r"^FAULTS = \{\n", lambda there, block: there + block)
    steps.before("tests/browser/answering.py", r"^RESPOND = ")
    steps.in_table("tests/browser/answering.py", "RESPOND", '"word": _type_word,')
    steps.at_the_end("book/fr/questions/01-conclusion.toml")
    steps.at_the_end("book/fr/chapters/01-conclusion.md")
    run = runner(folder)
    run(sys.executable, "-m", "denouement.cli", "notebooks")
    return folder, run


def runner(folder):
    def run(*command):
        environment = {**os.environ, "PYTHONPATH": str(folder / "src")}
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return run


def test_the_new_question_has_a_number_and_stands_in_its_chapters_notebook(followed):
    folder, _ = followed
    assert "conclusion-trace" in (folder / "book" / "items.lock").read_text(encoding="utf-8")
    assert "conclusion-trace" in (folder / "notebooks" / "01-conclusion.ipynb").read_text(encoding="utf-8")


def test_it_is_drawn_in_the_page_without_scripts_and_on_a_slide(followed):
    _, run = followed
    drawn = run(sys.executable, "-c", DRAWN)
    assert 'name="word"' in drawn
    assert "bon de commande" in drawn.partition("<noscript>")[2].partition("</noscript>")[0]
    assert '<details class="slide-answer fragment"' in drawn


def test_its_own_tests_and_those_of_every_question_pass(followed):
    _, run = followed
    run(sys.executable, "-m", "pytest", "tests/unit/questions/test_reading.py", "-q", "-p", "no:cacheprovider")
    run(bundle.find_node(), "--test", "web/tests/fields.test.js")
