"""The markers of an exercise cell: one source gives the learner's starter and the solution.

    def huff(attractions, distances, beta=2):
        # BEGIN SOLUTION
        poids = [a / d**beta for a, d in zip(attractions, distances)]
        return [p / sum(poids) for p in poids]
        # END SOLUTION
        # STARTER ...

The starter keeps what stands outside the block and shows the STARTER lines in its place; the solution drops them.
It knows text only: it does not run or parse the Python between the markers.
"""

import re

from denouement.errors import AuthorError

_BEGIN = re.compile(r"\s*# BEGIN SOLUTION\s*$")
_END = re.compile(r"\s*# END SOLUTION\s*$")
_STARTER = re.compile(r"(\s*)# STARTER(?: (.*))?$")
_ANY = re.compile(r"^\s*# (?:BEGIN SOLUTION|END SOLUTION|STARTER)\b", re.MULTILINE)


def has_markers(cell_source: str) -> bool:
    """Whether a cell is the code of an exercise (one marker is enough: `split` then asks for the others)."""
    return bool(_ANY.search(cell_source))


def split(cell_source: str, where: str) -> tuple[str, str]:
    """The (starter, solution) of an exercise cell, without its markers; `where` opens the author's errors.

    A cell may hold several blocks; each needs a solution that is not empty, then at least one STARTER line.
    A STARTER line takes the place and the indentation of its comment: `    # STARTER ...` becomes `    ...`.
    """
    starter: list[str] = []
    solution: list[str] = []
    opened: int | None = None  # line of the BEGIN that is still open
    waiting: int | None = None  # line of the BEGIN whose starter has not come yet
    blocks = written = 0
    for number, line in enumerate(cell_source.splitlines(), start=1):
        if _BEGIN.match(line):
            if opened is not None:
                raise _unclosed(where, opened)
            _require_starter(where, waiting)
            opened = waiting = number
            blocks, written = blocks + 1, 0
        elif _END.match(line):
            if opened is None:
                raise AuthorError(
                    where,
                    f"# END SOLUTION without a beginning (line {number})",
                    "write # BEGIN SOLUTION above it",
                )
            if not written:
                raise AuthorError(
                    where, f"exercise without a solution (line {opened})", "write it between the two markers"
                )
            opened = None
        elif found := _STARTER.match(line):
            if opened is not None:
                raise _unclosed(where, opened)
            if not blocks:
                raise AuthorError(
                    where, f"# STARTER before any solution (line {number})", "move it below # END SOLUTION"
                )
            starter.append((found[1] + (found[2] or "")).rstrip())
            waiting = None
        elif opened is not None:
            solution.append(line)
            written += bool(line.strip()) and not line.lstrip().startswith("#")
        else:
            starter.append(line)
            solution.append(line)
    if opened is not None:
        raise _unclosed(where, opened)
    if not blocks:
        raise AuthorError(where, "exercise without a solution", "put it between # BEGIN SOLUTION and # END SOLUTION")
    _require_starter(where, waiting)
    return "\n".join(starter), "\n".join(solution)


def _unclosed(where: str, line: int) -> AuthorError:
    return AuthorError(where, f"# BEGIN SOLUTION is not closed (line {line})", "add # END SOLUTION after it")


def _require_starter(where: str, line: int | None) -> None:
    if line is not None:
        raise AuthorError(
            where,
            f"exercise without a starter (line {line})",
            "add a line `# STARTER ...` after # END SOLUTION",
        )
