"""What an author can write wrong in a chart's file, and what they are told."""

from pathlib import Path

import pytest

from denouement.charts import ChartModel, Frame, chart_from, read_chart
from denouement.compiler.charts import compile_chart
from denouement.errors import AuthorError


def frame(*, number, place):
    rows = [{"hour": hour, "share": hour * number / 10} for hour in range(3)]
    return Frame(rows, "many" if number > 1 else "one", {"count": number, "share": number / 4})


MODEL = ChartModel(
    levers=("number", "place"),
    columns={"hour": 0, "share": 2},
    frame=frame,
    spec=lambda: {
        "height": 80,
        "mark": "bar",
        "encoding": {"x": {"field": "hour", "type": "ordinal"}, "y": {"field": "share", "type": "quantitative"}},
    },
)


def source(**changes):
    whole = {
        "id": "essai",
        "chapter": "03-boulanger",
        "model": "essai",
        "alt": "Barres pour {count|un pain|des pains} à {place}.",
        "finding": {"one": "Un pain", "many": "{count} pains, {share:1%}"},
        "lever": [
            {"id": "number", "label": "Pains", "values": [1, 2], "start": 2, "unit": "pain|pains"},
            {"id": "place", "label": "Lieu", "values": ["a", "b"], "labels": ["la gare", "le port"], "start": "a"},
        ],
        "column": [{"id": "hour", "label": "Heure", "format": "h"}],
    }
    return {key: value for key, value in (whole | changes).items() if value is not None}


def compiled(**changes):
    return compile_chart(chart_from(source(**changes), "essai.toml", {"essai": MODEL}), Path("nowhere"))


def lever(**changes):
    return [source()["lever"][0] | changes, source()["lever"][1]]


def test_a_right_file_is_read():
    chart = chart_from(source(), "essai.toml", {"essai": MODEL})
    assert chart.title({"number": 2, "place": "a"}) == "2 pains, 50,0\u202f%"
    assert chart.alt({"number": 1, "place": "b"}) == "Barres pour un pain à le port."


WRONG = {
    "unknown model": ({"model": "autre"}, "model = 'autre' is not known; use one of: essai"),
    "unknown key": ({"titre": "x"}, "unknown key 'titre'"),
    "no finding": ({"finding": None}, "no finding"),
    "no alternative": ({"alt": None}, "no alt"),
    "a finding nobody says": ({"finding": {"one": "Un", "many": "Des", "none": "Rien"}}, "no position"),
    "a finding the model says and nobody wrote": ({"finding": {"one": "Un pain"}}, "'many', title has no such key"),
    "an alternative missing for one finding": ({"alt": {"one": "Un pain"}}, "no alt for many"),
    "a hole that nothing fills": ({"alt": "Il reste {invendus}"}, "nothing is called invendus there"),
    "a hole that cannot be read": ({"alt": "Il reste {Invendus!}"}, "cannot be read"),
    "a lever of another model": ({"lever": lever(id="autre")}, "the levers are not those of the model"),
    "no lever": ({"lever": []}, "no lever"),
    "a start that is no value": ({"lever": lever(start=3)}, "start 3 is not one of the values"),
    "a value twice": ({"lever": lever(values=[1, 1])}, "at least two different"),
    "words and numbers": ({"lever": lever(values=[1, "b"], start=1)}, "mix words and numbers"),
    "labels that are too few": ({"lever": lever(labels=["un"])}, "1 labels for 2 values"),
    "a word with a comma": (
        {"lever": [source()["lever"][0], source()["lever"][1] | {"values": ["a,b", "c"]}]},
        "comma",
    ),
    "too many positions": ({"lever": lever(values=list(range(1, 4001)))}, "8000 positions"),
    "an unknown column": ({"column": [{"id": "prix", "label": "Prix"}]}, "id = 'prix' is not known"),
    "a source that is not in sources.toml": (
        {"assumption": [{"text": "x", "status": "sourced", "source": "personne-2020"}]},
        "unknown source 'personne-2020'",
    ),
    "sourced without a source": ({"assumption": [{"text": "x", "status": "sourced"}]}, "sourced, but no source"),
    "a status nobody knows": ({"assumption": [{"text": "x", "status": "sure"}]}, "status = 'sure' is not known"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_file_says_where_what_and_the_remedy(case):
    changes, message = WRONG[case]
    with pytest.raises(AuthorError) as caught:
        compiled(**changes)
    assert message in str(caught.value)
    assert str(caught.value).startswith("essai.toml")
    assert caught.value.remedy


def test_rows_that_differ_from_one_position_to_another_are_refused():
    uneven = ChartModel(
        MODEL.levers,
        MODEL.columns,
        lambda *, number, place: Frame([{"hour": 1, "share": 0}] * number, "one", {"count": 1}),
        MODEL.spec,
    )
    whole = source(finding={"one": "Un"}, alt="x")
    with pytest.raises(AuthorError, match="not the same rows"):
        compile_chart(chart_from(whole, "essai.toml", {"essai": uneven}), Path("nowhere"))


def test_a_figure_that_is_no_number_is_refused():
    broken = ChartModel(
        MODEL.levers,
        MODEL.columns,
        lambda *, number, place: Frame([{"hour": 1, "share": float("nan")}], "one", {"count": 1}),
        MODEL.spec,
    )
    whole = source(finding={"one": "Un"}, alt="x", column=None)
    with pytest.raises(AuthorError, match="column share cannot be kept"):
        compile_chart(chart_from(whole, "essai.toml", {"essai": broken}), Path("nowhere"))


def test_broken_toml_and_a_wrong_file_name_are_said(tmp_path):
    path = tmp_path / "essai.toml"
    path.write_text("id = ", encoding="utf-8")
    with pytest.raises(AuthorError, match="not valid TOML"):
        read_chart(path, {})
    path.write_text('id = "autre"', encoding="utf-8")
    with pytest.raises(AuthorError, match='write id = "essai"'):
        read_chart(path, {})
