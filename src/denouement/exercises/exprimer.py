"""Chapter 5: needs made explicit. Counting them in what was said; choosing the next question.

A policy is judged on customers drawn after the learner's code ran: what it gets them to say, beside what ours gets from
the same customers. Its answers are remembered by state, so that a judgement asks for each state once.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from random import Random

from ..models.elicitation import IMPLICATION, NEED, PROBLEM, STOP, Conversation, Subjects, converse
from ..models.utterances import COMPLAINT, FACT, PRODUCT, WANT, WITHDRAWN, Utterance, explicit_needs
from .comparing import always_the_same, example, first_wrong, is_number, observe, recognised, ways
from .core import Exercise, Verdict, failed, partly, passed
from .exprimer_answers import COUNT_MISTAKES, COUNT_SOLUTIONS, POLICY_MISTAKES, POLICY_SOLUTIONS
from .probe import Probe
from .shown import shown, whole

Line = Mapping[str, str]  # {"qui": "cliente", "nature": "veut", "sujet": "matin"}
State = dict[str, int]

NATURES = {"plainte": COMPLAINT, "veut": WANT, "produit": PRODUCT, "fait": FACT, "renonce": WITHDRAWN}
ANSWERS = {"probleme": PROBLEM, "implication": IMPLICATION, "besoin": NEED, "conclure": STOP}


def count_explicit(lines: Sequence[Line]) -> int:
    """How many needs the customer has said and not withdrawn."""
    return len(
        explicit_needs(Utterance(line["qui"] == "cliente", NATURES[line["nature"]], line["sujet"]) for line in lines)
    )


# --- counting ------------------------------------------------------------------------------------------------------

_SUBJECTS = ("matin", "nuit", "preuve", "eau", "palettes", "bruit", "quai", "vapeur")

#: What happens to a subject, line after line: (who, nature). Each list of lines holds some of each.
_FATES = {
    "said": (("cliente", "plainte"), ("cliente", "veut")),
    "twice": (("cliente", "veut"), ("vendeuse", "fait"), ("cliente", "veut")),
    "withdrawn": (("cliente", "veut"), ("cliente", "renonce")),
    "again": (("cliente", "veut"), ("cliente", "renonce"), ("cliente", "veut")),
    "complaint": (("cliente", "plainte"), ("vendeuse", "fait"), ("cliente", "plainte")),
    "put": (("cliente", "plainte"), ("vendeuse", "veut"), ("cliente", "fait")),
    "product": (("vendeuse", "produit"), ("cliente", "produit")),
    "never": (("cliente", "plainte"), ("cliente", "renonce")),
}
#: Fates of each list: together they tell every declared mistake from the right answer.
_MIXES = (
    ("said", "complaint", "put"),
    ("twice", "product", "said"),
    ("withdrawn", "said", "twice", "complaint"),
    ("again", "never", "put", "product"),
    ("complaint", "product", "put", "never"),
    ("said", "twice", "withdrawn", "again", "product"),
)


def draw_lines(rng: Random, mix: Sequence[str]) -> list[dict[str, str]]:
    """A meeting in which each subject meets its fate, the subjects intertwined."""
    left = [list(_FATES[fate]) for fate in mix]
    subjects, lines = rng.sample(_SUBJECTS, len(mix)), []
    while any(left):
        number = rng.choice([n for n, fate in enumerate(left) if fate])
        who, nature = left[number].pop(0)
        lines.append({"qui": who, "nature": nature, "sujet": subjects[number]})
    return lines


def check_count(probe: Probe) -> Verdict:
    """Six meetings, twice each."""
    asked = [(draw_lines(probe.rng, mix),) for mix in _MIXES for _ in range(2)]
    seen = observe(probe, "besoins_explicites", asked, count_explicit)
    wrong = first_wrong(seen)
    if wrong is None:
        return passed()
    shows = example(wrong, "besoins_explicites")
    if all(s.got is None for s in seen):
        return failed("rien-renvoye", **shows)
    if not all(is_number(s.got) for s in seen):
        return failed("pas-un-nombre", **shows)
    if always_the_same(seen):
        return failed("reponse-fixe", **shows)
    return failed(recognised(seen, ways("besoins_explicites", COUNT_MISTAKES)) or "autre-compte", **shows)


# --- a policy ------------------------------------------------------------------------------------------------------

CUSTOMERS = 160
ENOUGH = 0.9  # of what our policy gets from the same customers
PATIENCE = 18


@dataclass(frozen=True)
class Score:
    """What a policy got from the customers: needs read back per customer, who walked out, questions asked."""

    worth: float
    walked_out: float
    questions: float


def reference(state: State) -> str:
    """Weigh a complaint, then ask what they want; look for another complaint when there is none; leave in time."""
    if state["lassitude"] >= PATIENCE - 2:
        return "conclure"
    if state["pesees"] > 0:
        return "besoin"
    return "implication" if state["plaintes"] > 0 else "probleme"


def state_of(subjects: Subjects, weariness: float, asked: int) -> State:
    """What a learner's policy is told: never how many subjects are still hidden."""
    return {
        "plaintes": subjects.complaints,
        "pesees": subjects.weighed,
        "dits": subjects.said,
        "lassitude": round(weariness),
        "posees": asked,
    }


