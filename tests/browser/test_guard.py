"""The guard itself: a page that calls another host, or logs an error, must fail."""

import pytest
from accessibility import violations
from visiting import Visitor, guarded, start_server

PAGE = """<!doctype html><html lang="fr"><head><title>Essai</title><link rel="icon" href="data:,"></head>
<body><main><h1>Essai</h1>%s</main></body></html>"""

# Each is a way a page has of reaching a third party.
CALLS = {
    "script": '<script src="https://cdn.example/lib.js"></script>',
    "image": '<img alt="" src="https://images.example/mesure.gif">',
    "fetch": "<script>fetch('https://api.example/').catch(() => {})</script>",
    "beacon": "<script>navigator.sendBeacon('https://stats.example/', 'vu')</script>",
    "socket": "<script>new WebSocket('wss://direct.example/')</script>",
    "other port": "<script>fetch('http://127.0.0.1:9/').catch(() => {})</script>",
    "style": "<style>body { background: url(https://images.example/fond.png) }</style>",
    "module": "<script type='module'>import('https://esm.example/a.js').catch(() => {})</script>",
}

ERRORS = {
    "uncaught": ("<script>throw new Error('brisé')</script>", "brisé"),
    "rejected": ("<script>Promise.reject(new Error('refusé'))</script>", "refusé"),
    "logged": ("<script>console.error('raté')</script>", "raté"),
    "absent file": ('<img alt="" src="absente.png">', "HTTP 404"),
}


@pytest.fixture
def try_page(browser, tmp_path):
    """Opens a page made of `body` and returns its Visitor, once the page has had time to misbehave."""
    server = start_server_on(tmp_path)
    visitor = Visitor(browser, server.address)

    def open_page(body):
        (tmp_path / "essai.html").write_text(PAGE % body, encoding="utf-8")
        visitor("essai.html").wait_for_load_state("networkidle")
        return visitor

    yield open_page
    visitor.close()
    server.shutdown()


def start_server_on(folder):
    (folder / "index.html").write_text(PAGE % "", encoding="utf-8")
    return start_server(folder)


@pytest.mark.parametrize("call", CALLS)
def test_a_request_to_another_host_is_seen(try_page, call):
    assert any("another host" in line for line in try_page(CALLS[call]).problems())


@pytest.mark.parametrize("kind", ERRORS)
def test_an_error_is_seen(try_page, kind):
    body, said = ERRORS[kind]
    assert any(said in line for line in try_page(body).problems())


def test_a_blameless_page_has_no_problem(try_page):
    assert try_page("<p>Rien à signaler.</p>").problems() == []


def test_the_guard_fails_the_test_that_visited(browser, tmp_path):
    server = start_server_on(tmp_path)
    (tmp_path / "essai.html").write_text(PAGE % CALLS["image"], encoding="utf-8")
    guard = guarded(browser, server.address)
    next(guard)("essai.html").wait_for_load_state("networkidle")
    with pytest.raises(pytest.fail.Exception, match=r"another host: https://images\.example/"):
        next(guard)
    server.shutdown()


def test_axe_sees_an_image_without_a_text_and_a_pale_one(browser, tmp_path):
    server = start_server_on(tmp_path)
    (tmp_path / "essai.html").write_text(PAGE % '<img src="data:,"><p style="color:#ccc">Pâle</p>', encoding="utf-8")
    visitor = Visitor(browser, server.address)
    found = violations(visitor("essai.html"))
    visitor.close()
    server.shutdown()
    assert [line.split(":")[0] for line in found] == ["color-contrast", "image-alt"]
