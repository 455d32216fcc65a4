"""Runs source code as a notebook cell would, in a namespace of its own, and tells what happened as plain data."""

import linecache
from itertools import count

from .answering import told

_numbers = count(1)


def run(source: str, namespace: dict) -> dict | None:
    """Runs `source` in `namespace`; None, or the error it raised (see `answering.told`). Does not stop a loop."""
    name = f"<cellule {next(_numbers)}>"
    linecache.cache[name] = (len(source), None, source.splitlines(keepends=True), name)
    try:
        exec(compile(source, name, "exec"), namespace)
    except (Exception, SystemExit) as error:
        return told(error, namespace)
    return None


def fresh(*sources: str) -> dict:
    """A namespace where `sources` have run one after the other; what one of them raises goes no further."""
    namespace: dict = {"__name__": "__main__"}
    for source in sources:
        run(source, namespace)
    return namespace
