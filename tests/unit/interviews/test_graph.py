"""The walk of an interview: every state once, conditional replies, scores, loops refused."""

import pytest

from denouement.compiler.interviews import compile_interview
from denouement.errors import AuthorError
from denouement.interviews.graph import walk
from denouement.interviews.load import read_interview

TEXT = """
id = "essai"
chapter = "05-exprimer"
title = "Essai"
text = "Une cliente."
opening = "Bonjour."
start = "un"
gauge = [{ id = "trust", label = "confiance", max = 2, start = 0 }]
need = [{ id = "bruit", text = "moins de bruit" }]

[[turn]]
id = "un"
[[turn.choice]]
id = "a"
text = "Qu'est-ce qui vous gêne ?"
style = "problem"
open = true
comment = "…"
reply = [{ says = "Le bruit.", moves = { trust = 2 }, goes = "deux" }]
[[turn.choice]]
id = "b"
text = "Notre machine est silencieuse."
style = "product"
comment = "…"
reply = [{ says = "Ah.", moves = { trust = -5 }, goes = "deux" }]

[[turn]]
id = "deux"
[[turn.choice]]
id = "a"
text = "Qu'y gagneriez-vous ?"
style = "need"
comment = "…"
reply = [
  { when = { trust = [2, 2] }, says = "Des nuits.", reveals = "bruit", goes = "vente" },
  { says = "Je ne sais pas.", goes = "rien" },
]
[[turn.choice]]
id = "b"
text = "On signe ?"
style = "close"
comment = "…"
reply = [{ says = "Non.", goes = "rien" }]

[[ending]]
id = "vente"
kind = "fitting"
title = "Vendu"
text = "Bien."
score = 50
per = { need = 20, trust = 10 }
[[ending]]
id = "rien"
kind = "lost"
title = "Rien"
text = "Dommage."
score = 10
"""


def read(tmp_path, text=TEXT):
    path = tmp_path / "essai.toml"
    path.write_text(text, encoding="utf-8")
    return read_interview(path)


def test_ways_that_meet_are_one_state(tmp_path):
    graph = walk(read(tmp_path))
    # un; deux with trust 2 or 0 (a gauge never leaves its bounds); vente; rien with trust 2 or 0
    assert len(graph.steps) == 6
    assert ("deux", (0,), frozenset()) in graph.steps


def test_a_reply_depends_on_what_the_buyer_has_become(tmp_path):
    said, end = walk(read(tmp_path)).best_path()
    assert [step.reply.says for step in said] == ["Le bruit.", "Des nuits."]
    assert end == ("vente", (2,), frozenset({"bruit"}))
    assert walk(read(tmp_path)).score(end) == 50 + 20 + 2 * 10


def test_the_compiled_table_replays_the_walk(tmp_path):
    from denouement.catalogue import unseal

    interview = read(tmp_path)
    graph, sealed = walk(interview), unseal(compile_interview(interview)["sealed"])
    states = list(graph.steps)
    assert len(sealed["states"]) == len(states)
    for state, row in zip(states, sealed["states"], strict=True):
        if graph.is_ending(state):
            assert row == [-1 - list(interview.endings).index(state[0]), graph.score(state)]
        else:
            assert [states[to] for _, to in row[1:]] == [step.to for step in graph.steps[state]]
    assert sealed["best"] == 90


FAULTS = {
    "a loop": (TEXT.replace('goes = "rien" }]', 'goes = "un" }]'), "loops"),
    "an unknown turn": (TEXT.replace('goes = "deux"', 'goes = "trois"'), "no turn or ending is called 'trois'"),
    "an unknown gauge": (TEXT.replace("moves = { trust = 2 }", "moves = { foi = 2 }"), "no gauge is called 'foi'"),
    "an unknown need": (TEXT.replace('reveals = "bruit"', 'reveals = "prix"'), "no need is called 'prix'"),
    "no reply in some state": (
        TEXT.replace('{ says = "Je ne sais pas.", goes = "rien" },', ""),
        "the last reply has a condition",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_says_where_what_and_the_remedy(tmp_path, fault):
    text, said = FAULTS[fault]
    with pytest.raises(AuthorError, match=said) as error:
        compile_interview(read(tmp_path, text))
    assert str(error.value).startswith("essai.toml")
