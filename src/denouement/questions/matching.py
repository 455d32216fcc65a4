"""Pairs to match. A response names the right side chosen for each left one: "accord=c,signature=a" (sorted)."""

from dataclasses import dataclass
from hashlib import sha256
from typing import ClassVar, Self

from .base import Question, Wording, common
from .entry import Entry, unique_ids


@dataclass(frozen=True)
class Pair:
    id: str
    left: str
    right: str
    feedback: str


@dataclass(frozen=True)
class Matching(Question):
    pairs: tuple[Pair, ...]
    decoys: tuple[tuple[str, str], ...]
    feedback: str

    kind: ClassVar[str] = "matching"

    @classmethod
    def read(cls, entry: Entry) -> Self:
        fields = common(entry, "pair", "decoy", "feedback")
        pairs, decoys = entry.entries("pair"), entry.entries("decoy")
        if not 2 <= len(pairs) <= 6:
            entry.fail(f"{len(pairs)} pairs", "write 2 to 6 [[question.pair]]")
        unique_ids((*pairs, *decoys))
        for decoy in decoys:
            decoy.only("id", "text")
        return cls(
            **fields,
            pairs=tuple(_read_pair(e) for e in pairs),
            decoys=tuple((e.text("id"), e.text("text")) for e in decoys),
            feedback=entry.text("feedback", ""),
        )

    def shown(self, wording: Wording) -> dict:
        return {
            "lefts": [{"id": p.id, "html": wording.inline(p.left)} for p in self.pairs],
            "rights": [{"id": name, "text": wording.plain(text)} for name, text in self._rights().items()],
        }

    def sealed(self, wording: Wording) -> dict:
        return {
            "answers": [self._answer()],
            "feedback": {p.id: wording.html(p.feedback) for p in self.pairs},
            "success": wording.html(self.feedback) if self.feedback else "",
        }

    def responses(self):
        rights, right = list(self._rights()), self._match()
        wrong = []
        for pair in self.pairs:
            others = [name for name, text in self._rights().items() if text != pair.right]
            wrong.append(self._canonical(right | {pair.id: others[0]}))
        rotated = {p.id: rights[(rights.index(right[p.id]) + 1) % len(rights)] for p in self.pairs}
        return (self._answer(),), (*wrong, self._canonical(rotated))

    def _rights(self) -> dict[str, str]:
        """id -> text of the right-hand options, each text once, in an order drawn from the ids."""
        texts: dict[str, str] = {}
        for name, text in (*((p.id, p.right) for p in self.pairs), *self.decoys):
            if text not in texts.values():
                texts[name] = text
        return dict(sorted(texts.items(), key=lambda option: sha256(f"{self.id}/{option[0]}".encode()).digest()))

    def _match(self) -> dict[str, str]:
        by_text = {text: name for name, text in self._rights().items()}
        return {p.id: by_text[p.right] for p in self.pairs}

    def _answer(self) -> str:
        return self._canonical(self._match())

    @staticmethod
    def _canonical(match: dict[str, str]) -> str:
        return ",".join(f"{left}={right}" for left, right in sorted(match.items()))


def _read_pair(entry: Entry) -> Pair:
    entry.only("id", "left", "right", "feedback")
    return Pair(entry.text("id"), entry.text("left"), entry.text("right"), entry.text("feedback"))
