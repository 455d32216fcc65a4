"""The course as a wheel: what a notebook anywhere imports. The same sources give the same file, to the byte.

Its version says what is inside (`0.1.0+3f9c21ab`), so that pip replaces a copy of yesterday's questions.
"""

import base64
import re
from hashlib import sha256
from importlib.metadata import distribution
from pathlib import Path

from . import __version__
from .archive import packed
from .errors import DenouementError

NAME = "denouement"
#: What only the checkout needs: the pages' own scripts and styles, half of the whole.
LEFT_OUT = ("site/static/", "site/theme/")


def refresh(root: Path, folder: Path) -> Path:
    """Writes the wheel of the checkout `root` into `folder`, the only one there; the path of the file."""
    files = _files(root)
    version = f"{__version__}+{_digest(files)}"
    wheel = folder / f"{NAME}-{version}-py3-none-any.whl"
    if not wheel.is_file():
        content = _zip(files, version)
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob(f"{NAME}-*.whl"):
            old.unlink()
        wheel.write_bytes(content)
    return wheel


def _files(root: Path) -> dict[str, bytes]:
    """The package as it is installed: path → content."""
    package = root / "src" / NAME
    names = sorted(path.relative_to(package).as_posix() for path in package.rglob("*") if path.is_file())
    kept = (name for name in names if "__pycache__/" not in name and not name.startswith(LEFT_OUT))
    return {f"{NAME}/{name}": (package / name).read_bytes() for name in kept}


def _digest(files: dict[str, bytes]) -> str:
    total = sha256()
    for name, content in files.items():
        total.update(f"{name}\0{len(content)}\0".encode() + content)
    return total.hexdigest()[:8]


def _zip(files: dict[str, bytes], version: str) -> bytes:
    """The bytes of the wheel (PEP 427) that holds `files`, path → content."""
    information = f"{NAME}-{version}.dist-info"
    files = {
        **files,
        f"{information}/METADATA": re.sub(r"(?m)^Version: .*$", f"Version: {version}", _installed("METADATA")).encode(),
        f"{information}/WHEEL": b"Wheel-Version: 1.0\nGenerator: course\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{information}/entry_points.txt": _installed("entry_points.txt").encode(),
        f"{information}/licenses/LICENSE": _installed("licenses/LICENSE").encode(),
    }
    record = f"{information}/RECORD"
    lines = [f"{name},sha256={_base64(content)},{len(content)}\n" for name, content in files.items()]
    files[record] = "".join([*lines, f"{record},,\n"]).encode()
    return packed(files)


def _installed(name: str) -> str:
    """What setuptools wrote from pyproject.toml when the checkout was installed, without the long description."""
    text = distribution(NAME).read_text(name)
    if not text:
        raise DenouementError("Le cours n'est pas installé dans son environnement ; installez-le : make setup")
    return text.partition("\n\n")[0] + "\n" if name == "METADATA" else text


def _base64(content: bytes) -> str:
    return base64.urlsafe_b64encode(sha256(content).digest()).rstrip(b"=").decode()
