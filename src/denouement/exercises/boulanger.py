"""Chapter 3: the baker. Is the door open, and how do several shops share a household?

Inputs are those of the statement, then drawn ones: whole numbers of metres and half hours, so that a learner can
follow a counter-example by hand.
"""

from collections.abc import Mapping, Sequence
from math import fsum
from random import Random

from ..levers import clock
from ..models import huff as huff_model
from ..models.opening import DAYS, Hours
from .boulanger_answers import HUFF_MISTAKES, HUFF_SOLUTIONS, OPEN_MISTAKES, OPEN_SOLUTIONS
from .comparing import Seen, always_the_same, example, first_wrong, is_number, observe, recognised, same, ways
from .core import Exercise, Verdict, failed, passed
from .probe import Probe

Table = dict[str, list[list[float]]]  # day -> [[opens, closes], …] in hours; [] is closed

BELLANGER: Table = {
    "lundi": [],
    **{day: [[6.5, 13], [15.5, 19.5]] for day in DAYS[1:6]},
    "dimanche": [[7, 12.5]],
}


def is_open(table: Mapping[str, Sequence[Sequence[float]]], day: str, hour: float) -> bool:
    return Hours({name: tuple((start, end) for start, end in spans) for name, spans in table.items()}).is_open(
        day, hour
    )


def shares(attractions: Sequence[float], distances: Sequence[float], beta: float = 2) -> list[float]:
    return huff_model.huff(attractions, distances, beta=beta)


# --- what the judge asks -------------------------------------------------------------------------------------------


def draw_table(rng: Random) -> Table:
    """A week: one closed day, one day in one stretch, the others in two or three, from half hour to half hour."""
    spans = [0, 1, 2, 2, 3, rng.randint(1, 3), rng.randint(1, 3)]
    rng.shuffle(spans)
    table: Table = {}
    for day, count in zip(DAYS, spans, strict=True):
        edges = sorted(rng.sample(range(12, 44), 2 * count))
        table[day] = [[start / 2, end / 2] for start, end in zip(edges[::2], edges[1::2], strict=True)]
    return table


def moments(table: Table, rng: Random) -> list[tuple[Table, str, float]]:
    """For each day: every edge, the middle of every stretch and of every break, and an hour of the night."""
    asked = []
    for day, spans in table.items():
        edges = [edge for span in spans for edge in span]
        middles = [(a + b) / 2 for a, b in zip(edges, edges[1:], strict=False)]
        asked += [(table, day, hour) for hour in [*edges, *middles, rng.choice([2, 4.5, 23])]]
    return asked


def check_open(probe: Probe) -> Verdict:
    """Bellanger's week, then a drawn one."""
    tables = [BELLANGER, draw_table(probe.rng)]
    seen = observe(probe, "ouvert", [ask for table in tables for ask in moments(table, probe.rng)], is_open)
    wrong = first_wrong(seen)
    if wrong is None:
        return passed()
    shows = example(wrong, "ouvert") | {"jour": wrong.args[1], "heure": clock(wrong.args[2])}
    if all(s.got is None for s in seen):
        return failed("rien-renvoye", **shows)
    if all(s.got is None for s in seen if not s.right):
        return failed("faux-oublie", **shows)
    if any(type(s.got) not in (bool, type(None)) for s in seen):
        return failed("ni-vrai-ni-faux", **shows)
    if always_the_same(seen):
        return failed("reponse-fixe", **shows)
    return failed(recognised(seen, ways("ouvert", OPEN_MISTAKES)) or "autre-moment", **shows)


def draw_shops(rng: Random, beta: int) -> tuple[list[int], list[int], int]:
    """Three to five shops of different sizes at different distances, and an exponent."""
    count = rng.randint(3, 5)
    attractions = rng.sample(range(1, 8), count)
    distances = [50 * step for step in rng.sample(range(2, 30), count)]
    return attractions, distances, beta


def check_huff(probe: Probe) -> Verdict:
    """The two witnesses of the statement, a shop alone, then drawn shops with each exponent."""
    asked = [([1, 1], [300, 600]), ([1, 1, 4], [300, 600, 900]), ([3], [450])]
    asked += [draw_shops(probe.rng, beta) for beta in (1, 2, 3, 1, 3)]
    seen = observe(probe, "huff", asked, shares)
    wrong = first_wrong(seen)
    if wrong is None:
        return passed()
    shows = example(wrong, "huff")
    if all(s.got is None for s in seen):
        return failed("rien-renvoye", **shows)
    if not all(type(s.got) is list and all(is_number(part) for part in s.got) for s in seen):
        return failed("pas-une-liste", **shows)
    if always_the_same(seen):
        return failed("reponse-fixe", **shows)
    if any(len(s.got) != len(s.expected) for s in seen):
        return failed("longueur", **shows, boutiques=len(wrong.expected))
    if all(_nearly(s) for s in seen):
        return failed("arrondi", **shows)
    known = recognised(seen, ways("huff", HUFF_MISTAKES))
    if known in (None, "somme") and not same(fsum(wrong.got), 1):
        return failed("somme", **shows, somme=fsum(wrong.got))
    return failed(known or "autres-parts", **shows)


def _nearly(seen: Seen) -> bool:
    """Right but for a rounding to one or two decimals."""
    return all(
        abs(got - right) < 0.051 and same(got, round(got, 2))
        for got, right in zip(seen.got, seen.expected, strict=True)
    )


OPEN = Exercise(id="ouvert", names=("ouvert",), check=check_open, mistakes=OPEN_MISTAKES, solutions=OPEN_SOLUTIONS)
HUFF = Exercise(id="huff", names=("huff",), check=check_huff, mistakes=HUFF_MISTAKES, solutions=HUFF_SOLUTIONS)
EXERCISES = (OPEN, HUFF)
