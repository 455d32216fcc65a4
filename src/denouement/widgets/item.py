"""An item of the course as an ipywidget: the page's own HTML and scripts, and the result available to Python."""

from pathlib import Path

import anywidget
import traitlets

from .. import catalogue
from ..charts import CHARTS, chart_from
from ..markup.item import item_html, text_only

_STATIC = Path(__file__).parent / "static"
SCRIPT = _STATIC / "widget.js"
MIME = "application/vnd.denouement.item+json"


class ItemWidget(anywidget.AnyWidget):
    """A question, lab… of the course. `result` is None until the learner answers, then a dict: `response`
    (canonical), `success` (None where nothing is judged), `score`, `attempts`.
    """

    _esm = SCRIPT
    _css = _STATIC / "widget.css"

    markup = traitlets.Unicode().tag(sync=True)
    result = traitlets.Dict(default_value=None, allow_none=True).tag(sync=True)

    def __init__(self, item: dict, placement: str) -> None:
        self._item = item
        super().__init__(markup=item_html(item, placement, catalogue.words()))

    def _repr_mimebundle_(self, **options):
        """The live view, and beside it what a notebook can store for ever: which item this is, and its text."""
        bundle = super()._repr_mimebundle_(**options)
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle, {})
        data = dict(data or {})
        data["text/plain"] = text_only(self._item)
        data[MIME] = {"v": 1, "item": self._item["id"]}
        return data, metadata


def show(item_id: str, placement: str = ""):
    """The item `item_id`, live; a chart comes as Vega-Lite, which Jupyter draws by itself.

    `placement` is where the item stands, by default the chapter it belongs to: an answer given in the notebook of a
    chapter is the answer given on its page.

    DenouementError, in French, when no item has this id.
    """
    item = catalogue.load_item(item_id)
    if item["kind"] == "chart":
        return chart_from(item["source"], f"{item_id}.toml", CHARTS)
    return ItemWidget(item, placement or item["chapter"] or item_id)
