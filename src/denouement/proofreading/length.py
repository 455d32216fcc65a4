"""Sentences that ask too much of a reader's breath."""

import re
from collections.abc import Iterator

from .passages import Finding, Passage

#: A sentence of the course has at most so many words; half of them have fewer than ten.
MOST_WORDS = 35
_END = re.compile(r"\s·\s|[.!?…][»”)\u00a0\u202f]*\s+(?=[«“(—\s\u00a0\u202f]*[A-ZÀÂÇÈÉÊÎÔŒ\d])")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d[\d\u202f]*(?:,\d+)?")
#: « (Rackham, 1988) » is read past.
_ASIDE = re.compile(r"\([^()]{0,60}\)")


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a passage, with where each begins."""
    start = 0
    for end in _END.finditer(text):
        yield start, text[start : end.end()]
        start = end.end()
    yield start, text[start:]


def check(passage: Passage) -> Iterator[Finding]:
    for start, sentence in sentences(passage.text):
        words = len(_WORD.findall(_ASIDE.sub("", sentence)))
        if words > MOST_WORDS:
            opening = " ".join(sentence.split()[:5])
            what = f"{words} mots ; coupez cette phrase ({MOST_WORDS} au plus)"
            yield Finding(passage.file, passage.line(start), "longueur", f"{opening} …", what, passage.text)
