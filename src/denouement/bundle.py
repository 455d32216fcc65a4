"""Scripts and styles, bundled by esbuild (`web/build.mjs`) when they, or the interface words in them, changed."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from .errors import DenouementError

PACKAGE = Path("src") / "denouement"
#: The service worker, before it has its list of files: it stands at the root of the site, not among the scripts.
WORKER = Path("_build") / "worker" / "service-worker.js"
RESULTS = (PACKAGE / "site/static/denouement.js", PACKAGE / "widgets/static/widget.js", WORKER)
STAMP = Path("_build") / "web.stamp"


def refresh(root: Path) -> bool:
    """Bundles the scripts of the checkout `root`; False when they were up to date. DenouementError when it fails."""
    sources = [path for path in (root / "web").rglob("*") if path.is_file() and "tests" not in path.parts]
    key = digest([*sorted(sources), root / "package-lock.json", root / PACKAGE / "data/words.json"])
    stamp = root / STAMP
    fresh = stamp.is_file() and stamp.read_text() == key
    if fresh and all((root / result).is_file() for result in RESULTS):
        return False
    done = subprocess.run([find_node(), "web/build.mjs"], cwd=root, capture_output=True, text=True)
    if done.returncode:
        raise DenouementError(f"web/ : les scripts ne se construisent pas.\n{done.stderr.strip()}")
    stamp.parent.mkdir(exist_ok=True)
    stamp.write_text(key)
    return True


def find_node() -> str:
    """The path of Node; DenouementError where there is none."""
    # It may stand in the environment itself (from PyPI), which need not be on the path.
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    node = shutil.which("node", path=path)
    if node is None:
        raise DenouementError("Node manque ; installez-le dans le dossier du cours : make setup")
    return node


def digest(paths: Iterable[Path]) -> str:
    """One hash for the names and contents of `paths`, in the order given."""
    total = sha256()
    for path in paths:
        total.update(str(path).encode())
        total.update(path.read_bytes())
    return total.hexdigest()
