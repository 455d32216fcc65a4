"""What charts and labs compile to: rows, sentences and readable tables over a whole grid, as columns."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from ..assumptions import Assumption
from ..columns import encode
from ..errors import AuthorError
from ..levers import Lever
from ..sentences import Sentence, name_of, show
from . import wording


def lever_public(lever: Lever) -> dict:
    """What a page needs to draw and read one lever; `start` is the rank of its first value."""
    return {
        "id": lever.id,
        "label": wording.plain(lever.label),
        "values": list(lever.values),
        "shown": [lever.shown(value) for value in lever.values],
        "start": lever.values.index(lever.start),
    }


def rows_table(every: Sequence[Sequence[Mapping]], columns: Mapping[str, int | None], where: str) -> dict:
    """The rows of every position, one encoded column per name; a column equal at all positions is stored once.

    AuthorError when positions differ in their rows' number or columns, or when a value cannot be kept.
    """
    count = len(every[0])
    for number, rows in enumerate(every):
        if len(rows) != count or any(set(row) != set(columns) for row in rows):
            raise AuthorError(
                where,
                f"position {number} has not the same rows as the others",
                f"give {count} rows with exactly {', '.join(columns)}",
            )
    table = {}
    for name, decimals in columns.items():
        per_position = [[row[name] for row in rows] for rows in every]
        fixed = all(values == per_position[0] for values in per_position)
        values = per_position[0] if fixed else [value for values in per_position for value in values]
        try:
            table[name] = encode(values, decimals) | {"fixed": fixed}
        except (TypeError, ValueError) as error:
            raise AuthorError(
                where, f"column {name} cannot be kept ({error})", "give finite numbers, or words"
            ) from None
    return {"count": count, "columns": table}


def sentences_table(
    slots: Mapping[str, Mapping[str, Sentence]],
    keys: Sequence[str],
    params: Sequence[Mapping],
    where: str,
    always: Iterable[str] = (),
) -> dict:
    """The sentences of every position: for each slot and key the pieces, and what fills each hole. `always`: holes
    kept at every position, used by a sentence or not.

    AuthorError for a key that no sentence serves, or a sentence that no position reaches.
    """
    for slot, sentences in slots.items():
        if missing := set(keys) - set(sentences):
            raise AuthorError(where, f"the model says {min(missing)!r}, {slot} has no such key", f"add it under {slot}")
        if dead := set(sentences) - set(keys):
            raise AuthorError(
                where, f"no position of the levers reaches {slot}.{min(dead)}", "remove it, or move levers"
            )
    used: dict[str, set[str]] = {key: set(always) for key in keys}
    for sentences in slots.values():
        for key, sentence in sentences.items():
            used[key].update(sentence.holes)
    holes = sorted(set().union(*used.values()))
    for key, values in zip(keys, params, strict=True):
        if missing := {name_of(hole) for hole in used[key]} - set(values):
            remedy = f"use one of {', '.join(sorted(values))}"
            raise AuthorError(f"{where}, {key}", f"nothing is called {min(missing)} there", remedy)
    return {
        "key": encode(list(keys), None),
        "slots": {s: {k: list(v.parts) for k, v in sentences.items()} for s, sentences in slots.items()},
        "holes": {
            hole: encode([show(hole, p) if hole in used[k] else "" for k, p in zip(keys, params, strict=True)], None)
            for hole in holes
        },
    }


def assumptions_public(assumptions: Iterable[Assumption], book: Path, where: str) -> list[dict]:
    """Each assumption with the reference of its source (`book`/sources.toml). AuthorError for an unknown source."""
    known = _sources(book / "sources.toml")
    if missing := {a.source for a in assumptions if a.source} - set(known):
        raise AuthorError(where, f"unknown source {min(missing)!r}", "declare it in sources.toml")
    return [
        {"html": wording.inline(a.text), "status": a.status, "fragile": a.fragile}
        | ({"source": known[a.source]} if a.source else {})
        for a in assumptions
    ]


def _sources(path: Path) -> dict[str, dict]:
    if not path.is_file():
        return {}
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        s["id"]: {"id": s["id"], "short": wording.plain(s["short"]), "how": wording.plain(s["status_text"])}
        for s in table["source"]
    }
