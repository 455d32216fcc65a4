"""The area under the ROC curve, against its definition: every pair of a won and a lost case, compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from denouement.models.auc import auc

GROUPS = st.lists(st.tuples(st.integers(-3, 3), st.integers(0, 5), st.integers(0, 5)), min_size=1, max_size=6).filter(
    lambda groups: sum(g[1] for g in groups) and sum(g[2] for g in groups)
)


@given(GROUPS)
def test_it_is_the_share_of_pairs_in_the_right_order(groups):
    won = [score for score, count, _ in groups for _ in range(count)]
    lost = [score for score, _, count in groups for _ in range(count)]
    points = [1 if w > l else 0.5 if w == l else 0 for w in won for l in lost]
    assert auc(groups) == pytest.approx(sum(points) / len(points))


@given(GROUPS)
def test_turning_the_score_over_turns_the_area_over(groups):
    assert auc([(-score, won, lost) for score, won, lost in groups]) == pytest.approx(1 - auc(groups))


def test_a_perfect_sorting_and_a_coin():
    assert auc([(2, 7, 0), (1, 0, 4)]) == 1
    assert auc([(0, 7, 4)]) == 0.5


@pytest.mark.parametrize("groups", [[], [(1, 3, 0)], [(1, 0, 3)]])
def test_without_both_outcomes_there_is_nothing_to_tell_apart(groups):
    with pytest.raises(ValueError):
        auc(groups)
