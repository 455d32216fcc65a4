"""The built site on a local server, and one Chromium for all tests."""

import pytest
from playwright.sync_api import sync_playwright
from scripts.chromium import ARGUMENTS, REMEDY, find_chromium
from visiting import SITE, guarded, start_server

# Whatever escapes the routes still cannot leave this machine.
NOWHERE_ELSE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE *.localhost"


@pytest.fixture(scope="session")
def browser():
    path = find_chromium()
    if not path:
        pytest.fail(REMEDY, pytrace=False)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=[*ARGUMENTS, NOWHERE_ELSE])
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def site():
    """The built site's folder."""
    if not (SITE / "index.html").is_file():
        pytest.fail(f"no site in {SITE}; run: make build", pytrace=False)
    return SITE


@pytest.fixture(scope="session")
def server(site):
    server = start_server(site)
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def visit(browser, server):
    """Visits the built site; the guard speaks at the end of the test."""
    yield from guarded(browser, server.address)
