"""What the Python of a notebook in the browser loads: Pyodide, the packages of the kernel, the course's own wheel.

Pyodide finds packages through a lock file. Ours holds these and no other, so that nothing is ever asked of its network
of mirrors: a package that is not here is an ordinary ModuleNotFoundError.
"""

import json
import shutil
import sys
import zipfile
from hashlib import sha256
from os.path import relpath
from pathlib import Path

from ..errors import DenouementError

RUNTIME = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
#: Pieces of the kernel that come inside its extension.
OWN = ("ipykernel", "piplite", "pyodide_kernel", "widgetsnbextension-4.")
COURSE = "denouement"
_PIECES = Path("extensions/@jupyterlite/pyodide-kernel-extension/static/pypi")
_FOLDER = Path("static/kernel")
_LOCK = _FOLDER / "pyodide-lock.json"


def installed() -> Path:
    """Where `make setup` puts what the notebooks in the browser are made from; DenouementError if it did not."""
    folder = Path(sys.prefix) / "lite"
    if not (folder / "application").is_dir() or not (folder / "kernel").is_dir():
        raise DenouementError("Ce qui fait les cahiers du navigateur manque ; installez-le : make setup")
    return folder


def copy(root: Path, built: Path) -> list[str]:
    """Puts Pyodide and the kernel's packages into the application `built`; the names of all that it loads."""
    pyodide = root / "node_modules" / "pyodide"
    (built / "static" / "pyodide").mkdir(parents=True)
    for name in RUNTIME:
        shutil.copyfile(pyodide / name, built / "static" / "pyodide" / name)
    folder = built / _FOLDER
    folder.mkdir(parents=True)
    for wheel in [*(installed() / "kernel").glob("*.whl"), *_pieces(built)]:
        shutil.copyfile(wheel, folder / wheel.name)
    for path in (built / _PIECES).iterdir():
        path.unlink()
    (built / _PIECES / "all.json").write_text("{}")  # where `%pip install` looks: nothing more to be had
    info = json.loads((pyodide / "pyodide-lock.json").read_text(encoding="utf-8"))["info"]
    packages = {entry["name"]: entry for entry in (_entry(wheel, folder) for wheel in sorted(folder.glob("*.whl")))}
    _write(built / _LOCK, {"info": info, "packages": packages})
    return [*packages, COURSE]


def _pieces(built: Path) -> list[Path]:
    found = [wheel for wheel in (built / _PIECES).glob("*.whl") if wheel.name.startswith(OWN)]
    if len(found) != len(OWN):
        raise DenouementError(f"lite/ : le noyau de JupyterLite n'apporte pas {', '.join(OWN)}, un paquet chacun.")
    return found


def offer(target: Path, wheel: Path) -> None:
    """Tells the kernel of the application in `target` which `wheel` of the course to load."""
    path = target / _LOCK
    lock = json.loads(path.read_text(encoding="utf-8"))
    entry = _entry(wheel, path.parent)
    if lock["packages"].get(COURSE) != entry:
        lock["packages"][COURSE] = entry
        _write(path, lock)


def _write(path: Path, lock: dict) -> None:
    path.write_text(json.dumps(lock, ensure_ascii=False, separators=(",", ":"), sort_keys=True), encoding="utf-8")


def _entry(wheel: Path, folder: Path) -> dict:
    """`wheel` as a Pyodide lock file in `folder` describes a package, without dependencies: all are loaded together."""
    name, version = wheel.name.split("-")[:2]
    with zipfile.ZipFile(wheel) as archive:
        inside = [path.split("/")[0] for path in archive.namelist() if path.endswith(".py")]
    return {
        "depends": [],
        "file_name": Path(relpath(wheel, folder)).as_posix(),
        "imports": sorted({top.removesuffix(".py") for top in inside if not top.endswith((".dist-info", ".data"))}),
        "install_dir": "site",
        "name": name.lower().replace("_", "-"),
        "package_type": "package",
        "sha256": sha256(wheel.read_bytes()).hexdigest(),
        "unvendored_tests": False,
        "version": version,
    }
