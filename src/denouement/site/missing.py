"""Pages shown at any depth: 404.html, which static hosts serve for an address that does not exist, and hors-ligne.html,
which the service worker shows where there is neither a network nor the page."""

from collections.abc import Iterator


def pages(app) -> Iterator[tuple[str, dict, str]]:
    """Sphinx's html-collect-pages: both, 404 told where the root of the site is (`html_baseurl`, else "/")."""
    yield "404", {"site_root": app.config.html_baseurl or "/"}, "404.html"
    yield "hors-ligne", {}, "hors-ligne.html"


def setup(app) -> None:
    app.connect("html-collect-pages", pages)
