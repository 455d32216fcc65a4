"""The chart of chapter 5: what becomes of a customer's subjects, question after question."""

from functools import cache
from math import fsum

from ..models.elicitation import AT_ONCE, LIST, TOPICS, WEIGHED, Moment, interview
from .core import ChartModel, Frame
from .palette import INK, MUTED, PALETTE

MANNERS = {"grille": LIST, "aussitot": AT_ONCE, "peser": WEIGHED}
QUESTIONS = 24
SAID, COMPLAINT, MOOD, HIDDEN = "besoin dit", "plainte sans suite", "simple humeur", "encore tu"

_run = cache(interview)


def questions_frame(*, creuse: int, maniere: str, patience: int) -> Frame:
    """Areas by number of questions: of five subjects, those said as needs, left as complaints, dropped, still hidden.

    `creuse` questions out of twenty dig into what was said; see `models.elicitation`.
    """
    moments = _run(deep=creuse / 20, manner=MANNERS[maniere], questions=QUESTIONS, patience=float(patience))
    last = moments[-1]
    asked = fsum(moment.there for moment in moments[:-1])
    rows = [
        {"question": number, "etat": state, "sujets": subjects, "fin": asked}
        for number, moment in enumerate(moments)
        for state, subjects in _standing(moment).items()
    ]
    return Frame(
        rows=rows,
        finding=_finding(last),
        params={
            "dits": last.said,
            "plaintes": last.complaints,
            "humeurs": last.dropped,
            "tus": last.hidden,
            "fin": asked,
        },
        table=[{"etat": state, "sujets": subjects} for state, subjects in _standing(last).items()],
    )


def _finding(last: Moment) -> str:
    """Needs were said; or hardly any, among many complaints or few, because one dug too little or too soon."""
    if last.said >= 1:
        return "dits"
    if last.complaints >= TOPICS / 2:
        return "plaintes" if last.said >= 0.3 else "soupape"
    return "trop-tot" if last.said >= 0.3 else "rien"


def _standing(moment: Moment) -> dict[str, float]:
    return {SAID: moment.said, COMPLAINT: moment.complaints, MOOD: moment.dropped, HIDDEN: moment.hidden}


def questions_spec() -> dict:
    count = {
        "field": "question",
        "type": "quantitative",
        "scale": {"domain": [0, QUESTIONS], "nice": False},
        "axis": {"title": "questions posées", "values": [0, 4, 8, 12, 16, 20, 24], "grid": False},
    }
    leaves = {"transform": [{"aggregate": [{"op": "max", "field": "fin", "as": "fin"}]}]}
    place = {"x": count | {"field": "fin"}}
    return {
        "height": 240,
        "layer": [
            {
                "mark": {"type": "area", "opacity": 0.9},
                "encoding": {
                    "x": count,
                    "y": {
                        "field": "sujets",
                        "type": "quantitative",
                        "stack": "zero",
                        "scale": {"domain": [0, TOPICS], "nice": False},
                        "axis": {"title": "sujets", "tickCount": TOPICS, "domain": False, "ticks": False},
                    },
                    "color": {
                        "field": "etat",
                        "type": "nominal",
                        "scale": {
                            "domain": [SAID, COMPLAINT, MOOD, HIDDEN],
                            "range": [PALETTE[0], PALETTE[1], PALETTE[3], "transparent"],
                        },
                        "legend": {"values": [SAID, COMPLAINT, MOOD], "offset": 26},
                    },
                    "order": {"field": "rang", "sort": "ascending"},
                },
                "transform": [{"calculate": _rank(), "as": "rang"}],
            },
            {**leaves, "mark": {"type": "rule", "color": INK, "strokeDash": [4, 3]}, "encoding": place},
            {
                **leaves,
                "mark": {"type": "text", "dx": 6, "dy": -4, "align": "left", "baseline": "bottom", "color": MUTED},
                "encoding": {**place, "y": {"value": 0}, "text": {"value": "elle se lève"}},
            },
        ],
    }


def _rank() -> str:
    """Needs at the foot of the picture, then complaints, moods, what is still hidden."""
    return f"indexof(['{SAID}', '{COMPLAINT}', '{MOOD}', '{HIDDEN}'], datum.etat)"


MODELS = {
    "exprimer-questions": ChartModel(
        levers=("creuse", "maniere", "patience"),
        columns={"question": 0, "etat": None, "sujets": 2, "fin": 1},
        frame=questions_frame,
        spec=questions_spec,
    ),
}
