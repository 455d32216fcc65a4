"""MyST prose as the plain Markdown of a notebook: roles become text, links are redirected, French typography is set.

Nothing is changed inside code spans, fences, addresses, mathematics or HTML.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..errors import AuthorError
from ..source import at, literal_lines
from ..typography import french

_INLINE = re.compile(
    r"""
      (?P<escape>\\.)
    | \{(?P<role>[A-Za-z][\w:+.-]*)\}(?P<ticks>`+)(?P<content>.+?)(?<!`)(?P=ticks)(?!`)
    | (?P<code>(?P<mark>`+)(?!`).+?(?<!`)(?P=mark)(?!`))
    | (?P<comment><!--.*?-->)
    | (?P<html><(?:https?:|mailto:)[^>\s]*> | </?[A-Za-z][^<>]*>)
    | (?P<image>!\[(?P<alt>[^\[\]]*)\]\((?P<picture>[^()\s]*)(?P<caption>\s+"[^"]*")?\))
    | (?P<link>\[(?P<text>(?:[^\[\]`]|`[^`]*`)*)\]\((?P<target>[^()\s]*)(?P<title>\s+"[^"]*")?\))
    | (?P<span>\[(?P<spoken>(?:[^\[\]`]|`[^`]*`)*)\]\{\.diapo\})
    | (?P<definition>^[ ]{0,3}\[(?!\^)[^\]]+\]:[ ].*$)
    | (?P<math>\$(?![\s$])[^$]*(?<!\s)\$)
    | (?P<address>https?://[^\s)»]+)
    | (?P<footnote>\[\^[^\]]+\])
    | (?P<substitution>\{\{.*?\}\})
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
_DROPPED = re.compile(r"%(?:\s|$)|\([^()\s]+\)=\s*$")  # MyST comments and labels
_COLON_FENCE = re.compile(r"\s*:{3,}")
# Letters no author writes: typography takes what they stand for as part of a word.
_OPEN, _CLOSE = "\ua66e", "\ua66d"
_KEPT = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_APOSTROPHE = re.compile(r"(?<=\w)'(?=[*_\[«“])")


@dataclass(frozen=True)
class Setter:
    """Sets prose. `role(name, content, where)` gives a role's plain text; `link(target, where)` the address to use in
    the notebook, or None when only the link's text can stay. Both raise AuthorError."""

    where: str
    role: Callable[[str, str, str], str]
    link: Callable[[str, str], str | None]

    def markdown(self, text: str, line: int) -> str:
        """`text`, which begins at `line` of the file, as notebook Markdown. AuthorError for what a notebook lacks."""
        literal, out, chunk, begun = literal_lines(text), [], [], 0
        lines = text.splitlines()
        for number, written in enumerate([*lines, ""]):
            ends = number == len(lines)
            if not ends and number not in literal and written.strip():
                begun = begun if chunk else number
                chunk.append(written)
                continue
            if chunk:
                out.append(self._chunk(chunk, line + begun))
                chunk = []
            if not ends:
                out.append(written)
        return _without_comments("\n".join(part for part in out if part is not None))

    def inline(self, text: str, line: int) -> str:
        """A title or a caption: prose without blocks."""
        return self._set(text, line).strip()

    def _chunk(self, lines: list[str], line: int) -> str | None:
        for number, written in enumerate(lines):
            if _COLON_FENCE.match(written):
                raise AuthorError(
                    at(self.where, line + number), "a directive written with colons", "write its fence with backticks"
                )
        kept = [(line + number, written) for number, written in enumerate(lines) if not _DROPPED.match(written)]
        if not kept:
            return None
        return self._set("\n".join(written for _, written in kept), kept[0][0])

    def _set(self, text: str, line: int) -> str:
        literals: list[str] = []

        def keep(literal: str) -> str:
            literals.append(literal)
            return f"{_OPEN}{len(literals) - 1}{_CLOSE}"

        marked = "".join(self._tokens(text, line, keep))
        typeset = _APOSTROPHE.sub("’", french(marked))
        return _KEPT.sub(lambda found: literals[int(found[1])], typeset)

    def _tokens(self, text: str, line: int, keep: Callable[[str], str]) -> Iterator[str]:
        done = 0
        for found in _INLINE.finditer(text):
            yield text[done : found.start()]
            done = found.end()
            where = at(self.where, line + text.count("\n", 0, found.start()))
            if found["role"]:
                yield self.role(found["role"], " ".join(found["content"].split()), where)
            elif found["image"]:
                alt, picture = french(found["alt"]), self.link(found["picture"], where)
                yield keep(f"![{alt}]({picture})")
            elif found["link"]:
                yield from self._link(found, where, line, keep)
            elif found["span"]:  # what goes on a slide reads as the rest
                yield from self._tokens(found["spoken"], line + text.count("\n", 0, found.start()), keep)
            elif found["footnote"] or found["substitution"]:
                raise AuthorError(where, f"{found[0]}: a notebook cannot show this", "write it out in the text")
            elif not found["comment"]:
                yield keep(found[0])
        yield text[done:]

    def _link(self, found: re.Match, where: str, line: int, keep: Callable[[str], str]) -> Iterator[str]:
        if not found["text"].strip():
            raise AuthorError(where, f"the link to {found['target']} has no text", "write it between the brackets")
        address = self.link(found["target"], where)
        if address is not None:
            yield "["
        yield from self._tokens(found["text"], line, keep)
        if address is not None:
            yield keep(f"]({address}{found['title'] or ''})")


def _without_comments(text: str) -> str:
    """`text` without HTML comments that stand on lines of their own, nor the blank lines they leave."""
    literal, kept = literal_lines(text), []
    inside = False
    for number, line in enumerate(text.splitlines()):
        if number in literal and (inside or line.lstrip().startswith("<!--")):
            inside = "-->" not in line
        elif line.strip() or (kept and kept[-1].strip()) or number in literal:
            kept.append(line)
    return "\n".join(kept).strip("\n")
