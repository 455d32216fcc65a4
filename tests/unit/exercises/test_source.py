"""The markers of an exercise cell give a starter and a solution, or one sentence that says what to mend."""

import pytest

from denouement.errors import AuthorError
from denouement.exercises.source import has_markers, split

CELL = """\
def huff(attractions, distances, beta=2):
    # BEGIN SOLUTION
    poids = [a / d**beta for a, d in zip(attractions, distances)]

    return [p / sum(poids) for p in poids]
    # END SOLUTION
    # STARTER ...
# après
"""


def test_starter_replaces_the_solution_with_the_indentation_of_its_line():
    starter, _ = split(CELL, "ici")
    assert starter == "def huff(attractions, distances, beta=2):\n    ...\n# après"


def test_solution_loses_markers_and_starter_and_keeps_blank_lines():
    _, solution = split(CELL, "ici")
    assert solution == (
        "def huff(attractions, distances, beta=2):\n"
        "    poids = [a / d**beta for a, d in zip(attractions, distances)]\n\n"
        "    return [p / sum(poids) for p in poids]\n# après"
    )


def test_a_starter_may_have_several_lines_and_inner_indentation():
    starter, _ = split(
        "# BEGIN SOLUTION\nx = 1\n# END SOLUTION\n# STARTER if True:\n# STARTER     ...\n# STARTER", "ici"
    )
    assert starter == "if True:\n    ...\n"


def test_a_cell_may_hold_two_blocks():
    block = "# BEGIN SOLUTION\n{0} = 1\n# END SOLUTION\n# STARTER {0} = ..."
    starter, solution = split(block.format("a") + "\n" + block.format("b"), "ici")
    assert (starter, solution) == ("a = ...\nb = ...", "a = 1\nb = 1")


BAD = {
    "unclosed": ("# BEGIN SOLUTION\nx = 1\n# STARTER ...", "not closed (line 1)"),
    "unclosed at the end": ("y = 2\n# BEGIN SOLUTION\nx = 1", "not closed (line 2)"),
    "twice opened": (
        "# BEGIN SOLUTION\n# BEGIN SOLUTION\nx = 1\n# END SOLUTION\n# STARTER ...",
        "not closed",
    ),
    "never opened": ("x = 1\n# END SOLUTION\n# STARTER ...", "without a beginning (line 2)"),
    "no starter": ("# BEGIN SOLUTION\nx = 1\n# END SOLUTION\n", "without a starter (line 1)"),
    "first block without starter": (
        "# BEGIN SOLUTION\nx = 1\n# END SOLUTION\n# BEGIN SOLUTION\ny = 1\n# END SOLUTION\n# STARTER ...",
        "without a starter (line 1)",
    ),
    "empty solution": (
        "# BEGIN SOLUTION\n\n  # à venir\n# END SOLUTION\n# STARTER ...",
        "without a solution",
    ),
    "no solution": ("x = 1", "without a solution"),
    "starter first": ("# STARTER ...\n# BEGIN SOLUTION\nx = 1\n# END SOLUTION", "before any solution"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_cell_says_where_what_and_the_remedy(name):
    source, said = BAD[name]
    with pytest.raises(AuthorError) as caught:
        split(source, "03-boulanger.md, huff")
    assert str(caught.value).startswith("03-boulanger.md, huff: ") and said in str(caught.value)
    assert caught.value.remedy


def test_one_marker_is_enough_to_make_an_exercise_cell():
    assert has_markers(CELL) and has_markers("    # STARTER ...")
    assert not has_markers("print('# BEGIN SOLUTION')") and not has_markers("# STARTERS")
