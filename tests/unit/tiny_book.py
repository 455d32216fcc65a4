"""A book of one chapter and one exercise, small enough to be broken one line at a time."""

import ast
from pathlib import Path

from denouement.notebooks import execution

FRONT = """---
kernelspec: {name: python3, display_name: Python 3}
jupytext: {text_representation: {extension: .md, format_name: myst}}
denouement:
  number: 3
---
"""

CHAPTER = (
    FRONT
    + """
# Le pain : l'affaire

```{objectives}
```

(etape-besoin)=
## Le besoin, d'abord

% une note pour l'auteur
Le {term}`besoin` coûte 12 000 € ; voir {cite}`huff` et {doc}`../glossaire`.

```{code-cell} python
:id: pain-prix
print(fr(12000), "€")
```

```{item} pain-courbe
```

Après la courbe.

## Le reste

````{admonition} L'affaire du jour
:class: case

Une phrase : « oui ».

```{item} pain-question
:placement: rappel-03
```

Une autre.
````

```{item} pain-question
```

```{reveal} pain-question
```

```{figure} rue.svg
:alt: Une rue : vide

La rue, à 8 h.
```

```{exercise} pain-somme
```

Voir {ref}`la suite <etape-besoin>`, {ref}`etape-besoin`, [l'exercice](../exercises/03-pain.md), [ici](#etape-besoin).
"""
)

EXERCISE = (
    FRONT
    + """
# Coder : le pain

## Additionner

Écrivez `somme(a, b)` : la somme.

```{code-cell} python
:id: pain-somme
def somme(a, b):
    # BEGIN SOLUTION
    return a + b
    # END SOLUTION
    # STARTER ...
```

```{code-cell} python
:id: pain-somme-check
print("à faire" if somme(1, 2) is None else "réussi")
```

```{wording} pain-somme
points = 1
```

```{code-cell} python
:id: pain-corrige
:tags: [solution]
print(somme(2, 2))
```
"""
)

QUESTIONS = """chapter = "03-pain"
[[objective]]
id = "vendre"
kind = "selling"
text = "dire ce que l'on vend : du pain"
"""

SOURCES = """[[source]]
id = "huff"
short = "Huff, 1963"
full = "Huff (1963)"
status = "V2"
status_text = "lu ailleurs"
"""

ITEMS = {
    "pain-question": {"id": "pain-question", "kind": "quiz", "chapter": "03-pain", "public": {"plain": "Quel pain ?"}},
    "pain-courbe": {"id": "pain-courbe", "kind": "chart", "chapter": "03-pain", "public": {"title": "Courbe"}},
    "pain-somme": {"id": "pain-somme", "kind": "exercise", "chapter": "03-pain", "public": {"label": "Additionner"}},
}

FILES = {
    "_toc.yml": "format: jb-book\nroot: index\nchapters:\n  - file: chapters/03-pain\n  - file: glossaire\n",
    "book/fr/index.md": "# Accueil\n",
    "book/fr/glossaire.md": "# Les mots du pain\n",
    "book/fr/sources.toml": SOURCES,
    "book/fr/questions/03-pain.toml": QUESTIONS,
    "book/fr/chapters/rue.svg": "<svg/>",
    "book/fr/chapters/03-pain.md": CHAPTER,
    "book/fr/exercises/03-pain.md": EXERCISE,
}


def tiny_book(root: Path, **changed: str) -> Path:
    """Writes the book under `root`; `chapter=`, `exercise=` or `toc=` replace a file."""
    names = {"chapter": "book/fr/chapters/03-pain.md", "exercise": "book/fr/exercises/03-pain.md", "toc": "_toc.yml"}
    for name, content in {**FILES, **{names[key]: text for key, text in changed.items()}}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return root


def without_items(text: str) -> str:
    """A chapter whose cells run anywhere: its `{item}` directives, which need the compiled course, taken out."""
    lines, kept, skipping = text.splitlines(), [], False
    for line in lines:
        skipping = skipping or line.startswith("```{item}")
        if not skipping:
            kept.append(line)
        skipping = skipping and line != "```"
    return "\n".join(kept) + "\n"


def run_without_kernel(monkeypatch):
    """Cells are given the output their item promises, as a kernel would."""

    def run(notebook, folder, where, on_stall):
        ran.append(where)
        done = [
            {**cell, "outputs": [shown(cell["source"])] if cell["source"].startswith("show") else []}
            if cell["cell_type"] == "code" and not cell["metadata"]
            else cell
            for cell in notebook["cells"]
        ]
        return {**notebook, "cells": execution._numbered(done)}

    def shown(source):
        item = ITEMS[ast.literal_eval(source[5:].split(",")[0].rstrip(")"))]
        data = {"text/plain": f"[{item['id']}] {item['public']['plain']}"}
        return {"output_type": "execute_result", "data": data, "metadata": {}}

    ran = []
    monkeypatch.setattr(execution, "run", run)
    return ran
