"""What a slide is, and how much of a text fits on one that is read from the back of a room."""

import re
from dataclasses import dataclass, field
from math import ceil

#: What a slide holds: letters to a line, and lines under its heading. Sentences alone are set larger than boxes, and
#: a list under a sentence smaller than it: its lines are LIST times as high.
BOX = (70, 10.0)
SAY = (50, 8.0)
LIST = 0.8
#: Up to so many lines, a slide is set larger; from so many on, closer.
LARGE, DENSE = 4.5, 10.5
_ENDS = re.compile(r"</(?:p|li|tr|div|h3)>|<br>")
_TAG = re.compile(r"<(script|svg|aside|details)\b.*?</\1>|<[^>]+>", re.DOTALL)


@dataclass
class Slide:
    """One slide. `kind` is its look: "title", "stop", "say", "question", "chart", or the class of a box of the chapter.

    `body` and `notes` are pieces of HTML: what the room sees, what the speaker reads.
    """

    kind: str
    title: str = ""
    id: str = ""
    body: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    lines: float = 0

    @property
    def size(self) -> str:
        """ "large", "dense" or "", by the lines of what is shown."""
        blocks = (_TAG.sub("", block).strip() for block in _ENDS.split("".join(self.body)))
        lines = sum(lines_of(block) for block in blocks if block)
        return "large" if lines <= LARGE else "dense" if lines >= DENSE else ""


def lines_of(text: str, letters: int = BOX[0]) -> float:
    """About how many lines of `letters` letters `text` takes, the space after it included."""
    return ceil(len(text) / letters) + 0.4


def shared(blocks: list, lines: list[float], limit: float = BOX[1]) -> list[list]:
    """`blocks` in as few parts as keep each within `limit` lines, the tallest as low as can be (`lines`: heights)."""
    fewest = len(_filled(blocks, lines, limit))
    ends = range(1, len(blocks) + 1)
    heights = sorted({sum(lines[start:end]) for end in ends for start in range(end)})
    return next((parts for height in heights if len(parts := _filled(blocks, lines, height)) == fewest), [])


def _filled(blocks: list, lines: list[float], limit: float) -> list[list]:
    """`blocks` one after the other, in a new part whenever the last has no room left; none is divided."""
    parts, start = [], 0
    for end in range(1, len(blocks) + 1):
        if end == len(blocks) or sum(lines[start : end + 1]) > limit:
            parts.append(blocks[start:end])
            start = end
    return parts
