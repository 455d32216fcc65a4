"""What roles and links point at: sources, pages, labels, pictures, and the other notebooks."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ..errors import AuthorError

_TARGET = re.compile(r"(?P<text>.+?)\s*<(?P<target>[^<>]+)>", re.DOTALL)
_TITLE = re.compile(r"^(#{1,6})\s+(.+?)\s*#*$", re.MULTILINE)
_LABEL = re.compile(r"^\((?P<label>[^()\s]+)\)=\s*\n+(?:#{1,6}\s+(?P<title>.+?)\s*#*$)?", re.MULTILINE)
#: Folder of text notebooks -> folder of notebooks that links lead to.
NOTEBOOK_FOLDERS = {"chapters": "notebooks", "exercises": "exercises"}


@dataclass(frozen=True)
class References:
    """The book under `root`: `book` is the folder of one language (book/fr), `sources` its sources by id."""

    root: Path
    book: Path
    sources: Mapping[str, Mapping]

    def role(self, page: Path, name: str, content: str, where: str) -> str:
        """The plain text of a role on `page`. AuthorError: unknown role, source, page or label."""
        if name == "cite":
            return self._short(content, where)
        given = _TARGET.fullmatch(content)
        target = given["target"] if given else content
        if name == "term":
            return given["text"] if given else content
        if name == "doc":
            title = self._title(page, target, where)
        elif name == "ref":
            if target not in self._labels:
                raise AuthorError(where, f"no label is called {target!r}", f"write ({target})= above a heading")
            title = self._labels[target]
            if not (given or title):
                raise AuthorError(where, f"the label {target!r} has no heading", f"write {{ref}}`some text <{target}>`")
        else:
            raise AuthorError(
                where, f"unknown role {{{name}}} in a notebook", "use {term}, {cite}, {doc} or {ref}, or plain text"
            )
        return given["text"] if given else title

    def link(self, page: Path, folder: Path, target: str, where: str) -> str | None:
        """Where a link of `page` leads from a notebook in `folder`; None when the notebook has no such place."""
        if re.match(r"[a-z][a-z+.-]*:", target):
            return target
        path = target.partition("#")[0]
        if not path:
            return None
        found = self._locate(page, path)
        if not found.is_file():
            raise AuthorError(where, f"there is no file {target}", "mend the address")
        kind = NOTEBOOK_FOLDERS.get(found.parent.name) if found.parent.parent == self.book else None
        if found.suffix == ".md" and not kind:
            return None
        if found.suffix == ".md":
            found = self.root / kind / f"{found.stem}.ipynb"
        return Path(os.path.relpath(found, folder)).as_posix()

    def _locate(self, page: Path, path: str) -> Path:
        """The file meant by `path` on `page`: a leading / is the book's folder, as in Sphinx."""
        base = self.book / path.lstrip("/") if path.startswith("/") else page.parent / path
        return Path(os.path.normpath(base))

    def _short(self, key: str, where: str) -> str:
        if key not in self.sources:
            raise AuthorError(where, f"no source is called {key!r}", "add it to book/fr/sources.toml")
        return self.sources[key]["short"]

    def _title(self, page: Path, target: str, where: str) -> str:
        found = self._locate(page, target if target.endswith(".md") else f"{target}.md")
        if not found.is_file():
            raise AuthorError(where, f"there is no page {target!r}", "write its path from this page, without .md")
        title = _TITLE.search(found.read_text(encoding="utf-8"))
        if not title:
            raise AuthorError(where, f"the page {target!r} has no title", "begin it with a line `# Title`")
        return title[2]

    @cached_property
    def _labels(self) -> dict[str, str]:
        pages = sorted(self.book.rglob("*.md"))
        texts = (page.read_text(encoding="utf-8") for page in pages)
        return {found["label"]: found["title"] or "" for text in texts for found in _LABEL.finditer(text)}
