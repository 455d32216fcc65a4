"""The zip for a USB stick: what stands in it, the same bytes every time, and a launcher that needs nothing else.

The launcher is run as a person would find it: unpacked elsewhere, by a Python that has never heard of the course.
"""

import ast
import contextlib
import os
import re
import signal
import socket
import stat
import subprocess
import sys
import threading
import time
import zipfile
from http.client import HTTPConnection
from pathlib import Path

import pytest

from denouement import launcher, offline
from denouement.errors import DenouementError
from denouement.serve import make_server

PYTHON = sys._base_executable  # outside the environment where the course is installed
PAGE = "<!doctype html><title>Cours</title><p>Le besoin d'abord.</p>"
#: Where a Mac's own Python still stands.
OLDEST = (3, 9)


@pytest.fixture
def checkout(tmp_path, root):
    """A checkout with a site of two pages, and the course's own texts beside it."""
    site = tmp_path / offline.OUTPUT
    (site / "chapters").mkdir(parents=True)
    (site / "index.html").write_text(PAGE, encoding="utf-8")
    (site / "chapters" / "03-boulanger.html").write_text(PAGE * 2, encoding="utf-8")
    (site / ".buildinfo").write_text("Sphinx's own")
    texts = tmp_path / offline.BOOK / offline.TEXTS
    texts.parent.mkdir(parents=True)
    texts.symlink_to(root / offline.BOOK / offline.TEXTS)
    return tmp_path


@pytest.fixture
def stick(checkout, tmp_path_factory):
    """The zip, unpacked where a person might put it."""
    folder = tmp_path_factory.mktemp("ailleurs") / "Clé de Zoé (été)"
    with zipfile.ZipFile(offline.write(checkout)) as archive:
        archive.extractall(folder)
    return folder


