"""Whether what the text points at is there: sources, terms of the glossary, pages, labels, files; and addresses.

Addresses of other sites are read, never called: a page asks nothing of another host, and neither does a test.
"""

import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from ..errors import AuthorError
from ..notebooks.references import References
from ..source import read
from .passages import Finding

RULE = "renvoi"
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}", re.IGNORECASE)
_TERM = re.compile(r"^(?P<term>\S.*)$", re.MULTILINE)


@dataclass
class Pointers:
    """Reads the roles and the links of one page after the other; `findings` are those that lead nowhere."""

    root: Path
    references: References
    findings: list[Finding] = field(default_factory=list)

    def on(self, page: Path) -> "PagePointers":
        return PagePointers(self, page)

    @cached_property
    def terms(self) -> set[str]:
        glossary = read(self.references.book / "glossaire.md")
        bodies = (directive.body for directive in glossary.directives("glossary"))
        return {found["term"].strip().casefold() for body in bodies for found in _TERM.finditer(body)}

    def note(self, page: Path, line: int, excerpt: str, what: str) -> None:
        self.findings.append(Finding(page.relative_to(self.root).as_posix(), line, RULE, excerpt, what))


@dataclass(frozen=True)
class PagePointers:
    pointers: Pointers
    page: Path

    def role(self, name: str, content: str, line: int) -> str:
        """What is read in place of {name}`content`."""
        if name == "duration":  # worked out by the site, which knows what can be timed
            return "sept minutes"
        try:
            read = self.pointers.references.role(self.page, name, content, "")
        except AuthorError as error:
            self.pointers.note(self.page, line, f"{{{name}}}`{content}`", f"{error.what}; {error.remedy}")
            return content
        if name == "term":
            term = content.rpartition("<")[2].rstrip(">") if content.endswith(">") else content
            if term.casefold() not in self.pointers.terms:
                self.pointers.note(self.page, line, content, "no such term; define it in book/fr/glossaire.md")
        return read

    def link(self, target: str, line: int) -> None:
        """Notes the link when it leads nowhere."""
        if fault := self._fault(target):
            self.pointers.note(self.page, line, target, fault)

    def _fault(self, target: str) -> str:
        if target.startswith("#"):
            return ""  # an anchor of the page itself: only the built page knows it (tests/browser/test_links.py)
        if re.match(r"[a-z][a-z+.-]*:", target):
            return address_fault(target)
        try:
            self.pointers.references.link(self.page, self.page.parent, target, "")
        except AuthorError as error:
            return f"{error.what}; {error.remedy}"
        return ""


def address_fault(address: str) -> str:
    """What is wrong with the address of another site, "" when nothing is; it is not called."""
    parts = urlsplit(address)
    if parts.scheme not in ("https", "mailto"):
        return "an address begins with https://"
    if parts.scheme == "https" and not _HOST.fullmatch(parts.hostname or ""):
        return "this address names no site"
    if re.search(r"[\s«»’…]", address):
        return "an address holds neither space nor French mark"
    return ""
