"""Wilson's interval: published values, and what any such interval must do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from denouement.models.proportion import wilson

CASES = st.integers(1, 500).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total)))


@pytest.mark.parametrize(
    ("won", "total", "low", "high"),
    [
        (219, 420, 0.474, 0.569),  # needs defined, in the dossier
        (8, 28, 0.153, 0.471),
        (81, 263, 0.2553, 0.3662),  # Newcombe (1998), table I
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_published_values(won, total, low, high):
    assert wilson(won, total) == (pytest.approx(low, abs=6e-4), pytest.approx(high, abs=6e-4))


@given(CASES)
def test_the_interval_holds_what_was_seen_and_stays_between_0_and_1(case):
    low, high = wilson(*case)
    assert 0 <= low <= case[0] / case[1] <= high <= 1


@given(CASES)
def test_winning_and_losing_are_mirror_images(case):
    won, total = case
    low, high = wilson(won, total)
    assert wilson(total - won, total) == (pytest.approx(1 - high), pytest.approx(1 - low))


@given(CASES)
def test_ten_times_as_many_cases_make_it_narrower(case):
    won, total = case
    narrow, wide = wilson(10 * won, 10 * total), wilson(won, total)
    assert narrow[1] - narrow[0] < wide[1] - wide[0]


@pytest.mark.parametrize(("won", "total"), [(0, 0), (3, 2), (-1, 4)])
def test_impossible_counts_are_refused(won, total):
    with pytest.raises(ValueError):
        wilson(won, total)
