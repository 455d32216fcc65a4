"""`denouement proofread`: each fault planted in a small book is found, on its line; a clean book passes."""

import pytest

from denouement.cli import main
from denouement.errors import AuthorError, DenouementError
from denouement.notebooks.book import references
from denouement.proofreading import exceptions, grammar
from denouement.proofreading.book import Reader
from denouement.proofreading.command import STAMP, proofread
from denouement.proofreading.references import Pointers

CHAPTER = """# Le pain

Mathieu vend du pain, et {cite}`huff` l'a dit : l'accord vient *avant*.

## Une étape

```{admonition} L'affaire du jour
:class: case

Un {term}`besoin` suffit.
```

- Voir [la suite](../glossaire.md).
- Voir {doc}`../glossaire` et <https://exemple.fr/page>.
"""
QUESTIONS = '''[[question]]
id = "pain-un"
text = "Le client vient {n} fois."
explanation = """
La première phrase est courte. \\
La deuxième aussi.
"""
'''
GLOSSARY = """# Glossaire

```{glossary}
besoin
  Ce que le client veut.
```
"""
SOURCES = '[[source]]\nid = "huff"\nshort = "Huff"\nfull = "D. Huff."\nstatus_text = "lu"\nsays = "Un modèle."\n'
FILES = {
    "book/fr/chapters/03-pain.md": CHAPTER,
    "book/fr/questions/03-pain.toml": QUESTIONS,
    "book/fr/glossaire.md": GLOSSARY,
    "book/fr/sources.toml": SOURCES,
    "book/fr/mots.txt": "# Les mots.\nHuff  # un auteur\n",
    "book/fr/relecture.toml": "",
    "CHANGELOG.md": "# Journal\n",
    "docs/authors.md": "# Écrire\n",
}
LONG = " et ".join(["le client vient le matin"] * 8)
# What is planted: (file, line, what stands there, what is written instead, the rule that must say so).
FAULTS = {
    "spelling": ("chapters/03-pain.md", 3, "Mathieu", "Mathieu, boulangger,", "orthographe: « boulangger »"),
    "spelling in an admonition": ("chapters/03-pain.md", 10, "suffit", "sufit", "orthographe: « sufit »"),
    "spelling in a title": ("chapters/03-pain.md", 5, "étape", "étappe", "orthographe: « étappe »"),
    "grammar": ("questions/03-pain.toml", 3, "Le client vient", "Les clients vient", "gv2__conj_les_nom"),
    "grammar in a later line": ("questions/03-pain.toml", 6, "La deuxième aussi", "Les client sont là", "g3__gn_les"),
    "apostrophe": ("chapters/03-pain.md", 3, "l'accord", "l´accord", "apostrophe: « ´ »"),
    "apostrophe and space": ("chapters/03-pain.md", 3, "l'accord", "l' accord", "apostrophe"),
    "decimal point": ("questions/03-pain.toml", 3, "{n} fois", "3.5 fois", "virgule-decimale: « 3.5 »"),
    "quotes": ("chapters/03-pain.md", 10, "suffit", 'suffit "vraiment"', "guillemets"),
    "guillemet left open": ("chapters/03-pain.md", 10, "suffit", "« suffit", "paire"),
    "no space before": ("questions/03-pain.toml", 3, "fois.", "fois!", "espace-avant"),
    "per cent": ("questions/03-pain.toml", 3, "{n} fois", "30% du temps", "espace-unite"),
    "thousands": ("questions/03-pain.toml", 3, "{n} fois", "12000 fois", "milliers"),
    "hyphen for a dash": ("chapters/03-pain.md", 10, "suffit", "suffit - dit-on -", "tiret"),
    "minus": ("questions/03-pain.toml", 3, "{n} fois", "-5 fois", "moins: « - »"),
    "dots": ("chapters/03-pain.md", 10, "suffit.", "suffit...", "suspension"),
    "length": ("chapters/03-pain.md", 10, "suffit", f"suffit quand {LONG}", "longueur"),
    "length in a later sentence": ("questions/03-pain.toml", 6, "La deuxième aussi", LONG.capitalize(), "longueur"),
    "source": ("chapters/03-pain.md", 3, "`huff`", "`hufff`", "renvoi: « {cite}`hufff` »: no source"),
    "term": ("chapters/03-pain.md", 10, "`besoin`", "`envie`", "renvoi: « envie »: no such term"),
    "page": ("chapters/03-pain.md", 14, "../glossaire", "../lexique", "there is no page '../lexique'"),
    "file": ("chapters/03-pain.md", 13, "../glossaire.md", "glossaire.md", "there is no file glossaire.md"),
    "address": ("chapters/03-pain.md", 14, "https://exemple.fr/page", "http://exemple.fr/page", "begins with https"),
    "unused word": ("mots.txt", 3, "# un auteur", "# un auteur\nReilly", "plus personne n'écrit ce mot"),
}
OPEN = ("chapters/03-pain.md", 10, "suffit", "« suffit")


