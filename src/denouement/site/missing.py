"""404.html, which static hosts serve for an address that does not exist, at any depth."""

from collections.abc import Iterator


def page(app) -> Iterator[tuple[str, dict, str]]:
    """Sphinx's html-collect-pages: the page, told where the root of the site is (`html_baseurl`, else "/")."""
    yield "404", {"site_root": app.config.html_baseurl or "/"}, "404.html"


def setup(app) -> None:
    app.connect("html-collect-pages", page)
