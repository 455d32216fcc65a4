"""MyST prose as notebook Markdown: typography where people read, nothing touched where machines do."""

import pytest

from denouement.errors import AuthorError
from denouement.notebooks.ids import LONGEST, fitting, slug
from denouement.notebooks.prose import Setter

NBSP, THIN = "\u00a0", "\u202f"


def role(name, content, where):
    return {"term": content, "cite": "Huff, 1963"}[name]


def link(target, where):
    return None if target.startswith("#") else target


SETTER = Setter("a.md", role, link)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("L'accord à 12 000 € : « oui » ?", f"L’accord à 12{THIN}000{THIN}€{NBSP}: «{NBSP}oui{NBSP}»{THIN}?"),
        ("l'{term}`offre` et l'**objet**", "l’offre et l’**objet**"),
        ("d'après {cite}`huff` ; fin", f"d’après Huff, 1963{THIN}; fin"),
        ("`a ? b : c` ?", f"`a ? b : c`{THIN}?"),
        ("``a ` b ;`` ;", f"``a ` b ;``{THIN};"),
        ("[l'article ?](https://x.fr/l'a?b=1) !", f"[l’article{THIN}?](https://x.fr/l'a?b=1){THIN}!"),
        ("voir [plus haut](#etape-1) ;", f"voir plus haut{THIN};"),
        ("![l'an : oui](l'an.svg) fin", f"![l’an{NBSP}: oui](l'an.svg) fin"),
        ("<span title=\"l'an ;\">l'an</span>", '<span title="l\'an ;">l’an</span>'),
        ("$a ; b$ ; https://x.fr/l'a !", f"$a ; b${THIN}; https://x.fr/l'a{THIN}!"),
        ("un \\* et un mot<!-- l'avis ; --> de plus", "un \\* et un mot de plus"),
        ('[r]: https://x.fr/l\'a "Titre ;"', '[r]: https://x.fr/l\'a "Titre ;"'),
        ("(label)=\n% note\nTexte", "Texte"),
        ("Un\n\n<!-- caché\ncaché -->\n\nDeux", "Un\n\nDeux"),
        ("| l'an | prix |\n|:--|--:|\n| 1 | 2 € |", f"| l’an | prix |\n|:--|--:|\n| 1 | 2{THIN}€ |"),
        ("```text\nl'an ; {item} <!-- x -->\n```", "```text\nl'an ; {item} <!-- x -->\n```"),
        ("- a\n  ```python\n  'l'an ;'\n  ```\n- l'an", "- a\n  ```python\n  'l'an ;'\n  ```\n- l’an"),
    ],
)
def test_typography_is_set_in_prose_only(written, read):
    assert SETTER.markdown(written, 1) == read


def test_setting_twice_changes_nothing():
    once = SETTER.markdown("L'accord à 12 000 € : « oui » ? `x ; y`", 1)
    assert SETTER.markdown(once, 1) == once


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("un\n\n:::{note}\noui\n:::", "a.md, line 12: a directive written with colons; write its fence with backticks"),
        ("un\nmot[^1]", "a.md, line 11: [^1]: a notebook cannot show this; write it out"),
        ("{{ nom }}", "a.md, line 10: {{ nom }}: a notebook cannot show this"),
        ("[](03-pain.md)", "a.md, line 10: the link to 03-pain.md has no text"),
    ],
)
def test_what_a_notebook_cannot_show_is_refused(written, message):
    with pytest.raises(AuthorError) as caught:
        SETTER.markdown(written, 10)
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("L’œuvre : où l'on dîne ?", "l-oeuvre-ou-l-on-dine"),
        ("!!!", "titre"),
        ("un mot " * 20, "un-mot-un-mot-un-mot-un-mot-un-mot-un"),
    ],
)
def test_a_heading_gives_a_readable_id(title, expected):
    assert slug(title) == expected


def test_an_id_too_long_for_the_format_is_cut_and_stays_distinct():
    long = "item-" + "a" * 70
    assert len(fitting(long)) <= LONGEST - 4
    assert fitting(long) != fitting(long + "b")
    assert fitting("item-pain") == "item-pain"
