"""What every question has in common, and the protocol of a question type."""

import re
from dataclasses import dataclass
from typing import ClassVar, Protocol, Self

from .entry import Entry

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
COMMON_KEYS = ("id", "kind", "objective", "text", "hints", "explanation", "confidence", "label")


class Wording(Protocol):
    """How the authors' text becomes what is shown: paragraphs, a line, or no markup at all."""

    def html(self, text: str) -> str: ...
    def inline(self, text: str) -> str: ...
    def plain(self, text: str) -> str: ...


@dataclass(frozen=True)
class Question:
    """A question of any type. Subclasses add their own fields and the four methods below.

    `data_kind` is what the page calls it (`data-kind`): quiz, prediction or text.
    """

    id: str
    objective: str
    text: str
    hints: tuple[str, ...]
    explanation: str
    confidence: bool
    label: str

    kind: ClassVar[str]
    data_kind: ClassVar[str] = "quiz"
    judged: ClassVar[bool] = True

    @classmethod
    def read(cls, entry: Entry) -> Self:
        """The question an author declared; AuthorError when it cannot be used."""
        raise NotImplementedError

    def shown(self, wording: Wording) -> dict:
        """What the page shows before any answer (JSON)."""
        raise NotImplementedError

    def sealed(self, wording: Wording) -> dict:
        """What the page may show later: the accepted responses (`answers`) and the feedback (JSON)."""
        raise NotImplementedError

    def responses(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """(right, wrong) responses in canonical form; every wrong choice or expected mistake is among the wrong."""
        raise NotImplementedError


def common(entry: Entry, *own_keys: str, judged: bool = True) -> dict:
    """The fields of `Question`, read and checked; `own_keys` are what the type itself reads."""
    entry.only(*COMMON_KEYS, *own_keys)
    item_id = entry.text("id")
    if not _ID.fullmatch(item_id):
        entry.fail(f"the id {item_id!r} is not usable", "write small letters, figures and hyphens: boulanger-zone")
    return {
        "id": item_id,
        "objective": entry.text("objective", None if judged else ""),
        "text": entry.text("text"),
        "hints": entry.texts("hints"),
        "explanation": entry.text("explanation", None if judged else ""),
        "confidence": entry.flag("confidence"),
        "label": entry.text("label", ""),
    }
