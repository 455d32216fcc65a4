"""What « Lancer le cours » runs: the site on the stick, served by `denouement.serve` to the browser of this machine.

Travels in `lanceur.pyz` with `serve` and `errors` (`denouement.offline`): standard library only, Python 3.9 or later.
A learner's record belongs to an address, port included, so the port stays the same from one time to the next.
"""

from __future__ import annotations  # Python 3.9

import contextlib
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from .serve import DEFAULT_PORT, HOST, SiteServer, answer_for, run, show

SITE = "cours"  # the folder of the site, beside the launcher
KEPT = ".port"  # where the first port that was free is remembered, beside it too
PORTS = range(DEFAULT_PORT, DEFAULT_PORT + 20)  # tried in this order


def launch(stick: Path) -> int:
    """Serves the site of the folder `stick` until Ctrl+C; the exit code. Says one sentence, in French."""
    site = stick / SITE
    if not (site / "index.html").is_file():
        print(f"Le dossier « {SITE} » manque à côté de ce lanceur : décompressez toute l'archive, puis recommencez.")
        return 2
    kept = kept_port(stick)
    usual = kept or DEFAULT_PORT
    for port in (usual, *(port for port in PORTS if port != usual), 0):  # 0: any that is free
        try:
            server = SiteServer(site, port)
        except OSError:
            if is_served(site, port):
                print(f"Le cours est déjà lancé, à l'adresse {address_of(port)}")
                show(address_of(port))
                break
        else:
            if not kept:
                keep(stick, server.server_address[1])
            run(server, sentence(server.address, address_of(usual) if kept else server.address))
            break
    return 0


def sentence(address: str, usual: str) -> str:
    """What the window says: `address` is where the course is, `usual` where it was the other times."""
    elsewhere = f" (un autre programme occupe {usual}, où restent vos réponses précédentes)" if address != usual else ""
    return f"Le cours est à l'adresse {address}{elsewhere} : laissez cette fenêtre ouverte, et fermez-la pour arrêter."


def address_of(port: int) -> str:
    return f"http://{HOST}:{port}"


def is_served(site: Path, port: int) -> bool:
    """Whether the one who holds `port` serves this very site: a second double-click finds the first."""
    connection = HTTPConnection(HOST, port, timeout=2)
    try:
        connection.request("HEAD", "/")
        return connection.getresponse().getheader("ETag") == f'"{answer_for(site / "index.html").etag}"'
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def kept_port(stick: Path) -> int | None:
    """The port of the first time; None the first time, or where nothing readable was kept."""
    try:
        port = int((stick / KEPT).read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None
    return port if 1024 <= port < 65536 else None


def keep(stick: Path, port: int) -> None:
    """Remembers `port`; a stick that cannot be written starts from the same list every time."""
    with contextlib.suppress(OSError):
        (stick / KEPT).write_text(str(port), encoding="ascii")
