"""Levers, columns and sentences: the three things that charts and labs are compiled from."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from denouement.columns import decode, encode
from denouement.errors import AuthorError
from denouement.levers import Lever, clock, grid, index, response, size
from denouement.sentences import sentence
from denouement.typography import NARROW, NBSP

LEVERS = (
    Lever("place", "Lieu", ("gare", "port"), "gare", labels=("la gare", "le port")),
    Lever("heure", "Heure", (6, 6.5, 7), 7, unit="h"),
    Lever("pains", "Pains", (1, 250, 1000), 1, unit="pain|pains"),
)


def test_the_last_lever_runs_fastest_and_every_position_has_its_number():
    positions = list(grid(LEVERS))
    assert len(positions) == size(LEVERS) == 18
    assert [index(LEVERS, position) for position in positions] == list(range(18))
    assert all(a["pains"] != b["pains"] for a, b in pairwise(positions))


def test_values_are_shown_as_french_readers_write_them():
    shown = [[lever.shown(value) for value in lever.values] for lever in LEVERS]
    assert shown == [
        ["la gare", "le port"],
        [f"6{NBSP}h", f"6{NBSP}h{NBSP}30", f"7{NBSP}h"],
        ["1 pain", "250 pains", f"1{NARROW}000 pains"],
    ]


def test_all_values_of_a_lever_show_the_same_number_of_decimals():
    assert [Lever("b", "β", (1, 1.5), 1).shown(value) for value in (1, 1.5)] == ["1,0", "1,5"]


@given(st.integers(0, 24 * 60 - 1))
def test_a_time_says_hours_and_minutes(minutes):
    said = clock(minutes / 60).replace(NBSP, "").split("h")
    assert int(said[0]) * 60 + int(said[1] or 0) == minutes


def test_a_response_is_sorted_and_uses_a_decimal_point():
    assert response({"pains": 250, "heure": 6.5, "place": "gare"}) == "heure=6.5,pains=250,place=gare"


@given(st.lists(st.floats(-2e6, 2e6), min_size=1), st.integers(0, 3))
def test_numbers_come_back_rounded_to_the_decimals_kept(values, decimals):
    assert decode(encode(values, decimals)) == [round(value, decimals) for value in values]


@given(st.lists(st.text(max_size=5), min_size=1))
def test_words_come_back_as_they_were(words):
    column = encode(words, None)
    assert decode(column) == words
    assert len(column["words"]) == len(set(words))


@pytest.mark.parametrize(
    "values, kind", [([0, 255], "u1"), ([-1, 100], "i1"), ([0, 256], "u2"), ([-300, 0], "i2"), ([0, 70_000], "u4")]
)
def test_a_column_takes_the_smallest_type_that_holds_it(values, kind):
    assert encode(values, 0)["type"] == kind


def test_a_number_that_no_column_holds_is_refused():
    for value in (float("nan"), float("inf"), 1e12):
        with pytest.raises((ValueError, OverflowError)):
            encode([value], 0)


def fill(text, **params):
    return sentence(text, "ici").fill(params)


def test_holes_are_filled_with_french_numbers():
    assert fill("{n} clients, {part:%} ou {part:1%}, {x:2}", n=1234, part=0.345, x=1.5) == (
        f"1{NARROW}234 clients, 34{NARROW}% ou 34,5{NARROW}%, 1,50"
    )
    assert fill("à {h:h}", h=17.5) == f"à 17{NBSP}h{NBSP}30"


@pytest.mark.parametrize("number, word", [(0, "client"), (1, "client"), (1.9, "client"), (2, "clients")])
def test_a_word_agrees_with_its_number_from_two(number, word):
    assert fill("{n|client|clients}", n=number) == word


def test_typography_takes_a_hole_for_a_number():
    assert fill("{a} km ; l'an {b} : {c} %", a=3, b=2, c=5) == f"3{NBSP}km{NARROW}; l’an 2{NBSP}: 5{NARROW}%"


@pytest.mark.parametrize("hole", ["{}", "{A}", "{n:x}", "{n|un}", "{n:1|a|b}", "{n:12}"])
def test_a_hole_that_cannot_be_read_is_refused(hole):
    with pytest.raises(AuthorError, match="cannot be read"):
        sentence(f"texte {hole}", "ici")
