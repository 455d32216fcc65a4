"""A MyST text notebook read as blocks."""

import pytest

from denouement.errors import AuthorError
from denouement.source import Code, Directive, Prose, blocks, literal_lines, parse

WHOLE = """---
kernelspec: {name: python3}
---
# Titre

Du texte.

```{code-cell} python
:id: huff-temoin
:tags: [solution]

print(1)
```

````{admonition} Le cas
:class: case

Une phrase.

```{item} boulanger-zone
:placement: rappel-05
```
````

Fin.
+++
Après la coupure.
"""


def test_blocks_keep_their_order_and_their_lines():
    found = parse(WHOLE, "a.md")
    assert found.front == {"kernelspec": {"name": "python3"}}
    assert [(type(b), b.line) for b in found.blocks] == [
        (Prose, 4), (Code, 8), (Directive, 15), (Prose, 25), (Prose, 27),
    ]  # fmt: skip
    assert found.codes == (Code("huff-temoin", "print(1)", 8, ("solution",)),)


def test_a_directive_gives_its_options_and_its_body_as_blocks():
    (box,) = parse(WHOLE, "a.md").directives("admonition")
    assert (box.argument, box.options) == ("Le cas", {"class": "case"})
    assert list(blocks(box.body, "a.md", box.body_line)) == [
        Prose("Une phrase.", 18),
        Directive("item", "boulanger-zone", {"placement": "rappel-05"}, "", 20, 22),
    ]


def test_options_may_be_yaml_between_dashes():
    (code,) = parse("```{code-cell} python\n---\nid: a-b\ntags: [x]\n---\n1\n```\n", "a.md").codes
    assert code == Code("a-b", "1", 1, ("x",))


@pytest.mark.parametrize(
    "prose",
    [
        "```python\n```\n",
        "- un\n  ```text\n  {item} x\n  ```\n",
        "<!--\n```{item} x\n-->\n",
        "    ```python\n    1\n    ```\n",
    ],
)
def test_code_samples_and_comments_are_prose(prose):
    found = parse(prose, "a.md").blocks
    assert [type(block) for block in found] == [Prose]
    assert literal_lines(found[0].text) >= set(range(len(found[0].text.splitlines()))) - {0}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("---\na: [\n---\n", "a.md, line 2: the front matter is not valid YAML"),
        ("---\na: 1\n", "a.md, line 1: the front matter is not closed; end it with a line ---"),
        ("---\n- a\n---\n", "a.md, line 2: the front matter is not a list of keys"),
        ("x\n\n```{item} x\n", "a.md, line 3: the fence ```{item} x is not closed; add a line ```"),
        ("```{code-cell}\n1\n```\n", "a.md, line 1: code cell without id; write `:id: a-name`"),
        ("```{code-cell}\n:id: Été\n1\n```\n", "a.md, line 1: the cell id 'Été' cannot be used"),
        ("```{code-cell}\n:id: a\n:colour: red\n1\n```\n", "a.md, line 1: unknown option :colour:"),
        (
            "```{code-cell}\n:id: a\n1\n```\n\n```{code-cell}\n:id: a\n2\n```\n",
            "a.md, line 6: the cell id 'a' is already used at line 1; give each code cell its own :id:",
        ),
        (
            "```{code-cell}\n:id: a\n1\n\n```{code-cell}\n:id: b\n2\n```\n",
            "a.md, line 1: the code cell is not closed; close its fence before line 5",
        ),
        ("- ```{item} x\n  ```\n", "a.md, line 1: the directive {item} is indented, or inside a list"),
    ],
)
def test_an_author_error_says_where_what_and_the_remedy(text, message):
    with pytest.raises(AuthorError) as caught:
        parse(text, "a.md")
    assert str(caught.value).startswith(message)
