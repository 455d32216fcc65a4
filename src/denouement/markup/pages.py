"""The HTML of what is not an item: objectives, the bibliography, the learner's panels."""

from collections.abc import Mapping, Sequence

from ..typography import NARROW
from .html import Raw, data_script, h


def objectives_html(objectives: Sequence[Mapping]) -> Raw:
    """A chapter's objectives as a list."""
    return h("ul", *(h("li", Raw(objective["html"])) for objective in objectives), class_="objectives")


def sources_html(sources: Sequence[Mapping], words: Mapping[str, str]) -> Raw:
    """Every source with its full reference, what the course takes from it, its status, and who sells something."""
    return h("dl", *(_source(source, words) for source in sources), class_="sources")


def _source(source: Mapping, words: Mapping[str, str]) -> Raw:
    notes = [source["status_text"]]
    if source.get("sells"):
        notes.append(words["source.sells"])
    if source.get("legal"):
        notes.append(words["source.legal"])
    says = h("p", Raw(source["says_html"])) if source.get("says_html") else None
    return h(
        "div",
        h("dt", Raw(source["full_html"])),
        h("dd", says, h("p", f"{NARROW}; ".join(notes), class_="status"), _cited(source["cited"], words)),
        id=source["id"],
    )


def _cited(chapters: Sequence[str], words: Mapping[str, str]) -> Raw | None:
    """The chapters that cite a source; most of those that none cites served to make the course."""
    if not chapters:
        return None
    names = (h("a", words["source.chapter"].format(n=int(c[:2])), href=f"chapters/{c}.html") for c in chapters)
    links = [part for name in names for part in (", ", name)][1:]
    return h("p", words["source.cited"], " ", *links, class_="cited")


def record_html(words: Mapping[str, str]) -> Raw:
    """Where « Mon parcours » is drawn by a script; without one, a sentence."""
    return h("div", h("noscript", h("p", words["record.noscript"])), data_record_panel=True)


def offline_html(words: Mapping[str, str]) -> Raw:
    """Where the panel « Sans réseau » is drawn by a script; without one, a sentence."""
    return h("div", h("noscript", h("p", words["offline.noscript"])), data_offline=True)


def affair_html(fields: Sequence[Mapping], words: Mapping[str, str]) -> Raw:
    """Where « Mon affaire » is drawn by a script; without one, the questions to answer on paper."""
    paper = h("ul", *(h("li", field["label"]) for field in fields))
    noscript = h("noscript", h("p", words["affair.noscript"]), paper)
    return h("div", noscript, data_script({"fields": list(fields)}), data_affair=True)
