"""Who passes in the street of a scene, and where on its pavement: read from TOML, checked."""

from itertools import pairwise

from ..models.button import ABOUT_YOU, BETWEEN_TWO, Passer, Rival
from ..questions.entry import Entry, unique_ids

STREET = (5.0, 21.0)  # the hours that the pavement shows, from one end to the other


def read_passer(entry: Entry) -> Passer:
    """A [[passer]]. AuthorError when something in it cannot be used."""
    entry.only("id", "name", "hour", "spends", "far", "wants", "said", "favourite", "hesitates")
    hour = entry.number("hour")
    if not STREET[0] <= hour <= STREET[1]:
        entry.fail(f"hour = {hour} is outside the street's day", "write an hour between 5 and 21")
    hesitates = entry.one_of("hesitates", (BETWEEN_TWO, ABOUT_YOU)) if "hesitates" in entry.table else ""
    return Passer(
        entry.text("id"),
        hour,
        round(entry.number("spends") * 100),
        near=not entry.flag("far"),
        favourite=entry.text("favourite", ""),
        hesitates=hesitates,
    )


def read_rivals(entry: Entry, passers: list[Passer]) -> tuple[Rival, ...]:
    """The [[rival]] tables of a scene; AuthorError when a passer prefers one that is not there."""
    rivals = entry.entries("rival")
    unique_ids(rivals)
    for rival in rivals:
        rival.only("id", "opens", "closes")
    known = {rival.text("id") for rival in rivals}
    if missing := sorted({p.favourite for p in passers} - known - {""}):
        entry.fail(f"no rival is called {missing[0]!r}", "declare it as a [[rival]] with id, opens and closes")
    return tuple(Rival(rival.text("id"), rival.number("opens"), rival.number("closes")) for rival in rivals)


def along(hour: float, passers: list[Passer]) -> float:
    """Where `hour` stands on the pavement, 0 to 1: people evenly apart, so that a phone shows each of their hours."""
    hours = sorted(passer.hour for passer in passers)
    marks = [(STREET[0], 0.0), *((h, (n + 0.5) / len(hours)) for n, h in enumerate(hours)), (STREET[1], 1.0)]
    for (before, left), (after, right) in pairwise(marks):
        if before <= hour <= after:
            return round(left + (right - left) * (hour - before) / (after - before), 4)
    raise ValueError(f"{hour} is outside the street's day")
