"""`book/fr/labs/*.toml` → compiled labs: the verdict of every setting, computed once, here."""

from pathlib import Path

from ..errors import AuthorError
from ..labs import LABS, Lab, read_lab
from . import wording
from .items import item
from .tables import assumptions_public, lever_public, sentences_table


def compile_labs(folder: Path) -> list[dict]:
    """Every lab of `folder`, compiled, by file name. AuthorError names the first fault."""
    paths = sorted(folder.glob("*.toml"))
    return [compile_lab(read_lab(path, LABS, wording.html, wording.inline), folder.parent) for path in paths]


def compile_lab(lab: Lab, book: Path) -> dict:
    """The compiled item of `lab` (read with the renderers of `wording`), sources looked up in `book`. Outcomes are
    sealed.

    The class of the verdict of each position stands alone in a column of bytes; figures are rounded and written by
    Python, each distinct one kept once.
    """
    where = f"{lab.id}.toml"
    walked = list(lab.walk())
    slots = {
        "title": {key: verdict.title for key, verdict in lab.verdicts.items()},
        "text": {key: verdict.text for key, verdict in lab.verdicts.items()},
    }
    public = {
        "title": wording.inline(lab.title),
        "plain": wording.plain(lab.title),
        "text": _same_everywhere(lab, "text", walked, where),
        "target": _same_everywhere(lab, "target", walked, where),
        "levers": [lever_public(lever) for lever in lab.levers],
        "metrics": [{"id": m.id, "label": wording.plain(m.label), "unit": m.unit, "hole": m.hole} for m in lab.metrics],
        "assumptions": assumptions_public(lab.assumptions, book, where),
        "robust": wording.html(lab.robust),
    }
    keys = [outcome.verdict for _, outcome in walked]
    figures = [lab.params(*step) for step in walked]
    sealed = {
        "success": {key: verdict.success for key, verdict in lab.verdicts.items()},
        "sentences": sentences_table(slots, keys, figures, where, [metric.hole for metric in lab.metrics]),
    }
    return item(lab.id, "lab", "lab", lab.chapter, public, sealed)


def _same_everywhere(lab: Lab, field: str, walked: list, where: str) -> str:
    """The sentence `field` of the lab, filled. AuthorError when it shows what a lever changes."""
    sentence = getattr(lab, field)
    try:
        said = {sentence.fill(lab.params(*step)) for step in walked}
    except KeyError as error:
        raise AuthorError(f"{where}, {field}", f"nothing is called {error}", "use a metric of the model") from None
    if len(said) > 1:
        raise AuthorError(f"{where}, {field}", "it shows a figure that levers change", "keep that for the verdicts")
    return said.pop()
