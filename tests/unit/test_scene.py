"""The scene of the home page: what authors may get wrong, and that its words and figures say what the model does."""

import re
import shutil
from pathlib import Path

import pytest

from denouement.compiler.book import words
from denouement.compiler.scene import compile_scenes
from denouement.errors import AuthorError
from denouement.markup.scene import scene_html

ROOT = Path(__file__).resolve().parents[2]
SCENES = ROOT / "book" / "fr" / "scenes"


@pytest.fixture(scope="module")
def scene():
    return compile_scenes(SCENES)[0]


@pytest.fixture(scope="module")
def public(scene):
    return scene["public"]


def test_no_press_changes_what_stays_in_the_till(public):
    for row in public["outcomes"]:
        for calm, pressed in row:
            assert pressed[1] == calm[1]


def test_moving_the_hours_makes_the_till_leap(public):
    tills = [position["till"] for position in public["opening"]["positions"]]
    assert max(tills) >= 5 * tills[public["opening"]["start"]] > 0


def test_the_till_of_a_day_is_the_sum_of_its_passers(public):
    for position, row in zip(public["opening"]["positions"], public["outcomes"], strict=True):
        assert position["till"] == sum(calm[1] for calm, _ in row)


def test_somebody_without_need_is_there_at_the_start_and_brings_everything_back(public):
    start = public["outcomes"][public["opening"]["start"]]
    returned = [(column, pressed) for column, (_, pressed) in enumerate(start) if pressed[2] != pressed[1]]
    assert len(returned) == 1
    column, (key, kept, peak) = returned[0]
    assert not public["passers"][column]["needs"]
    assert kept == 0 < peak
    assert "returned-after" in public["passers"][column]["said"]


def test_every_situation_has_its_sentence(public):
    for row in public["outcomes"]:
        for passer, cells in zip(public["passers"], row, strict=True):
            assert all(passer["said"][key] for key, _, _ in cells)


def test_the_words_of_the_account_count_what_the_street_holds(public):
    passers = public["passers"]
    assert len(passers) == 7
    assert sum(p["needs"] and p["near"] for p in passers) == 5
    assert sum(not p["near"] for p in passers) == 1
    start = public["opening"]["positions"][public["opening"]["start"]]
    best = max(public["opening"]["positions"], key=lambda position: position["till"])
    for cents in (start["till"], best["till"]):
        assert f"{cents // 100},{cents % 100:02}" in public["account"]


def test_people_stand_in_the_order_of_their_hours_inside_the_street(public):
    places = [passer["at"] for passer in public["passers"]]
    assert places == sorted(places)
    assert 0 < places[0] < places[-1] < 1
    assert min(b - a for a, b in zip(places, places[1:], strict=False)) > 0.13  # 44 px at 390


def test_each_passer_is_a_named_button_and_has_a_figure(scene, public):
    html = scene_html(scene, "index", words(ROOT))
    assert html.count('type="radio"') == len(public["passers"])
    for passer in public["passers"]:
        assert f'id="passant-{passer["id"]}"' in html
        assert f'href="#passant-{passer["id"]}"' in html
        assert f'for="index-bouton-{passer["id"]}"' in html
    assert 'role="status"' in html
    assert public["account"] in re.search(r"<noscript>(.*?)</noscript>", html, re.DOTALL)[1]
    assert len(html) < 45_000


