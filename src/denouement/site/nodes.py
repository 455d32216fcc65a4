"""Document nodes of our own: they write their HTML and, unlike raw nodes, never reach the search index."""

from docutils import nodes


class Markup(nodes.General, nodes.Element):
    """Finished HTML (`html`). `item` and `kind`: which item it is, if it is one; `panel`: it needs web/panels.js."""


class Hood(nodes.General, nodes.Element):
    """« Sous le capot » : code cells and their outputs, folded. `summary` is its title."""


def _write(self, node: Markup) -> None:
    self.body.append(node["html"])
    raise nodes.SkipNode


def _open(self, node: Hood) -> None:
    self.body.append(f'<details class="hood"><summary>{self.encode(node["summary"])}</summary>\n')


def _close(self, node: Hood) -> None:
    self.body.append("</details>\n")


def _skip(self, node: nodes.Element) -> None:
    raise nodes.SkipNode


def setup(app) -> None:
    app.add_node(Markup, html=(_write, None), text=(_skip, None), latex=(_skip, None))
    app.add_node(Hood, html=(_open, _close), text=(_skip, None), latex=(_skip, None))
