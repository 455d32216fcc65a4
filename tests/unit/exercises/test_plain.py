"""Only plain JSON values cross from the learner's code to the judge, and they are never asked who they are."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from denouement.exercises.comparing import same
from denouement.exercises.plain import NotPlain, plain
from denouement.exercises.shown import shown, whole

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**60), 2**60)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=50)
@given(JSON)
def test_a_plain_value_crosses_unchanged(value):
    assert same(json.loads(json.dumps(plain(value))), plain(value))


@settings(max_examples=50)
@given(JSON)
def test_a_value_is_itself_and_shown_on_one_line(value):
    assert same(value, value)
    assert "`" not in shown(value) and len(shown(value)) <= 160 and "\n" not in shown(value)


class Liar(list):
    asked = False

    def __getattribute__(self, name):
        Liar.asked = True
        return object.__getattribute__(self, name)

    def __iter__(self):
        Liar.asked = True
        return iter([0.8, 0.2])

    def __len__(self):
        Liar.asked = True
        return 2


def test_an_object_that_lies_is_refused_without_being_asked_anything():
    with pytest.raises(NotPlain) as caught:
        plain(Liar())
    assert (caught.value.reason, caught.value.detail, Liar.asked) == ("type", "Liar", False)


def test_a_class_cannot_lie_about_its_name():
    class Meta(type):
        __name__ = property(lambda cls: "list")

    with pytest.raises(NotPlain) as caught:
        plain(Meta("Faux", (), {})())
    assert caught.value.detail == "Faux"


@pytest.mark.parametrize(("a", "b"), [(True, 1), (1, True), ("1", 1), ([1], [1, 1]), ({"a": 1}, {"b": 1}), (None, 0)])
def test_what_a_teacher_tells_apart_is_told_apart(a, b):
    assert not same(a, b)


def test_numbers_are_compared_with_tolerance():
    assert same(0.1 + 0.2, 0.3) and same(1, 1.0) and not same(0.667, 2 / 3) and not same(float("nan"), float("nan"))


def test_a_whole_value_can_be_typed_again():
    value = [{"date": "2025-01-01", "accord": ["chose"] * 9}]
    assert eval(whole(value)) == value and "\n" in whole(value)
