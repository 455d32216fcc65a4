"""Every exercise keeps what it declares: starters, solutions, mistakes, sentences. The declarations are the cases."""

from random import Random

import pytest

from denouement.catalogue import unseal
from denouement.exercises.feedback import feedback
from denouement.exercises.judging import judge
from denouement.exercises.probe import local_probe
from denouement.exercises.registry import exercises
from denouement.exercises.running import fresh, run

EXERCISES = list(exercises().values())
MISTAKES = [(e, m) for e in EXERCISES for m in e.mistakes]
SEEDS = range(3)

each_exercise = pytest.mark.parametrize("exercise", EXERCISES, ids=lambda e: e.id)


def verdict(exercise, item, code, seed=0):
    return judge(exercise, local_probe(fresh(item["public"]["setup"], code), Random(seed)))


def test_the_book_and_the_code_name_the_same_exercises(items):
    assert list(items) == list(exercises())


@each_exercise
def test_an_untouched_starter_runs_and_is_still_to_do(exercise, items):
    names = {}
    public = items[exercise.id]["public"]
    assert run(public["setup"], names) is None and run(public["starter"], names) is None
    found = judge(exercise, local_probe(names))
    assert (found.status, found.key) == ("not_attempted", "exercise.todo")


@each_exercise
@pytest.mark.parametrize("seed", SEEDS)
def test_the_solution_of_the_book_passes(exercise, seed, items):
    solution = unseal(items[exercise.id]["sealed"])["solution"]
    assert verdict(exercise, items[exercise.id], solution, seed).key == "reussi"


@each_exercise
@pytest.mark.parametrize("seed", SEEDS)
def test_at_least_two_other_solutions_pass(exercise, seed, items):
    assert len(set(exercise.solutions)) >= 2
    for code in exercise.solutions:
        assert verdict(exercise, items[exercise.id], code, seed).key == "reussi"


@pytest.mark.thorough
@pytest.mark.parametrize(("exercise", "mistake"), MISTAKES, ids=lambda v: getattr(v, "key", getattr(v, "id", "")))
def test_known_mistakes_are_refused_with_their_own_feedback(exercise, mistake, items):
    for seed in SEEDS:
        found = verdict(exercise, items[exercise.id], mistake.code, seed)
        assert (found.status, found.key) == (mistake.status, mistake.key), f"seed {seed}"
        said = feedback(items[exercise.id], found)
        assert said.key == mistake.key, said.text  # every hole of the sentence was filled


@pytest.mark.thorough
@each_exercise
def test_no_draw_takes_a_mistake_for_another_or_for_a_solution(exercise, items):
    """Judges draw at random: what three draws tell apart, a rare one might not."""
    told = [(code, "reussi") for code in exercise.solutions]
    told += [(mistake.code, mistake.key) for mistake in exercise.mistakes]
    for code, key in told:
        assert {verdict(exercise, items[exercise.id], code, seed).key for seed in range(3, 28)} == {key}, code


@each_exercise
def test_at_least_three_mistakes_have_a_sentence_of_their_own(exercise, items):
    sentences = unseal(items[exercise.id]["sealed"])["feedback"]
    assert len(sentences) >= 4 and len(set(sentences.values())) == len(sentences)


@each_exercise
def test_a_failed_check_can_be_seen_again_by_typing_its_example(exercise, items):
    for mistake in exercise.mistakes:
        names = fresh(items[exercise.id]["public"]["setup"], mistake.code)
        found = judge(exercise, local_probe(names, Random(1)))
        if "exemple" in found.params and found.params["obtenu"] != "None":
            run(f"again = {found.params['exemple']}", names)
            assert "again" in names


@each_exercise
@pytest.mark.parametrize(
    ("code", "key"),
    [
        ("class Liar:\n    __eq__ = lambda *a: True\n    __hash__ = None\ndef {}(*a, **k): return Liar()", "odd.type"),
        ("class Liar(str):\n    __eq__ = lambda *a: True\n    __hash__ = None\ndef {}(*a): return Liar()", "odd.type"),
        ("class Liar(float):\n    __sub__ = lambda *a: 0.0\ndef {}(*a): return Liar(1)", "odd.type"),
        ("def {}(*a): return (x for x in [1])", "odd.type"),
        ("def {}(*a): return [0] * 20_000", "odd.size"),
        ("def {}(*a):\n    a = []\n    a.append(a)\n    return a", "odd.size"),
        ("def {}(*a): return 10 ** 400", "odd.size"),
        ("def {}(*a): return float('nan')", "odd.nan"),
        ("def {}(*a): return {{1: 2}}", "odd.key"),
        ("{} = 12", "not-callable"),
    ],
)
def test_what_is_not_plain_is_refused_and_said(exercise, code, key, items):
    found = verdict(exercise, items[exercise.id], code.format(exercise.names[0]))
    assert (found.status, found.key) == ("failed", f"exercise.{key}")
    assert feedback(items[exercise.id], found).text.startswith("à revoir — ")


@each_exercise
def test_a_function_that_is_not_finished_is_still_to_do(exercise, items):
    found = verdict(exercise, items[exercise.id], f"def {exercise.names[0]}(*a):\n    print(1)\n    return ...")
    assert (found.status, found.key) == ("not_attempted", "exercise.todo")


@each_exercise
def test_a_name_that_does_not_exist_is_still_to_do(exercise):
    found = judge(exercise, local_probe({}))
    assert (found.status, found.key) == ("not_attempted", "exercise.missing")
