"""Notebook files: written the same way at every run, compared with what is committed, replaced all together."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from ..errors import AuthorError

KINDS = {"notebooks": "chapter", "exercises": "exercises", "solutions": "solutions"}


def text(notebook: Mapping) -> str:
    """`notebook` as the text of its file: what nbformat itself would write (sorted keys, one space, a last newline)."""
    cells = [_split(cell) for cell in notebook["cells"]]
    whole = {**notebook, "cells": cells}
    return json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True, separators=(",", ": ")) + "\n"


def load(path: Path) -> dict | None:
    """The notebook in `path`, multi-line texts joined; None when there is none that can be read."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return {**found, "cells": [_join(cell) for cell in found["cells"]]}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def with_outputs(source: Mapping, run: Mapping | None) -> dict:
    """`source` carrying the outputs that `run` (the same notebook, perhaps older) holds for the same cells."""
    known = {cell.get("id"): cell for cell in run["cells"]} if run else {}
    cells = []
    for cell in source["cells"]:
        old = known.get(cell["id"], {})
        if cell["cell_type"] == "code" and old.get("cell_type") == "code":
            cell = {**cell, "execution_count": old.get("execution_count"), "outputs": old.get("outputs", [])}
        cells.append(cell)
    return {**source, "cells": cells}


def is_current(path: Path, source: Mapping, shown: Mapping[str, str]) -> bool:
    """Whether `path` holds exactly `source`, run: everything but the outputs is compared, to the byte.

    `shown` gives, by cell, the text of the items that cells show: it is known without running anything.
    """
    run = with_known_outputs(path, source, shown)
    return run is not None and path.read_text(encoding="utf-8") == text(run)


def with_known_outputs(path: Path, source: Mapping, shown: Mapping[str, str]) -> dict | None:
    """`source` with the outputs that `path` holds, when only prose differs: nothing then needs to be run again.

    None when a code cell was added, removed, moved or changed, was never run, or shows an item that has changed.
    """
    run = load(path)
    if run is None or _codes(run, "id", "source", "metadata") != _codes(source, "id", "source", "metadata"):
        return None
    counts = _codes(run, "execution_count")
    if counts != [(number,) for number in range(1, len(counts) + 1)]:
        return None
    texts = {
        cell_id: [output.get("data", {}).get("text/plain") for output in outputs]
        for cell_id, outputs in _codes(run, "id", "outputs")
    }
    if any(texts[cell_id] != [expected] for cell_id, expected in shown.items()):
        return None
    return with_outputs(source, run)


def _codes(notebook: Mapping, *keys: str) -> list[tuple]:
    """What `keys` hold in each code cell, in order."""
    return [tuple(cell.get(key) for key in keys) for cell in notebook["cells"] if cell["cell_type"] == "code"]


def orphans(root: Path, wanted: Iterable[Path]) -> list[Path]:
    """Notebooks of the three folders that no source gives any more. AuthorError for one that we never wrote."""
    wanted = set(wanted)
    found = [path for folder in KINDS for path in sorted((root / folder).glob("*.ipynb")) if path not in wanted]
    for path in found:
        notebook = load(path)
        if not notebook or "denouement" not in notebook.get("metadata", {}):
            raise AuthorError(
                path.relative_to(root).as_posix(),
                "this notebook was not made from book/",
                "move it elsewhere: this folder is generated",
            )
    return found


def replace(texts: Mapping[Path, str], removed: Iterable[Path]) -> None:
    """Writes every file, then removes those of `removed`; each file is whole at any moment."""
    for path, content in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f".{path.name}.tmp")
        draft.write_text(content, encoding="utf-8", newline="\n")
        draft.replace(path)
    for path in removed:
        path.unlink()


def _split(cell: Mapping) -> dict:
    """`cell` with its texts as lists of lines, as on disk."""
    cell = {**cell, "source": cell["source"].splitlines(keepends=True)}
    if "outputs" in cell:
        cell["outputs"] = [
            _map_texts(output, lambda value: value.splitlines(keepends=True)) for output in cell["outputs"]
        ]
    return cell


def _join(cell: Mapping) -> dict:
    cell = {**cell, "source": _joined(cell["source"])}
    if "outputs" in cell:
        cell["outputs"] = [_map_texts(output, _joined) for output in cell["outputs"]]
    return cell


def _joined(value):
    return "".join(value) if isinstance(value, list) else value


def _map_texts(output: Mapping, change) -> dict:
    output = dict(output)
    if "text" in output:
        output["text"] = change(output["text"])
    if "data" in output:
        output["data"] = {
            mime: change(value) if mime.startswith("text/") else value for mime, value in output["data"].items()
        }
    return output
