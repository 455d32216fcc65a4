"""The local server: what it sends, what it refuses, what it says when it cannot start."""

import gzip
import threading
from http.client import HTTPConnection

import pytest

from denouement.errors import DenouementError
from denouement.serve import find_file, make_server

PAGE = "<!doctype html><title>Cours</title>" + "<p>Le besoin d'abord.</p>" * 40


@pytest.fixture
def site(tmp_path):
    (tmp_path / "index.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "404.html").write_text("<!doctype html><title>Page introuvable</title>", encoding="utf-8")
    (tmp_path / "chapters").mkdir()
    (tmp_path / "chapters" / "index.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "site-3f9c21ab.js").write_text("let a = 1;" * 100)
    (tmp_path / "police.woff2").write_bytes(b"\0" * 1000)
    (tmp_path / "code.mjs").write_text("export {}")
    (tmp_path / "pyodide.wasm").write_bytes(b"\0asm" * 100)
    return tmp_path


@pytest.fixture
def ask(site):
    server = make_server(site, 0)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()

    def ask(path, method="GET", **headers):
        connection = HTTPConnection("127.0.0.1", server.server_address[1], timeout=10)
        connection.request(method, path, headers={k.replace("_", "-"): v for k, v in headers.items()})
        response = connection.getresponse()
        body = response.read()
        connection.close()
        return response, body

    yield ask
    server.shutdown()
    server.server_close()


def test_a_page_is_compressed_for_whoever_accepts_it_and_only_then(ask):
    plain, body = ask("/")
    assert plain.status == 200 and body.decode() == PAGE and plain.getheader("Content-Encoding") is None
    small, packed = ask("/", Accept_Encoding="gzip, br")
    assert small.getheader("Content-Encoding") == "gzip" and gzip.decompress(packed).decode() == PAGE
    assert int(small.getheader("Content-Length")) == len(packed) < len(body)


@pytest.mark.parametrize(
    ("path", "mime"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/police.woff2", "font/woff2"),
        ("/code.mjs", "text/javascript; charset=utf-8"),
        ("/pyodide.wasm", "application/wasm"),
    ],
)
def test_every_kind_of_file_is_named_properly(ask, path, mime):
    response, _ = ask(path)
    assert response.getheader("Content-Type") == mime


def test_fonts_are_not_compressed_twice(ask):
    response, _ = ask("/police.woff2", Accept_Encoding="gzip")
    assert response.getheader("Content-Encoding") is None


def test_an_unchanged_page_is_not_sent_again_and_a_changed_one_is(ask, site):
    first, _ = ask("/")
    again, body = ask("/", If_None_Match=first.getheader("ETag"))
    assert (again.status, body) == (304, b"")
    (site / "index.html").write_text(PAGE + "<p>Une ligne de plus.</p>", encoding="utf-8")
    changed, body = ask("/", If_None_Match=first.getheader("ETag"))
    assert changed.status == 200 and "Une ligne de plus" in body.decode()


def test_only_names_that_hold_a_hash_are_kept_for_a_year(ask):
    assert ask("/site-3f9c21ab.js")[0].getheader("Cache-Control").endswith("immutable")
    assert ask("/")[0].getheader("Cache-Control") == "no-cache"


def test_an_absent_page_shows_ours_with_status_404(ask):
    response, body = ask("/absente.html")
    assert response.status == 404 and "introuvable" in body.decode()


def test_a_folder_without_its_slash_is_sent_to_the_right_address(ask):
    response, _ = ask("/chapters?x=1")
    assert (response.status, response.getheader("Location")) == (301, "/chapters/?x=1")


def test_head_has_the_length_and_no_body(ask):
    response, body = ask("/", method="HEAD")
    assert body == b"" and int(response.getheader("Content-Length")) == len(PAGE.encode())


@pytest.mark.parametrize("url", ["/../secret.txt", "/%2e%2e/secret.txt", "//etc/passwd", "/a%00b", "/" + "x" * 5000])
def test_nothing_outside_the_site_is_served(tmp_path, url):
    (tmp_path / "site").mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    assert find_file((tmp_path / "site").resolve(), url) is None


def test_a_taken_port_is_one_clear_sentence(site):
    server = make_server(site, 0)
    port = server.server_address[1]
    with pytest.raises(DenouementError, match=rf"^Le port {port} est déjà pris ; .*make course PORT=\d+$"):
        make_server(site, port)
    server.server_close()


def test_a_port_that_cannot_exist_is_one_clear_sentence(site):
    with pytest.raises(DenouementError, match="Le port 99999 n'existe pas"):
        make_server(site, 99999)


def test_without_a_site_the_remedy_is_named(tmp_path):
    with pytest.raises(DenouementError, match="make build"):
        make_server(tmp_path, 0)
