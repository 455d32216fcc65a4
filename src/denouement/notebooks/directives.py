"""The closed list of directives (docs/architecture.md) as pieces of a notebook: Markdown and code cells."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from ..errors import AuthorError
from ..source import Block, Code, Directive, Prose, TextNotebook, at, blocks
from .ids import fitting
from .prose import Setter
from .references import References

CLASSES = ("promise", "case", "facts", "model", "limit", "affair", "monday", "assumptions", "method")
IGNORE_OUTPUT = "nbval-ignore-output"
DRAWN = frozenset({"chart"})  # kinds of items whose output is a picture, which is not stored


@dataclass(frozen=True)
class Text:
    """Notebook Markdown. Neighbours are joined, unless the author cut the cell (`+++`) before this one."""

    markdown: str
    cut: bool = False


@dataclass(frozen=True)
class CodeCell:
    """A code cell; `where` is its place for the author."""

    id: str
    source: str
    tags: tuple[str, ...]
    where: str
    item: str = ""  # the item it shows, if that is all it does


Piece = Text | CodeCell


@dataclass(frozen=True)
class Converter:
    """Turns the blocks of one text notebook into the pieces of a notebook that stands in `folder`.

    `items` are the compiled items by id, `objectives` the chapter's own, as the authors wrote them.
    """

    page: Path
    folder: Path
    items: Mapping[str, Mapping]
    objectives: Sequence[str]
    references: References

    def pieces(self, text: TextNotebook) -> list[Piece]:
        """AuthorError for an unknown directive, role, item, source or file."""
        return list(self._pieces(text.blocks, text.where))

    def _pieces(self, found: Iterable[Block], where: str) -> Iterator[Piece]:
        before: Block | None = None
        for block in found:
            if isinstance(block, Prose):
                markdown = self._setter(where).markdown(block.text, block.line)
                if markdown:
                    yield Text(markdown, cut=isinstance(before, Prose))
            elif isinstance(block, Code):
                yield CodeCell(block.id, block.source, block.tags, at(where, block.line))
            else:
                yield from self._convert(block, where)
            before = block

    def _convert(self, directive: Directive, where: str) -> Iterator[Piece]:
        convert = DIRECTIVES.get(directive.name)
        if not convert:
            raise AuthorError(
                at(where, directive.line),
                f"unknown directive {{{directive.name}}} in a notebook",
                f"use one of {', '.join(sorted(DIRECTIVES))}, or plain Markdown",
            )
        return convert(self, directive, where)

    def _setter(self, where: str) -> Setter:
        return Setter(
            where,
            lambda name, content, place: self.references.role(self.page, name, content, place),
            lambda target, place: self.references.link(self.page, self.folder, target, place),
        )

    def _known_item(self, directive: Directive, where: str) -> str:
        item_id = directive.argument
        if item_id not in self.items:
            near = get_close_matches(item_id, self.items, 1)
            raise AuthorError(
                at(where, directive.line),
                f"no item is called {item_id!r}",
                f"did you mean {near[0]!r}?" if near else "declare it in book/fr, or mend its id",
            )
        return item_id

    def _admonition(self, directive: Directive, where: str) -> Iterator[Piece]:
        place = at(where, directive.line)
        if not directive.argument:
            raise AuthorError(place, "admonition without a title", "write the title after {admonition}")
        kind = directive.options.get("class", "")
        if kind not in CLASSES:
            raise AuthorError(place, f"unknown :class: {kind or '(none)'}", f"use one of {', '.join(CLASSES)}")
        title = f"> **{self._setter(where).inline(directive.argument, directive.line)}**"
        for piece in self._pieces(blocks(directive.body, where, directive.body_line), where):
            if isinstance(piece, Text):
                quoted = "\n".join(f"> {line}".rstrip() for line in piece.markdown.splitlines())
                yield Text(f"{title}\n>\n{quoted}" if title else quoted, piece.cut)
            else:
                if title:
                    yield Text(title)
                yield piece
            title = ""
        if title:
            yield Text(title)

    def _item(self, directive: Directive, where: str) -> Iterator[Piece]:
        item_id, placement = self._known_item(directive, where), directive.options.get("placement", "")
        call = f'show("{item_id}", placement="{placement}")' if placement else f'show("{item_id}")'
        cell_id = fitting(f"item-{item_id}-{placement}" if placement else f"item-{item_id}")
        tags = (IGNORE_OUTPUT,) if self.items[item_id]["kind"] in DRAWN else ()
        yield CodeCell(cell_id, call, tags, at(where, directive.line), item_id)

    def _reveal(self, directive: Directive, where: str) -> Iterator[Piece]:
        self._known_item(directive, where)  # the page shows it beside the result; the notebook's result is in the text
        return iter(())

    def _exercise(self, directive: Directive, where: str) -> Iterator[Piece]:
        item = self.items[self._known_item(directive, where)]
        target = f"/exercises/{item['chapter']}.md"
        address = self.references.link(self.page, self.folder, target, at(where, directive.line))
        yield Text(f"**{item['public']['label']}**\u00a0: un exercice à faire dans [le cahier d’exercices]({address}).")

    def _objectives(self, directive: Directive, where: str) -> Iterator[Piece]:
        place = at(where, directive.line)
        if not self.objectives:
            raise AuthorError(
                place, "this chapter has no objective", f"add [[objective]] to book/fr/questions/{self.page.stem}.toml"
            )
        setter = self._setter(where)
        yield Text("\n".join(f"- {setter.inline(text, directive.line)}" for text in self.objectives))

    def _figure(self, directive: Directive, where: str) -> Iterator[Piece]:
        place = at(where, directive.line)
        if "alt" not in directive.options:
            raise AuthorError(place, "figure without a text alternative", "write :alt: under its fence")
        setter = self._setter(where)
        address = self.references.link(self.page, self.folder, directive.argument, place)
        picture = f"![{setter.inline(directive.options['alt'], directive.line)}]({address})"
        yield Text(f"{picture}\n\n{setter.markdown(directive.body, directive.body_line)}".rstrip())

    def _glossary(self, directive: Directive, where: str) -> Iterator[Piece]:
        setter, out = self._setter(where), []
        for number, line in enumerate(directive.body.splitlines()):
            if line.strip():
                words = setter.inline(line.removeprefix(":"), directive.body_line + number)
                defines = line.startswith((" ", "\t", ":"))
                out.append(f"  {words}" if defines else f"- **{words}**\\")
        yield Text("\n".join(out))

    def _dropped(self, directive: Directive, where: str) -> Iterator[Piece]:
        return iter(())


DIRECTIVES: dict[str, Callable[[Converter, Directive, str], Iterator[Piece]]] = {
    "admonition": Converter._admonition,
    "item": Converter._item,
    "reveal": Converter._reveal,
    "exercise": Converter._exercise,
    "objectives": Converter._objectives,
    "figure": Converter._figure,
    "glossary": Converter._glossary,
    "wording": Converter._dropped,  # feedback of an exercise: the judge's, not the reader's
}
