"""A local web server for the built site: compressed answers, honest cache headers, this machine only.

It behaves as a static host does (no server-side code), so that what works here works once published. It does not
reload pages by itself and is not meant to face the internet. It also travels on a stick, to any Python from 3.9 on
(`denouement.launcher`).
"""

from __future__ import annotations  # Python 3.9, which macOS still brings

import argparse
import errno
import gzip
import hashlib
import os
import re
import shutil
import webbrowser
from dataclasses import dataclass
from functools import lru_cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from .errors import DenouementError

HOST = "127.0.0.1"
DEFAULT_FOLDER = Path("_build/html")
DEFAULT_PORT = 8000

# Written out rather than read from the machine's own tables, which differ and often lack woff2, wasm or mjs.
MIME = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".gz": "application/gzip",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".inv": "application/octet-stream",
    ".ipynb": "application/x-ipynb+json",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".map": "application/json; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".webp": "image/webp",
    ".whl": "application/zip",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xml": "application/xml; charset=utf-8",
    ".zip": "application/zip",
}
_COMPRESSIBLE = re.compile(r"text/|application/(json|xml|wasm|x-ipynb|manifest)|image/svg")
_HASH_IN_NAME = re.compile(r"[.-](?=[0-9a-z]*[0-9])[0-9a-f]{8,}\.")  # site-3f9c21ab.js; never a plain word


@dataclass(frozen=True)
class Answer:
    """What one file is sent as: `body` in bytes, `compressed` its gzip or None where that would not help."""

    body: bytes
    compressed: bytes | None
    mime: str
    etag: str
    cache: str


@lru_cache(maxsize=1024)
def _answer(path: Path, mtime_ns: int, size: int) -> Answer:
    """Read and compress `path` once per version of it (the time and size are the key)."""
    body = path.read_bytes()
    mime = MIME.get(path.suffix.lower(), "application/octet-stream")
    compressed = gzip.compress(body, 6, mtime=0) if size > 256 and _COMPRESSIBLE.match(mime) else None
    lasting = _HASH_IN_NAME.search(path.name)
    return Answer(
        body=body,
        compressed=compressed,
        mime=mime,
        etag=hashlib.sha256(body).hexdigest()[:16],
        cache="public, max-age=31536000, immutable" if lasting else "no-cache",
    )


def answer_for(path: Path) -> Answer:
    """The answer for the file as it stands now on disk; OSError if it cannot be read."""
    stat = path.stat()
    return _answer(path, stat.st_mtime_ns, stat.st_size)


def find_file(folder: Path, url: str) -> Path | None:
    """The file under `folder` (resolved) that `url` names, or None: nothing outside it, no listing of a folder."""
    try:
        path = (folder / unquote(urlsplit(url).path).lstrip("/")).resolve()
        if path.is_dir():
            path = path / "index.html"
        return path if path.is_relative_to(folder) and path.is_file() else None
    except (OSError, ValueError):  # a name too long for the disk, or with a zero byte in it
        return None


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # keep-alive, as any host does
    disable_nagle_algorithm = True
    server: SiteServer

    def do_GET(self) -> None:
        self._respond(with_body=True)

    def do_HEAD(self) -> None:
        self._respond(with_body=False)

    def _respond(self, *, with_body: bool) -> None:
        path, query = urlsplit(self.path).path, urlsplit(self.path).query
        found = self.server.find(self.path)
        if found and found.name == "index.html" and not path.endswith(("/", "/index.html")):
            # Without the slash, every relative address of the page would point one folder too high.
            self._send(HTTPStatus.MOVED_PERMANENTLY, {"Location": f"{path}/{'?' + query if query else ''}"}, b"")
            return
        status = HTTPStatus.OK if found else HTTPStatus.NOT_FOUND
        found = found or self.server.find("/404.html")
        if not found:
            self._send(status, {"Content-Type": MIME[".txt"]}, b"Cette page n'existe pas.\n")
            return
        answer = answer_for(found)
        headers = {"Content-Type": answer.mime, "Cache-Control": answer.cache, "Vary": "Accept-Encoding"}
        body = answer.body
        etag = f'"{answer.etag}"'
        if answer.compressed and "gzip" in self.headers.get("Accept-Encoding", ""):
            headers["Content-Encoding"] = "gzip"
            body, etag = answer.compressed, f'"{answer.etag}-gzip"'
        headers["ETag"] = etag
        if status == HTTPStatus.OK and etag in self.headers.get("If-None-Match", ""):
            self._send(HTTPStatus.NOT_MODIFIED, headers, None)
            return
        self._send(status, headers, body, with_body=with_body)

    def _send(self, status: HTTPStatus, headers: dict[str, str], body: bytes | None, *, with_body: bool = True) -> None:
        """Headers, then the body unless `with_body` is false (HEAD) or there is none at all (304)."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if body is not None:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if body and with_body:
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Quiet: the address on the screen is what a person needs; the browser shows failed requests."""


