"""A MyST text notebook read as blocks: prose, directives, code cells with the ids their authors gave.

It knows the block structure only (fences, options, front matter): what a directive means is its reader's business.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from .errors import AuthorError

_FENCE = re.compile(r"(?P<lead>[\s>*+.)\d-]*?)(?P<mark>`{3,}|~{3,})(?P<info>[^`]*)$")
_DIRECTIVE = re.compile(r"\{(?P<name>[^{}\s]+)\}[ \t]*(?P<argument>.*)$")
_OPTION = re.compile(r":(?P<key>[A-Za-z][\w-]*):(?:\s+(?P<value>.*))?$")
_ID = re.compile(r"[a-z][a-z0-9-]{0,47}")
_BREAK = re.compile(r"\+\+\+(?:\s.*)?$")


@dataclass(frozen=True)
class Prose:
    """Markdown as written, without blank lines around it. `line` is where it begins (1 is the file's first)."""

    text: str
    line: int


@dataclass(frozen=True)
class Directive:
    """A fence `{name} argument` with its `:options:`. `body` begins at `body_line` and may hold blocks of its own."""

    name: str
    argument: str
    options: dict[str, str]
    body: str
    line: int
    body_line: int


@dataclass(frozen=True)
class Code:
    """A code cell. Its id becomes the notebook cell's id, and stays the same for ever."""

    id: str
    source: str
    line: int
    tags: tuple[str, ...] = ()


Block = Prose | Directive | Code


@dataclass(frozen=True)
class TextNotebook:
    """A whole file. `where` is its name in authors' errors; `front` its YAML front matter ({} when there is none)."""

    where: str
    front: dict
    blocks: tuple[Block, ...] = field(default=())

    @property
    def codes(self) -> tuple[Code, ...]:
        """The code cells that stand at the top level of the file."""
        return tuple(block for block in self.blocks if isinstance(block, Code))

    def directives(self, name: str) -> tuple[Directive, ...]:
        """The directives called `name` that stand at the top level of the file."""
        return tuple(b for b in self.blocks if isinstance(b, Directive) and b.name == name)


def read(path: Path, where: str | None = None) -> TextNotebook:
    """The text notebook in `path`; `where` names it in errors (default: the file's own name)."""
    return parse(path.read_text(encoding="utf-8"), where or path.name)


def parse(text: str, where: str) -> TextNotebook:
    """The blocks of `text`. AuthorError: broken front matter, fence left open, cell without id, duplicate id."""
    front, body, line = _front_matter(text, where)
    found = tuple(blocks(body, where, line))
    seen: dict[str, int] = {}
    for block in found:
        if isinstance(block, Code):
            if block.id in seen:
                raise AuthorError(
                    at(where, block.line),
                    f"the cell id {block.id!r} is already used at line {seen[block.id]}",
                    "give each code cell its own :id:",
                )
            seen[block.id] = block.line
    return TextNotebook(where, front, found)


def blocks(text: str, where: str, first_line: int = 1) -> Iterator[Block]:
    """The blocks of a text, or of a directive's body, whose first line is `first_line` of the file."""
    lines = text.splitlines()
    prose_from = number = 0
    while number < len(lines):
        end = _end_of_literal(lines, number, where, first_line)
        fence = _FENCE.match(lines[number])
        directive = fence and _DIRECTIVE.match(fence["info"].strip())
        if directive and fence["lead"]:
            raise AuthorError(
                at(where, first_line + number),
                f"the directive {{{directive['name']}}} is indented, or inside a list or a quotation",
                "start its line with the fence, at the left margin",
            )
        if directive or _BREAK.match(lines[number]):
            yield from _prose(lines, prose_from, number, first_line)
            if directive:
                yield _directive(directive, lines[number + 1 : end - 1], where, first_line + number)
            prose_from = end
        number = end
    yield from _prose(lines, prose_from, len(lines), first_line)


def literal_lines(text: str) -> set[int]:
    """Indices of the lines of `text` (prose) that are code or HTML comments, fences included: not to be retouched."""
    lines, found, number = text.splitlines(), set(), 0
    while number < len(lines):
        end = _end_of_literal(lines, number, "", 1)
        if end > number + 1 or lines[number].lstrip().startswith("<!--"):
            found.update(range(number, end))
        number = end
    return found


def at(where: str, line: int) -> str:
    """The place of an author's error: file and line."""
    return f"{where}, line {line}"


def _front_matter(text: str, where: str) -> tuple[dict, str, int]:
    """Front matter, what follows it, and the line where that begins."""
    lines = text.splitlines()
    if not lines or lines[0].rstrip() != "---":
        return {}, text, 1
    end = next((n for n, line in enumerate(lines[1:], start=1) if line.rstrip() == "---"), None)
    if end is None:
        raise AuthorError(at(where, 1), "the front matter is not closed", "end it with a line ---")
    try:
        front = yaml.safe_load("\n".join(lines[1:end])) or {}
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        reason = getattr(error, "problem", None) or "cannot be read"
        raise AuthorError(at(where, line), f"the front matter is not valid YAML ({reason})", "mend that line") from None
    if not isinstance(front, dict):
        raise AuthorError(at(where, 2), "the front matter is not a list of keys", "write one `key: value` a line")
    return front, "\n".join(lines[end + 1 :]), end + 2


def _end_of_literal(lines: list[str], start: int, where: str, first_line: int) -> int:
    """Index after the fence or the HTML comment that begins at `start`; `start + 1` when nothing begins there."""
    if lines[start].lstrip().startswith("<!--"):
        rest = range(start, len(lines))
        return next((n + 1 for n in rest if "-->" in lines[n]), len(lines))
    fence = _FENCE.match(lines[start])
    if not fence:
        return start + 1
    mark = fence["mark"]
    closing = re.compile(rf"[\s>]*{re.escape(mark[0])}{{{len(mark)},}}\s*$")
    end = next((n for n in range(start + 1, len(lines)) if closing.match(lines[n])), None)
    if end is None:
        raise AuthorError(
            at(where, first_line + start),
            f"the fence {mark}{fence['info'].rstrip()} is not closed",
            f"add a line {mark} after its last line",
        )
    return end + 1


def _prose(lines: list[str], start: int, end: int, first_line: int) -> Iterator[Prose]:
    while start < end and not lines[start].strip():
        start += 1
    text = "\n".join(lines[start:end]).rstrip()
    if text:
        yield Prose(text, first_line + start)


def _directive(found: re.Match, lines: list[str], where: str, line: int) -> Directive | Code:
    options, skipped = _options(lines, where, line)
    while skipped < len(lines) and not lines[skipped].strip():
        skipped += 1
    body = "\n".join(lines[skipped:]).rstrip()
    if found["name"] != "code-cell":
        return Directive(found["name"], found["argument"].strip(), options, body, line, line + 1 + skipped)
    for number, text in enumerate(lines[skipped:]):
        if re.match(r"(`{3,}|~{3,})\{", text):
            raise AuthorError(
                at(where, line),
                "the code cell is not closed",
                f"close its fence before line {line + 1 + skipped + number}",
            )
    return Code(_cell_id(options, where, line), body, line, _tags(options, where, line))


def _options(lines: list[str], where: str, line: int) -> tuple[dict[str, str], int]:
    """The options that open a directive (`:key: value` lines, or YAML between ---), and how many lines they take."""
    if lines and lines[0].rstrip() == "---":
        options, _, after = _front_matter("\n".join(lines), f"{at(where, line)}, options")
        return {str(key): str(value) for key, value in options.items()}, after - 1
    options = {}
    for number, text in enumerate(lines):
        option = _OPTION.match(text.rstrip())
        if not option:
            return options, number
        options[option["key"]] = (option["value"] or "").strip()
    return options, len(lines)


def _cell_id(options: dict[str, str], where: str, line: int) -> str:
    if not options.get("id"):
        raise AuthorError(at(where, line), "code cell without id", "write `:id: a-name` on the line after its fence")
    if not _ID.fullmatch(options["id"]):
        raise AuthorError(
            at(where, line),
            f"the cell id {options['id']!r} cannot be used",
            "use at most 48 small letters, digits and hyphens, beginning with a letter",
        )
    return options["id"]


def _tags(options: dict[str, str], where: str, line: int) -> tuple[str, ...]:
    unknown = sorted(set(options) - {"id", "tags"})
    if unknown:
        raise AuthorError(at(where, line), f"unknown option :{unknown[0]}: of a code cell", "keep only :id: and :tags:")
    return tuple(re.findall(r"[\w-]+", options.get("tags", "")))
