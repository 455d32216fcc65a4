"""French typography in the prose of pages: no-break spaces and apostrophes, code and formulas left alone."""

import re

from docutils import nodes
from sphinx.transforms import SphinxTransform

from ..typography import french

_ELIDED = re.compile(r"(?<=\w)'$")
_VERBATIM = (nodes.literal, nodes.literal_block, nodes.math, nodes.math_block, nodes.raw, nodes.comment)


class Typeset(SphinxTransform):
    """Runs before Sphinx collects titles, so that menus and headings read alike."""

    default_priority = 690

    def apply(self, **options) -> None:
        for text in list(self.document.findall(nodes.Text)):
            if isinstance(text.parent, _VERBATIM) or isinstance(text.parent.parent, nodes.literal):
                continue
            set_text = french(str(text))
            if text.next_node(descend=False, siblings=True):  # « l'*accord* »: the other letter stands in what follows
                set_text = _ELIDED.sub("’", set_text)
            if set_text != text:
                text.parent.replace(text, nodes.Text(set_text))


def setup(app) -> None:
    app.add_transform(Typeset)
