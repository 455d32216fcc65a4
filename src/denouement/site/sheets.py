"""The sheets of the instructor's guide: the options of a paper quiz, « a. … · b. … · c. … », written on one line by its
author, are printed one a line; a table made for paper scrolls sideways on a phone."""

import re

from docutils import nodes

from ..catalogue import words
from ..markup.html import h
from .course import is_sheet
from .nodes import Markup

_OPTION = re.compile(r"(?:^|\n|\s·\s)(?=[a-e]\. )")


def spread(app, doctree: nodes.document) -> None:
    """Sphinx's doctree-read: moves the options of each question of a sheet into a list under it."""
    if is_sheet(app.env.docname):
        for paragraph in list(doctree.findall(nodes.paragraph)):
            question, *options = _split(paragraph)
            if len(options) > 1:
                listed = (nodes.list_item("", nodes.paragraph("", "", *option)) for option in options)
                choices = nodes.bullet_list("", *listed, classes=["paper-options"])
                paragraph.replace_self([nodes.paragraph("", "", *question), choices])


def scroll(app, doctree: nodes.document) -> None:
    """Sphinx's doctree-read: each table of a sheet in a region that scrolls, by the keyboard too."""
    if is_sheet(app.env.docname):
        opening = h("div", class_="table-scroll", tabindex=0, role="region", aria_label=words()["site.table"])
        for table in list(doctree.findall(nodes.table)):
            begin, end = opening.removesuffix("</div>"), "</div>"
            table.replace_self([Markup(html=begin), table.deepcopy(), Markup(html=end)])


def _split(paragraph: nodes.paragraph) -> list[list[nodes.Node]]:
    """What stands before the options, then each option."""
    parts: list[list[nodes.Node]] = [[]]
    for node in paragraph.children:
        first, *others = _OPTION.split(str(node)) if isinstance(node, nodes.Text) else (node,)
        if first:
            parts[-1].append(nodes.Text(first) if isinstance(first, str) else first)
        parts += [[nodes.Text(other)] for other in others]
    return parts


def setup(app) -> None:
    app.connect("doctree-read", spread)
    app.connect("doctree-read", scroll)
