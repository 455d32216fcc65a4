"""The ways out of a page to a real notebook: in the browser, or taken away for any Jupyter."""

from collections.abc import Mapping
from html import escape

from .html import Raw, h


def notebook_links(folder: str, chapter: str, words: Mapping[str, str], up: str) -> Raw:
    """The links to the notebook of `chapter` (its stem) in `folder`, "notebooks" or "exercises"; the site's root is
    `up`. A script tells who opened the page as a file what to do instead (`web/page-notebook.js`)."""
    taken = f"{up}telecharger"
    opened = f"{up}lite/notebooks/index.html?path={folder}/{chapter}.ipynb"
    return h(
        "div",
        h(
            "p",
            h("a", words[f"notebook.open.{folder}"], href=opened, data_notebook=True),
            Raw(f' <span class="on-computer">{escape(words["notebook.computer"])}</span>'),
        ),
        h(
            "p",
            h("a", words["notebook.download"], href=f"{taken}/{folder}/{chapter}.ipynb", download=True),
            " · ",
            h("a", words["notebook.archive"], href=f"{taken}/cahiers.zip", download=True),
            " · ",
            h("a", "requirements.txt", href=f"{taken}/requirements.txt", download=True),
        ),
        class_="notebook-links",
    )
