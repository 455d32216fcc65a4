"""Runs source code as a notebook cell would, in a namespace of its own, and tells what happened as plain data."""

import ast
import linecache
from collections.abc import Callable
from itertools import count

from .answering import told

_numbers = count(1)


def run(
    source: str,
    namespace: dict,
    *,
    display: Callable[[object], None] | None = None,
    tell: Callable[[BaseException, dict], dict] = told,
    name: str = "",
) -> dict | None:
    """Runs `source` in `namespace`; None, or the error it raised, as `tell` tells it. Does not stop a loop.

    `display` receives the value of the last line when it is an expression, as a notebook shows it. `name` is what a
    traceback calls the cell.
    """
    name = name or f"<cellule {next(_numbers)}>"
    linecache.cache[name] = (len(source), None, source.splitlines(keepends=True), name)
    try:
        cell, last = _split(source, name) if display else (source, None)
        exec(compile(cell, name, "exec"), namespace)
        if last is not None:
            value = eval(compile(last, name, "eval"), namespace)
            if value is not None:
                display(value)
    except (Exception, SystemExit) as error:
        return tell(error, namespace)
    return None


def _split(source: str, name: str) -> tuple[ast.Module, ast.Expression | None]:
    """The statements of a cell, and its last line apart when that is an expression that no semicolon silences."""
    cell = ast.parse(source, name)
    if not cell.body or not isinstance(cell.body[-1], ast.Expr) or source.rstrip().endswith(";"):
        return cell, None
    return cell, ast.Expression(cell.body.pop().value)


def fresh(*sources: str) -> dict:
    """A namespace where `sources` have run one after the other; what one of them raises goes no further."""
    namespace: dict = {"__name__": "__main__"}
    for source in sources:
        run(source, namespace)
    return namespace
