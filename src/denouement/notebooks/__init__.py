"""`book/fr` → `notebooks/`, `exercises/`, `solutions/`: committed notebooks, the same to the byte at every run.

What is wrong is found before anything is written; a notebook whose code cells have not changed is not run again.
"""

import argparse
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from .. import bundle
from ..compiler.book import compile_book, write
from ..compiler.command import DATA
from ..compiler.parts import Parts
from ..errors import DenouementError
from ..progress import Progress
from . import execution
from .book import drafts
from .store import is_current, orphans, replace, text, with_known_outputs

REMEDY = "run `make notebooks`, then commit the result"


@dataclass(frozen=True)
class Report:
    """What `generate` did, as paths relative to the checkout; `stalled` are those whose kernel had to start twice."""

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...] = ()
    stalled: tuple[str, ...] = ()


def generate(
    root: Path,
    *,
    check: bool = False,
    everything: bool = False,
    items: Mapping[str, Mapping] | None = None,
    prepare: Callable[[], object] = lambda: None,
    progress: Callable[[str, int], None] | None = None,
) -> Report:
    """Writes the notebooks of the checkout `root` whose source part changed (all of them with `everything`).

    `items` are the compiled items by id (default: compiled now). `prepare()` is called once the book is known to be
    right, before any kernel starts; `progress(name, total)` before each run.
    With `check` nothing is run or written: DenouementError when a committed notebook is stale.
    AuthorError, and nothing written, for the first fault of the book.
    """
    root = root.resolve()
    wanted = drafts(root, compile_book(root) if items is None else items)
    extra = orphans(root, (draft.path for draft in wanted))
    stale = [draft for draft in wanted if everything or not is_current(draft.path, draft.notebook, draft.shown)]
    if check and (stale or extra):
        names = ", ".join(_name(root, path) for path in [*(draft.path for draft in stale), *extra])
        raise DenouementError(f"{names}: out of date with book/; {REMEDY}")
    if not check:
        prepare()
    texts: dict[Path, str] = {}
    stalled: list[str] = []
    for draft in stale:
        name = _name(root, draft.path)
        known = None if everything else with_known_outputs(draft.path, draft.notebook, draft.shown)
        if known is not None:
            texts[draft.path] = text(known)
            continue
        if progress:
            progress(name, len(stale))
        place = f"{draft.where} ({draft.path.parent.name}/)"
        folder = draft.path.parent if draft.path.parent.is_dir() else root
        texts[draft.path] = text(
            execution.run(draft.notebook, folder, place, on_stall=lambda _, name=name: stalled.append(name))
        )
    replace(texts, extra)
    return Report(
        tuple(_name(root, path) for path in texts),
        tuple(_name(root, draft.path) for draft in wanted if draft.path not in texts),
        tuple(_name(root, path) for path in extra),
        tuple(stalled),
    )


def add_parser(subparsers: argparse._SubParsersAction) -> None:
    """`denouement notebooks`: registers the command and its function (`args.run(args)`)."""
    parser = subparsers.add_parser("notebooks", help="produit les cahiers à partir de book/fr (seulement les modifiés)")
    add_options(parser)


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options of the command, and its function."""
    parser.add_argument("--check", action="store_true", help="n'écrit rien ; échoue si un cahier n'est plus à jour")
    parser.add_argument("--all", action="store_true", help="exécute tous les cahiers à nouveau (le code a changé)")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """The command. Kernels read the compiled data of the package, written once the book is known to be right."""
    root = arguments.root
    items = compile_book(root, Parts(DATA))
    bar: list[Progress] = []

    def progress(name: str, total: int) -> None:
        if bar:
            bar[0].step(name)
        else:
            bar.append(Progress("Cahiers", total))

    report = generate(
        root,
        check=arguments.check,
        everything=arguments.all,
        items=items,
        prepare=lambda: (write(root, DATA), bundle.refresh(root)),
        progress=progress,
    )
    if bar:
        bar[0].close()
    if report.stalled:
        print(f"{len(report.stalled)} noyau(x) bloqué(s), relancé(s) une fois : {', '.join(report.stalled)}")
    if report.removed:
        print(f"Retirés : {', '.join(report.removed)}")
    up_to_date = f"{len(report.unchanged)} à jour"
    print(f"Cahiers : {up_to_date}." if arguments.check else f"Cahiers : {len(report.written)} écrit(s), {up_to_date}.")
    return 0


def _name(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()
