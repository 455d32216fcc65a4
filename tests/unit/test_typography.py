"""French typography: put in once, and only once."""

import pytest

from denouement.compiler import wording
from denouement.typography import fr, french

CASES = {
    "Vendu ?": "Vendu\u202f?",
    "« oui »": "«\u00a0oui\u00a0»",
    "l'accord : le voici": "l’accord\u00a0: le voici",
    "12 000 €": "12\u202f000\u202f€",
    "34,5 % à 20 h": "34,5\u202f% à 20\u00a0h",
    "de 6 h 30 à 8 h 1200 fois": "de 6\u00a0h\u00a030 à 8\u00a0h 1200 fois",
    "https://exemple.fr": "https://exemple.fr",
    "en 2025 le": "en 2025 le",
}


@pytest.mark.parametrize("typed", CASES)
def test_what_is_typed_is_set_as_french(typed):
    assert french(typed) == CASES[typed]
    assert french(CASES[typed]) == CASES[typed], "a second pass changes nothing"


def test_numbers_read_as_french():
    assert fr(1234.5, 1) == "1\u202f234,5"
    assert fr(0.521, 1, percent=True) == "52,1\u202f%"
    assert fr(-0.001, 1) == "0,0"


def test_code_is_left_alone_and_html_is_text():
    assert wording.html("Un `a ? b` <b> ?") == "<p>Un <code>a ? b</code> &lt;b&gt;\u202f?</p>"
    assert wording.plain("Un **oui** : `x ; y`") == "Un oui\u00a0: x ; y"
