"""The colours and the dress of every chart. Hex values here; the site maps each to its custom property."""

#: Four colours told apart by colour-blind people (checked in tests/unit/charts), readable on light paper.
PALETTE = ("#1f6f8b", "#c8553d", "#8a6d9e", "#a57d23")

INK, MUTED, LINE, PAPER = "#22201c", "#6a645a", "#d9d2c5", "#fbf8f2"

#: What a chart's colours become in a page, so that it follows dark mode without being drawn again.
VARIABLES = {colour: f"var(--chart-{number})" for number, colour in enumerate(PALETTE, 1)} | {
    INK: "var(--ink)",
    MUTED: "var(--muted)",
    LINE: "var(--line)",
    PAPER: "var(--paper)",
}

#: Figures of axes as French readers write them.
NUMBERS = {"decimal": ",", "thousands": "\u202f", "grouping": [3], "currency": ["", "\u202f€"], "percent": "\u202f%"}

#: Vega-Lite configuration shared by all charts: no frame, quiet axes, type large enough for a phone.
CONFIG = {
    "aria": False,  # one text alternative for the whole drawing, not one per bar
    "background": None,
    "font": "sans-serif",
    "locale": {"number": NUMBERS},
    "padding": 4,
    "view": {"stroke": None},
    "axis": {
        "labelColor": MUTED,
        "titleColor": MUTED,
        "labelFontSize": 14,
        "titleFontSize": 14,
        "titleFontWeight": "normal",
        "gridColor": LINE,
        "domainColor": LINE,
        "tickColor": LINE,
        "labelAngle": 0,
    },
    "legend": {
        "orient": "top",
        "direction": "vertical",
        "title": None,
        "labelColor": INK,
        "labelFontSize": 14,
        "labelLimit": 320,
        "symbolType": "square",
    },
    "title": {"anchor": "start", "color": INK, "fontSize": 15},  # in a notebook; a page has its own
    "text": {"color": INK, "fontSize": 14},
    "range": {"category": list(PALETTE)},
}
