"""The HTML of a chart: its finding as a title, levers, a picture that shows before any script, a readable table."""

from collections.abc import Mapping
from math import prod

from ..columns import decode
from .html import Raw, data_script, h
from .levers import assumptions_html, levers_html, said

#: What a script needs; pictures and assumptions stand in the page already.
FOR_SCRIPTS = ("levers", "rows", "sentences", "table", "spec")


def chart_html(item: Mapping, words: Mapping[str, str]) -> Raw:
    """The chart `item` (compiled), its levers at their starting position."""
    public, prefix = item["public"], f"chart-{item['id']}"
    position = start_position(public["levers"])
    title, note, alt = (said(public["sentences"], slot, position, decode) for slot in ("title", "note", "alt"))
    pictures = public["pictures"]
    return h(
        "figure",
        h(
            "figcaption",
            h("p", title, class_="chart-title", id=f"{prefix}-title"),
            h("p", note, class_="chart-note") if note else None,
            aria_live="polite",
        ),
        h("form", levers_html(public["levers"], prefix, words), autocomplete="off", aria_labelledby=f"{prefix}-title"),
        h(
            "div",
            *(h("div", Raw(svg), class_=f"chart-picture {name}") for name, svg in pictures.items()),
            class_="chart-drawing",
            role="img",
            aria_label=alt,
        ),
        h("p", words["chart.unavailable"], class_="chart-unavailable", hidden=True),
        _table(public["table"], position, words) if public["table"] else None,
        assumptions_html(public["assumptions"], words, public["robust"]),
        data_script({key: public[key] for key in FOR_SCRIPTS}),
        class_="chart",
        data_chart=item["id"],
        data_version=item["version"],
        aria_labelledby=f"{prefix}-title",
    )


def start_position(levers: list) -> int:
    """The number of the starting position in the grid (last lever fastest)."""
    sizes = [len(lever["values"]) for lever in levers]
    return sum(lever["start"] * prod(sizes[rank + 1 :]) for rank, lever in enumerate(levers))


def _table(table: Mapping, position: int, words: Mapping[str, str]) -> Raw:
    """A line whose first column is empty is hidden: positions may fill fewer lines than others."""
    count = table["count"]
    cells = {}
    for name, column in table["columns"].items():
        start = 0 if column["fixed"] else position * count
        cells[name] = decode(column)[start : start + count]
    names = [label["id"] for label in table["labels"]]
    rows = (
        h(
            "tr",
            h("th", cells[names[0]][row], scope="row"),
            *(h("td", cells[name][row]) for name in names[1:]),
            hidden=not cells[names[0]][row],
        )
        for row in range(count)
    )
    return h(
        "details",
        h("summary", words["chart.table"]),
        h(
            "div",
            h(
                "table",
                h("thead", h("tr", *(h("th", label["label"], scope="col") for label in table["labels"]))),
                h("tbody", *rows),
            ),
            class_="table-scroll",
            tabindex=0,
            role="region",
            aria_label=words["chart.table"],
        ),
        class_="chart-table",
    )