def plant(root, file="", line=0, stands="", written=""):
    """The small book under `root`, `stands` replaced on one line of one of its files."""
    for name, text in FILES.items():
        if name == f"book/fr/{file}":
            lines = text.split("\n")
            number = min(line, len(lines)) - (file == "mots.txt")
            assert stands in lines[number - 1]
            lines[number - 1] = lines[number - 1].replace(stands, written)
            text = "\n".join(lines)
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    """What Grammalecte says of every sentence of these tests: it starts once, not once a test."""
    texts = []
    for fault in ((), *(fault[:4] for fault in FAULTS.values()), OPEN):
        root = tmp_path_factory.mktemp("planted")
        plant(root, *fault)
        texts += [passage.text for passage in Reader(root, Pointers(root, references(root))).passages()]
    kept = tmp_path_factory.mktemp("cache") / "grammalecte.json"
    grammar.ask(texts, kept)
    return kept


@pytest.fixture
def reread(tmp_path, cache, monkeypatch, capsys):
    """Plants a fault, runs the command; what it printed and its exit code."""
    monkeypatch.setattr(grammar, "CACHE", cache)

    def run(*fault):
        plant(tmp_path, *fault)
        code = main(["--root", str(tmp_path), "proofread"])
        return code, capsys.readouterr().out

    return run


def test_a_clean_book_passes_and_is_not_read_twice(reread, tmp_path):
    assert reread() == (0, "Le français est relu : rien à corriger.\n")
    assert reread() == (0, "Le français est relu.\n")
    assert (tmp_path / STAMP).is_file()


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_found_on_its_line(reread, fault):
    file, line, stands, written, said = FAULTS[fault]
    code, out = reread(file, line, stands, written)
    assert code == 2
    found = [remark for remark in out.splitlines() if remark.startswith(f"book/fr/{file}:{line}: ") and said in remark]
    assert found, out


def test_a_fault_once_mended_is_no_longer_said(reread):
    assert reread(*FAULTS["spelling"][:4])[0] == 2
    assert reread()[0] == 0


def test_without_grammalecte_it_fails_with_the_remedy_and_never_skips(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("DENOUEMENT_GRAMMALECTE", str(tmp_path))
    plant(tmp_path)
    assert main(["--root", str(tmp_path), "proofread"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err == f"denouement : {grammar.REMEDY}\n"


def test_when_grammalecte_breaks_it_says_so(tmp_path, monkeypatch):
    package = tmp_path / "grammalecte"
    (package / "fr").mkdir(parents=True)
    (package / "__init__.py").write_text("raise ImportError('un rouage manque')")
    (package / "fr" / "__init__.py").touch()
    (package / "fr" / "gc_rules.py").touch()
    monkeypatch.setenv("DENOUEMENT_GRAMMALECTE", str(tmp_path))
    with pytest.raises(DenouementError, match="un rouage manque"):
        grammar.ask(["Bonjour."], tmp_path / "cache.json")
    assert not (tmp_path / "cache.json").exists()


REMARK = '[[remark]]\nrule = "{rule}"\nexcerpt = "{excerpt}"\ntext = "{text}"\nreason = "Parce que."\n'


def remarked(root, rule, excerpt, text):
    plant(root, *OPEN)
    (root / "book/fr/relecture.toml").write_text(REMARK.format(rule=rule, excerpt=excerpt, text=text), encoding="utf-8")
    return [finding.rule for finding in proofread(root)]


def test_a_remark_excuses_what_it_names_and_nothing_else(tmp_path, cache, monkeypatch):
    monkeypatch.setattr(grammar, "CACHE", cache)
    assert remarked(tmp_path, "paire", "«", "besoin « suffit") == []
    assert remarked(tmp_path, "pa*", "«", "l'autre phrase") == ["paire", "remarque"]
    assert remarked(tmp_path, "tiret", "«", "suffit") == ["paire", "remarque"]
    assert remarked(tmp_path, "paire", "»", "suffit") == ["paire", "remarque"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Zoé\nAlice\n", "'Alice' stands after 'Zoé'; keep the list in alphabetical order"),
        ("Zoé\nZoé\n", "'Zoé' stands after 'Zoé'"),
        ("deux mots\n", "line 1: not one word"),
    ],
)
def test_the_list_of_words_is_kept_in_order(tmp_path, words, said):
    path = tmp_path / "mots.txt"
    path.write_text(words, encoding="utf-8")
    with pytest.raises(AuthorError) as error:
        exceptions.read_words(path)
    assert said in str(error.value)


def test_a_remark_says_why(tmp_path):
    path = tmp_path / "relecture.toml"
    path.write_text('[[remark]]\nrule = "tiret"\nexcerpt = "-"\n', encoding="utf-8")
    with pytest.raises(AuthorError, match="no reason"):
        exceptions.read_remarks(path)
