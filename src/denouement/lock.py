"""`book/items.lock`: every item id ever published, and its small integer, for ever.

A learner's record, an LMS or a classroom keeps these numbers: none is ever given twice. The file is append-only text:

    boulanger-zone = 1
    boulanger-heures = 2

    [retired]
    boulanger-prix = 3  # why it left the course

Published means committed: an id that stands in this file but not yet in git's last commit is a draft, which may still
be renamed or withdrawn. Where git cannot tell, every line counts as published.
"""

import re
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from .errors import AuthorError

LOCK = Path("book") / "items.lock"
RETIRED = "[retired]"
HEADER = """\
# Every item id ever published = its number, for ever. Learners' records hold these numbers.
# `denouement compile` adds the new ids. Never remove, rename or renumber a line: to take an item out of the course,
# move its line under [retired], at the end, and say why after a #.
"""
_LINE = re.compile(r"(?P<id>[a-z][a-z0-9-]*) = (?P<number>[1-9][0-9]*)(?:\s+#\s*(?P<reason>.*))?")


@dataclass(frozen=True)
class Lock:
    """The numbers by id: of items in the course, and of those that left it."""

    active: Mapping[str, int] = field(default_factory=dict)
    retired: Mapping[str, int] = field(default_factory=dict)

    @property
    def numbers(self) -> dict[str, int]:
        """Every id ever published -> its number, in the order of numbers."""
        return dict(sorted({**self.active, **self.retired}.items(), key=lambda pair: pair[1]))


def read(root: Path) -> Lock:
    """The lock of the checkout `root`; empty when there is no file yet. AuthorError when a line is broken."""
    path = root / LOCK
    return _parse(path.read_text(encoding="utf-8")) if path.is_file() else Lock()


def check(root: Path, ids: Iterable[str]) -> Lock:
    """The lock, once `ids` (the book's items that keep something of the learner) are known to respect it.

    AuthorError: an id removed from the book, a retired one used again, a number changed, a line removed or broken.
    """
    lock, ids = read(root), set(ids)
    published = _published(root)
    _unchanged(lock, published)
    for name in sorted(ids & set(lock.retired)):
        raise AuthorError(
            f"{LOCK.as_posix()}, {name}",
            f"this id is retired (number {lock.retired[name]}) and the book uses it again",
            "give the new item another id",
        )
    for name in lock.active:
        if name not in ids and (published is None or name in published.active):
            raise AuthorError(
                f"{LOCK.as_posix()}, {name}",
                "this id was published and the book no longer has it",
                f"put it back under the same id, or move its line under {RETIRED} with a reason",
            )
    return lock


def missing(root: Path, ids: Iterable[str]) -> list[str]:
    """The ids that have no number yet, in their order. AuthorError as `check`."""
    ids = list(dict.fromkeys(ids))
    lock = check(root, ids)
    return [name for name in ids if name not in lock.active]


def update(root: Path, ids: Iterable[str]) -> dict[str, int]:
    """Every id ever published -> its number, after giving the next numbers to new `ids` (one line on stdout says so).

    Drafts that the book no longer has are withdrawn. AuthorError, and nothing written, as `check`, and for an id that
    the file could not hold.
    """
    ids = list(dict.fromkeys(ids))
    lock = check(root, ids)
    new = [name for name in ids if name not in lock.active]
    for name in new:
        if not _LINE.fullmatch(f"{name} = 1"):
            raise AuthorError(name, "this id cannot be used", "use small letters, digits and hyphens, a letter first")
    withdrawn = [name for name in lock.active if name not in ids]
    if not new and not withdrawn:
        return lock.numbers
    # Only drafts follow the last published number, so they may be numbered again without a gap.
    published = _published(root) or lock
    drafts = [name for name in lock.active if name not in published.active and name not in withdrawn]
    taken = {number for name, number in lock.numbers.items() if name in published.numbers or name in lock.retired}
    free = (number for number in range(1, len(taken) + len(drafts) + len(new) + 1) if number not in taken)
    added = dict(zip([*drafts, *new], free, strict=True))
    _write(root / LOCK, {*drafts, *withdrawn}, added)
    said = f"{len(new)} nouveau(x) ({', '.join(new)})" if new else f"{len(withdrawn)} retiré(s) avant publication"
    print(f"{LOCK.as_posix()} : {said} ; à enregistrer dans git.")
    return read(root).numbers


def _parse(text: str) -> Lock:
    active: dict[str, int] = {}
    retired: dict[str, int] = {}
    lines: dict[int, int] = {}
    section = active
    for number, line in enumerate(text.splitlines(), start=1):
        where = f"{LOCK.as_posix()}, line {number}"
        line = line.strip()
        if line == RETIRED:
            section = retired
        elif line and not line.startswith("#"):
            found = _LINE.fullmatch(line)
            if not found:
                raise AuthorError(where, f"{line[:40]!r} cannot be read", "write `id = number`, as on the other lines")
            if section is retired and not found["reason"]:
                raise AuthorError(where, f"{found['id']} is retired without a reason", "add `# why` after its number")
            _once(found["id"], int(found["number"]), {**active, **retired}, lines, where)
            section[found["id"]] = int(found["number"])
            lines[int(found["number"])] = number
    return Lock(active, retired)


def _once(name: str, number: int, known: Mapping[str, int], lines: Mapping[int, int], where: str) -> None:
    if name in known:
        raise AuthorError(where, f"{name} already stands at line {lines[known[name]]}", "remove one of the two lines")
    if number in lines:
        raise AuthorError(
            where,
            f"the number {number} is already taken at line {lines[number]}",
            "give the later of the two ids the next free number",
        )


def _published(root: Path) -> Lock | None:
    """The lock of git's last commit, empty if the commit has none; None where git cannot tell."""
    git = ["git", "-C", str(root)]
    try:
        known = subprocess.run([*git, "rev-parse", "--verify", "-q", "HEAD"], capture_output=True)
        shown = subprocess.run([*git, "show", f"HEAD:./{LOCK.as_posix()}"], capture_output=True)
    except OSError:
        return None
    if known.returncode:
        return None
    return _parse(shown.stdout.decode("utf-8")) if shown.returncode == 0 else Lock()


def _unchanged(lock: Lock, published: Lock | None) -> None:
    """AuthorError when a published number has changed or gone, or when one is skipped: a line was removed."""
    known = (lock if published is None else published).numbers
    for name, number in known.items():
        if lock.numbers.get(name) != number:
            raise AuthorError(
                f"{LOCK.as_posix()}, {name}",
                f"published with the number {number}, which has changed or gone",
                f"put the line back: {name} = {number} (under {RETIRED} if its item left the course)",
            )
    numbers = set(lock.numbers.values())
    for number in range(1, max(known.values(), default=0)):
        if number not in numbers:
            raise AuthorError(
                LOCK.as_posix(),
                f"the number {number} has gone: a line was removed",
                f"put it back (git log -p {LOCK.as_posix()}), under {RETIRED} if its item left the course",
            )


def _write(path: Path, dropped: set[str], added: Mapping[str, int]) -> None:
    """Drops the lines of `dropped`, then writes `added` after the last item in the course, before the retired ones."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else [*HEADER.splitlines(), ""]
    lines = [line for line in lines if line.split(" = ")[0] not in dropped]
    end = lines.index(RETIRED) if RETIRED in lines else len(lines)
    while end and path.is_file() and not lines[end - 1].strip() and RETIRED in lines:
        end -= 1
    lines[end:end] = [f"{name} = {number}" for name, number in added.items()]
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.tmp")
    draft.write_text("\n".join(lines) + "\n", encoding="utf-8")
    draft.replace(path)