class Launched:
    """A launcher at work: what it says, its pages. `browser` is the program that it is to open them with."""

    def __init__(self, stick: Path, browser: Path) -> None:
        self.process = subprocess.Popen(
            [PYTHON, "-I", stick / offline.PROGRAM],
            cwd="/",
            env={**os.environ, "BROWSER": f"{browser} %s"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a background job ignores Ctrl+C
        )
        self.sentence = self.process.stdout.readline()

    @property
    def port(self) -> int:
        return int(re.search(r"l'adresse http://127\.0\.0\.1:(\d+)", self.sentence)[1])

    def page(self, path: str) -> str:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", path)
        response = connection.getresponse()
        assert response.status == 200, path
        body = response.read().decode()
        connection.close()
        return body

    def stop(self) -> tuple[str, int]:
        """What it says on Ctrl+C, and its exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.communicate(timeout=20)[0], self.process.returncode


@pytest.fixture
def launch(tmp_path_factory):
    """Launches a stick; every launcher is stopped at the end."""
    launched, opened = [], tmp_path_factory.mktemp("navigateur") / "opened"

    # Written once: a program that runs cannot be written again.
    browser = opened.with_name("browser.sh")
    browser.write_text(f'#!/bin/sh\necho "$1" >> "{opened}"\n')
    browser.chmod(0o755)

    def start(stick):
        launched.append(Launched(stick, browser))
        return launched[-1]

    def browsed(pages):
        """What the browsers were asked to open, once there are as many as `pages`: they are programs of their own."""
        deadline = time.monotonic() + 20
        while not opened.is_file() or len(opened.read_text().splitlines()) < pages:
            assert time.monotonic() < deadline, "no browser was asked"
            time.sleep(0.01)
        return opened.read_text().split()

    start.browsed = browsed
    yield start
    for one in launched:
        one.process.kill()
        one.process.communicate()


@pytest.fixture
def taken():
    """A port that another program holds, in the way of a learner's record; it hangs up on whoever calls."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        threading.Thread(target=hang_up, args=(other,), daemon=True).start()
        yield other.getsockname()[1]


def hang_up(server):
    with contextlib.suppress(OSError):  # closed
        while True:
            server.accept()[0].close()


def names(path):
    with zipfile.ZipFile(path) as archive:
        return archive.namelist()


def test_the_zip_holds_the_site_what_opens_it_what_serves_it_and_one_line_that_explains_both(checkout):
    path = offline.write(checkout)
    assert path.name == f"le-closing-n-existe-pas-{offline.__version__}.zip"
    assert names(path) == [
        "LISEZ-MOI.txt",
        "Lancer le cours (Linux).sh",
        "Lancer le cours (Windows).bat",
        "Lancer le cours (macOS).command",
        "Ouvrir le cours.html",
        "lanceur.pyz",
        "cours/chapters/03-boulanger.html",
        "cours/index.html",
    ]
    with zipfile.ZipFile(path) as archive:
        line = archive.read("LISEZ-MOI.txt").decode()
        assert line.count("\r\n") == line.count("\n") == 1
        assert "« Ouvrir le cours.html »" in line.replace("\xa0", " ") and "« Lancer le cours »" in line.replace(
            "\xa0", " "
        )
        runs = {item.filename for item in archive.infolist() if item.external_attr >> 16 & stat.S_IXUSR}
    assert runs == {"Lancer le cours (Linux).sh", "Lancer le cours (macOS).command"}


def test_what_windows_runs_ends_its_lines_as_windows_does_and_the_shell_as_unix(root):
    for name, content in offline.beside(root).items():
        bare = content.count(b"\n") - content.count(b"\r\n")
        assert (bare == 0) is name.endswith((".bat", ".txt")), name


def test_every_launcher_starts_the_program_that_stands_beside_it(root):
    launchers = {name: text.decode() for name, text in offline.beside(root).items() if name.startswith("Lancer")}
    assert len(launchers) == 3
    for name, text in launchers.items():
        assert offline.PROGRAM in text and "Ouvrir le cours.html" in text, name


def test_the_same_site_gives_the_same_bytes(checkout):
    first = offline.write(checkout).read_bytes()
    for path in (checkout / offline.OUTPUT).rglob("*"):
        os.utime(path, (0, 0))
    assert offline.write(checkout).read_bytes() == first


def test_without_a_site_the_remedy_is_named(tmp_path):
    with pytest.raises(DenouementError, match="make build"):
        offline.write(tmp_path)


def test_the_launcher_serves_the_site_opens_it_and_stops(stick, launch):
    started = launch(stick)
    assert started.page("/") == PAGE and started.page("/chapters/03-boulanger.html") == PAGE * 2
    assert launch.browsed(1) == [f"http://127.0.0.1:{started.port}"]
    said, code = started.stop()
    assert (said, code) == ("\nÀ bientôt.\n", 0)


def test_the_address_is_the_same_the_next_time_and_says_so_when_it_cannot_be(stick, launch, taken):
    first = launch(stick)
    first.stop()
    second = launch(stick)
    assert second.port == first.port and "occupe" not in second.sentence
    second.stop()
    launcher.keep(stick, taken)
    moved = launch(stick)
    assert moved.port != taken and f"occupe http://127.0.0.1:{taken}" in moved.sentence
    assert launcher.kept_port(stick) == taken  # where the answers are: tried first, the next time again


def test_a_second_double_click_shows_the_first(stick, launch):
    first = launch(stick)
    second = launch(stick)
    assert second.process.wait(timeout=20) == 0
    assert second.port == first.port and "déjà" in second.sentence
    assert launch.browsed(2) == [f"http://127.0.0.1:{first.port}"] * 2


def test_another_site_is_not_taken_for_this_one(stick, tmp_path):
    (tmp_path / "index.html").write_text("<!doctype html><title>Autre</title>")
    site = stick / launcher.SITE
    for folder, same in ((tmp_path, False), (site, True)):
        server = make_server(folder, 0)
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        assert launcher.is_served(site, server.server_address[1]) is same
        server.shutdown()
        server.server_close()


def test_a_launcher_without_its_site_says_what_to_do(stick, launch):
    (stick / "cours" / "index.html").unlink()
    started = launch(stick)
    assert started.process.wait(timeout=20) == 2
    assert "décompressez toute l'archive" in started.sentence


def test_a_stick_that_cannot_be_written_still_serves(stick, launch):
    (stick / launcher.KEPT).mkdir()
    assert launch(stick).page("/") == PAGE


def test_the_shell_launcher_finds_python_and_says_so_without_it(stick, launch, tmp_path):
    script = stick / "Lancer le cours (Linux).sh"
    (stick / "cours" / "index.html").unlink()  # the program answers at once
    found = subprocess.run(
        ["/bin/sh", script], env={"PATH": f"{Path(PYTHON).parent}:/usr/bin:/bin"}, capture_output=True, text=True
    )
    assert "décompressez" in found.stdout
    (tmp_path / "bin").mkdir()
    without = subprocess.run(["/bin/sh", script], env={"PATH": str(tmp_path / "bin")}, capture_output=True, text=True)
    assert without.returncode == 1 and "n'a pas Python" in without.stdout


def test_the_launcher_is_written_in_the_python_of_an_older_mac(stick):
    with zipfile.ZipFile(stick / offline.PROGRAM) as program:
        for name in program.namelist():
            source = program.read(name).decode()
            ast.parse(source, name, feature_version=OLDEST)
            unquoted = [node for node in ast.walk(ast.parse(source)) if is_union(node)]
            assert not unquoted or "from __future__ import annotations" in source, name


def is_union(node: ast.AST) -> bool:
    """Whether an annotation reads `A | B`, which Python 3.9 cannot compute."""
    found = getattr(node, "annotation", None) or getattr(node, "returns", None)
    return found is not None and any(isinstance(part, ast.BitOr) for part in ast.walk(found))
