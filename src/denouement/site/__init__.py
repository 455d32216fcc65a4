"""The static book: a Sphinx extension that draws items as HTML, a theme, and the division of chapters into stops."""

from pathlib import Path

HERE = Path(__file__).parent


def setup(app) -> dict:
    """Sphinx's entry point (listed under `extra_extensions` in _config.yml)."""
    from . import directives, durations, mathml, missing, nodes, outputs, pages, sheets, slides, stops, typeset

    for part in (nodes, directives, durations, typeset, outputs, stops, sheets, pages, slides, mathml, missing):
        part.setup(app)
    app.add_html_theme("denouement", str(HERE / "theme"))
    return {"version": "1", "env_version": 1, "parallel_read_safe": True, "parallel_write_safe": True}
