"""Opening hours, and when someone's moment falls within them."""

from math import fsum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from denouement.models.need import within
from denouement.models.opening import DAYS, Hours, hours, share_of_the_week

BELLANGER = Hours({**dict.fromkeys(DAYS[1:6], ((6.5, 13), (15.5, 19.5))), "dimanche": ((7, 12.5),)})


def test_bellangers_week_makes_58_hours():
    assert BELLANGER.weekly() == 58


def test_58_hours_are_34_5_percent_of_the_week():
    assert share_of_the_week(58) == pytest.approx(0.345, abs=5e-4)


@pytest.mark.parametrize(
    "day, hour, expected",
    [
        ("mardi", 6.4, False),
        ("mardi", 6.5, True),
        ("mardi", 13, False),
        ("mardi", 15.5, True),
        ("mardi", 19.5, False),
        ("dimanche", 12, True),
        ("dimanche", 15.5, False),
        ("lundi", 10, False),
    ],
)
def test_the_door_is_open_when_bellanger_says_so(day, hour, expected):
    assert BELLANGER.is_open(day, hour) is expected


def test_a_break_is_taken_off_every_open_day():
    assert hours(6, 20, pause=4, closed=("lundi",)).weekly() == 6 * 10


@pytest.mark.parametrize("wrong", [{"opening": 9, "closing": 9}, {"opening": 14, "closing": 20, "pause": 1}])
def test_impossible_hours_are_refused(wrong):
    with pytest.raises(ValueError):
        hours(**wrong)


@given(st.floats(0, 24), st.floats(0.05, 3))
def test_a_moment_falls_somewhere_in_the_day(around, spread):
    assert within(0, 24, around=around, spread=spread) == pytest.approx(1)
    pieces = fsum(within(n, n + 1, around=around, spread=spread) for n in range(24))
    assert pieces == pytest.approx(1)


@given(st.floats(6, 18))
def test_the_usual_hour_is_as_likely_early_as_late(around):
    early = within(around - 1, around, around=around, spread=0.5)
    assert early == pytest.approx(within(around, around + 1, around=around, spread=0.5))
    assert early == pytest.approx(0.4772, abs=1e-3)  # two spreads of a normal law


def test_nothing_falls_in_an_empty_stretch():
    assert within(9, 9, around=9, spread=1) == within(30, 40, around=9, spread=1) == 0


def test_a_spread_is_positive():
    with pytest.raises(ValueError):
        within(8, 9, around=8, spread=0)
