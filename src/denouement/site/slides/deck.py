"""A chapter's document → its slides. What a projector needs is kept, the rest becomes the speaker's notes.

Kept as they stand: boxes, lists, tables, quotations, questions, charts, laboratories, interviews. Of the running prose,
only what the author marked, `[like this]{.diapo}`; in a box where something is marked, only that.
"""

from collections.abc import Callable, Iterator
from typing import Any

from docutils import nodes

from ... import catalogue
from ...markup.html import h
from ...markup.pages import objectives_html
from ...markup.slide import outcome_html, slide_html
from ..nodes import Hood, Markup
from .slide import LIST, SAY, Slide, lines_of, shared

MARK = "diapo"
LEFT_OUT = {"method"}  # boxes that no room needs: what is for those who code
STOPS = tuple(".!?…:»")
Render = Callable[[nodes.Node], str]


def slides_of(document: nodes.document, page: str, render: Render) -> list[Slide]:
    """The slides of a chapter, its title first. `page` is its stem, `render` gives the HTML of a node."""
    chapter = next(document.findall(nodes.section))
    deck = _Deck(page, render)
    deck.begin("title", render_title(chapter, render))
    stops = [node for node in chapter.children if isinstance(node, nodes.section)]
    for number, stop in enumerate(stops, 1):
        deck.stop = number
        deck.begin("stop", render_title(stop, render), f"etape-{number}")
        deck.read(stop)
    return deck.slides


def render_title(section: nodes.section, render: Render) -> str:
    return render(nodes.inline("", "", *(child.deepcopy() for child in section.next_node(nodes.title).children)))


