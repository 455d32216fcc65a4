"""The notebooks that the application opens, and the listings by which it finds them (Jupyter's Contents API).

What a learner changes stays in their browser and covers the file of the same name; nothing of theirs comes here.
"""

import json
from pathlib import Path

from ..downloads import NOTEBOOKS

FOLDERS = sorted(NOTEBOOKS)
_EPOCH = "2026-01-01T00:00:00Z"  # a listing must not change when a file was only written again


def write(root: Path, target: Path) -> None:
    """Puts the notebooks of the checkout `root` into the application in `target`; touches only what changed."""
    for folder in FOLDERS:
        notebooks = {path.name: path for path in sorted((root / folder).glob("*.ipynb"))}
        for name, path in notebooks.items():
            _put(target / "files" / folder / name, path.read_bytes())
        for path in (target / "files" / folder).glob("*.ipynb"):
            if path.name not in notebooks:
                path.unlink()
        _listing(target, folder, [_entry(f"{folder}/{name}", "notebook") for name in notebooks])
    _listing(target, "", [_entry(folder, "directory") for folder in FOLDERS])


def _listing(target: Path, folder: str, entries: list[dict]) -> None:
    listing = {**_entry(folder, "directory"), "format": "json", "content": entries}
    _put(target / "api" / "contents" / folder / "all.json", json.dumps(listing, separators=(",", ":")).encode())


def _entry(path: str, kind: str) -> dict:
    return {
        "name": path.rpartition("/")[2],
        "path": path,
        "type": kind,
        "created": _EPOCH,
        "last_modified": _EPOCH,
        "content": None,
        "format": None,
        "mimetype": None,
        "size": None,
        "writable": True,
    }


def _put(path: Path, content: bytes) -> None:
    if not path.is_file() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
