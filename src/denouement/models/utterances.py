"""What was said in a meeting, line by line, and the needs that the customer has made explicit.

The course's own tests (Rackham 1988 for the distinction itself): the voice, a need is explicit only in the customer's
mouth; the catalogue, it must be possible to meet it without our product, else it is already an answer.
"""

from collections.abc import Iterable
from dataclasses import dataclass

COMPLAINT, WANT, PRODUCT, FACT, WITHDRAWN = "complaint", "want", "product", "fact", "withdrawn"


@dataclass(frozen=True)
class Utterance:
    """One line. `nature`: a complaint, a want, a product named, a fact, or a want withdrawn, about `subject`."""

    by_customer: bool
    nature: str
    subject: str


def explicit_needs(utterances: Iterable[Utterance]) -> list[str]:
    """The subjects of the needs that the customer has said and not withdrawn, in the order they were first said.

    >>> explicit_needs([Utterance(True, COMPLAINT, "noise"), Utterance(True, WANT, "start on time")])
    ['start on time']
    """
    said: list[str] = []
    for utterance in utterances:
        if utterance.by_customer and utterance.nature == WANT and utterance.subject not in said:
            said.append(utterance.subject)
        elif utterance.by_customer and utterance.nature == WITHDRAWN and utterance.subject in said:
            said.remove(utterance.subject)
    return said
