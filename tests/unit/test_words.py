"""Interface words: every word the code asks for exists, and every word that exists is asked for."""

import re
from pathlib import Path

from denouement.compiler.book import words

ROOT = Path(__file__).parents[2]
SCRIPTS = [path for folder in (".", "record", "editor", "offline") for path in (ROOT / "web" / folder).glob("*.js")]
PACKAGE = ROOT / "src" / "denouement"
SOURCES = [*PACKAGE.rglob("*.py"), *(PACKAGE / "site" / "theme").rglob("*.html"), *SCRIPTS]
# Keys have a dot (or are one of the few words without): exercises call their own tables `words` too.
EXACT = re.compile(r"""\b(?:words|say|words\(\))\s*[\[(]\s*["']([a-z][\w-]*\.[\w.-]*)["']""")
# The beginning of a key: `item.${way}`, "x." + way, or handed to who ends it: wordsKey("card.", result).
BUILT = re.compile(r"""["'`]([a-z][\w.-]*\.)(?:\$\{|\{|["']\s*[+~%,])""")


def used() -> tuple[set[str], set[str]]:
    text = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
    return set(EXACT.findall(text)), set(BUILT.findall(text))


def test_every_word_asked_for_exists():
    exact, _ = used()
    assert sorted(key for key in exact - set(words(ROOT)) if not key.endswith(".")) == []


def test_every_word_that_exists_is_asked_for():
    text = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
    _, starts = used()
    quoted = set(re.findall(r"""["'`]([a-z][\w.-]*)["'`]""", text))
    idle = [
        key
        for key in words(ROOT)
        # "stop.done" stands for "stop.done.one" and "stop.done.many" where a number chooses.
        if not {key, re.sub(r"\.(none|one|many)$", "", key)} & quoted and not key.startswith(tuple(starts))
    ]
    assert idle == []
