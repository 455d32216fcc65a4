"""JupyterLite's page in the course's words; a page we no longer know is refused rather than half translated."""

import json

import pytest

from denouement.catalogue import words
from denouement.errors import DenouementError
from denouement.lite.application import refresh
from denouement.lite.page import PAGE, adapt

KNOWN = """<html>
<head>
    <title>Jupyter Notebook - Notebooks</title>
    <meta name="Description" content="WASM powered Jupyter running in the browser.">
    <link rel="manifest" href="../manifest.webmanifest">
    <style></style>
</head>
<body><div id="jupyterlite-loading-indicator">Loading JupyterLite...</div>
<noscript>JupyterLite requires JavaScript to be enabled in your browser.</noscript></body></html>"""


@pytest.fixture
def built(tmp_path):
    (tmp_path / "notebooks").mkdir()
    (tmp_path / PAGE).write_text(KNOWN)
    (tmp_path / "notebooks/jupyter-lite.json").write_text(json.dumps({"jupyter-config-data": {}}))
    return tmp_path


def test_the_page_speaks_french_and_leads_back(built):
    adapt(built, words())
    text = (built / PAGE).read_text()
    assert words()["lite.loading"].replace("'", "&#x27;") in text
    assert "../../chapters/" in text
    assert "JupyterLite requires" not in text
    assert 'url=../index.html"' in (built / "index.html").read_text()


@pytest.mark.parametrize("gone", ["Loading JupyterLite...", "<title>Jupyter Notebook - Notebooks</title>", "</style>"])
def test_a_page_that_changed_is_refused(built, gone):
    (built / PAGE).write_text(KNOWN.replace(gone, ""))
    with pytest.raises(DenouementError, match="JupyterLite n'écrit plus"):
        adapt(built, words())


def test_without_what_builds_it_the_remedy_is_named(tmp_path, monkeypatch):
    (tmp_path / "lite").mkdir()
    (tmp_path / "package-lock.json").write_text("{}")
    monkeypatch.setattr("sys.prefix", str(tmp_path))
    with pytest.raises(DenouementError, match="make setup"):
        refresh(tmp_path, tmp_path / "site", lambda _: None)
