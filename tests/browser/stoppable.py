"""A server that can be stopped for good, open connections included, and started again at the same address."""

import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

from denouement import service_worker
from denouement.serve import HOST

#: This machine, under a name that is not its own: a course that comes from `localhost` needs no keeping.
NAME = "cours.localhost"
ROOT = Path(__file__).resolve().parents[2]


class Stoppable:
    """`denouement serve` on a copy of `site` of which the test may change the files."""

    def __init__(self, site: Path, folder: Path) -> None:
        self.folder = folder / "site"
        shutil.copytree(site, self.folder, copy_function=os.link)  # 60 MB: the same files, under a second name
        with socket.socket() as free:
            free.bind((HOST, 0))
            self.port = free.getsockname()[1]
        self.address = f"http://{NAME}:{self.port}"
        self.process: subprocess.Popen | None = None

    def start(self) -> None:
        command = [sys.executable, "-m", "denouement.cli", "serve", self.folder, "--port", str(self.port), "--no-open"]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        deadline = time.monotonic() + 30
        while True:
            try:
                return socket.create_connection((HOST, self.port), timeout=1).close()
            except OSError:
                assert time.monotonic() < deadline and self.process.poll() is None, "the server did not start"
                time.sleep(0.05)

    def stop(self) -> None:
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process = None

    def change(self, path: str, before: str, after: str) -> None:
        """The file `path` of the site, with `after` instead of `before`; the worker still lists what was there."""
        file = self.folder / path
        text = file.read_text(encoding="utf-8")
        assert before in text, f"{path}: {before!r} is not there"
        self.replace(path, text.replace(before, after).encode())

    def replace(self, path: str, body: bytes) -> None:
        (self.folder / path).unlink()  # its other name keeps what it was
        (self.folder / path).write_bytes(body)

    def publish(self) -> None:
        """The folder as it stands is a new version of the course."""
        (self.folder / service_worker.NAME).unlink()
        service_worker.write(ROOT, self.folder)
