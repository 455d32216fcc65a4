"""Every way an author can go wrong on the way to a notebook: file, place, remedy, nothing written."""

import pytest
from tests.unit.tiny_book import CHAPTER, EXERCISE, FILES, ITEMS, run_without_kernel, tiny_book

from denouement.notebooks import __main__

CODE = "```{code-cell} python\n:id: pain-prix\n"
AGAIN = "```{code-cell} python\n:id: pain-prix\n2\n```\n"


def chapter(old, new):
    assert old in CHAPTER
    return {"chapter": CHAPTER.replace(old, new)}


def exercise(old, new):
    assert old in EXERCISE
    return {"exercise": EXERCISE.replace(old, new)}


# fault -> what is changed, where its line begins (None: no line is said), what is said of it
BROKEN = {
    "unknown directive": (
        chapter("```{objectives}", "```{note}"),
        "```{note}",
        "unknown directive {note} in a notebook; use one of admonition,",
    ),
    "unknown role": (
        chapter("{term}", "{abbr}"),
        "Le {abbr}",
        "unknown role {abbr} in a notebook; use {term}, {cite}, {doc} or {ref}",
    ),
    "unknown role in an admonition": (chapter("Une autre.", "{abbr}`x`."), "{abbr}", "unknown role {abbr}"),
    "unknown item": (
        chapter("{item} pain-courbe", "{item} pain-courbee"),
        "```{item} pain-courbee",
        "no item is called 'pain-courbee'; did you mean 'pain-courbe'?",
    ),
    "unknown item revealed": (
        chapter("{reveal} pain-question", "{reveal} zzz"),
        "```{reveal} zzz",
        "no item is called 'zzz'; declare it in book/fr",
    ),
    "unknown source": (
        chapter("`huff`", "`hufff`"),
        "Le {term}",
        "no source is called 'hufff'; add it to book/fr/sources.toml",
    ),
    "unknown page": (chapter("`../glossaire`", "`../lexique`"), "Le {term}", "there is no page '../lexique'"),
    "unknown label": (
        chapter("{ref}`etape-besoin`", "{ref}`etape-2`"),
        "Voir {ref}",
        "no label is called 'etape-2'; write (etape-2)= above a heading",
    ),
    "missing file": (
        chapter("{figure} rue.svg", "{figure} place.svg"),
        "```{figure}",
        "there is no file place.svg; mend the address",
    ),
    "figure without alt": (
        chapter(":alt: Une rue : vide\n", ""),
        "```{figure}",
        "figure without a text alternative; write :alt:",
    ),
    "admonition of no class": (
        chapter(":class: case", ":class: tip"),
        "````{admonition}",
        "unknown :class: tip; use one of promise, case",
    ),
    "admonition without a title": (
        chapter("{admonition} L'affaire du jour", "{admonition}"),
        "````{admonition}",
        "admonition without a title",
    ),
    "cell without id": (
        chapter(":id: pain-prix\n", ""),
        "```{code-cell}",
        "code cell without id; write `:id: a-name`",
    ),
    "magic": (
        chapter('print(fr(12000), "€")', "%matplotlib inline"),
        "```{code-cell}",
        "the code is not Python (line 1 of the cell: invalid syntax); mend it; magics",
    ),
    "unknown tag": (
        chapter(CODE, f"{CODE}:tags: [skip]\n"),
        "```{code-cell}",
        "unknown tag 'skip'; use nbval-ignore-output or solution",
    ),
    "same item twice": (
        {"chapter": f"{CHAPTER}\n## Bis\n\n```{{item}} pain-question\n```\n"},
        "## Bis\n\n",
        "the cell id 'item-pain-question' is already used (book/fr/chapters/03-pain.md, line ",
    ),
    "same cell id in a file": (
        {"chapter": f"{CHAPTER}\n## Bis\n\n{AGAIN}"},
        "## Bis\n\n",
        "the cell id 'pain-prix' is already used at line ",
    ),
    "same cell id across files": (
        {"exercise": f"{EXERCISE}\n## Bis\n\n{AGAIN}"},
        "## Bis\n\n",
        "the cell id 'pain-prix' is already used (book/fr/chapters/03-pain.md, line ",
    ),
    "broken front matter": (
        chapter("denouement:\n", "denouement: [\n"),
        "denouement: [\n",
        "the front matter is not valid YAML",
    ),
    "no front matter": ({"chapter": "# Titre\n"}, "# Titre", "no front matter; copy the lines"),
    "unclosed fence": (
        {"chapter": f"{CHAPTER}\n## Bis\n\n```{{item}} pain-question\n"},
        "## Bis\n\n",
        "the fence ```{item} pain-question is not closed; add a line ```",
    ),
    "unclosed marker": (
        exercise("    # END SOLUTION\n", ""),
        "```{code-cell}",
        "# BEGIN SOLUTION is not closed (line 2); add # END SOLUTION",
    ),
    "no starter": (
        exercise("    # STARTER ...\n", ""),
        "```{code-cell}",
        "exercise without a starter (line 2); add a line",
    ),
    "no solution": (
        exercise("    return a + b\n", ""),
        "```{code-cell}",
        "exercise without a solution (line 2); write it",
    ),
    "chapter missing from the table of contents": (
        {"toc": FILES["_toc.yml"].replace("  - file: chapters/03-pain\n", "")},
        None,
        "book/fr/chapters/03-pain.md: this page is missing from _toc.yml; add `- file: chapters/03-pain` to it",
    ),
    "entry of the table of contents without a file": (
        {"toc": FILES["_toc.yml"] + "  - file: chapters/04-suite\n"},
        None,
        "_toc.yml, chapters/04-suite: there is no file book/fr/chapters/04-suite.md; write that page",
    ),
    "broken table of contents": ({"toc": "format: [\n"}, None, "_toc.yml, line 2: not valid YAML"),
}


def place(changed, begins):
    """`file, line` of where `begins` ends its last line break, or begins when it has none inside."""
    ((name, text),) = changed.items()
    end = text.index(begins) + len(begins) if begins.endswith("\n") else text.index(begins)
    return f"book/fr/{name}s/03-pain.md, line {text.count(chr(10), 0, end) + 1}"


@pytest.mark.parametrize("fault", BROKEN)
def test_an_author_error_says_where_what_and_the_remedy_and_writes_nothing(tmp_path, monkeypatch, capsys, fault):
    changed, begins, message = BROKEN[fault]
    root, ran = tiny_book(tmp_path, **changed), run_without_kernel(monkeypatch)
    monkeypatch.setattr("denouement.notebooks.compile_book", lambda root, parts: ITEMS)
    assert __main__.main(["--root", str(root)]) == 2
    said = capsys.readouterr().err
    where = f"denouement : {place(changed, begins)}" if begins else "denouement"
    assert said.startswith(where)
    assert message in said and said.count("\n") == 1
    assert ran == [] and not list(root.rglob("*.ipynb")) and not (root / "book" / "items.lock").exists()
