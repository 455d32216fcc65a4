"""The figures as one Markdown page, each beside what it should reach."""

import datetime
import os
import platform
from dataclasses import dataclass
from statistics import median

from .exercises import Verdicts
from .visits import FAST, SLOW

TO_REACH = {"feedback": 1000, "bytes": 350_000}  # on the slow line: ms, bytes
BUILDS_TO_REACH = {
    "cold": 90,
    "nothing to do": 1,
    "edit of prose": 3,
    "edit of a question": 3,
    "edit of a code cell": 6,
}
FASTER = 6  # times, than JupyterLite cold
PYTHON_TO_REACH = {"cold": 1000, "warm": 800, "again": 50, "bytes_before": 350_000}  # ms, bytes
PYTHON_HEAD = """## Python in the page

One exercise, from the click on « Vérifier » to its verdict, beside the same exercise in the JupyterLite that this site
ships, where the click is the one that opens the notebook. Medians of {runs} fresh contexts, unthrottled; "warm" is the
same browser on the page's second visit.
"""
HEAD = """# How heavy, how fast

Written by `make bench` (`python -m bench --write`), never by hand. This build and Jupyter Book's default build (default
theme, default configuration) of the same notebooks, in one run on one machine; medians of {runs} fresh browser
contexts, phone-sized, empty caches. The default build's libraries come from this machine instead of its CDNs (same
server, same slow line: no other host to find, which flatters it). Bytes are those on the wire, gzip, headers included.
"Feedback" is the time from the navigation to the feedback on screen for someone who clicks « vérifier » as early as
possible. "Before the first chart" counts all that had arrived when the first chart stood drawn, Vega included.

{date}, {machine}.
"""


@dataclass(frozen=True)
class PageFigures:
    """Times in ms by line (None: never came), weights in bytes; `elsewhere`: addresses asked of other hosts."""

    feedback: dict[str, float | None]
    chart: dict[str, float | None]
    bytes_before_chart: float | None
    bytes_total: int
    requests: int
    elsewhere: list[str]


def head(runs: int) -> str:
    """What was measured, when and on which machine."""
    machine = f"{os.cpu_count()} cores, Python {platform.python_version()}"
    return HEAD.format(runs=runs, date=datetime.date.today().isoformat(), machine=machine)


def page_report(pages: dict[str, dict[str, PageFigures]]) -> str:
    """The section about pages. `pages`: {chapter: {build: figures}}."""
    lines, missed = ["## Pages", ""], []
    for chapter, builds in pages.items():
        names = list(builds)
        lines += [f"### {chapter}", "", _row(["", *names, "to reach"]), _row(["---", *["--:"] * (len(names) + 1)])]
        lines += [_row([label, *[cell(builds[n]) for n in names], goal]) for label, cell, goal in _PAGE_ROWS]
        lines.append("")
        missed += _missed_by(chapter, builds["this build"])
    return "\n".join([*lines, *_missed(missed)]) + "\n"


def build_report(ours: dict[str, list[float]], default: dict[str, float]) -> str:
    """The section about builds, in seconds; the median of those that were measured several times."""
    times = {name: median(values) for name, values in ours.items()}
    lines = [
        "## Builds",
        "",
        _row(["", "this build", "Jupyter Book's default", "to reach"]),
        _row(["---", *["--:"] * 3]),
    ]
    for name, seconds in times.items():
        goal = f"{BUILDS_TO_REACH[name]} s" if name in BUILDS_TO_REACH else ""
        theirs = f"{default[name]:.1f} s" if name in default else ""
        lines.append(_row([name, f"{seconds:.2f} s", theirs, goal]))
    missed = [f"- {name}: {times[name]:.2f} s" for name, goal in BUILDS_TO_REACH.items() if times[name] > goal]
    return "\n".join([*lines, "", *_missed(missed)]) + "\n"


def python_report(here: Verdicts, lite: Verdicts | None, runs: int) -> str:
    """The section about exercises. `lite`: None where the site has no JupyterLite."""
    lines = [
        PYTHON_HEAD.format(runs=runs),
        _row(["", "this page", "JupyterLite", "to reach"]),
        _row(["---", *["--:"] * 3]),
    ]
    for label, name, shown in _PYTHON_ROWS:
        goal = shown(PYTHON_TO_REACH[name]) if name in PYTHON_TO_REACH else ""
        lines.append(_row([label, shown(getattr(here, name)), shown(getattr(lite, name)) if lite else "absent", goal]))
    missed = [
        f"- {label}: {shown(getattr(here, name))}"
        for label, name, shown in _PYTHON_ROWS
        if name in PYTHON_TO_REACH and getattr(here, name) > PYTHON_TO_REACH[name]
    ]
    if lite:
        times = lite.cold / here.cold
        lines += ["", f"Cold, {times:.1f} times faster than JupyterLite (to reach: {FASTER})."]
        missed += [f"- only {times:.1f} times faster than JupyterLite, cold"] if times < FASTER else []
    return "\n".join([*lines, "", *_missed(missed)]) + "\n"


def _missed(lines: list[str]) -> list[str]:
    return ["Not reached:", *lines] if lines else ["Every target is reached."]


def _ms(value: float | None) -> str:
    return "never" if value is None else f"{value / 1000:.2f} s"


def _kb(value: float | None) -> str:
    return "no chart drawn" if value is None else f"{value / 1000:.0f} kB"


_PAGE_ROWS = [
    ("feedback, unthrottled", lambda f: _ms(f.feedback[FAST.name]), ""),
    (f"feedback, {SLOW.name}", lambda f: _ms(f.feedback[SLOW.name]), f"{TO_REACH['feedback'] / 1000:.1f} s"),
    ("first chart, unthrottled", lambda f: _ms(f.chart.get(FAST.name)), ""),
    (f"first chart, {SLOW.name}", lambda f: _ms(f.chart.get(SLOW.name)), ""),
    ("before the first chart", lambda f: _kb(f.bytes_before_chart), f"{TO_REACH['bytes'] / 1000:.0f} kB"),
    ("whole page", lambda f: f"{f.bytes_total / 1000:.0f} kB", ""),
    ("requests", lambda f: str(f.requests), ""),
    ("other hosts asked (blocked)", lambda f: ", ".join(f.elsewhere) or "none", ""),
]


_PYTHON_ROWS = [
    ("click to verdict, cold", "cold", _ms),
    ("click to verdict, warm", "warm", _ms),
    ("address to verdict, cold", "opened_cold", _ms),
    ("address to verdict, warm", "opened_warm", _ms),
    ("a further verdict", "again", lambda value: "not measured" if value is None else _ms(value)),
    ("bytes before the click", "bytes_before", _kb),
    ("bytes from the click to the verdict, cold", "bytes_cold", _kb),
]


def _missed_by(chapter: str, figures: PageFigures) -> list[str]:
    """One line for each target that a page of this build misses."""
    feedback, weight = figures.feedback[SLOW.name], figures.bytes_before_chart
    missed = []
    if feedback is None or feedback > TO_REACH["feedback"]:
        missed.append(f"- {chapter}: feedback in {_ms(feedback)} on the slow line")
    if weight is not None and weight > TO_REACH["bytes"]:
        missed.append(f"- {chapter}: {_kb(weight)} before the first chart")
    return missed


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
