"""What code cells printed, taken from the committed notebooks: the book runs no code, nbval proves these outputs.

One execution (`denouement notebooks`) serves Jupyter and the book, and a page is built without starting a kernel.
"""

import json
from pathlib import Path, PurePosixPath

from docutils import nodes

FOLDERS = {"chapters": "notebooks"}


def add(app, doctree: nodes.document) -> None:
    """Appends to each code cell of a page the text its notebook holds for it."""
    docname = PurePosixPath(app.env.docname)
    folder = FOLDERS.get(docname.parent.name)
    cells = [node for node in doctree.findall(nodes.container) if node.get("nb_element") == "cell_code"]
    if not (folder and cells):
        return
    notebook = Path(app.srcdir).parents[1] / folder / f"{docname.name}.ipynb"
    app.env.note_dependency(str(notebook))
    printed = _outputs(notebook)
    for cell in cells:
        for source in cell.findall(nodes.literal_block):
            source["language"] = "python"  # myst-nb learns the language from a run, and there is none
        text = printed.get(cell["cell_metadata"].get("id"), "")
        if text:
            block = nodes.literal_block(text, text, language="none", classes=["output"])
            cell.append(nodes.container("", block, classes=["cell_output"]))


def _outputs(notebook: Path) -> dict[str, str]:
    """Cell id -> everything the cell printed or returned, as text."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"] if notebook.is_file() else []
    return {
        cell["id"]: "\n".join(_text(output).rstrip("\n") for output in cell["outputs"])
        for cell in cells
        if cell["cell_type"] == "code" and cell["outputs"]
    }


def _text(output: dict) -> str:
    text = output["text"] if output["output_type"] == "stream" else output["data"]["text/plain"]
    return text if isinstance(text, str) else "".join(text)


def setup(app) -> None:
    app.connect("doctree-read", add, priority=400)  # before cells are folded