def score(policy: Callable[[State], str], seeds: Sequence[int]) -> Score:
    """What `policy` gets from the customers drawn from `seeds`."""

    def choose(subjects: Subjects, weariness: float, asked: int) -> str:
        return ANSWERS[policy(state_of(subjects, weariness, asked))]

    def meet(seed: int) -> Conversation:
        rng = Random(seed)
        return converse(choose, rng, topics=rng.randint(3, 6), patience=PATIENCE)

    met = [meet(seed) for seed in seeds]
    return Score(
        fsum(one.worth for one in met) / len(met),
        fsum(one.walked_out for one in met) / len(met),
        fsum(one.questions for one in met) / len(met),
    )


class _Unknown(Exception):
    """The policy answered something else than one of ANSWERS."""


class _Asked:
    """The learner's policy, each state asked once."""

    def __init__(self, probe: Probe) -> None:
        self._probe = probe
        self.said: dict[tuple[int, ...], str] = {}
        self.states: dict[tuple[int, ...], State] = {}

    def __call__(self, state: State) -> str:
        key = tuple(state.values())
        if key not in self.said:
            self.states[key] = state
            self.said[key] = self._probe.call("prochaine_question", state)
            if type(self.said[key]) is not str or self.said[key] not in ANSWERS:
                raise _Unknown(key)
        return self.said[key]


def check_policy(probe: Probe) -> Verdict:
    """160 unseen customers, against our policy on the same ones."""
    seeds = [probe.rng.randrange(2**31) for _ in range(CUSTOMERS)]
    asked = _Asked(probe)
    try:
        got = score(asked, seeds)
    except _Unknown as unknown:
        answer = asked.said[unknown.args[0]]
        shows = _example(asked, unknown.args[0])
        return failed("rien-renvoye" if answer is None else "reponse-inconnue", **shows)
    ours = score(reference, seeds)
    share = got.worth / ours.worth
    if share >= ENOUGH:
        return passed(part=min(share, 1.0))
    key, witness = _diagnosis(asked, got)
    shows = _example(asked, witness) | {"dits": got.worth, "nous": ours.worth, "part": share}
    return partly(key, share, **shows)


def _diagnosis(asked: _Asked, got: Score) -> tuple[str, tuple[int, ...]]:
    """The key of what is most wrong, and a state that shows it."""
    first = next(iter(asked.said))
    answers = set(asked.said.values())
    latest = max(asked.said, key=lambda key: asked.states[key]["lassitude"])
    if len(answers) == 1:
        return "toujours-pareil", latest
    if "besoin" not in answers:
        return "sans-demander", latest
    if "implication" not in answers:
        return "sans-peser", next(key for key, said in asked.said.items() if said == "besoin")
    if got.walked_out > 0.2:
        return "jamais-conclure", latest
    if got.questions < 11:
        return "trop-tot", next(key for key, said in asked.said.items() if said == "conclure")
    empty = [key for key, said in asked.said.items() if _falls_flat(asked.states[key], said)]
    return ("a-plat", empty[0]) if empty else ("en-dessous", first)


def _falls_flat(state: State, said: str) -> bool:
    """Whether the question has nothing to work on."""
    return (said == "implication" and not state["plaintes"]) or (said == "besoin" and not state["pesees"])


def _example(asked: _Asked, key: tuple[int, ...]) -> dict[str, str]:
    call = f"prochaine_question({whole(asked.states[key])})"
    return {"obtenu": shown(asked.said[key]), "exemple": call}


COUNT = Exercise(
    id="besoins-explicites",
    names=("besoins_explicites",),
    check=check_count,
    mistakes=COUNT_MISTAKES,
    solutions=COUNT_SOLUTIONS,
)
POLICY = Exercise(
    id="prochaine-question",
    names=("prochaine_question",),
    check=check_policy,
    mistakes=POLICY_MISTAKES,
    solutions=POLICY_SOLUTIONS,
)
EXERCISES = (COUNT, POLICY)
