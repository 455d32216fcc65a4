"""Python in the page: Pyodide, a snapshot of its memory with the course's package inside, the worker that runs them.

Made by Node (`web/python/build.mjs`) when Pyodide, the scripts or the package's own code changed: not when an author
edits the book, whose items stay outside. The files land in `_build/python`, under hashed names; the site gets a copy.
"""

import re
import shutil
import subprocess
from hashlib import sha256
from pathlib import Path

from . import bundle
from .archive import packed
from .errors import DenouementError

PACKAGE = Path("src") / "denouement"
RESULT = Path("_build") / "python"
#: What a learner's code and the judge need of the package; each runs on the standard library alone.
PARTS = (
    "__init__.py",
    "assumptions.py",
    "catalogue.py",
    "charts",
    "columns.py",
    "errors.py",
    "exercises",
    "levers.py",
    "models",
    "questions/__init__.py",
    "questions/entry.py",
    "sentences.py",
    "typography.py",
)
_HASH_IN_NAME = re.compile(r"-[0-9a-f]{12}\.")


def refresh(root: Path) -> bool:
    """Makes the files of the checkout `root`; False when they were up to date. DenouementError when it fails."""
    key = _digest(root)
    stamp = root / RESULT / "sources"
    if stamp.is_file() and stamp.read_text() == key:
        return False
    package = root / "_build" / "denouement.zip"
    package.parent.mkdir(exist_ok=True)
    _zip(root, package)
    done = subprocess.run(
        [bundle.find_node(), "web/python/build.mjs", package, root / RESULT, key],
        cwd=root,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise DenouementError(f"web/python : Python dans la page ne se construit pas.\n{done.stderr.strip()[-2000:]}")
    stamp.write_text(key)
    return True


def _digest(root: Path) -> str:
    """The same wherever the checkout stands: names carry it."""
    scripts = sorted(path for path in (root / "web/python").iterdir() if path.is_file())
    total = sha256()
    for path in (*scripts, *packaged(root), root / "node_modules/pyodide/package.json"):
        total.update(path.relative_to(root).as_posix().encode())
        total.update(path.read_bytes())
    return total.hexdigest()


def packaged(root: Path) -> list[Path]:
    """The files of the package that go to the page."""
    found: list[Path] = []
    for part in PARTS:
        path = root / PACKAGE / part
        inside = [path] if path.is_file() else path.rglob("*")
        found += [file for file in inside if file.is_file() and "__pycache__" not in file.parts]
    return sorted(found)


def _zip(root: Path, target: Path) -> None:
    """The package as one file, the same bytes for the same sources."""
    source = root / PACKAGE.parent
    target.write_bytes(packed({path.relative_to(source).as_posix(): path.read_bytes() for path in packaged(root)}))


def copy(root: Path, site: Path) -> None:
    """Puts the files in `site`/_static/python; those of an earlier build go."""
    target = site / "_static" / "python"
    target.mkdir(parents=True, exist_ok=True)
    made = {path.name: path for path in (root / RESULT).iterdir() if path.name != "sources"}
    for old in target.iterdir():
        if old.name not in made:
            old.unlink()
    for name, path in made.items():
        if not (target / name).is_file() or not _HASH_IN_NAME.search(name):
            shutil.copyfile(path, target / name)
