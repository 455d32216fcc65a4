"""A day of the bakery in the lab: people are counted once, and lessons are those the chapter tells."""

from math import fsum

import pytest

from denouement.models.bakery_week import customers_alone, intervals, weekly_hours, working_day
from denouement.models.tanneries import BELLANGER, PLACES

NAIVE = intervals(6, 16.5, 0)
SPLIT = intervals(6, 20.5, 4)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("hours", [NAIVE, SPLIT, BELLANGER.hours], ids=["naive", "split", "bellanger"])
def test_everyone_who_needs_bread_is_counted_once(place, hours):
    day = working_day(place, hours)
    assert day.served + day.elsewhere + day.found_shut == pytest.approx(day.need)
    assert min(day.served, day.elsewhere, day.before, day.pause, day.after) >= 0


def test_bellangers_hours_make_58_with_sunday():
    assert weekly_hours(BELLANGER.hours) == weekly_hours(NAIVE) == weekly_hours(SPLIT) == 58


def test_a_break_until_closing_ends_the_day():
    assert intervals(6, 17, 4) == ((6, 13.0),)


def test_alone_every_open_hour_sells():
    day = working_day("tanneurs", BELLANGER.hours, competitors=False)
    assert day.elsewhere == pytest.approx(0)
    assert day.served == pytest.approx(fsum(number for _, number in customers_alone("tanneurs", BELLANGER.hours)))


def test_competitors_take_more_than_half():
    alone = working_day("tanneurs", BELLANGER.hours, competitors=False).served
    assert working_day("tanneurs", BELLANGER.hours).served < alone / 2


def test_being_open_when_others_are_shut_is_worth_more():
    """After eight in the evening both competitors are shut: every need there is a sale."""
    late = working_day("tanneurs", intervals(6, 20.5, 4)).served - working_day("tanneurs", intervals(6, 20, 4)).served
    need = working_day("tanneurs", intervals(6, 20, 4)).after - working_day("tanneurs", intervals(6, 20.5, 4)).after
    assert late == pytest.approx(need)


def test_the_crowded_place_next_to_a_competitor_sells_less_than_the_station():
    assert working_day("marche", SPLIT).need > 1.3 * working_day("gare", SPLIT).need
    assert working_day("marche", SPLIT).served < working_day("gare", SPLIT).served


def test_hours_that_sell_at_noon_are_given_back_for_the_evening():
    assert working_day("tanneurs", SPLIT).served > 1.2 * working_day("tanneurs", NAIVE).served
