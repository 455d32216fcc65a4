"""What a learner may take away, under `telecharger/`: every notebook, and what makes them run in any Jupyter.

`requirements.txt` names the wheel beside it: pip reads that line from the folder it runs in.
"""

import shutil
from pathlib import Path

from . import wheel
from .archive import packed
from .compiler.book import BOOK

FOLDER = "telecharger"
NOTEBOOKS = ("notebooks", "exercises")  # never solutions/
#: Texts of the book that stand beside the notebooks; `{wheel}` is the file to install.
TEXTS = ("LISEZMOI.txt", "requirements.txt")
ARCHIVE = "cahiers.zip"


def write(root: Path, site: Path) -> Path:
    """Fills `site`/telecharger from the checkout `root`; the path of the course's wheel there."""
    folder = site / FOLDER
    for name in NOTEBOOKS:
        shutil.rmtree(folder / name, ignore_errors=True)
        if (root / name).is_dir():
            shutil.copytree(root / name, folder / name, ignore=shutil.ignore_patterns(".*"))
    course = wheel.refresh(root, folder)
    for name in TEXTS:
        text = (root / BOOK / FOLDER / name).read_text(encoding="utf-8")
        (folder / name).write_text(text.replace("{wheel}", course.name), encoding="utf-8")
    _pack(folder, [course, *(folder / name for name in TEXTS)])
    return course


def _pack(folder: Path, beside: list[Path]) -> None:
    """Everything in one file, ready to be used where it is unpacked."""
    notebooks = [path for name in NOTEBOOKS for path in sorted((folder / name).glob("*.ipynb"))]
    files = {f"cahiers/{path.relative_to(folder).as_posix()}": path.read_bytes() for path in [*beside, *notebooks]}
    (folder / ARCHIVE).write_bytes(packed(files))
