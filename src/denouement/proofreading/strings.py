"""The texts of a TOML file with the line each stands on: tomllib gives values and forgets where they were."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .passages import Source

_TOKEN = re.compile(
    r'"""(?P<block>(?:[^\\"]|\\.|"(?!""))*)"""(?P<extra>"{0,2})'
    r"|'''(?P<raw_block>.*?)'''"
    r'|"(?P<basic>(?:[^\\"\n]|\\.)*)"'
    r"|'(?P<raw>[^'\n]*)'"
    r"|#[^\n]*"
    r"|(?P<table>^[ \t]*\[\[?(?P<name>[^\[\]\n]+)\]\]?[ \t]*(?=#|$))"
    r"|(?P<key>[\w-]+)(?=[ \t]*=)",
    re.DOTALL | re.MULTILINE,
)
_EQUALS = re.compile(r"[ \t]*=")
_ESCAPE = re.compile(r"\\(?:(?P<fold>[ \t]*\n\s*)|u(?P<four>[0-9A-Fa-f]{4})|U(?P<eight>[0-9A-Fa-f]{8})|(?P<one>.))")
_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "e": "\x1b"}


@dataclass(frozen=True)
class Text:
    """A text of the file: the table it stands in ("question.choice"), its key ("feedback"), what it says and where."""

    table: str
    key: str
    source: Source


def texts(content: str, file: str, first_line: int = 1) -> Iterator[Text]:
    """Every text of a TOML file, in order; those of a list have the key of the list.

    `content` is valid TOML (its loader says so otherwise).
    """
    table = key = ""
    for token in _TOKEN.finditer(content):
        kind = token.lastgroup
        if kind == "name" or token["table"]:
            table = token["name"].strip()
        elif token["key"]:
            key = token["key"]
        elif token["basic"] is not None and _EQUALS.match(content, token.end()):
            key = token["basic"]
        elif (group := _group(token)) is not None:
            yield Text(table, key, _decoded(content, token, group, file, first_line))


def _group(token: re.Match) -> str | None:
    return next((name for name in ("block", "raw_block", "basic", "raw") if token[name] is not None), None)


def _decoded(content: str, token: re.Match, group: str, file: str, first_line: int) -> Source:
    """The text a TOML string stands for. A new line of the file is noted wherever the string crosses one."""
    raw, start = token[group], token.start(group)
    if group == "block":
        raw += token["extra"]
    line = first_line + content.count("\n", 0, start)
    if group in ("block", "raw_block") and raw.startswith("\n"):  # TOML drops a newline that opens the string
        raw, line = raw[1:], line + 1
    text, starts, lines = "", [0], [line]
    escapes = _ESCAPE.finditer(raw) if group in ("block", "basic") else ()
    for piece, stands_for in _pieces(raw, escapes):
        for part in re.split(r"(?<=\n)", piece):
            text += part if stands_for is None else ""
            if part.endswith("\n"):
                line += 1
                starts.append(len(text))
                lines.append(line)
        text += stands_for or ""
    return Source(file, text, tuple(starts), tuple(lines))


def _pieces(raw: str, escapes) -> Iterator[tuple[str, str | None]]:
    """(as written, None) for plain stretches, (as written, what it stands for) for escapes."""
    done = 0
    for escape in escapes:
        yield raw[done : escape.start()], None
        code = escape["four"] or escape["eight"]
        one = escape["one"]
        yield escape[0], "" if escape["fold"] else chr(int(code, 16)) if code else _LETTERS.get(one, one)
        done = escape.end()
    yield raw[done:], None
