"""The authors' wording (inline Markdown in TOML) as HTML or as plain text, with French typography put in."""

from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ..typography import french


@cache
def _markdown() -> MarkdownIt:
    # No raw HTML: an author's `<` is text. Typography is ours, hence no replacements by the library.
    return MarkdownIt("commonmark", {"html": False}).enable(["table"])


def _set_type(tokens: list[Token]) -> list[Token]:
    """French typography over a token tree, code left alone.

    A sentence may be cut into several text tokens by emphasis, so that a space stands at an edge: a rule that needs
    both neighbours sees it only inside one token, which is enough for punctuation that follows a word.
    """
    for token in tokens:
        if token.children:
            _set_type(token.children)
        elif token.type == "text":
            token.content = french(token.content)
    return tokens


def html(text: str) -> str:
    """`text` (Markdown: paragraphs, emphasis, lists, code, links) as HTML.

    >>> html("Un **oui** : vraiment ?") == "<p>Un <strong>oui</strong>\u00a0: vraiment\u202f?</p>"
    True
    """
    engine = _markdown()
    return engine.renderer.render(_set_type(engine.parse(text)), engine.options, {}).strip()


def inline(text: str) -> str:
    """`text` as inline HTML, without a paragraph around it (labels, choices, legends)."""
    engine = _markdown()
    return engine.renderer.render(_set_type(engine.parseInline(text)), engine.options, {}).strip()


def plain(text: str) -> str:
    """`text` without any markup, for attributes, titles and Jupyter's text output."""
    return "".join(_texts(_set_type(_markdown().parse(text)))).strip()


def _texts(tokens: list[Token]):
    for token in tokens:
        if token.children:
            yield from _texts(token.children)
        elif token.type in ("text", "code_inline", "code_block", "fence"):
            yield token.content
        elif token.type in ("softbreak", "hardbreak"):
            yield " "
        elif token.type == "paragraph_close":
            yield "\n"
