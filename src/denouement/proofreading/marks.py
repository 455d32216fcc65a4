"""Typography: what authors must not type, and what must reach readers once `denouement.typography` has done its part.

Grammalecte checks some of it too; these rules are the course's own, and say what to type.
"""

import re
from collections.abc import Iterator

from .passages import Finding, Passage, at

_SPACE = r"[\u00a0\u202f]"
_RULES = tuple(
    (rule, re.compile(pattern), what)
    for rule, pattern, what in (
        (
            "apostrophe",
            r"(?<=\w)[´`‘′ʼ](?=\w)|(?<=\w)'|(?<![\w])'(?=\w)|(?<=\b[cdjlmnst])’ (?=\w)",
            "tapez l'apostrophe droite, sans espace ; le cours la courbe",
        ),
        ("guillemets", r"[\"]|[“”](?![^«]*»)", "les guillemets français sont « et »"),
        ("suspension", r"\.\.+", "tapez le signe « … »"),
        (
            "virgule-decimale",
            r"(?<![\w.,-])\d+\.\d+(?![\w.-])",
            "en français, un nombre prend une virgule ; du code se met entre accents graves",
        ),
        (
            "espace-avant",
            r"(?<=[^\s\u00a0\u202f?!…(\[])[;!?](?!\w)|(?<=[\w»)]):(?=[\s\u00a0\u202f]|$)",
            "mettez une espace avant",
        ),
        (
            "espace-insecable",
            r" [;:!?»%€]|« ",
            "cette espace doit être insécable : c'est l'affaire de denouement.typography",
        ),
        ("espace-apres", r"(?<=[^\W\d_])[,;](?=\w)|…(?=\w)", "mettez une espace après"),
        ("espace-de-trop", rf"(?:\s|{_SPACE})+[,.)\]](?![.\d])|[(\[]\s|(?<=\S)\s\s+(?=\S)", "une espace de trop"),
        ("espace-unite", r"\d[%€]|(?<![\w])\d+(?:km|kg|min|cm)\b", "mettez une espace entre le nombre et l'unité"),
        ("milliers", r"(?<![\w,.-])\d{5,}(?![\w.-])", "séparez les milliers par une espace"),
        ("tiret", r"(?<=\s)-{1,2}(?=\s)|^-{1,2}(?=\s)|--", "le tiret d'une incise ou d'une réplique est —"),
        ("moins", r"(?:(?<=^)|(?<=[\s(\u00a0\u202f]))-(?=\d)", "le signe moins est −"),
        ("ordinal", r"\b\d+(?:ère|ère?s|ème|èmes|ième|ièmes|nd)\b", "1re, 2e, 3e"),
        ("etc", r"\betc\s?(?:\.\.+|…)", "« etc. » n'est pas suivi de points de suspension"),
        ("doublon", r",,|;;|::|(?<!\.)\.\.(?!\.)|!{2,}|\?{2,}", "un signe répété"),
    )
)


def check(passage: Passage) -> Iterator[Finding]:
    """Marks and spaces that are not what a French reader expects."""
    for rule, pattern, what in _RULES:
        for found in pattern.finditer(passage.text):
            yield at(passage, found.start(), found.end(), rule, what)
    yield from _unpaired(passage)


def _unpaired(passage: Passage) -> Iterator[Finding]:
    """Guillemets and brackets that open without closing, or the reverse."""
    for opening, closing in ("«»", "()", "“”"):
        depth, last = 0, 0
        for found in re.finditer(f"[{re.escape(opening + closing)}]", passage.text):
            depth += 1 if found[0] == opening else -1
            last = found.start()
            if depth < 0:
                break
        if depth:
            yield at(passage, last, last + 1, "paire", f"{opening} et {closing} vont par deux")
