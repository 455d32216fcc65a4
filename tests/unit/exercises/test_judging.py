"""A fault of ours is told apart from the learner's; errors are explained in French with the line."""

import pytest

from denouement.catalogue import words
from denouement.exercises.answering import EXPLAINED
from denouement.exercises.core import Exercise, Mistake, Verdict, failed, partly, passed
from denouement.exercises.feedback import feedback
from denouement.exercises.judging import BUG, judge
from denouement.exercises.probe import Probe, local_probe
from denouement.exercises.running import fresh, run

ITEM = {"id": "essai", "sealed": ""}


def exercise(check):
    return Exercise("essai", ("f",), check, (Mistake("", "faux"),), ())


def judged(code, check=lambda probe: passed(x=probe.call("f", 1))):
    return judge(exercise(check), local_probe(fresh(code)))


def said(code):
    return feedback(ITEM, judged(code)).text


def test_an_exception_in_our_check_is_our_bug_and_says_so():
    found = judged("def f(x): return x", check=lambda probe: 1 / 0)
    assert (found.status, found.key) == ("error", BUG)
    assert "notre correction" in feedback(ITEM, found).text
    assert "ZeroDivisionError" in feedback(ITEM, found).text


def test_a_verdict_that_no_mistake_declares_is_our_bug():
    assert judged("def f(x): return x", check=lambda probe: failed("inconnu")).key == BUG
    assert judged("def f(x): return x", check=lambda probe: failed("faux")).key == "faux"


def test_a_sentence_with_a_hole_that_nothing_fills_is_our_bug():
    found = feedback(ITEM, Verdict("failed", "exercise.missing"))
    assert (found.status, found.key) == ("error", BUG)


ERRORS = {
    "NameError": ("return totl", "Ligne 2, return totl. Python ne connaît pas le nom totl."),
    "UnboundLocalError": ("n = n + 1", "n'a encore rien donné".replace("'", "’")),
    "ZeroDivisionError": ("return 1 / 0", "division par zéro"),
    "IndexError": ("return [1][3]", "rien à cette position"),
    "KeyError": ("return {}['prix']", "n’a pas la clé 'prix'"),
    "AttributeError": ("return [].add", "rien qui s’appelle add"),
    "TypeError": ("return 1 + 'a'", "pas du type attendu"),
    "ValueError": ("return int('a')", "ne convient pas"),
    "RecursionError": ("return f(x)", "sans jamais s’arrêter"),
    "ModuleNotFoundError": ("import closing_magique", "le module closing_magique"),
    "ImportError": ("from math import closing", "L’exercice n’en a pas besoin"),
    "OverflowError": ("return 2.0 ** 10_000", "trop grand pour Python"),
    "NotImplementedError": ("raise NotImplementedError", "n’est pas fini"),
    "AssertionError": ("assert x == 2", "assert a échoué"),
    "MemoryError": ("raise MemoryError", "La mémoire est pleine"),
    "SystemExit": ("raise SystemExit", "Retirez cette ligne"),
    "SyntaxError": ("exec('1 +')", "n’arrive pas à lire cette ligne"),
    "IndentationError": ("exec('  1')", "Le retrait"),
    "input": ("raise EOFError", "input"),
    "other": ("raise BufferError", "l’erreur BufferError"),
}


@pytest.mark.parametrize("kind", ERRORS)
def test_an_error_is_explained_in_french_with_its_line(kind):
    line, expected = ERRORS[kind]
    text = said(f"def f(x):\n    {line}\n")
    assert text.startswith("erreur — Ligne ") and expected in text
    assert "f(1)" in text  # the call that led there


def test_every_error_we_recognise_has_a_sentence():
    assert {e.__name__ for e in EXPLAINED} | {"input", "other"} == set(ERRORS)
    assert {k.rsplit(".", 1)[1] for k in words() if k.startswith("exercise.error.")} == set(ERRORS)


def test_an_error_of_a_cell_is_plain_data():
    assert run("x = 1\nif x\n", {}) == {
        "kind": "SyntaxError",
        "type": "SyntaxError",
        "line": 2,
        "source": "if x",
        "name": "",
    }


def test_the_line_is_the_learners_even_when_the_error_stands_deeper():
    assert "Ligne 3, return json.loads(x)." in said("import json\ndef f(x):\n    return json.loads(x)")


def test_what_a_function_prints_while_judged_goes_nowhere(capsys):
    judged("def f(x):\n    print('bruit')\n    return x")
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    "reply",
    ["", "{", "[]", "null", '"passed"', "{}", '{"value": 1e999}', '{"value": ' + "[" * 5000 + "]" * 5000 + "}",
     '{"value": ' + "9" * 5000 + "}", '{"raised": 1}', '{"raised": {"kind": 1}}', '{"odd": "?"}', '{"gone": "x"}',
     '{"missing": 1}', '{"status": "passed"}'],
)  # fmt: skip
def test_a_reply_that_makes_no_sense_is_never_a_success_nor_our_bug(reply):
    found = judge(
        exercise(lambda probe: passed() if probe.call("f", 1) == 1 else failed("faux")), Probe(lambda _: reply)
    )
    assert found.status == "failed" and found.key.startswith("exercise.odd.")


@pytest.mark.parametrize("kind", ["HACKED", "", "exercise.bug", "__class__"])
def test_an_error_of_a_kind_we_do_not_know_is_still_explained(kind):
    reply = {"kind": kind, "type": "T", "line": 3, "source": "`", "name": "n"}
    probe = Probe(lambda _: __import__("json").dumps({"raised": reply}))
    assert feedback(ITEM, judge(exercise(lambda p: passed()), probe)).key == "exercise.error.other"


@pytest.mark.parametrize(("share", "points"), [(0.0, 0), (0.24, 0), (0.25, 1), (0.76, 3), (0.999, 3), (1.2, 3)])
def test_an_answer_that_comes_close_earns_a_share_of_the_points_but_never_all(share, points):
    assert partly("faux", share).points(4) == points
    assert failed("faux").points(4) == 0 and passed().points(4) == 4
    assert Verdict("error", BUG, share=share).points(4) == 0
