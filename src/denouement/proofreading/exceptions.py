"""What is right although a machine doubts it: the project's own words, and remarks that do not hold, with reasons.

An exception that excuses nothing any more is itself a finding: the lists stay as short as the book needs.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from unicodedata import combining, normalize

from ..errors import AuthorError
from ..questions.bank import read_toml
from ..questions.entry import Entry
from ..typography import french
from . import strings
from .passages import Finding
from .worker import SPELLING

_WORD = re.compile(r"(?P<word>\S+)(?:\s+#\s*(?P<reason>.+))?\s*")


@dataclass(frozen=True)
class Remark:
    """Findings of `rule` (`*` stands for anything) whose excerpt is, as a whole, `excerpt` (a regular expression).

    `text`, if any, must be found around it: remarks on one sentence excuse that sentence only.
    """

    rule: str
    excerpt: re.Pattern
    text: str

    def excuses(self, finding: Finding) -> bool:
        named = fnmatchcase(finding.rule, self.rule)
        return bool(named and self.excerpt.fullmatch(finding.excerpt) and self.text in finding.context)


def read_words(path: Path) -> dict[str, int]:
    """The words of `mots.txt`, one a line (`word  # why`), each with its line. AuthorError: out of order, or twice."""
    words: dict[str, int] = {}
    before = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        found = _WORD.fullmatch(line)
        where = f"{path.name}, line {number}"
        if not found:
            raise AuthorError(where, "not one word", "write one word a line, then `# why` if it is not obvious")
        word = found["word"]
        if order(word) <= order(before):
            raise AuthorError(where, f"{word!r} stands after {before!r}", "keep the list in alphabetical order")
        words[word] = number
        before = word
    return words


def order(word: str) -> tuple[str, str]:
    """How words are sorted: without case nor accents (É with E), then as written."""
    bare = (letter for letter in normalize("NFD", word.casefold()) if not combining(letter))
    return "".join(bare), word


def read_remarks(path: Path) -> dict[Remark, int]:
    """The [[remark]] of `relecture.toml`, each with its line. AuthorError when one of them cannot be used."""
    whole = Entry(read_toml(path), path.name)
    whole.only("remark")
    remarks = [_remark(entry) for entry in whole.entries("remark")]
    rules = (text for text in strings.texts(path.read_text(encoding="utf-8"), path.name) if text.key == "rule")
    return {remark: rule.source.line(0) for remark, rule in zip(remarks, rules, strict=True)}


def _remark(entry: Entry) -> Remark:
    entry.only("rule", "excerpt", "text", "reason")
    entry.text("reason")
    try:
        excerpt = re.compile(entry.text("excerpt"))
    except re.error as error:
        entry.fail(f"excerpt is not a regular expression ({error})", "mend it")
    return Remark(entry.text("rule"), excerpt, french(entry.text("text", "")))


def excuse(
    findings: Iterable[Finding], words: Mapping[str, int], remarks: Mapping[Remark, int], files: tuple[str, str]
) -> Iterator[Finding]:
    """The `findings` that nothing excuses, then the exceptions that excused nothing.

    `files` are the names of the two lists, for what is said of them.
    """
    used: set[str | Remark] = set()
    for finding in findings:
        excusing = _word(finding, words) or next((remark for remark in remarks if remark.excuses(finding)), None)
        if excusing is None:
            yield finding
        else:
            used.add(excusing)
    for word, line in words.items():
        if word not in used:
            yield Finding(files[0], line, "mots", word, "plus personne n'écrit ce mot : retirez-le")
    for remark, line in remarks.items():
        if remark not in used:
            yield Finding(files[1], line, "remarque", remark.rule, "elle n'excuse plus rien : retirez-la")


def _word(finding: Finding, words: Mapping[str, int]) -> str | None:
    """The word of the list that the unknown word is: as written there, or with the capital of a sentence's start."""
    if finding.rule != SPELLING:
        return None
    word = finding.excerpt.replace("’", "'")
    lowered = word[:1].lower() + word[1:]
    return next((known for known in (word, lowered) if known in words), None)
