"""Every passage of the book: pages, chapters, exercises, instructor's sheets, and all the wording of the items."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ..source import Block, Directive, Prose, blocks, read
from . import markdown, strings
from .holes import MANY, filled
from .passages import Passage, Source, lines_of
from .references import Pointers

#: Keys of TOML files whose text is a name for the program, not something a reader reads.
NAMES = frozenset(
    {"id", "kind", "objective", "chapter", "layout", "model", "source", "status", "format", "start", "style", "goes"}
    | {"reveals", "affair", "drawing", "chapters", "figures", "hesitates", "favourite", "values", "sheet"}
)
#: Lines that say something of what follows, and are not read: a class (`{.lead}`), a label, a comment.
_MARKUP = re.compile(r"^(?:\{[.#][^{}\n]*\}|\([^()\s]+\)=|%(?: .*)?)$", re.MULTILINE)
#: References: other languages, publishers' own typography. What the course says of them (`says`) is ours.
FOREIGN = {("source", "short"), ("source", "full")}
#: What stands in holes that hold no number (see docs/architecture.md: a lever's id shows its setting).
WORDS = {
    **dict.fromkeys(("amount", "till", "start_till", "start_till_pressed", "best_till", "basket"), "12,50 €"),
    **dict.fromkeys(("hours", "start_hours", "best_hours"), "de 9 h à 17 h"),
}


#: Beside the book, what authors and learners read in French.
ALSO = ("CHANGELOG.md", "docs/authors.md")
#: Beside the texts, what is said of them to these readers: not read in turn.
ABOUT = ("relecture.toml", "chiffres.toml")


def files(root: Path) -> list[Path]:
    """The files of the checkout `root` that hold passages."""
    found = (path for path in (root / "book" / "fr").rglob("*") if path.suffix in (".md", ".toml"))
    return sorted([*(path for path in found if path.name not in ABOUT), *(root / name for name in ALSO)])


def sample(key: str) -> markdown.Fill:
    """How the holes of the text under `key` are filled, so that it reads as French."""
    return partial(filled, words=WORDS, number="1" if key.endswith(".one") else MANY)


@dataclass(frozen=True)
class Reader:
    """Finds passages of the checkout `root`; `fill` says, for a key of TOML, how the holes of its text are filled."""

    root: Path
    pointers: Pointers
    fill: Callable[[str], markdown.Fill] = sample

    def passages(self) -> Iterator[Passage]:
        """Every passage, file by file."""
        for path in files(self.root):
            file = path.relative_to(self.root).as_posix()
            yield from self.page(path, file) if path.suffix == ".md" else self.table(path.read_text("utf-8"), file)

    def page(self, path: Path, file: str) -> Iterator[Passage]:
        """The passages of a text notebook: front matter, prose, directives that hold prose, wording of exercises."""
        text = read(path, file)
        if "prerequisites" in text.front.get("denouement", {}):
            written = path.read_text(encoding="utf-8")
            number = written[: written.index("prerequisites:")].count("\n") + 1
            yield from markdown.passages(lines_of(file, str(text.front["denouement"]["prerequisites"]), number))
        yield from self._blocks(text.blocks, file, self.pointers.on(path))

    def table(self, content: str, file: str, first_line: int = 1) -> Iterator[Passage]:
        """The passages of a TOML file (or of the `wording` of an exercise)."""
        for text in strings.texts(content, file, first_line):
            if text.key not in NAMES and (text.table, text.key) not in FOREIGN:
                yield from markdown.passages(text.source, fill=self.fill(text.key))

    def _blocks(self, found: Iterable[Block], file: str, page: markdown.Pointers) -> Iterator[Passage]:
        for block in found:
            if isinstance(block, Prose):
                text = _MARKUP.sub(lambda found: " " * len(found[0]), block.text)
                yield from markdown.passages(lines_of(file, text, block.line), page)
            elif isinstance(block, Directive):  # what is left, a code cell, is a program
                yield from self._directive(block, file, page)

    def _directive(self, block: Directive, file: str, page: markdown.Pointers) -> Iterator[Passage]:
        if block.name == "wording":
            yield from self.table(block.body, file, block.body_line)
        elif block.name == "glossary":
            for source in _entries(lines_of(file, block.body, block.body_line)):
                yield from markdown.passages(source, page)
        elif block.name in ("admonition", "figure"):
            title = block.argument if block.name == "admonition" else block.options.get("alt", "")
            yield from markdown.passages(lines_of(file, title, block.line), page)
            yield from self._blocks(blocks(block.body, file, block.body_line), file, page)


def _entries(glossary: Source) -> Iterator[Source]:
    """Terms and definitions, each on its own: a definition is what is indented under its term."""
    for entry in re.finditer(r"^(?P<term>\S.*)$|^[ \t]+(?P<definition>\S.*)$", glossary.text, re.MULTILINE):
        start = entry.start(entry.lastgroup)
        yield lines_of(glossary.file, entry[entry.lastgroup], glossary.line(start))
