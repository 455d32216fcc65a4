"""The shape of a compiled item, and the seal on what a page may show only later."""

import json
from hashlib import sha256

from ..catalogue import turned

SHAPE = 1


def canonical(value: object) -> str:
    """JSON that is the same for the same value: sorted keys, no spaces, French letters as they are."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def item(item_id: str, kind: str, type_: str, chapter: str, public: dict, sealed: dict, **more: object) -> dict:
    """A compiled item (see docs/architecture.md). Its version changes with whatever a learner may see of it."""
    version = sha256(canonical([public, sealed]).encode()).hexdigest()[:8]
    return {
        "v": SHAPE,
        "id": item_id,
        "kind": kind,
        "type": type_,
        "version": version,
        "chapter": chapter,
        "public": public,
        "sealed": seal(sealed),
        **more,
    }


def seal(value: dict) -> str:
    """`value` out of plain sight, see `catalogue.unseal`."""
    return turned(canonical(value))