class _Deck:
    """The slides made so far; the last one is being written."""

    def __init__(self, page: str, render: Render) -> None:
        self.page, self.render, self.words = page, render, catalogue.words()
        self.slides: list[Slide] = []
        self.stop = 0

    def begin(self, kind: str, title: str = "", id: str = "") -> Slide:
        self.slides.append(Slide(kind, title, id))
        return self.slides[-1]

    def read(self, section: nodes.Element) -> None:
        for node in section.children:
            for kind, take in _TAKEN.items():
                if isinstance(node, kind):
                    take(self, node)
                    break

    def subsection(self, node: nodes.section) -> None:
        self.begin("say", render_title(node, self.render))
        self.read(node)

    def prose(self, node: nodes.paragraph) -> None:
        """What is marked goes on the slide; the paragraph itself to the notes."""
        if marked := marks(node):
            said = nodes.paragraph("", "", *_sentences(marked))
            self.say(said, lines_of(said.astext(), SAY[0]))
        self.slides[-1].notes.append(self.render(node))

    def say(self, node: nodes.Element, lines: float) -> None:
        """A block of text, on the slide being written if there is room, else on a new one."""
        slide = self.slides[-1]
        if slide.kind != "say" or (slide.body and slide.lines + lines > SAY[1]):
            slide = self.begin("say")
        slide.body.append(self.render(node))
        slide.lines += lines

    def listed(self, node: nodes.Element) -> None:
        items = list(node.children)
        heights = [LIST * lines_of(item.astext()) for item in items]
        start = int(node.get("start", 1))
        for group in shared(items, heights, SAY[1]):
            part = node.copy()
            part.extend(item.deepcopy() for item in group)
            if isinstance(node, nodes.enumerated_list):
                part["start"] = start + items.index(group[0])
            self.say(part, sum(heights[items.index(item)] for item in group))

    def table(self, node: nodes.table) -> None:
        slide = self.begin("table")
        slide.body.append(self.render(node))

    def quotation(self, node: nodes.block_quote) -> None:
        self.begin("quotation").body.append(self.render(node))

    def box(self, node: nodes.Admonition) -> None:
        """An admonition: one slide or several, under its title."""
        kind = next(iter(node["classes"]), "note")
        if kind in LEFT_OUT:
            return
        title, *blocks = node.children
        heading = "" if kind == "promise" else self.render(nodes.inline("", "", *title.deepcopy().children))
        if chosen := marks(node):
            self.slides[-1].notes += [self.render(block) for block in blocks]
            blocks = [nodes.paragraph("", "", *_sentences([mark])) for mark in chosen]
        self._boxed(kind, heading, blocks)

    def _boxed(self, kind: str, heading: str, blocks: list[nodes.Node]) -> None:
        parts = [part for block in blocks for part in self._parts(block)]
        # Objectives are read together.
        groups = [parts] if kind == "promise" else shared(parts, [lines for _, lines in parts])
        for number, group in enumerate(groups, 1):
            of = self.words["deck.part"].format(n=number, of=len(groups)) if len(groups) > 1 else ""
            slide = self.begin(kind, heading and f"{heading} {h('span', of, class_='part')}" if of else heading)
            slide.body += [html for html, _ in group]

    def _parts(self, block: nodes.Node) -> Iterator[tuple[str, float]]:
        """(HTML, lines) of a block of a box; a list gives its items one by one."""
        if isinstance(block, Markup):
            goals = catalogue.table("objectives").get(self.page, [])
            yield objectives_html(goals), sum(lines_of(goal["text"]) for goal in goals)
        elif isinstance(block, nodes.bullet_list):
            for item in block.children:
                one = block.copy()
                one.append(item.deepcopy())
                yield self.render(one), lines_of(item.astext())
        else:
            yield self.render(block), lines_of(block.astext())

    def markup(self, node: Markup) -> None:
        if node.get("reveal"):
            slide = self.begin("outcome", self.words["deck.outcome"])
            slide.body.append(outcome_html(catalogue.load_item(node["reveal"])))
        elif node.get("item") and node["kind"] != "exercise":
            self.item(*node["item"].partition("@")[::2])

    def item(self, name: str, placement: str) -> None:
        item = catalogue.load_item(name)
        place = h(
            "a",
            self.words["deck.place"].format(stop=self.stop),
            href=f"../chapters/{self.page}.html#etape-{self.stop}",
        )
        body, notes = slide_html(item, self.words, place)
        kind = "chart" if item["kind"] == "chart" else "question"
        slide = self.begin(kind, self.label(item, placement), f"{name}-{placement}" if placement else name)
        slide.body.append(body)
        slide.notes.append(notes)

    def label(self, item: dict[str, Any], recall: str) -> str:
        if item["kind"] == "chart":
            return ""
        if recall:
            return self.words["item.recall"]
        return item["public"].get("label") or self.words.get(f"item.{item['kind']}", "")


def marks(node: nodes.Element) -> list[nodes.inline]:
    """What the author marked inside `node`, in order."""
    return [mark for mark in node.findall(nodes.inline) if MARK in mark["classes"]]


def _sentences(marked: list[nodes.inline]) -> list[nodes.Node]:
    """The marked stretches one after the other, each set as a sentence even where it is a piece of one."""
    parts: list[nodes.Node] = []
    for mark in marked:
        sentence = mark.deepcopy()
        texts = [text for text in sentence.findall(nodes.Text) if text.strip()]
        first = texts[0]
        first.parent.replace(first, nodes.Text(first[:1].upper() + first[1:]))
        stopped = texts[-1].rstrip().endswith(STOPS)
        parts += [*([nodes.Text(" ")] if parts else []), *sentence.children, *([] if stopped else [nodes.Text(".")])]
    return parts


_TAKEN: dict[type, Callable[[_Deck, Any], None]] = {
    nodes.section: _Deck.subsection,
    nodes.Admonition: _Deck.box,
    nodes.paragraph: _Deck.prose,
    nodes.bullet_list: _Deck.listed,
    nodes.enumerated_list: _Deck.listed,
    nodes.table: _Deck.table,
    nodes.block_quote: _Deck.quotation,
    Hood: lambda deck, node: None,
    Markup: _Deck.markup,
}
