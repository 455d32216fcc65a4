"""Elements to put in order, declared in the right one. A response is their ids in the learner's order: "c,a,b"."""

from dataclasses import dataclass
from hashlib import sha256
from itertools import islice, permutations
from typing import ClassVar, Self

from .base import Question, Wording, common
from .entry import Entry, unique_ids


@dataclass(frozen=True)
class Element:
    id: str
    text: str
    feedback: str


@dataclass(frozen=True)
class Ordering(Question):
    elements: tuple[Element, ...]
    feedback: str

    kind: ClassVar[str] = "ordering"

    @classmethod
    def read(cls, entry: Entry) -> Self:
        fields = common(entry, "element", "feedback")
        entries = entry.entries("element")
        if not 3 <= len(entries) <= 6:
            entry.fail(f"{len(entries)} elements", "write 3 to 6 [[question.element]], in the right order")
        unique_ids(entries)
        return cls(**fields, elements=tuple(_read_element(e) for e in entries), feedback=entry.text("feedback"))

    def shown(self, wording: Wording) -> dict:
        return {"elements": [{"id": e.id, "html": wording.inline(e.text)} for e in self._shuffled()]}

    def sealed(self, wording: Wording) -> dict:
        return {
            "answers": [self._answer()],
            "feedback": {e.id: wording.html(e.feedback) for e in self.elements},
            "success": wording.html(self.feedback),
        }

    def responses(self):
        every = (",".join(order) for order in permutations([e.id for e in self.elements]))
        wrong = (order for order in every if order != self._answer())
        return (self._answer(),), tuple(islice(wrong, 30))

    def _answer(self) -> str:
        return ",".join(e.id for e in self.elements)

    def _shuffled(self) -> list[Element]:
        """The order first shown: drawn once from the ids (the same at every build), never the right one."""
        shuffled = sorted(self.elements, key=lambda e: sha256(f"{self.id}/{e.id}".encode()).digest())
        return shuffled[1:] + shuffled[:1] if tuple(shuffled) == self.elements else shuffled


def _read_element(entry: Entry) -> Element:
    entry.only("id", "text", "feedback")
    return Element(entry.text("id"), entry.text("text"), entry.text("feedback"))
