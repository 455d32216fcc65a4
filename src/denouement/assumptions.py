"""What a chart or a lab supposes: each parameter is sourced, or assumed (« nous avons écrit cette règle »)."""

from collections.abc import Sequence
from dataclasses import dataclass

from .questions.entry import Entry


@dataclass(frozen=True)
class Assumption:
    """`id` names the model's parameter it speaks of (labs). `fragile`: the verdict does not survive ±25 % on it."""

    id: str
    text: str
    status: str
    source: str = ""
    fragile: bool = False


def read_assumptions(entries: Sequence[Entry]) -> tuple[Assumption, ...]:
    """The `[[assumption]]` tables. AuthorError for a sourced one without its source."""
    return tuple(_read(entry) for entry in entries)


def _read(entry: Entry) -> Assumption:
    entry.only("id", "text", "status", "source", "fragile")
    status = entry.one_of("status", ("assumed", "sourced"))
    source = entry.text("source", "")
    if status == "sourced" and not source:
        entry.fail("sourced, but no source", 'add source = "an id of sources.toml", or status = "assumed"')
    return Assumption(entry.text("id", ""), entry.text("text"), status, source, entry.flag("fragile"))
