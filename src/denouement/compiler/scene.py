"""`book/fr/scenes/*.toml` as compiled items: the whole street worked out once, so that the page only looks it up."""

import re
from pathlib import Path
from xml.etree import ElementTree

from ..models.button import Passer, Rules, day, meet
from ..questions.bank import read_toml
from ..questions.entry import Entry, unique_ids
from ..typography import fr
from . import wording
from .items import item
from .street import STREET, along, read_passer, read_rivals

_TOP = ("id", "chapter", "drawing", "title", "intro", "button", "rules", "opening", "pressure", "guide", "account")
#: What a reader may have done (web/scene.js): pressed, gained by other hours, sold what came back, sold or lost by
#: pressing. A scene's [guide] asks for some of them, in its order.
_GUIDE = ("press", "hours", "regret", "help", "harm")
_COUNTS = ("zéro", "une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix")


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
    whole.only(*_TOP, "passer", "rival")
    entry = Entry(whole.table, f"{path.name}, {whole.text('id')}")
    entries = entry.entries("passer")
    unique_ids(entries)
    passers = [read_passer(e) for e in entries]
    if not 0 < len(passers) < len(_COUNTS):
        entry.fail(f"{len(passers)} passers", "a street shows one to ten [[passer]]")
    opening = _table(entry, "opening")
    opens = range(int(opening.number("first")), int(opening.number("last")) + 1)
    if opens.start < STREET[0] or opens.stop - 1 + opening.number("lasts") > STREET[1]:
        opening.fail("the bakery would be open outside the street's day", "keep it between 5 h and 21 h")
    if int(opening.number("start")) not in opens:
        opening.fail("start lies outside first … last", "choose a start between them")
    basket = round(_table(entry, "pressure").number("basket") * 100)
    rules = Rules(opening.number("lasts"), basket, read_rivals(entry, passers))
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
        "guide": _guide(entry, outcomes),
        "account": _account(_table(entry, "account"), opening, opens, passers, rules),
    }
    return item(entry.text("id"), "scene", "button", entry.text("chapter"), public, {})


def _table(entry: Entry, key: str) -> Entry:
    if not isinstance(entry.table.get(key), dict):
        entry.fail(f"no [{key}]", f"add a table [{key}]")
    return Entry(entry.table[key], f"{entry.where}, {key}")


def _guide(entry: Entry, outcomes: list) -> list[list[str]]:
    """[step, sentence] for what the scene asks for, in the author's order, then `end`; nothing that cannot happen."""
    guide = _table(entry, "guide")
    guide.only(*_GUIDE, "end")
    gains = {pressed[1] - calm[1] for row in outcomes for calm, pressed in row}
    happens = {
        "regret": any(pressed[1] != pressed[2] for row in outcomes for _, pressed in row),
        "help": max(gains) > 0,
        "harm": min(gains) < 0,
    }
    steps = [key for key in guide.table if key != "end"]
    if not steps:
        guide.fail("nothing to do", f"ask for one of {', '.join(_GUIDE)}")
    for step in steps:
        if not happens.get(step, True):
            guide.fail(f"{step!r} never happens in this street", "remove it, or change a passer")
    return [[key, wording.plain(guide.text(key))] for key in (*steps, "end")]


def _shown(entry: Entry, passer: Passer, passers: list[Passer]) -> dict:
    return {
        "id": passer.id,
        "name": wording.plain(entry.text("name")),
        "hour": clock(passer.hour),
        "wants": wording.plain(entry.text("wants")),
        "near": passer.near,
        "needs": passer.spends > 0,
        "at": along(passer.hour, passers),
        "minutes": round(passer.hour * 60),
    }


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
        "from": along(opens, passers),
        "to": along(opens + rules.lasts, passers),
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
    chosen = frozenset(p.id for p in passers if _helped(p, best, rules))
    text = _filled(
        entry.text("text"),
        entry,
        start_hours=_hours(start, rules),
        start_till=euros(day(passers, opens=start, rules=rules)),
        start_till_pressed=euros(day(passers, opens=start, pressed=everyone, rules=rules)),
        best_hours=_hours(best, rules),
        best_till=euros(day(passers, opens=best, rules=rules)),
        best_till_pressed=euros(day(passers, opens=best, pressed=everyone, rules=rules)),
        best_till_chosen=euros(day(passers, opens=best, pressed=chosen, rules=rules)),
        basket=euros(rules.pressed_basket),
    )
    return wording.html(text)


def _helped(passer: Passer, opens: float, rules: Rules) -> bool:
    calm, pressed = (meet(passer, opens=opens, pressed=pressed, rules=rules) for pressed in (False, True))
    return pressed.kept > calm.kept


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
