"""Opens what `denouement compile` wrote: items by id, interface words. Standard library only."""

import json
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from .errors import DenouementError

_brought: dict[str, str] = {}


def folder() -> Traversable:
    """Where the compiled data stand (package data, generated)."""
    return files("denouement") / "data"


def load_item(item_id: str) -> dict:
    """The compiled item `item_id`; DenouementError, in the words of the person who asked for it, if there is none."""
    path = folder() / "items" / f"{item_id}.json"
    if not path.is_file():
        raise DenouementError(f"« {item_id} » : aucun élément du cours ne porte ce nom ; vérifiez l'orthographe.")
    return json.loads(path.read_text(encoding="utf-8"))


@cache
def words() -> dict[str, str]:
    """The interface words (`book/fr/interface.toml`), key -> sentence with {params}."""
    return _brought or json.loads((folder() / "words.json").read_text(encoding="utf-8"))


def bring_words(text: str) -> None:
    """Takes the interface words from `text` (JSON) instead: in the page, where no package data stand."""
    _brought.update(json.loads(text))
    words.cache_clear()


def unseal(text: str) -> dict:
    """What a compiled item keeps out of plain sight (turned, not secret: this is self-assessment)."""
    return json.loads(turned(text))


def turned(text: str) -> str:
    """`text` with each ASCII sign replaced by the one 47 further on (ROT47); turned twice, it is itself again.

    Not base64, which hides from gzip too what sentences have in common: a chapter would weigh a seventh more.
    """
    return text.translate(_TURN)


_TURN = {sign: 33 + (sign - 33 + 47) % 94 for sign in range(33, 127)}


def table(name: str) -> Any:
    """A compiled table that is not an item: "objectives", "sources", "affair", "numbers"."""
    return json.loads((folder() / f"{name}.json").read_text(encoding="utf-8"))
