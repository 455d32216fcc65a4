"""JupyterLite's notebook application, built from pinned packages without asking the network anything.

`jupyter lite build` puts it together; what it leaves in English, and what nobody here will open, is put right after.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from .. import __version__, bundle
from ..catalogue import words
from ..errors import DenouementError
from . import kernel
from .page import adapt

SETTINGS = "lite"  # in the checkout: pins and settings
STAMP = Path("_build") / "lite.stamp"
EXTENSIONS = ("anywidget", "@jupyter-widgets/jupyterlab-manager", "@jupyterlite/pyodide-kernel-extension")
#: Of the packed application: its build files, what belongs to the applications left out, fonts of old browsers.
UNUSED = (
    "doc", "icon-*.png", "index.html", "manifest.webmanifest", "package.json", "rspack.config*.js", "service-worker.js",
    "build/service-worker.js", "jupyterlite.schema.v0.json", "build/fa-*.eot", "build/fa-*.svg", "build/fa-*.ttf",
    "extensions/**/*.map", "notebooks/favicon.ico", "static/favicons",
)  # fmt: skip


def refresh(root: Path, target: Path, say: Callable[[str], None]) -> bool:
    """Builds the application into `target` when a pin, a setting or a word of it changed; False when none did."""
    key = _key(root)
    stamp = root / STAMP
    if stamp.is_file() and stamp.read_text() == key and (target / "notebooks" / "index.html").is_file():
        return False
    say("Cahiers dans le navigateur…")
    work = root / "_build" / "lite-new"
    shutil.rmtree(work, ignore_errors=True)
    _run(root, work)
    built = work / "site"
    _trim(built)
    names = kernel.copy(root, built)
    _preload(built, names)
    _complete_french(root, built)
    adapt(built, words())
    shutil.rmtree(target, ignore_errors=True)
    built.rename(target)
    shutil.rmtree(work)
    stamp.write_text(key)
    return True


def _key(root: Path) -> str:
    texts = [text for name, text in sorted(words().items()) if name.startswith("lite.")]
    files = [*(root / SETTINGS).iterdir(), *Path(__file__).parent.glob("*.py"), root / "package-lock.json"]
    return bundle.digest(sorted(files)) + json.dumps([__version__, *texts])


def _run(root: Path, work: Path) -> None:
    """`jupyter lite build` into `work`/site, with our settings and the extensions named here, whatever else is
    installed."""
    packages = kernel.installed() / "application"
    shares = [packages / "share", Path(sys.prefix) / "share"]
    source = work / "source"
    source.mkdir(parents=True)
    for name in ("jupyter-lite.json", "overrides.json"):
        shutil.copyfile(root / SETTINGS / name, source / name)
    options = {
        "LiteBuildConfig": {
            "apps": ["notebooks"],
            "contents": [],
            "federated_extensions": [str(_extension(name, shares)) for name in EXTENSIONS],
            "ignore_sys_prefix": ["federated_extensions"],
            "no_sourcemaps": True,
            "no_unused_shared_packages": True,
            "output_dir": str(work / "site"),
        },
    }
    (source / "jupyter_lite_config.json").write_text(json.dumps(options))
    done = subprocess.run(
        [sys.executable, "-m", "jupyterlite_core", "build"],
        cwd=source,
        env={**os.environ, "PYTHONPATH": str(packages), "JUPYTER_NO_CONFIG": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode:
        raise DenouementError(f"lite/ : les cahiers du navigateur ne se construisent pas.\n{done.stdout[-2000:]}")


def _extension(name: str, shares: list[Path]) -> Path:
    places = [share / "jupyter" / "labextensions" / name for share in shares]
    found = next((place for place in places if (place / "package.json").is_file()), None)
    if found is None:
        raise DenouementError(f"L'extension {name} manque ; installez-la dans le dossier du cours : make setup")
    return found


def _complete_french(root: Path, built: Path) -> None:
    """Adds to the language pack what it does not translate yet of the menus that stand there."""
    path = built / "api" / "translations" / "fr_FR.json"
    pack = json.loads(path.read_text(encoding="utf-8"))
    for domain, sentences in json.loads((root / SETTINGS / "french.json").read_text(encoding="utf-8")).items():
        said = {english: [french] for english, french in sentences.items()}
        known = pack["data"].get(domain) or {"": pack["data"]["jupyterlab"][""] | {"domain": domain}}
        pack["data"][domain] = known | said
    path.write_text(json.dumps(pack, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _trim(built: Path) -> None:
    for pattern in UNUSED:
        for path in list(built.glob(pattern)):
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def _preload(built: Path, names: list[str]) -> None:
    """Everything the kernel needs is fetched at once, while Python itself starts."""
    path = built / "jupyter-lite.json"
    config = json.loads(path.read_text(encoding="utf-8"))
    settings = config["jupyter-config-data"]["litePluginSettings"]["@jupyterlite/pyodide-kernel-extension:kernel"]
    settings["loadPyodideOptions"]["packages"] = names
    settings["pipliteUrls"] = []
    path.write_text(json.dumps(config, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
