"""The HTML of any compiled item: which module draws which kind."""

from collections.abc import Mapping

from .assessment import assessment_html
from .chart import chart_html
from .exercise import exercise_html
from .html import Raw
from .interview import interview_html
from .lab import lab_html
from .question import question_html
from .scene import scene_html


def item_html(item: Mapping, placement: str, words: Mapping[str, str], up: str = "") -> Raw:
    """`item` standing at `placement`; `up` is the way from the page to the root of the site ("" or "../")."""
    match item["kind"]:
        case "chart":
            return Raw(chart_html(item, words))
        case "lab":
            return Raw(lab_html(item, placement, words))
        case "interview":
            return interview_html(item, placement, words)
        case "scene":
            return Raw(scene_html(item, placement, words))
        case "exercise":
            return exercise_html(item, placement, words, up)
        case "test":
            return assessment_html(item, words)
        case _:
            return question_html(item, placement, words)


def text_only(item: Mapping) -> str:
    """The stable one-line text of an item, for Jupyter's text/plain."""
    public = item["public"]
    return f"[{item['id']}] {public.get('plain') or public.get('title', '')}".strip()
