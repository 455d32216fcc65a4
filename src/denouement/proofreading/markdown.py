"""The passages of a Markdown text: what is read, in French typography, without its markup."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ..typography import french
from .passages import Passage, Source

#: What stands for inline code: a word that takes part in a sentence and agrees with anything.
CODE = "X"
_ROLE = re.compile(r"\{(?P<name>[a-z]+)\}$")

#: text -> (what is read, where its stretches begin: see `holes`)
Fill = Callable[[str], tuple[str, list[tuple[int, int]]]]


#: What goes on a slide, `[like this]{.diapo}`: its marks are not read.
_SLIDE = re.compile(r"\[|\]\{\.diapo\}")


def as_written(text: str) -> tuple[str, list[tuple[int, int]]]:
    """No hole to fill: pages have none. The marks of a slide are left out."""
    read, jumps, end = "", [(0, 0)], 0
    for mark in _SLIDE.finditer(text):
        read += text[end : mark.start()]
        end = mark.end()
        jumps.append((len(read), end))
    return read + text[end:], jumps


class Pointers(Protocol):
    """What a page points at: `role` gives what is read in place of a MyST role, `link` notes where a link leads."""

    def role(self, name: str, content: str, line: int) -> str: ...
    def link(self, target: str, line: int) -> None: ...


@cache
def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable(["table"])


def passages(source: Source, pointers: Pointers | None = None, fill: Fill = as_written) -> Iterator[Passage]:
    """Every paragraph, heading, list item and cell of `source`. Blocks of code are left out.

    `pointers` reads the roles of a page; `fill` fills the holes of an item's sentences.
    """
    reader, position = _Reader(source, pointers, fill), 0
    for token in _markdown().parse(source.text):
        if token.type == "inline":
            passage = Passage(source)
            position = reader.read(token.children or (), passage, position)
            if passage.text.strip():
                yield passage
        elif token.type in ("fence", "code_block"):
            position = reader.find(token.content, position) + len(token.content)


@dataclass(frozen=True)
class _Reader:
    source: Source
    pointers: Pointers | None
    fill: Fill

    def read(self, tokens: list[Token], passage: Passage, position: int) -> int:
        """Adds what `tokens` say to `passage`; the source is searched for each of them from `position` on."""
        named = ""  # the role whose content comes next: MyST's {term}`…` is text, then code, for plain Markdown
        for token in tokens:
            content = token.content
            if token.type == "text":
                start = self.find(content, position)
                position = start + len(content)
                if self.pointers and (called := _ROLE.search(content)):
                    content, named = content[: called.start()], called["name"]
                read, jumps = self.fill(content)
                passage.add(french(read), start, jumps)
            elif token.type == "code_inline":
                start = self.find(content, position)
                position = start + len(content)
                named_now, named = named, ""
                passage.add(self.role(named_now, content, start), start)
            elif token.type in ("softbreak", "hardbreak"):
                passage.add(" ", position)
            elif token.type == "link_open" and self.pointers:
                self.pointers.link(str(token.attrs["href"]), self.source.line(position))
            elif token.type == "image":
                position = self.read(token.children or (), passage, position)
        return position

    def role(self, name: str, content: str, start: int) -> str:
        """What is read in place of a code span: that of the role called `name`, or a program."""
        if not (name and self.pointers):
            return CODE
        return french(self.pointers.role(name, content, self.source.line(start)))

    def find(self, content: str, position: int) -> int:
        """Where `content` stands in the source from `position` on; `position` when an escape has changed it."""
        found = self.source.text.find(content, position)
        return position if found < 0 else found
