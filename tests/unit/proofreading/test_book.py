"""Where each text of the book was written: a remark is worth what its line number is worth."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from denouement.notebooks.book import references
from denouement.proofreading import book, markdown, strings
from denouement.proofreading.holes import filled
from denouement.proofreading.passages import lines_of
from denouement.proofreading.references import Pointers

ROOT = Path(__file__).parents[3]
READER = book.Reader(ROOT, Pointers(ROOT, references(ROOT)))
TABLES = sorted((ROOT / "book" / "fr").rglob("*.toml"))


def values(table):
    if isinstance(table, str):
        yield table
    elif isinstance(table, dict | list):
        for value in table.values() if isinstance(table, dict) else table:
            yield from values(value)


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_texts_of_a_file_are_those_that_toml_reads(path):
    content = path.read_text(encoding="utf-8")
    found = Counter(text.source.text for text in strings.texts(content, path.name))
    assert found == Counter(values(tomllib.loads(content)))


TABLE = '''
id = "essai"  # "rien"
"cle.un" = "Un \\"mot\\", puis\\tdeux."
[[question]]
text = """
Première ligne, \\
suivie, \\
et finie.

Seconde."""
hints = [
  "Un.",
  'Deux "droits".',
]
choice = { label = "Trois." }
'''


def test_a_text_knows_its_table_its_key_and_its_lines():
    texts = {text.source.text: text for text in strings.texts(TABLE, "x.toml", first_line=11)}
    assert list(texts) == [
        "essai",
        'Un "mot", puis\tdeux.',
        "Première ligne, suivie, et finie.\n\nSeconde.",
        "Un.",
        'Deux "droits".',
        "Trois.",
    ]
    text = texts["Première ligne, suivie, et finie.\n\nSeconde."]
    assert (text.table, text.key) == ("question", "text")
    lines = [text.source.line(text.source.text.index(word)) for word in ("Première", "suivie", "et finie", "Seconde")]
    assert lines == [16, 17, 18, 20]
    assert {text.key for text in texts.values()} == {"id", "cle.un", "text", "hints", "label"}
    assert texts['Deux "droits".'].source.line(0) == 23


class Roles:
    def role(self, name, content, line):
        return f"<{name} {content} {line}>"

    def link(self, target, line):
        assert (target, line) == ("https://exemple.fr", 4)


PAGE = """## L'*accord* ?

Une phrase **forte** ({cite}`huff`),
puis [un lien](https://exemple.fr) et `x = 1` : rien.

- un, 12 000 €
- deux

| Titre | Autre |
|---|---|
| — Oui ? | non |

```
pas ceci
```

La fin
vient **ici**.
"""


def test_the_passages_of_a_page_are_what_a_reader_reads():
    read = [(passage.text, passage.line(0)) for passage in markdown.passages(lines_of("x.md", PAGE), Roles())]
    assert read == [
        ("L’accord\u202f?", 1),
        ("Une phrase forte (<cite huff 3>), puis un lien et X\u00a0: rien.", 3),
        ("un, 12\u202f000\u202f€", 6),
        ("deux", 7),
        ("Titre", 9),
        ("Autre", 9),
        ("—\u00a0Oui\u202f?", 11),
        ("non", 11),
        ("La fin vient ici.", 17),
    ]


def test_each_word_of_a_passage_stands_on_the_line_where_it_was_written():
    passages = list(markdown.passages(lines_of("x.md", PAGE), Roles()))
    assert [passages[1].line(passages[1].text.index(word)) for word in ("phrase", "lien", "rien")] == [3, 4, 4]
    assert [passages[-1].line(passages[-1].text.index(word)) for word in ("fin", "ici")] == [17, 18]


def test_holes_are_filled_as_a_page_would_and_lines_are_kept():
    source = 'text = """\n{n} {n|vente|ventes} à {heure:h}, {part:%} de {qui} ; \\\n{n:1} en moyenne."""\n'
    (passage,) = READER.table(source, "x.toml")
    assert passage.text.replace("\u00a0", " ") == "3 ventes à 9 h 30, 52\u202f% de 3\u202f; 3,5 en moyenne."
    assert [passage.line(passage.text.index(word)) for word in ("ventes", "de", "moyenne")] == [2, 2, 3]
    assert filled("{n} réponse", {}, "1")[0] == "1 réponse"


def test_names_that_only_the_program_reads_are_left_out():
    source = '[[question]]\nid = "boulanger-zone"\nkind = "single"\ntext = "Oui ?"\n'
    assert [passage.text for passage in READER.table(source, "x.toml")] == ["Oui\u202f?"]


def test_every_kind_of_file_of_the_book_is_read():
    pointers = Pointers(ROOT, references(ROOT))
    files = Counter(passage.file for passage in book.Reader(ROOT, pointers).passages())
    expected = {path.relative_to(ROOT).as_posix() for path in book.files(ROOT)}
    assert expected - set(files) <= {"book/fr/evaluation.md"}, "a file of the book gives no passage"
    assert {Path(file).parent.name for file in files} >= {
        *("chapters", "exercises", "instructor", "questions", "charts", "labs", "interviews", "scenes", "tests", "fr")
    }
    assert pointers.findings == []
