"""The street of the home page: the button is useless without hesitation; with it, it helps some and loses others."""

from hypothesis import given
from hypothesis import strategies as st

from denouement.models.button import ABOUT_YOU, BETWEEN_TWO, Outcome, Passer, Rival, Rules, day, meet

RULES = Rules(lasts=8, pressed_basket=4600)
EVENING = Passer("samira", hour=18.75, spends=1980)
NO_NEED = Passer("ferrand", hour=14, spends=0)

decided_people = st.builds(
    Passer,
    id=st.sampled_from("abcdef"),
    hour=st.floats(0, 24),
    spends=st.integers(0, 5000),
    near=st.booleans(),
)


@given(st.lists(decided_people, unique_by=lambda p: p.id), st.floats(0, 24), st.frozensets(st.sampled_from("abcdef")))
def test_pressing_never_changes_what_stays_in_the_till_of_a_street_without_hesitation(passers, opens, pressed):
    assert day(passers, opens=opens, pressed=pressed, rules=RULES) == day(passers, opens=opens, rules=RULES)


def test_a_need_and_nearness_sell_only_during_opening_hours():
    assert meet(EVENING, opens=11, pressed=False, rules=RULES) == Outcome("sale", 1980, 1980)
    assert meet(EVENING, opens=9, pressed=False, rules=RULES) == Outcome("closed", 0, 0)
    assert meet(EVENING, opens=18.75, pressed=False, rules=RULES).key == "sale"
    assert meet(EVENING, opens=10.75, pressed=False, rules=RULES).key == "closed"  # closing time is outside


def test_somebody_far_away_buys_nothing_even_pressed():
    far = Passer("odile", hour=14, spends=320, near=False)
    assert {meet(far, opens=9, pressed=p, rules=RULES).key for p in (True, False)} == {"far"}


def test_pressure_without_need_sells_then_everything_comes_back():
    assert meet(NO_NEED, opens=9, pressed=False, rules=RULES) == Outcome("no-need", 0, 0)
    assert meet(NO_NEED, opens=9, pressed=True, rules=RULES) == Outcome("returned", 0, 4600)


def test_a_favourite_rival_takes_the_sale_only_while_it_is_open():
    rules = Rules(lasts=8, pressed_basket=4600, rivals=(Rival("gare", 6, 18),))
    fan = Passer("leo", hour=16, spends=500, favourite="gare")
    late = Passer("leo", hour=18.5, spends=500, favourite="gare")
    assert [meet(p, opens=11, pressed=True, rules=rules).key for p in (fan, late)] == ["rival", "sale"]


def test_the_button_helps_who_cannot_choose_and_loses_who_doubts_the_seller():
    unsure = Passer("paul", hour=14, spends=700, hesitates=BETWEEN_TWO)
    wary = Passer("lea", hour=14, spends=700, hesitates=ABOUT_YOU)
    keys = {
        p.hesitates: [meet(p, opens=9, pressed=pressed, rules=RULES).key for pressed in (False, True)]
        for p in (unsure, wary)
    }
    assert keys == {BETWEEN_TWO: ["undecided", "decided"], ABOUT_YOU: ["sale", "put-off"]}
    assert day([unsure], opens=9, pressed=frozenset({"paul"}), rules=RULES) == 700
