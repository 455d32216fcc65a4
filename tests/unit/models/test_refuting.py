"""What deals do to a claim, and in how many worlds it holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from denouement.models.refuting import Claim, State, share_of_worlds, state

CLAIM = Claim("sûr", deals=5, forgives=1)
deals = st.lists(st.tuples(st.sampled_from(("sûr", "hésitant")), st.booleans()), max_size=12)


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        ("", State.NOT_YET),
        ("++++", State.NOT_YET),
        ("+++++", State.HOLDS),
        ("-++++", State.HOLDS),
        ("--", State.CONTRADICTED),
        ("+-+-", State.CONTRADICTED),
        ("+++++--", State.HOLDS),  # after the fifth, nothing counts
        ("ooooo", State.NOT_YET),  # other customers
        ("-x-", State.CONTRADICTED),
        ("xxx", State.NOT_YET),
    ],
)
def test_a_claim_of_five_deals_that_forgives_one(story, expected):
    seen = [("sûr" if mark in "+-" else "hésitant", mark in "-x") for mark in story]
    assert state(CLAIM, seen) is expected


@given(deals, deals)
def test_a_contradicted_claim_stays_so_and_one_that_holds_too(before, after):
    found = state(CLAIM, before)
    if found is not State.NOT_YET:
        assert state(CLAIM, [*before, *after]) is found


@given(deals)
def test_forgiving_more_never_contradicts_more(seen):
    severe, mild = (state(Claim("sûr", 5, forgives), seen) for forgives in (1, 2))
    assert not (mild is State.CONTRADICTED and severe is not State.CONTRADICTED)


def test_the_four_worlds_of_the_exercise():
    worlds = [(46, 43), (40, 41), (37, 42), (49, 41)]
    assert share_of_worlds(worlds, 5) == 0.75
    assert share_of_worlds(worlds, 0) == 0
    assert share_of_worlds(worlds, 60) == 1
    assert share_of_worlds([], 5) is None
