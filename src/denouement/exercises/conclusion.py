"""Chapter 1: at what moment is a sale concluded? Journals of deals, read event by event.

The legal moment is the agreement on the thing and the price (article 1583 of the French civil code), which may come
in two steps, and sometimes only at the signature. ISO dates compare as text: no calendar is needed.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from .comparing import always_the_same, example, first_wrong, is_number, observe, recognised, ways
from .conclusion_answers import MOMENT_MISTAKES, MOMENT_SOLUTIONS, SHARE_MISTAKES, SHARE_SOLUTIONS
from .core import Exercise, Verdict, failed, passed
from .probe import Probe

Event = dict[str, object]  # {"date": "2025-04-10", "fait": "courriel", "accord": ["chose", "prix"]}
Deal = dict[str, str | None]  # {"client": "Vauquelin", "accord": "2025-04-10", "signature": "2025-05-21" or None}


def conclusion(journal: Sequence[Event]) -> str | None:
    """The date on which the thing and the price had both been agreed; None if that never came."""
    agreed: set[str] = set()
    for event in journal:
        agreed.update(event["accord"])
        if agreed >= {"chose", "prix"}:
            return event["date"]
    return None


def share_agreed_before(deals: Sequence[Deal]) -> float | None:
    """Among the signed deals, the share whose agreement came strictly before; None when none is signed."""
    signed = [deal for deal in deals if deal["signature"] is not None]
    if not signed:
        return None
    return sum(deal["accord"] < deal["signature"] for deal in signed) / len(signed)


# --- what the judge asks -------------------------------------------------------------------------------------------

_TALKS = ("appel", "visite", "devis", "réunion", "courriel", "essai")
#: How a deal may come to its agreement: what is agreed at each talk (None: talks on which nothing is agreed), then
#: what is agreed at the signature (None: never signed).
_STORIES = (
    ((None, ["chose", "prix"], None), []),
    ((["chose"], None, ["prix"]), []),
    ((["prix"], ["chose"], None), []),
    ((["chose"], ["prix"]), ["prix"]),  # the price is settled again, lower, at the signature
    ((["chose"], None), ["prix"]),  # agreed at the signature only
    ((None, ["chose"], None), None),  # never agreed
)


def draw_journal(rng: Random, story: int) -> list[Event]:
    """A journal in the order of its dates, for one of the `_STORIES`."""
    talks, at_signature = _STORIES[story]
    day = date(2025, 1, 6) + timedelta(days=rng.randrange(60))
    journal = []
    for agreed in talks:
        journal.append({"date": day.isoformat(), "fait": rng.choice(_TALKS), "accord": list(agreed or [])})
        day += timedelta(days=rng.randint(2, 30))
    if at_signature is not None:
        for fact, agreed in (("signature", at_signature), ("livraison", []), ("paiement", [])):
            journal.append({"date": day.isoformat(), "fait": fact, "accord": list(agreed)})
            day += timedelta(days=rng.randint(2, 40))
    return journal


#: Lists of deals: how many were agreed before the signature, on the day, after it, and how many are not signed.
#: The shares all differ, and some have no end in decimals.
_MIXES = ((1, 1, 1, 1), (3, 1, 1, 2), (4, 1, 0, 1), (1, 2, 1, 0), (2, 2, 2, 3))


def draw_deals(rng: Random, mix: tuple[int, int, int, int]) -> list[Deal]:
    """Deals in the proportions of `mix`, in any order."""
    before, same_day, after, unsigned = mix
    gaps = [rng.randint(1, 60) for _ in range(before)] + [0] * same_day
    gaps += [-rng.randint(1, 9) for _ in range(after)] + [None] * unsigned
    rng.shuffle(gaps)
    deals = []
    for number, gap in enumerate(gaps, start=1):
        agreed = date(2025, 1, 16) + timedelta(days=rng.randrange(200))
        signed = None if gap is None else (agreed + timedelta(days=gap)).isoformat()
        deals.append({"client": f"client {number}", "accord": agreed.isoformat(), "signature": signed})
    return deals


def check_moment(probe: Probe) -> Verdict:
    """Six stories, twice each, against the reference."""
    journals = [draw_journal(probe.rng, story) for story in range(len(_STORIES)) for _ in range(2)]
    seen = observe(probe, "moment_conclusion", [(journal,) for journal in journals], conclusion)
    wrong = first_wrong(seen)
    if wrong is None:
        return passed()
    shows = example(wrong, "moment_conclusion")
    if all(s.got is None for s in seen):
        return failed("rien-renvoye", **shows)
    if always_the_same(seen):
        return failed("reponse-fixe", **shows)
    if all(s.right for s in seen if s.expected is not None):
        return failed("sans-accord", **shows)
    if any(type(s.got) not in (str, type(None)) for s in seen):
        return failed("pas-une-date", **shows)
    return failed(recognised(seen, ways("moment_conclusion", MOMENT_MISTAKES)) or "autre-date", **shows)


def check_share(probe: Probe) -> Verdict:
    """Five lists of deals, and one where nothing is signed yet."""
    lists = [draw_deals(probe.rng, mix) for mix in _MIXES]
    unsigned = [deal | {"signature": None} for deal in lists[0][:2]]
    seen = observe(probe, "part_avant", [(deals,) for deals in [*lists, unsigned]], share_agreed_before)
    wrong = first_wrong(seen)
    if wrong is None:
        return passed()
    shows = example(wrong, "part_avant")
    if all(s.got is None for s in seen):
        return failed("rien-renvoye", **shows)
    if wrong is seen[-1]:
        return failed("aucune-signee", **shows)
    if not is_number(wrong.got):
        return failed("pas-un-nombre", **shows)
    if always_the_same(seen[:-1]):
        return failed("reponse-fixe", **shows)
    if all(is_number(s.got) and abs(s.got - s.expected) < 0.051 for s in seen[:-1]):
        return failed("arrondi", **shows)
    return failed(recognised(seen[:-1], ways("part_avant", SHARE_MISTAKES)) or "autre-part", **shows)


MOMENT = Exercise(
    id="moment-conclusion",
    names=("moment_conclusion",),
    check=check_moment,
    mistakes=MOMENT_MISTAKES,
    solutions=MOMENT_SOLUTIONS,
)
SHARE = Exercise(
    id="accord-avant-signature",
    names=("part_avant",),
    check=check_share,
    mistakes=SHARE_MISTAKES,
    solutions=SHARE_SOLUTIONS,
)
EXERCISES = (MOMENT, SHARE)