@pytest.fixture
def spoilt(tmp_path):
    """Compiles the scene after replacing one text of its files by another."""

    def compile_with(before: str, after: str, name: str = "bouton.toml"):
        folder = tmp_path / "scenes"
        shutil.copytree(SCENES, folder)
        text = (folder / name).read_text(encoding="utf-8")
        assert before in text
        (folder / name).write_text(text.replace(before, after, 1), encoding="utf-8")
        return compile_scenes(folder)

    return compile_with


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [
        ('closed = "Jules', 'shut = "Jules', "bouton.toml, bouton, passer jules, said: nothing ever says 'shut'"),
        ('sale = "Jules prend', '# "Jules prend', "bouton.toml, bouton, passer jules, said: no sale"),
        ("hour = 16.5", "hour = 23.5", "bouton.toml, bouton, passer jules: hour = 23.5"),
        ("{basket}", "{price}", "bouton.toml, bouton, account: cannot fill in"),
        ("last = 13", "last = 14", "bouton.toml, bouton, opening: the bakery would be open outside"),
        ("start = 9", "start = 3", "bouton.toml, bouton, opening: start lies outside"),
        ('drawing = "bouton.svg"', 'drawing = "rue.svg"', "bouton.toml, bouton: no drawing rue.svg"),
        ('id = "lea"', 'id = "jules"', "bouton.toml, bouton, passer jules: the id 'jules' stands twice"),
        ("[guide]", "[guides]", "bouton.toml: unknown key 'guides'"),
    ],
)
def test_an_author_s_slip_says_where_and_what(spoilt, before, after, what):
    with pytest.raises(AuthorError) as caught:
        spoilt(before, after)
    assert str(caught.value).startswith(what)


@pytest.mark.parametrize(
    "shape", ["<script>1</script>", '<image href="https://exemple.org/a.png"/>', '<g onclick="x()"/>']
)
def test_a_drawing_holds_shapes_only(spoilt, shape):
    with pytest.raises(AuthorError, match="runs or fetches"):
        spoilt("</svg>", f"{shape}</svg>", "bouton.svg")


def test_a_torn_drawing_is_refused(spoilt):
    with pytest.raises(AuthorError, match="not well formed"):
        spoilt("</svg>", "", "bouton.svg")


@pytest.fixture(scope="module")
def replayed():
    return next(scene for scene in compile_scenes(SCENES) if scene["id"] == "rue-rejouee")["public"]


def test_replayed_the_button_helps_one_passer_and_loses_another(replayed):
    changed = {
        passer["id"]: {row[column][1][1] - row[column][0][1] for row in replayed["outcomes"]} - {0}
        for column, passer in enumerate(replayed["passers"])
    }
    assert {name: amounts for name, amounts in changed.items() if amounts} == {"lea": {3200}, "samira": {-1980}}


def test_replayed_choosing_in_front_of_whom_beats_everybody_who_beats_nobody(replayed):
    best = max(replayed["opening"]["positions"], key=lambda position: position["till"])
    row = replayed["outcomes"][replayed["opening"]["positions"].index(best)]
    everybody = sum(pressed[1] for _, pressed in row)
    chosen = sum(max(calm[1], pressed[1]) for calm, pressed in row)
    assert best["till"] < everybody < chosen
    for cents in (best["till"], everybody, chosen):
        assert f"{cents // 100},{cents % 100:02}" in replayed["account"]


def test_a_guide_asks_in_the_author_s_order_and_ends(public, replayed):
    assert [step for step, _ in public["guide"]] == ["press", "hours", "regret", "end"]
    assert [step for step, _ in replayed["guide"]] == ["help", "hours", "harm", "end"]


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [
        ('hesitates = "about-you"', 'hesitates = "doubts"', "rue-rejouee.toml, rue-rejouee, passer samira: hesitates"),
        ('favourite = "supermarche"', 'favourite = "gare"', "rue-rejouee.toml, rue-rejouee: no rival is called 'gare'"),
        ("closes = 20", "shuts = 20", "rue-rejouee.toml, rue-rejouee, rival supermarche: unknown key 'shuts'"),
    ],
)
def test_a_slip_about_rivals_and_hesitation_says_where_and_what(spoilt, before, after, what):
    with pytest.raises(AuthorError) as caught:
        spoilt(before, after, "rue-rejouee.toml")
    assert str(caught.value).startswith(what)


def test_a_guide_asks_for_nothing_that_cannot_happen(spoilt):
    with pytest.raises(AuthorError, match="bouton, guide: 'help' never happens"):
        spoilt('press = "Choisissez', 'help = "Choisissez')
