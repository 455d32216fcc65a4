"""The HTML of a code exercise in a page: its statement, its starting code, and where to do it."""

from collections.abc import Mapping

from .html import Raw, h


def exercise_html(item: Mapping, placement: str, words: Mapping[str, str], up: str) -> Raw:
    """The exercise `item` at `placement`; the notebook to download stands under `up`."""
    public = item["public"]
    notebook = f"{up}telecharger/exercises/{item['chapter']}.ipynb"
    return h(
        "section",
        h("p", words["exercise.label"], class_="item-label"),
        h("h3", public["title"], id=f"{placement}-{item['id']}-title"),
        Raw(public["statement"]),
        h("pre", h("code", public["starter"]), class_="starter", tabindex=0),
        h("p", h("a", words["exercise.download"], href=notebook, download=True), class_="actions"),
        class_="item exercise",
        data_exercise=item["id"],
        data_placement=placement,
        data_version=item["version"],
        aria_labelledby=f"{placement}-{item['id']}-title",
    )
