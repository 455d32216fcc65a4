"""What an interview is made of: turns, choices, conditional replies, endings."""

from collections.abc import Mapping
from dataclasses import dataclass

ENDINGS = ("fitting", "refusal", "regret", "lost")  # a fitting sale, a wise refusal, a sale one regrets, nothing
STYLES = ("situation", "problem", "implication", "need", "restate", "product", "close", "refuse", "silence")


@dataclass(frozen=True)
class Gauge:
    """Something of the buyer that moves (trust, weariness, clarity…): a whole number from `least` to `most`."""

    id: str
    label: str
    least: int
    most: int
    start: int

    def clip(self, value: int) -> int:
        return max(self.least, min(self.most, value))


@dataclass(frozen=True)
class Condition:
    """Bounds on gauges, all of which must hold: {"trust": (2, 9)}. Empty: always."""

    bounds: Mapping[str, tuple[int, int]]

    def holds(self, gauges: Mapping[str, int]) -> bool:
        return all(low <= gauges[name] <= high for name, (low, high) in self.bounds.items())


@dataclass(frozen=True)
class Reply:
    """What the buyer answers when `when` holds; `moves` adds to gauges, `reveals` names a need now said aloud."""

    when: Condition
    says: str
    moves: Mapping[str, int]
    reveals: str
    goes: str


@dataclass(frozen=True)
class Choice:
    """What the seller may say. `style` is what kind of move it is, `comment` what the debriefing says of it.

    `open` marks an open question: a formal trait of the sentence, whatever its style.
    """

    id: str
    text: str
    style: str
    comment: str
    open: bool
    replies: tuple[Reply, ...]


@dataclass(frozen=True)
class Turn:
    """A moment of the conversation. `scene` is a stage direction; `write` asks for the learner's own words first."""

    id: str
    scene: str
    write: bool
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Ending:
    """How it ends. `score` from 0 to 100 plus `per` points for each need revealed and each gauge unit named."""

    id: str
    kind: str
    title: str
    text: str
    score: int
    per: Mapping[str, int]


@dataclass(frozen=True)
class Interview:
    """`needs`: id -> the need, in the buyer's own words, for the debriefing. `opening` is the buyer's first line.

    `buyer` is the name that stands before the buyer's lines, as in a printed play ("": none).
    """

    id: str
    chapter: str
    title: str
    buyer: str
    text: str
    opening: str
    start: str
    gauges: tuple[Gauge, ...]
    needs: Mapping[str, str]
    turns: Mapping[str, Turn]
    endings: Mapping[str, Ending]
