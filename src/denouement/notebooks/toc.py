"""`_toc.yml`: every page stands in it, and everything that stands in it is on the disk."""

from collections.abc import Iterator
from pathlib import Path

import yaml

from ..errors import AuthorError

TOC = "_toc.yml"


def check_toc(root: Path, book: Path) -> None:
    """AuthorError for the first fault. `book` is the folder that the entries are relative to."""
    try:
        toc = yaml.safe_load((root / TOC).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise AuthorError(TOC, "there is no table of contents", "write it at the root of the checkout") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{TOC}, line {mark.line + 1}" if mark else TOC
        raise AuthorError(place, f"not valid YAML ({getattr(error, 'problem', error)})", "mend that line") from None
    listed = [entry.removesuffix(".md") for entry in _files(toc)]
    for entry in listed:
        if not (book / f"{entry}.md").is_file():
            page = (book / f"{entry}.md").relative_to(root).as_posix()
            raise AuthorError(f"{TOC}, {entry}", f"there is no file {page}", "write that page, or remove the entry")
    for path in sorted((*book.glob("*.md"), *book.glob("chapters/*.md"), *book.glob("instructor/*.md"))):
        entry = path.relative_to(book).with_suffix("").as_posix()
        if entry not in listed:
            raise AuthorError(
                path.relative_to(root).as_posix(), f"this page is missing from {TOC}", f"add `- file: {entry}` to it"
            )


def _files(toc: object) -> Iterator[str]:
    """The `root:` and `file:` entries, wherever they stand."""
    if isinstance(toc, dict):
        for key, value in toc.items():
            if key in ("root", "file"):
                yield str(value)
            else:
                yield from _files(value)
    elif isinstance(toc, list):
        for value in toc:
            yield from _files(value)
