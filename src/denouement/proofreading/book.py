"""Every passage of the book: pages, chapters, exercises, instructor's sheets, and all the wording of the items."""

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from ..source import Code, Directive, Prose, blocks, read
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


def files(root: Path) -> list[Path]:
    """The files of the checkout `root` that hold passages."""
    found = (path for path in (root / "book" / "fr").rglob("*") if path.suffix in (".md", ".toml"))
    return sorted([*(path for path in found if path.name != "relecture.toml"), *(root / name for name in ALSO)])


def passages(root: Path, pointers: Pointers) -> Iterator[Passage]:
    """Every passage of the checkout `root`, file by file."""
    for path in files(root):
        if path.suffix == ".md":
            yield from page(path, path.relative_to(root).as_posix(), pointers)
        else:
            yield from table(path.read_text(encoding="utf-8"), path.relative_to(root).as_posix())


def page(path: Path, file: str, pointers: Pointers) -> Iterator[Passage]:
    """The passages of a text notebook: front matter, prose, directives that hold prose, wording of exercises."""
    text = read(path, file)
    if "prerequisites" in text.front.get("denouement", {}):
        written = path.read_text(encoding="utf-8")
        number = written[: written.index("prerequisites:")].count("\n") + 1
        yield from markdown.passages(lines_of(file, str(text.front["denouement"]["prerequisites"]), number))
    yield from _blocks(text.blocks, file, pointers.on(path))


def _blocks(found, file: str, pointers: markdown.Pointers) -> Iterator[Passage]:
    for block in found:
        if isinstance(block, Prose):
            text = _MARKUP.sub(lambda found: " " * len(found[0]), block.text)
            yield from markdown.passages(lines_of(file, text, block.line), pointers)
        elif isinstance(block, Directive):
            yield from _directive(block, file, pointers)
        else:
            assert isinstance(block, Code)  # a code cell is a program


def _directive(block: Directive, file: str, pointers: markdown.Pointers) -> Iterator[Passage]:
    if block.name == "wording":
        yield from table(block.body, file, block.body_line)
    elif block.name == "glossary":
        for source in _entries(lines_of(file, block.body, block.body_line)):
            yield from markdown.passages(source, pointers)
    elif block.name in ("admonition", "figure"):
        title = block.argument if block.name == "admonition" else block.options.get("alt", "")
        yield from markdown.passages(lines_of(file, title, block.line), pointers)
        yield from _blocks(blocks(block.body, file, block.body_line), file, pointers)


def _entries(glossary: Source) -> Iterator[Source]:
    """Terms and definitions, each on its own: a definition is what is indented under its term."""
    for entry in re.finditer(r"^(?P<term>\S.*)$|^[ \t]+(?P<definition>\S.*)$", glossary.text, re.MULTILINE):
        start = entry.start(entry.lastgroup)
        yield lines_of(glossary.file, entry[entry.lastgroup], glossary.line(start))


def table(content: str, file: str, first_line: int = 1) -> Iterator[Passage]:
    """The passages of a TOML file (or of the `wording` of an exercise)."""
    for text in strings.texts(content, file, first_line):
        if text.key not in NAMES and (text.table, text.key) not in FOREIGN:
            number = "1" if text.key.endswith(".one") else MANY
            yield from markdown.passages(text.source, fill=partial(filled, words=WORDS, number=number))
