"""A week of need: who finds the door open, and why 34.5 % holds only when need falls at any hour alike."""

from math import fsum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from denouement.models.opening import DAYS, hours, share_of_the_week
from denouement.models.week import doors, week_of_need

UNIFORM = dict.fromkeys(DAYS, (1.0,) * 48)
openings = st.builds(
    lambda start, length, closed: hours(start / 2, min((start + length) / 2, 24), closed=closed),
    st.integers(0, 40),
    st.integers(1, 40),
    st.sampled_from([(), ("lundi",), ("dimanche", "lundi")]),
)


@given(openings)
def test_when_need_falls_at_any_hour_the_share_is_that_of_the_week(opened):
    assert doors(opened, UNIFORM).finds_open == pytest.approx(share_of_the_week(opened.weekly()))


@given(openings)
def test_every_need_finds_the_door_open_or_shut(opened):
    found = doors(opened, week_of_need())
    assert fsum(found.open + found.shut_that_hour + found.shut_that_day) == pytest.approx(1)


def test_need_has_its_hours_so_that_hours_are_worth_more_than_their_number():
    opened = hours(6, 19, pause=3, closed=("lundi",))
    assert doors(opened, week_of_need()).finds_open > 1.9 * share_of_the_week(opened.weekly())


def test_the_same_number_of_hours_can_serve_half_as_many():
    need = week_of_need()
    well = doors(hours(6, 20, pause=4), need).finds_open
    badly = doors(hours(10, 20), need).finds_open
    assert hours(6, 20, pause=4).weekly() == hours(10, 20).weekly()
    assert badly < 0.75 * well


def test_the_weekly_closing_costs_that_day_and_no_other():
    need = week_of_need()
    total = fsum(fsum(slots) for slots in need.values())
    found = doors(hours(0, 24, closed=("dimanche",)), need)
    assert fsum(found.shut_that_day) == pytest.approx(fsum(need["dimanche"]) / total)
    assert fsum(found.shut_that_hour) == 0


def test_a_week_without_need_is_refused():
    with pytest.raises(ValueError):
        doors(hours(6, 20), dict.fromkeys(DAYS, (0.0,) * 48))
