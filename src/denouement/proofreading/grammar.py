"""Spelling and grammar, by Grammalecte, each text once: what it said of a text is kept as long as the text stands."""

import importlib.util
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from ..errors import DenouementError
from ..progress import Progress
from . import worker
from .passages import Finding, Passage, at

VARIABLE = "DENOUEMENT_GRAMMALECTE"
REMEDY = (
    "La relecture a besoin de Grammalecte ; installez-le : sudo apt install grammalecte-cli "
    "(ou indiquez le dossier qui contient le paquet « grammalecte » : DENOUEMENT_GRAMMALECTE=/chemin)"
)
#: Where Debian puts Python packages. Grammalecte is plain Python: any interpreter of ours runs it.
DEBIAN = Path("/usr/lib/python3/dist-packages")
CACHE = Path(".cache") / "grammalecte.json"

Said = list[tuple[int, int, str, str, list[str]]]  # start, end, rule, message, suggestions


def find_grammalecte() -> Path | None:
    """The folder that holds the package `grammalecte`, or None."""
    if named := os.environ.get(VARIABLE):
        candidates = [Path(named)]
    else:
        found = importlib.util.find_spec("grammalecte")
        candidates = [Path(found.origin).parents[1]] if found and found.origin else []
        candidates.append(DEBIAN)
    return next((folder for folder in candidates if (folder / "grammalecte" / "__init__.py").is_file()), None)


def check(passages: Iterable[Passage], cache: Path) -> Iterator[Finding]:
    """What Grammalecte says of each passage. DenouementError when it is not on this machine, or breaks."""
    passages = list(passages)
    said = ask([passage.text for passage in passages], cache)
    for passage in passages:
        for start, end, rule, message, suggestions in said[passage.text]:
            if rule == worker.SPELLING and re.search(r"\d", passage.text[start:end]):
                continue  # a format, an article of law: B2B, A4, L221-18
            better = f" ({', '.join(suggestions)} ?)" if suggestions else ""
            what = f"{message}{better}" if message else "mot inconnu ; corrigez, ou ajoutez-le à book/fr/mots.txt"
            yield at(passage, start, end, rule, what)


def ask(texts: list[str], cache: Path) -> dict[str, Said]:
    """text -> what Grammalecte says of it; `cache` keeps what it said of these texts, and of no other."""
    folder = find_grammalecte()
    if not folder:
        raise DenouementError(REMEDY)
    names = {text: sha256(text.encode()).hexdigest()[:20] for text in texts}
    edition = _edition(folder)
    kept = _kept(cache, edition)
    new = [text for text, name in names.items() if name not in kept]
    if new:
        kept |= {names[text]: said for text, said in zip(new, _run(folder, new), strict=True)}
        cache.parent.mkdir(parents=True, exist_ok=True)
        said_here = {name: kept[name] for name in names.values()}
        cache.write_text(json.dumps({"edition": edition, "said": said_here}, ensure_ascii=False), encoding="utf-8")
    return {text: kept[name] for text, name in names.items()}


def _run(folder: Path, texts: list[str]) -> list[Said]:
    command = [sys.executable, "-I", worker.__file__, str(folder)]
    progress = Progress("Grammaire et orthographe", len(texts))
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        process.stdin.write(json.dumps(texts))
        process.stdin.close()
        said = []
        for line in process.stdout:
            said.append(json.loads(line))
            progress.step()
        error = process.stderr.read()
    progress.close()
    if process.returncode or len(said) != len(texts):
        raise DenouementError(f"Grammalecte s'est arrêté : {(error.strip().splitlines() or ['sans rien dire'])[-1]}")
    return said


def _edition(folder: Path) -> str:
    """What its answers depend on: the version of Grammalecte, and how it is asked."""
    engine = (folder / "grammalecte" / "fr" / "__init__.py").read_bytes()
    asked = Path(worker.__file__).read_bytes()
    rules = (folder / "grammalecte" / "fr" / "gc_rules.py").stat().st_size
    return sha256(engine + asked + str(rules).encode()).hexdigest()[:20]


def _kept(cache: Path, edition: str) -> dict[str, Said]:
    try:
        kept = json.loads(cache.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return kept["said"] if kept.get("edition") == edition else {}
