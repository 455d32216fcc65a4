"""An interview read from TOML. Every reference is checked here; what the walk alone can see is checked in `graph`."""

from collections.abc import Mapping
from pathlib import Path

from ..questions.bank import read_toml
from ..questions.entry import Entry, unique_ids
from .model import ENDINGS, STYLES, Choice, Condition, Ending, Gauge, Interview, Reply, Turn


def read_interview(path: Path) -> Interview:
    """The interview of one file. AuthorError when something in it cannot be used."""
    whole = Entry(read_toml(path), path.name)
    whole.only("id", "chapter", "title", "buyer", "text", "opening", "start", "gauge", "need", "turn", "ending")
    if whole.text("id") != path.stem:
        whole.fail(f"id = {whole.text('id')!r} in the file {path.stem}", "give the file the name of its id")
    gauges = tuple(_gauge(entry) for entry in whole.entries("gauge"))
    needs = {entry.text("id"): entry.text("text") for entry in whole.entries("need")}
    for key in ("turn", "ending"):
        unique_ids(whole.entries(key))
    names = {entry.text("id") for key in ("turn", "ending") for entry in whole.entries(key)}
    reader = _Reader({gauge.id: gauge for gauge in gauges}, needs, names)
    interview = Interview(
        id=path.stem,
        chapter=whole.text("chapter"),
        title=whole.text("title"),
        buyer=whole.text("buyer", ""),
        text=whole.text("text"),
        opening=whole.text("opening"),
        start=whole.text("start"),
        gauges=gauges,
        needs=needs,
        turns={entry.text("id"): reader.turn(entry) for entry in whole.entries("turn")},
        endings={entry.text("id"): reader.ending(entry) for entry in whole.entries("ending")},
    )
    if interview.start not in interview.turns:
        whole.fail(f"start = {interview.start!r} is no turn", "write the id of a [[turn]]")
    return interview


def _gauge(entry: Entry) -> Gauge:
    entry.only("id", "label", "min", "max", "start")
    gauge = Gauge(
        entry.text("id"),
        entry.text("label"),
        int(entry.number("min", 0)),
        int(entry.number("max")),
        int(entry.number("start", 0)),
    )
    if gauge.clip(gauge.start) != gauge.start:
        entry.fail("start is outside min and max", "put it inside")
    return gauge


class _Reader:
    """Reads turns and endings against the names the interview declares."""

    def __init__(self, gauges: Mapping[str, Gauge], needs: Mapping[str, str], names: set[str]) -> None:
        self.gauges, self.needs, self.names = gauges, needs, names

    def turn(self, entry: Entry) -> Turn:
        entry.only("id", "scene", "write", "choice")
        choices = entry.entries("choice")
        if not 2 <= len(choices) <= 4:
            entry.fail(f"{len(choices)} choices", "write 2 to 4 [[turn.choice]]")
        unique_ids(choices)
        return Turn(
            entry.text("id"), entry.text("scene", ""), entry.flag("write"), tuple(self._choice(c) for c in choices)
        )

    def _choice(self, entry: Entry) -> Choice:
        entry.only("id", "text", "style", "open", "comment", "reply")
        replies = tuple(self._reply(reply) for reply in entry.entries("reply"))
        if not replies:
            entry.fail("no reply", "add [[turn.choice.reply]]")
        if replies[-1].when.bounds:
            entry.fail("the last reply has a condition", "end with a reply without `when`, so that there is always one")
        return Choice(
            entry.text("id"),
            entry.text("text"),
            entry.one_of("style", STYLES),
            entry.text("comment"),
            entry.flag("open"),
            replies,
        )

    def _reply(self, entry: Entry) -> Reply:
        entry.only("when", "says", "moves", "reveals", "goes")
        moves = entry.table.get("moves", {})
        self._known(entry, moves, self.gauges, "gauge")
        reveals, goes = entry.text("reveals", ""), entry.text("goes")
        if reveals:
            self._known(entry, (reveals,), self.needs, "need")
        self._known(entry, (goes,), self.names, "turn or ending")
        return Reply(self._condition(entry), entry.text("says"), dict(moves), reveals, goes)

    def _condition(self, entry: Entry) -> Condition:
        bounds = {}
        for name, bound in entry.table.get("when", {}).items():
            self._known(entry, (name,), self.gauges, "gauge")
            if not (isinstance(bound, list) and len(bound) == 2 and all(type(value) is int for value in bound)):
                entry.fail(f"when.{name} is not two whole numbers", f"write when = {{ {name} = [2, 9] }}")
            bounds[name] = (bound[0], bound[1])
        return Condition(bounds)

    def ending(self, entry: Entry) -> Ending:
        entry.only("id", "kind", "title", "text", "score", "per")
        per = entry.table.get("per", {})
        self._known(entry, per, {*self.gauges, "need"}, "gauge")
        return Ending(
            entry.text("id"),
            entry.one_of("kind", ENDINGS),
            entry.text("title"),
            entry.text("text"),
            int(entry.number("score")),
            dict(per),
        )

    @staticmethod
    def _known(entry: Entry, names, among, what: str) -> None:
        for name in names:
            if name not in among:
                entry.fail(f"no {what} is called {name!r}", f"declare it, or use one of: {', '.join(sorted(among))}")
