"""A seller's year: who is asked, how often, and how often visited again."""

from itertools import product

import pytest

from denouement.models.pressure import ALONE, CUSTOMERS, DARES_NOT, Nerves, signed
from denouement.models.pressure_year import (
    ASSUMED,
    DARING_NOT,
    EVERYBODY,
    FIRST_VISIT,
    IN_NEED,
    MARGIN,
    MONTHS,
    WORKING_DAYS,
    fate,
    year,
)

SETTINGS = list(product(range(7), (EVERYBODY, IN_NEED, DARING_NOT), range(5)))
SILENT = {"brings": 0.0, "loses": 0.0, "again": 0.0}
BEST = (2, IN_NEED, 1)


def test_one_visit_is_a_meeting_and_what_follows_it():
    for customer in CUSTOMERS.values():
        for asks in range(7):
            one = fate(customer, asks, 0, nerves=Nerves(), rival=0.3)
            assert one.visits == 1
            assert one.signed == pytest.approx(signed(customer, asks))


def test_when_nobody_talks_nor_comes_back_the_year_is_twelve_times_the_first_visits():
    """A fair: everybody is asked, nothing is returned; 20 days make 10 customers a month."""
    met = WORKING_DAYS / (FIRST_VISIT + ASSUMED["quotation"])
    need, daring_not = 1 - ASSUMED["no_need"], ASSUMED["dares_not"]
    sold = need * (daring_not * signed(DARES_NOT, 3) + (1 - daring_not) * signed(ALONE, 3))
    sold += (1 - need) * signed(CUSTOMERS["no-need"], 3)
    found = year(3, EVERYBODY, 0, returned=0.0, **SILENT)
    assert found.margin == pytest.approx(MONTHS * met * sold * MARGIN)
    assert found.signed == pytest.approx(MONTHS * met * sold)


@pytest.mark.parametrize("setting", SETTINGS)
def test_what_a_year_counts_is_possible(setting):
    found = year(*setting)
    assert 0 <= found.returned <= found.signed
    assert found.month <= MARGIN * 20
    assert min(found.unhappy, found.walked_out, found.undecided, found.vain_days, found.month) >= -1e-9
    assert found.vain_days <= MONTHS * WORKING_DAYS


def test_never_asking_upsets_nobody_and_signs_nothing_at_the_table():
    for whom in (EVERYBODY, IN_NEED, DARING_NOT):
        found = year(0, whom, 1)
        assert found.month == found.returned == found.unhappy == found.walked_out == 0


def test_talk_makes_pressing_worse_and_helping_better():
    assert year(6, EVERYBODY, 0).margin < year(6, EVERYBODY, 0, **SILENT).margin
    assert year(*BEST).margin > year(*BEST, **SILENT).margin


@pytest.mark.parametrize("name", [None, *ASSUMED])
@pytest.mark.parametrize("factor", [0.75, 1.25])
def test_what_survives_25_percent_is_what_the_lab_says(name, factor):
    """Pressing everybody wins the month; two askings, never to everybody, win the year, by 30 to 69 % over Inès."""
    changed = {name: ASSUMED[name] * factor} if name else {}
    years = {setting: year(*setting, **changed) for setting in SETTINGS}
    assert max(years, key=lambda setting: years[setting].month) == (6, EVERYBODY, 0)
    best = max(years, key=lambda setting: years[setting].margin)
    assert best[0] == 2 and best[1] != EVERYBODY
    ines = years[0, IN_NEED, 2].margin
    assert years[6, EVERYBODY, 0].margin < ines
    assert 1.295 < years[BEST].margin / ines < 1.695
