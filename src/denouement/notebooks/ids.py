"""Cell ids: made from what authors named, so that prose added elsewhere leaves them alone."""

import re
import unicodedata
from hashlib import sha256

LONGEST = 64  # characters, by the notebook format
_SPARE = 4  # room for -2, -3…


def fitting(cell_id: str) -> str:
    """`cell_id`, its end replaced by a hash when the notebook format would find it too long."""
    if len(cell_id) <= LONGEST - _SPARE:
        return cell_id
    return f"{cell_id[: LONGEST - _SPARE - 9]}-{sha256(cell_id.encode()).hexdigest()[:8]}"


def slug(title: str) -> str:
    """`title` in small letters, digits and hyphens, at most 40 characters, cut between words.

    >>> slug("Le modèle : besoin × horaires")
    'le-modele-besoin-horaires'
    """
    spaced = re.sub("['’]", " ", title.replace("œ", "oe").replace("Œ", "Oe"))
    letters = unicodedata.normalize("NFKD", spaced).encode("ascii", "ignore").decode().lower()
    found = ""
    for word in re.findall(r"[a-z0-9]+", letters):
        if found and len(found) + len(word) >= 40:
            break
        found = f"{found}-{word}" if found else word[:40]
    return found or "titre"
