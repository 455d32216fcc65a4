"""The tables of outcomes that a page looks up: complete, and in the canonical form of responses."""

from denouement.compiler import wording
from denouement.questions.entry import Entry
from denouement.questions.matching import Matching
from denouement.questions.numeric import Numeric
from denouement.questions.ordering import Ordering

COMMON = {"id": "essai", "objective": "o", "text": "?", "explanation": "parce que"}


def test_a_number_is_right_within_its_tolerance_and_no_further():
    table = COMMON | {"kind": "numeric", "answer": 0.8, "tolerance": 0.02, "feedback": "oui", "otherwise": "non"}
    sealed = Numeric.read(Entry(table, "x")).sealed(wording)
    low, high, success, said = sealed["intervals"][0]
    assert (low, high, success, said) == (0.78, 0.82, True, "<p>oui</p>")


def test_an_ordering_is_never_shown_solved():
    for number in range(40):
        elements = [{"id": f"e{number}-{n}", "text": str(n), "feedback": "…"} for n in range(3)]
        question = Ordering.read(Entry(COMMON | {"id": f"essai-{number}", "element": elements, "feedback": "oui"}, "x"))
        shown = ",".join(element["id"] for element in question.shown(wording)["elements"])
        assert shown != question.sealed(wording)["answers"][0]
        assert sorted(shown.split(",")) == [element["id"] for element in elements]


def test_two_pairs_may_share_their_right_side():
    pairs = [
        {"id": "un", "left": "1", "right": "impair", "feedback": "…"},
        {"id": "deux", "left": "2", "right": "pair", "feedback": "…"},
        {"id": "trois", "left": "3", "right": "impair", "feedback": "…"},
    ]
    question = Matching.read(Entry(COMMON | {"pair": pairs}, "x"))
    assert len(question.shown(wording)["rights"]) == 2
    right, wrong = question.responses()
    chosen = dict(pair.split("=") for pair in right[0].split(","))
    assert chosen["un"] == chosen["trois"] != chosen["deux"]
    assert right[0] not in wrong
