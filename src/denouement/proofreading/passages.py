"""A passage: what a reader reads without a break (a paragraph, a cell, a choice), and where each letter was written."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Source:
    """Text as its author wrote it. `starts` and `lines`: from that character on, it stands on that line of `file`."""

    file: str
    text: str
    starts: tuple[int, ...]
    lines: tuple[int, ...]

    def line(self, position: int) -> int:
        return self.lines[max(0, bisect_right(self.starts, position) - 1)]


def lines_of(file: str, text: str, first_line: int = 1) -> Source:
    """A `Source` whose lines are those of `text`, the first being `first_line` of the file."""
    starts = [0, *(at + 1 for at, character in enumerate(text) if character == "\n")]
    return Source(file, text, tuple(starts), tuple(range(first_line, first_line + len(starts))))


@dataclass
class Passage:
    """Text as it is read: markup gone, roles and holes filled, French typography put in.

    Built piece by piece; each piece knows where its first character stands in the source.
    """

    source: Source
    text: str = ""
    _pieces: list[tuple[int, int]] = field(default_factory=list)

    def add(self, text: str, position: int, jumps: Iterable[tuple[int, int]] = ((0, 0),)) -> None:
        """Adds `text`, written from `position` on; `jumps`: (offset in `text`, offset as written) of its stretches."""
        self._pieces += [(len(self.text) + read, position + written) for read, written in jumps]
        self.text += text

    @property
    def file(self) -> str:
        return self.source.file

    def line(self, offset: int) -> int:
        """The line of the source where the character `offset` of the text was written."""
        start, position = self._pieces[max(0, bisect_right(self._pieces, (offset, float("inf"))) - 1)]
        return self.source.line(position + offset - start)


@dataclass(frozen=True)
class Finding:
    """Something to mend: `excerpt` is what it shows, `context` the passage around it.

    `rule` is its short name (or Grammalecte's), by which an exception may speak of it.
    """

    file: str
    line: int
    rule: str
    excerpt: str
    what: str
    context: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.rule}: « {self.excerpt} »: {self.what}"


def at(passage: Passage, start: int, end: int, rule: str, what: str) -> Finding:
    """A finding about the characters `start` to `end` of a passage."""
    return Finding(passage.file, passage.line(start), rule, passage.text[start:end].strip(), what, passage.text)
