"""One zip to hand out on a USB stick: the site, what opens it by a double-click, and what serves it.

What stands at its root is written in `book/fr/cle-usb/`. The same site gives the same zip, to the byte.
"""

import argparse
import shutil
from pathlib import Path

from . import __version__, launcher
from .archive import packed
from .build import OUTPUT
from .compiler.book import BOOK
from .errors import DenouementError
from .published import site_files

FOLDER = Path("_build") / "offline"
TEXTS = "cle-usb"
PROGRAM = "lanceur.pyz"
NAME = f"le-closing-n-existe-pas-{__version__}.zip"
#: What a double-click runs where files carry permissions.
SCRIPTS = (".command", ".sh")
#: What Windows reads line by line.
WINDOWS = (".bat", ".txt")

# Runs on any Python, if only to say that it is too old.
MAIN = """\
import sys

if sys.version_info < (3, 9):
    sys.exit("Il faut Python 3.9 ou plus pour lancer le cours ; sans lui, double-cliquez sur « Ouvrir le cours.html ».")

from pathlib import Path

from denouement.launcher import launch

sys.exit(launch(Path(__file__).resolve().parent.parent))  # beside the archive that this file is in
"""


def write(root: Path) -> Path:
    """Writes the zip of the built site of the checkout `root`, the only one in its folder; its path."""
    site = root / OUTPUT
    if not (site / "index.html").is_file():
        raise DenouementError(f"Aucun site dans {OUTPUT} ; construisez-le d'abord : make build")
    files = {**beside(root), PROGRAM: program()}
    files |= {f"{launcher.SITE}/{name}": path.read_bytes() for name, path in site_files(site).items()}
    content = packed(files, programs={name for name in files if name.endswith(SCRIPTS)})
    shutil.rmtree(root / FOLDER, ignore_errors=True)
    (root / FOLDER).mkdir(parents=True)
    target = root / FOLDER / NAME
    target.write_bytes(content)
    return target


def beside(root: Path) -> dict[str, bytes]:
    """What stands beside the site: name → content, with the line ends of the system that reads it."""
    found = {}
    for path in sorted((root / BOOK / TEXTS).iterdir()):
        text = path.read_text(encoding="utf-8")
        found[path.name] = (text.replace("\n", "\r\n") if path.suffix in WINDOWS else text).encode()
    return found


def program() -> bytes:
    """The launcher as one file that any Python runs (a zip application)."""
    package = Path(launcher.__file__).parent
    names = ("__init__", "errors", "serve", "launcher")
    files = {f"{package.name}/{name}.py": (package / f"{name}.py").read_bytes() for name in names}
    return packed({"__main__.py": MAIN.encode(), **files})


def add_parser(subparsers: argparse._SubParsersAction) -> None:
    parser = subparsers.add_parser("offline", help="le cours entier en un fichier, à donner sur une clé USB")
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    target = write(arguments.root)
    megabytes = f"{target.stat().st_size / 1e6:.0f}"
    print(f"{target.relative_to(arguments.root)} : {megabytes} Mo, à décompresser sur une clé.")
    return 0
