"""`book/fr/scenes/*.toml` as compiled items: the whole street worked out once, so that the page only looks it up."""

import re
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

from ..models.button import Passer, Rules, day, meet
from ..questions.bank import read_toml
from ..questions.entry import Entry, unique_ids
from ..typography import fr
from . import wording
from .items import item

_TOP = ("id", "chapter", "drawing", "title", "intro", "button", "rules", "opening", "pressure", "guide", "account")
_GUIDE = ("press", "hours", "regret", "end")
_COUNTS = ("zéro", "une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix")
_STREET = (5.0, 21.0)  # the hours that the pavement shows, from one end to the other


def compile_scenes(folder: Path) -> list[dict]:
    """The scenes of `folder`, in the order of their names. AuthorError names the first fault."""
    return [_compile(path) for path in sorted(folder.glob("*.toml"))]


def clock(hour: float) -> str:
    """9.25 -> "9 h 15" (French writing, no-break spaces).

    >>> clock(9.25) == "9\u00a0h\u00a015" and clock(14) == "14\u00a0h"
    True
    """
    whole, minutes = divmod(round(hour * 60), 60)
    return f"{whole}\u00a0h" + (f"\u00a0{minutes:02}" if minutes else "")


def euros(cents: int) -> str:
    """720 -> "7,20 €"."""
    return f"{fr(cents / 100, 2)}\u202f€"


def _compile(path: Path) -> dict:
    whole = Entry(read_toml(path), path.name)
    whole.only(*_TOP, "passer")
    entry = Entry(whole.table, f"{path.name}, {whole.text('id')}")
    entries = entry.entries("passer")
    unique_ids(entries)
    passers = [_passer(e) for e in entries]
    if not 0 < len(passers) < len(_COUNTS):
        entry.fail(f"{len(passers)} passers", "a street shows one to ten [[passer]]")
    opening = _table(entry, "opening")
    opens = range(int(opening.number("first")), int(opening.number("last")) + 1)
    if opens.start < _STREET[0] or opens.stop - 1 + opening.number("lasts") > _STREET[1]:
        opening.fail("the bakery would be open outside the street's day", "keep it between 5 h and 21 h")
    if int(opening.number("start")) not in opens:
        opening.fail("start lies outside first … last", "choose a start between them")
    rules = Rules(opening.number("lasts"), round(_table(entry, "pressure").number("basket") * 100))
    guide = _table(entry, "guide")
    guide.only(*_GUIDE)
    outcomes = _outcomes(opens, passers, rules)
    public = {
        "title": wording.inline(entry.text("title")),
        "intro": wording.html(entry.text("intro")),
        "button": wording.plain(entry.text("button")),
        "rules": wording.html(entry.text("rules")),
        "drawing": _drawing(path.parent / entry.text("drawing"), entry),
        "opening": {
            "label": wording.plain(opening.text("label")),
            "start": opens.index(int(opening.number("start"))),
            "positions": [_position(start, passers, rules, opening) for start in opens],
        },
        "passers": [
            _shown(e, p, passers) | {"said": _said(e, p, [row[column] for row in outcomes])}
            for column, (e, p) in enumerate(zip(entries, passers, strict=True))
        ],
        "outcomes": outcomes,
        "guide": {key: wording.plain(guide.text(key)) for key in _GUIDE},
        "account": _account(_table(entry, "account"), opening, opens, passers, rules),
    }
    return item(entry.text("id"), "scene", "button", entry.text("chapter"), public, {})


def _table(entry: Entry, key: str) -> Entry:
    if not isinstance(entry.table.get(key), dict):
        entry.fail(f"no [{key}]", f"add a table [{key}]")
    return Entry(entry.table[key], f"{entry.where}, {key}")


def _passer(entry: Entry) -> Passer:
    entry.only("id", "name", "hour", "spends", "far", "wants", "said")
    hour = entry.number("hour")
    if not _STREET[0] <= hour <= _STREET[1]:
        entry.fail(f"hour = {hour} is outside the street's day", "write an hour between 5 and 21")
    return Passer(entry.text("id"), hour, round(entry.number("spends") * 100), near=not entry.flag("far"))


def _shown(entry: Entry, passer: Passer, passers: list[Passer]) -> dict:
    return {
        "id": passer.id,
        "name": wording.plain(entry.text("name")),
        "hour": clock(passer.hour),
        "wants": wording.plain(entry.text("wants")),
        "near": passer.near,
        "needs": passer.spends > 0,
        "at": _along(passer.hour, passers),
        "minutes": round(passer.hour * 60),
    }