class SiteServer(ThreadingHTTPServer):
    """Serves `folder` on 127.0.0.1:`port` (0: any free port). Start it with `serve_forever()`."""

    daemon_threads = True
    allow_reuse_address = os.name == "posix"  # on Windows, it would share a port that another program holds

    def __init__(self, folder: Path, port: int = 0) -> None:
        self.folder = Path(folder).resolve()
        super().__init__((HOST, port), _Handler)

    def find(self, url: str) -> Path | None:
        """The file that answers `url`, or None (404)."""
        return find_file(self.folder, url)

    @property
    def address(self) -> str:
        """`http://127.0.0.1:8000`, without a final slash."""
        return f"http://{HOST}:{self.server_address[1]}"

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that leaves in the middle of an answer is no event worth a traceback."""


def has_screen_browser() -> bool:
    """Whether opening a page would show a window; a text browser would take the terminal over instead."""
    try:
        name = webbrowser.get().name
    except webbrowser.Error:
        return False
    return Path(name).name not in {"www-browser", "links", "elinks", "lynx", "w3m"}


def make_server(folder: Path, port: int) -> SiteServer:
    """The server, bound; DenouementError (French, one sentence) if there is no site or the port is not free."""
    if not (Path(folder) / "index.html").is_file():
        raise DenouementError(f"Aucun site dans {folder} ; construisez-le d'abord : make build")
    try:
        return SiteServer(folder, port)
    except OverflowError:
        raise DenouementError(f"Le port {port} n'existe pas ; choisissez-en un entre 1024 et 65535.") from None
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            reason = "est déjà pris"
        elif error.errno == errno.EACCES:
            reason = "est réservé au système"
        else:
            raise
        other = port + 1 if 1024 <= port < 65535 else DEFAULT_PORT
        raise DenouementError(f"Le port {port} {reason} ; choisissez-en un autre : make course PORT={other}") from None


def serve(folder: Path = DEFAULT_FOLDER, port: int = DEFAULT_PORT, open_browser: bool = True) -> None:
    """Serve `folder` until Ctrl+C; prints the address, and opens it."""
    server = make_server(folder, port)
    width = min(shutil.get_terminal_size().columns, 72)
    said = f"{'─' * width}\n  Le cours est à cette adresse : {server.address}\n  (Ctrl+C pour arrêter)\n{'─' * width}"
    run(server, said, open_browser)


def run(server: SiteServer, said: str, open_browser: bool = True) -> None:
    """Prints `said`, opens the site where there is a browser to show it, and serves until Ctrl+C."""
    print(said, flush=True)
    if open_browser:
        show(server.address)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print("\nÀ bientôt.")
    finally:
        server.server_close()


def show(address: str) -> None:
    """Opens `address` in a browser, unless that would be one of the terminal."""
    if has_screen_browser():
        webbrowser.open(address)


def add_parser(subparsers: argparse._SubParsersAction) -> None:
    """`denouement serve`: registers the command and its function (`args.run(args)`)."""
    parser = subparsers.add_parser("serve", help="montre le livre sur cette machine")
    parser.add_argument("folder", nargs="?", type=Path, help=f"le dossier à montrer ({DEFAULT_FOLDER}, par défaut)")
    parser.add_argument("--port", type=int, default=DEFAULT_PORT, help="%(default)s, par défaut")
    parser.add_argument("--no-open", action="store_true", help="n'ouvre pas de navigateur")
    parser.set_defaults(run=lambda args: serve(args.folder or args.root / DEFAULT_FOLDER, args.port, not args.no_open))
