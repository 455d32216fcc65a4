"""What an author may put in a page: items, the reveal of a prediction, objectives, sources, the learner's panels."""

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from docutils import nodes
from docutils.parsers.rst import Directive, directives
from sphinx.util.docutils import SphinxDirective, SphinxRole

from .. import catalogue
from ..errors import DenouementError
from ..markup import pages
from ..markup.bilan import bilan_html
from ..markup.instructor import decks_html, key_html, plan_html
from ..markup.item import item_html
from ..markup.programme import organisation_html
from ..markup.question import reveal_html
from .course import is_chapter
from .nodes import Markup

#: What is not read at first sight (folded, drawn, or the same options once per line) is not counted as reading.
_TAGS = re.compile(r"<(script|noscript|details|select|svg)\b.*?</\1>|<[^>]+>", re.DOTALL)


class PageDirective(SphinxDirective):
    """A directive that reads compiled data, and has its page rebuilt when they change."""

    def depends_on(self, *names: str) -> None:
        for name in ("words.json", *names):
            self.env.note_dependency(str(catalogue.folder() / name))

    def item(self, item_id: str) -> dict:
        self.depends_on(f"items/{item_id}.json")
        try:
            return catalogue.load_item(item_id)
        except DenouementError:
            raise self.error(f"no item is called {item_id!r}; check its id in book/fr") from None

    def of(self, table: Mapping[str, dict], what: str, where: str) -> dict:
        """The entry of `table` that the directive's argument names."""
        name = self.arguments[0]
        if name not in table:
            raise self.error(f"no {what} is called {name!r}; use one of {', '.join(table)}, from book/fr/{where}")
        return table[name]

    @property
    def page(self) -> str:
        """The page's stem: where its items stand unless the author says otherwise."""
        return PurePosixPath(self.env.docname).name

    @property
    def up(self) -> str:
        """The way from this page to the root of the site, "" or "../"."""
        return "../" * self.env.docname.count("/")


class Item(PageDirective):
    """```{item} boulanger-zone — with `:placement: rappel-05` for a recall."""

    required_arguments = 1
    option_spec = {"placement": directives.unchanged_required}

    def run(self) -> list[nodes.Node]:
        item = self.item(self.arguments[0])
        placement = self.options.get("placement", self.page)
        html = item_html(item, placement, catalogue.words(), self.up)
        # The map of the course names a recall by its placement: it is another activity than the first time.
        place = "" if placement == self.page else f"@{placement}"
        words = _words_read(item["kind"], html)
        questions = len(item["public"].get("questions", ()))  # those of a test
        about = {"item": f"{item['id']}{place}", "kind": item["kind"], "panel": item["kind"] == "test"}
        return [Markup(html=html, words=words, questions=questions, **about)]


def _words_read(kind: str, html: str) -> int:
    """Words of a question or a test; a chart, a lab or an interview is timed as a whole (stops.MINUTES)."""
    return len(_TAGS.sub(" ", html).split()) if kind in ("quiz", "prediction", "text", "test") else 0


class Exercise(PageDirective):
    """```{exercise} huff — the statement of a code exercise and where to do it."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        item = self.item(self.arguments[0])
        return [Markup(html=item_html(item, self.page, catalogue.words(), self.up), item=item["id"], kind="exercise")]


class Reveal(PageDirective):
    """```{reveal} boulanger-intuition — what the learner predicted, beside what the course found."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        item = self.item(self.arguments[0])
        return [Markup(html=reveal_html(item, self.page, catalogue.words()), reveal=item["id"])]


class Objectives(PageDirective):
    """```{objectives} — the objectives of this chapter."""

    def run(self) -> list[nodes.Node]:
        self.depends_on("objectives.json")
        return [Markup(html=pages.objectives_html(catalogue.table("objectives").get(self.page, [])))]


class Sources(PageDirective):
    """```{sources} — the bibliography, each source with its status."""

    def run(self) -> list[nodes.Node]:
        self.depends_on("sources.json")
        return [Markup(html=pages.sources_html(catalogue.table("sources"), catalogue.words()))]


class Record(PageDirective):
    """```{record} — the learner's progress and record file."""

    def run(self) -> list[nodes.Node]:
        self.depends_on()
        return [Markup(html=pages.record_html(catalogue.words()), panel=True)]


class Offline(PageDirective):
    """```{offline} — keeping the whole course on this device."""

    def run(self) -> list[nodes.Node]:
        self.depends_on()
        return [Markup(html=pages.offline_html(catalogue.words()))]


class Organisation(PageDirective):
    """```{organisation} — what only the training body can say, as fields to fill in."""

    def run(self) -> list[nodes.Node]:
        self.depends_on()
        return [Markup(html=organisation_html(catalogue.words()), panel=True)]


class Plan(PageDirective):
    """```{plan} journee — a plan of the instructor's guide, from instructor/plans.toml."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        self.depends_on("plans.json")
        plan = self.of(catalogue.table("plans"), "plan", "instructor/plans.toml")
        return [Markup(html=plan_html(plan, catalogue.words(), self.up))]


class Decks(PageDirective):
    """```{decks} — the slides of every chapter, for the projector."""

    def run(self) -> list[nodes.Node]:
        self.depends_on()
        chapters = sorted(PurePosixPath(name).name for name in self.env.found_docs if is_chapter(name))
        return [Markup(html=decks_html(chapters, catalogue.words(), self.up))]


class Key(PageDirective):
    """```{key} final — the answers of a test, for whoever corrects it on paper."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        self.depends_on("keys.json")
        return [Markup(html=key_html(self.of(catalogue.table("keys"), "test", "tests/"), catalogue.words()))]


class Affair(PageDirective):
    """```{affair} — the printable page « Mon affaire »."""

    def run(self) -> list[nodes.Node]:
        self.depends_on("affair.json")
        return [Markup(html=pages.affair_html(catalogue.table("affair"), catalogue.words()), panel=True)]


class Bilan(PageDirective):
    """```{bilan} — what the learner's record says, objective by objective, and the certificate to fill in."""

    def run(self) -> list[nodes.Node]:
        self.depends_on("learning.json", "affair.json")
        tables = (catalogue.table(name) for name in ("learning", "affair"))
        return [Markup(html=bilan_html(*tables, catalogue.words()), panel=True)]


class Cite(SphinxRole):
    """{cite}`rackham-1988` — the short name of a source, linked to the bibliography."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        self.env.note_dependency(str(catalogue.folder() / "sources.json"))
        source = next((s for s in catalogue.table("sources") if s["id"] == self.text), None)
        if source is None:
            message = self.inliner.reporter.error(
                f"no source is called {self.text!r}; add it to book/fr/sources.toml", line=self.lineno
            )
            return [self.inliner.problematic(self.rawtext, self.rawtext, message)], [message]
        up = "../" * self.env.docname.count("/")
        link = nodes.reference("", source["short"], refuri=f"{up}bibliographie.html#{source['id']}", classes=["cite"])
        return [link], []


DIRECTIVES: dict[str, type[Directive]] = {
    "item": Item,
    "exercise": Exercise,
    "reveal": Reveal,
    "objectives": Objectives,
    "sources": Sources,
    "offline": Offline,
    "record": Record,
    "affair": Affair,
    "bilan": Bilan,
    "organisation": Organisation,
    "plan": Plan,
    "decks": Decks,
    "key": Key,
}


def setup(app) -> None:
    for name, directive in DIRECTIVES.items():
        app.add_directive(name, directive)
    app.add_role("cite", Cite(), override=True)
