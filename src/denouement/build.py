"""The static book, rebuilt only where something changed.

`jupyter-book build` costs two seconds to start and loads extensions we replace (their scripts call other hosts). This
module reads the same `_config.yml` and `_toc.yml` through Jupyter Book's own configuration, then runs Sphinx with the
extensions the course uses.
"""

import json
import shutil
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from . import bundle, downloads, engine, lite, service_worker
from .compiler.book import BOOK, write
from .errors import DenouementError
from .notebooks import generate

OUTPUT = Path("_build") / "html"
# What Jupyter Book 1 adds and the course does not use: thebe, comments, copy buttons, its theme, LaTeX…
EXTENSIONS = ("sphinx_external_toc", "myst_nb", "denouement.site")
_INPUTS = ("book", "src/denouement", "web", "notebooks", "exercises", "lite")
_CONFIG = ("_config.yml", "_toc.yml", "requirements.txt", "package-lock.json")
_GENERATED = ("data", "static", "__pycache__")


def build(root: Path, say: Callable[[str], None] = print) -> bool:
    """Builds the book of the checkout `root` into _build/html; False when nothing had changed.

    DenouementError (or AuthorError) when the book cannot be built; the last good site stays in place.
    """
    stamps = root / "_build" / "stamps.json"
    before = json.loads(stamps.read_text()) if stamps.is_file() else {}
    if before.get("inputs") == _inputs(root) and (root / OUTPUT / "index.html").is_file():
        say("Le livre est à jour.")
        return False
    say("Éléments du cours…")
    items = write(root, root / "src" / "denouement" / "data")
    bundle.refresh(root)
    engine.refresh(root)
    generate(root, items=items, progress=lambda name, total: say(f"Exécution de {name}…"))
    # A change of the extension, the theme or the configuration touches every page.
    site = bundle.digest(_files(root, ("src/denouement/site", "src/denouement/markup"), _CONFIG))
    say("Pages…")
    _sphinx(root, fresh=before.get("site") != site)
    copy_scripts(root)
    engine.copy(root, root / OUTPUT)
    lite.refresh(root, root / OUTPUT, downloads.write(root, root / OUTPUT), say)
    service_worker.write(root, root / OUTPUT)  # last: it lists every other file
    # Taken last: the notebooks and the numbers of new items may just have been written.
    stamps.write_text(json.dumps({"inputs": _inputs(root), "site": site}))
    return True


def _inputs(root: Path) -> str:
    return bundle.digest(_files(root, _INPUTS, _CONFIG))


def _sphinx(root: Path, fresh: bool) -> None:
    # Imported here: half a second that a no-op build does not pay.
    from jupyter_book.config import get_final_config
    from sphinx.application import Sphinx
    from sphinx.util.console import nocolor
    from sphinx.util.docutils import docutils_namespace, patch_docutils

    source = (root / BOOK).resolve()
    config, _ = get_final_config(
        user_yaml=root / "_config.yml",
        sourcedir=source,
        cli_config={"latex_individualpages": False, "external_toc_path": str((root / "_toc.yml").resolve())},
    )
    config["extensions"] = list(EXTENSIONS)
    config["html_theme_options"] = {}
    for unused in ("comments_config", "use_jupyterbook_latex", "use_multitoc_numbering"):
        config.pop(unused, None)
    nocolor()
    warnings = _Warnings()
    with patch_docutils(), docutils_namespace():
        app = Sphinx(
            srcdir=source,
            confdir=None,
            outdir=root / OUTPUT,
            doctreedir=root / "_build" / "doctrees",
            buildername="html",
            confoverrides=config,
            status=None,
            warning=warnings,
            freshenv=fresh,
        )
        app.build(force_all=fresh)
    if warnings.lines:
        listed = "\n".join(warnings.lines)
        # What is wrong stays wrong: the next build must read everything again, not find it "up to date".
        (root / "_build" / "stamps.json").unlink(missing_ok=True)
        shutil.rmtree(root / "_build" / "doctrees", ignore_errors=True)
        raise DenouementError(f"Le livre a des défauts à corriger :\n{listed}")


class _Warnings:
    """Sphinx's warnings, one a line; a book with warnings is not published."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def write(self, text: str) -> None:
        self.lines += [line for line in text.splitlines() if line.strip()]

    def flush(self) -> None:
        pass

    def isatty(self) -> bool:
        return False


def copy_scripts(root: Path) -> None:
    """Puts the bundled scripts and styles in the site: Sphinx copies them only when it writes a page."""
    for path in (root / "src/denouement/site/static").iterdir():
        target = root / OUTPUT / "_static" / path.name
        if not target.is_file() or target.read_bytes() != path.read_bytes():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)


def _files(root: Path, folders: Iterable[str], files: Iterable[str] = ()) -> list[Path]:
    found = [root / name for name in files if (root / name).is_file()]
    for folder in folders:
        found += [
            path
            for path in (root / folder).rglob("*")
            if path.is_file() and not _is_generated(path.relative_to(root / folder).parts)
        ]
    return sorted(found)


def _is_generated(parts: tuple[str, ...]) -> bool:
    # The theme's own static folder is written by hand.
    return "theme" not in parts and any(part in _GENERATED for part in parts)


def add_parser(subparsers) -> None:
    parser = subparsers.add_parser("build", help="construit le livre dans _build/html (seulement ce qui a changé)")
    parser.set_defaults(run=lambda arguments: 0 if build(arguments.root, _to_stderr) is not None else 0)


def _to_stderr(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