def _along(hour: float, passers: list[Passer]) -> float:
    """Where `hour` stands on the pavement, 0 to 1: people evenly apart, so that a phone shows each of their hours."""
    hours = sorted(passer.hour for passer in passers)
    marks = [(_STREET[0], 0.0), *((h, (n + 0.5) / len(hours)) for n, h in enumerate(hours)), (_STREET[1], 1.0)]
    for (before, left), (after, right) in pairwise(marks):
        if before <= hour <= after:
            return round(left + (right - left) * (hour - before) / (after - before), 4)
    raise ValueError(f"{hour} is outside the street's day")


def _hours(opens: float, rules: Rules) -> str:
    return f"de {clock(opens)} à {clock(opens + rules.lasts)}"


def _position(opens: float, passers: list[Passer], rules: Rules, opening: Entry) -> dict:
    """One position of the opening hours: what it says, and the till of the day without any pressing."""
    till = day(passers, opens=opens, rules=rules)
    served = sum(meet(p, opens=opens, pressed=False, rules=rules).kept > 0 for p in passers)
    template = opening.text(("none", "one")[served] if served < 2 else "many")
    said = _filled(template, opening, hours=_hours(opens, rules), served=_COUNTS[served], till=euros(till))
    return {
        "hours": _hours(opens, rules),
        "from": _along(opens, passers),
        "to": _along(opens + rules.lasts, passers),
        "till": till,
        "said": wording.plain(said),
    }


def _outcomes(opens: range, passers: list[Passer], rules: Rules) -> list:
    """[position][passer][pressed] -> [key of the sentence, cents kept, cents shown before anything comes back]."""
    return [[[_outcome(p, start, pressed, rules) for pressed in (False, True)] for p in passers] for start in opens]


def _outcome(passer: Passer, opens: int, pressed: bool, rules: Rules) -> list:
    met = meet(passer, opens=opens, pressed=pressed, rules=rules)
    return [met.key + ("-pressed" if pressed else ""), met.kept, met.peak]


def _said(entry: Entry, passer: Passer, column: list) -> dict[str, str]:
    """key -> sentence, for every situation of `column` ([position][pressed]) and no other."""
    said = _table(entry, "said")
    peaks = {key: peak for row in column for key, _, peak in row}
    after = {key.removesuffix("-pressed") + "-after": p for row in column for key, kept, p in row if p != kept}
    amounts = peaks | after
    idle = sorted(set(said.table) - set(amounts))
    if idle:
        said.fail(f"nothing ever says {idle[0]!r}", f"remove it; what is said here: {', '.join(sorted(amounts))}")
    return {
        key: wording.plain(_filled(said.text(key), said, amount=euros(cents), hour=clock(passer.hour)))
        for key, cents in sorted(amounts.items())
    }


def _account(entry: Entry, opening: Entry, opens: range, passers: list[Passer], rules: Rules) -> str:
    """The scene told in words, its figures worked out by the model, for a page without scripts."""
    start = int(opening.number("start"))
    best = max(opens, key=lambda hour: day(passers, opens=hour, rules=rules))
    everyone = frozenset(p.id for p in passers)
    text = _filled(
        entry.text("text"),
        entry,
        start_hours=_hours(start, rules),
        start_till=euros(day(passers, opens=start, rules=rules)),
        start_till_pressed=euros(day(passers, opens=start, pressed=everyone, rules=rules)),
        best_hours=_hours(best, rules),
        best_till=euros(day(passers, opens=best, rules=rules)),
        basket=euros(rules.pressed_basket),
    )
    return wording.html(text)


def _filled(template: str, entry: Entry, **values: object) -> str:
    try:
        return template.format(**values)
    except (KeyError, IndexError, ValueError):
        names = ", ".join(f"{{{name}}}" for name in values)
        entry.fail(f"cannot fill in « {template.strip()[:40]}… »", f"use only {names}")


def _drawing(path: Path, entry: Entry) -> str:
    """The SVG of the street, checked: well formed, nothing that runs, nothing fetched."""
    if not path.is_file():
        entry.fail(f"no drawing {path.name}", f"put it beside the scene, in {path.parent.name}/")
    text = re.sub(r"<!--.*?-->", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        entry.fail(f"{path.name} is not well formed ({error})", "mend the drawing")
    for element in root.iter():
        name = element.tag.rpartition("}")[2]
        outside = [v for k, v in element.attrib.items() if k.endswith("href") and not v.startswith("#")]
        if name in ("script", "foreignObject", "image") or outside or any(k.startswith("on") for k in element.attrib):
            entry.fail(f"{path.name} holds <{name}> that runs or fetches something", "keep shapes only")
    return re.sub(r">\s+<", "><", text).strip()
