"""Choosing among options: one (`single`) or several (`multiple`). A response is the chosen ids: "a" or "a,c"."""

from dataclasses import dataclass
from itertools import combinations
from typing import ClassVar, Self

from .base import Question, Wording, common
from .entry import Entry, unique_ids


@dataclass(frozen=True)
class Choice:
    id: str
    text: str
    correct: bool
    feedback: str
    date: str


@dataclass(frozen=True)
class _Choices(Question):
    choices: tuple[Choice, ...]
    layout: str

    limits: ClassVar[tuple[int, int]]

    @classmethod
    def read(cls, entry: Entry) -> Self:
        fields = common(entry, "choice", "layout")
        entries = entry.entries("choice")
        least, most = cls.limits
        if not least <= len(entries) <= most:
            entry.fail(f"{len(entries)} choices", f"write {least} to {most} [[question.choice]] (three suffice)")
        unique_ids(entries)
        layout = entry.one_of("layout", ("list", "timeline"), "list")
        question = cls(**fields, choices=tuple(_read_choice(e, layout) for e in entries), layout=layout)
        right = sum(choice.correct for choice in question.choices)
        if right == 0:
            entry.fail("no correct choice", "mark one with correct = true")
        if right == len(entries):
            entry.fail("every choice is correct", "leave at least one choice without correct = true")
        return question

    def shown(self, wording: Wording) -> dict:
        return {
            "layout": self.layout,
            "choices": [
                {"id": c.id, "html": wording.inline(c.text)} | ({"date": wording.plain(c.date)} if c.date else {})
                for c in self.choices
            ],
        }

    def sealed(self, wording: Wording) -> dict:
        return {
            "answers": [self._answer()],
            "feedback": {c.id: wording.html(c.feedback) for c in self.choices},
        }

    def _answer(self) -> str:
        return ",".join(sorted(c.id for c in self.choices if c.correct))


@dataclass(frozen=True)
class Single(_Choices):
    kind: ClassVar[str] = "single"
    limits: ClassVar[tuple[int, int]] = (2, 7)

    @classmethod
    def read(cls, entry: Entry) -> Self:
        question = super().read(entry)
        if sum(choice.correct for choice in question.choices) > 1:
            entry.fail("more than one correct choice", 'mark only one, or use kind = "multiple"')
        return question

    def responses(self):
        return (self._answer(),), tuple(c.id for c in self.choices if not c.correct)


@dataclass(frozen=True)
class Multiple(_Choices):
    kind: ClassVar[str] = "multiple"
    limits: ClassVar[tuple[int, int]] = (3, 5)

    def responses(self):
        ids = sorted(c.id for c in self.choices)
        every = (",".join(chosen) for size in range(1, len(ids) + 1) for chosen in combinations(ids, size))
        return (self._answer(),), tuple(response for response in every if response != self._answer())


def _read_choice(entry: Entry, layout: str) -> Choice:
    entry.only("id", "text", "correct", "feedback", "date")
    if layout == "timeline" and "date" not in entry.table:
        entry.fail("no date in a timeline", 'add date = "12 mars"')
    return Choice(
        id=entry.text("id"),
        text=entry.text("text"),
        correct=entry.flag("correct"),
        feedback=entry.text("feedback"),
        date=entry.text("date", ""),
    )
