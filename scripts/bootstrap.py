#!/usr/bin/env python3
"""Puts everything the course needs into the checkout: `.venv`, its pinned packages, Node if need be, npm packages.

Runs on the system's own Python (3.11 or later, standard library only). Each step leaves the hash of what it read and
is skipped while that hash stands, so that running it again costs a few milliseconds. It never installs anything
outside the checkout. Messages are in French: the person who types `make course` may be a learner or an instructor.
"""

import argparse
import hashlib
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.append(str(ROOT / "src" / "denouement"))  # the module alone: the package is not installed yet
from progress import Progress  # noqa: E402

VENV = ROOT / ".venv"
BIN = VENV / "bin"
NODE_MODULES = ROOT / "node_modules"
# Everything is pinned, so nothing is resolved again.
PIP = (str(BIN / "python"), "-m", "pip", "--disable-pip-version-check", "--no-input")
PIP_INSTALL = (*PIP, "install", "--no-deps")
PIP_COUNTS = r"(?:Collecting|Requirement already satisfied:) ([\w.-]+)"
LITE = VENV / "lite"  # notebooks in the browser: what builds the application, what its Python loads
# Pure Python, for the interpreter that the npm package `pyodide` carries (package.json).
PIP_DOWNLOAD = (*PIP, "download", "--no-deps", "--only-binary=:all:", "--platform", "any", "--abi", "none")
OLDEST_PYTHON = (3, 11)
OLDEST_NODE = 20  # `node --test` and the test syntax that our scripts use


class Refusal(Exception):
    """Why the installation cannot go on: one sentence with the remedy."""


def digest(*parts: Path | str) -> str:
    """A short hash of files and strings; an absent file counts as absent."""
    whole = hashlib.sha256()
    for part in parts:
        content = part.encode() if isinstance(part, str) else part.read_bytes() if part.is_file() else b"absent"
        whole.update(hashlib.sha256(content).digest())
    return whole.hexdigest()[:16]


def is_done(stamp: Path, expected: str) -> bool:
    """Whether the step that writes `stamp` was last completed for the same inputs."""
    return stamp.is_file() and stamp.read_text() == expected


def run(command: list[str], what: str, progress: Progress | None = None, counts: str = "") -> None:
    """Run `command`; each line of its output that matches `counts` moves `progress`. Refusal with its last lines."""
    environment = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}"}
    child = subprocess.Popen(
        command, cwd=ROOT, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    lines = []
    for line in child.stdout:
        lines.append(line.rstrip())
        if progress and (found := re.match(counts, line)):
            progress.step(found.group(1))
    if child.wait():
        if progress:
            progress.close("échec")
        tail = "\n".join(f"    {line}" for line in lines[-15:])
        raise Refusal(f"{what} : la commande « {' '.join(command[:4])} … » a échoué.\n{tail}")


def check_port(port: int) -> None:
    """Refusal at once, rather than after the build, where the address is already taken."""
    if not 0 < port < 65536:
        raise Refusal(f"Le port {port} n'existe pas ; choisissez entre 1024 et 65535 : make course PORT=8001")
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server does
        try:
            trial.bind(("127.0.0.1", port))
        except PermissionError:
            raise Refusal(
                f"Le port {port} est réservé au système ; choisissez-en un autre : make course PORT=8001"
            ) from None
        except OSError:
            other = port + 1 if port < 65535 else 8001
            raise Refusal(f"Le port {port} est déjà pris ; choisissez-en un autre : make course PORT={other}") from None


def make_environment() -> None:
    """`.venv`, made anew where it is missing or where its Python has gone or changed."""
    identity = f"{sys.version_info.major}.{sys.version_info.minor} {ROOT}"
    stamp = VENV / ".made-for"
    if (BIN / "python").exists() and is_done(stamp, identity):
        return
    try:
        import ensurepip  # noqa: F401  (Debian ships venv without it)
    except ImportError:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        raise Refusal(
            f"Il manque le module venv de Python ; installez-le : sudo apt install python{version}-venv"
        ) from None
    progress = Progress("Environnement Python", 1)
    venv.EnvBuilder(clear=VENV.exists(), with_pip=True, symlinks=True).create(VENV)
    stamp.write_text(identity)
    progress.close()


def names_in(requirements: Path) -> set[str]:
    """The packages a file pins; none when there is no file."""
    text = requirements.read_text() if requirements.is_file() else ""
    return {line.partition("==")[0] for line in text.splitlines() if "==" in line}


def install_python_packages() -> None:
    """The packages of `requirements.txt`, exactly, then the course itself; nothing is resolved again."""
    requirements = ROOT / "requirements.txt"
    stamp, expected = VENV / ".requirements", digest(requirements, str(sys.version_info[:2]))
    if not is_done(stamp, expected):
        installed = VENV / ".requirements.txt"  # what was pinned last time
        gone = names_in(installed) - names_in(requirements)
        progress = Progress("Paquets Python", len(names_in(requirements)))
        run([*PIP_INSTALL, "-r", "requirements.txt"], "Paquets Python", progress, PIP_COUNTS)
        if gone:
            run([*PIP, "uninstall", "--yes", *sorted(gone)], "Paquets Python")
        progress.close()
        shutil.copy(requirements, installed)
        stamp.write_text(expected)
    stamp, expected = VENV / ".project", digest(ROOT / "pyproject.toml", str(ROOT))
    if not is_done(stamp, expected):
        progress = Progress("Le cours", 1)
        run([*PIP_INSTALL, "--no-build-isolation", "-e", "."], "Le cours")
        stamp.write_text(expected)
        progress.close()


def install_notebook_application() -> None:
    """What `denouement build` makes the notebooks in the browser from, in a folder of their own under `.venv`."""
    application, kernel = ROOT / "lite" / "application.txt", ROOT / "lite" / "kernel.txt"
    stamp, expected = LITE / ".done", digest(application, kernel, str(sys.version_info[:2]))
    if is_done(stamp, expected):
        return
    shutil.rmtree(LITE, ignore_errors=True)
    progress = Progress("Cahiers dans le navigateur", len(names_in(application)) + len(names_in(kernel)))
    target = ["--target", str(LITE / "application"), "-r", str(application)]
    run([*PIP_INSTALL, *target], "Cahiers dans le navigateur", progress, PIP_COUNTS)
    target = ["--implementation", "py", "--python-version", "3.14", "-d", str(LITE / "kernel"), "-r", str(kernel)]
    run([*PIP_DOWNLOAD, *target], "Cahiers dans le navigateur", progress, PIP_COUNTS)
    progress.close()
    stamp.write_text(expected)


def usable_node() -> bool:
    """Whether a Node of this machine, or of `.venv`, is recent enough and comes with npm."""
    path = f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}"
    node, npm = shutil.which("node", path=path), shutil.which("npm", path=path)
    if not (node and npm):
        return False
    answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    found = re.match(r"v(\d+)\.", answer.stdout)
    return bool(found) and int(found.group(1)) >= OLDEST_NODE


def install_npm_packages() -> None:
    """The packages of `package-lock.json`; first Node itself, from PyPI into `.venv`, where there is none."""
    stamp = NODE_MODULES / ".lock"
    expected = digest(ROOT / "package.json", ROOT / "package-lock.json")
    node_stamp, node_pin = VENV / ".node", digest(ROOT / "requirements-node.txt")
    if not is_done(node_stamp, node_pin):
        if not usable_node():
            progress = Progress("Node (depuis PyPI)", 2)
            run([*PIP_INSTALL, "-r", "requirements-node.txt"], "Node", progress, r"(?:Collecting) ([\w.-]+)")
            progress.close()
        node_stamp.write_text(node_pin)
    if is_done(stamp, expected):
        return
    progress = Progress("Paquets JavaScript", len(json.loads((ROOT / "package-lock.json").read_text())["packages"]))
    run(
        ["npm", "ci", "--no-audit", "--no-fund", "--loglevel=http"],
        "Paquets JavaScript",
        progress,
        r"npm http fetch GET 200 \S+/(\S+?)\.tgz",
    )
    stamp.write_text(expected)
    progress.close()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--port", type=int, help="refuse at once if this port is taken")
    args = parser.parse_args()
    try:
        if sys.version_info < OLDEST_PYTHON:
            raise Refusal(
                f"Il faut Python 3.11 ou plus récent (ici : {sys.version.split()[0]}) ; "
                "indiquez-le ainsi : make course PYTHON=python3.11"
            )
        if args.port is not None:
            check_port(args.port)
        make_environment()
        install_python_packages()
        install_npm_packages()
        install_notebook_application()
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nInterrompu ; relancez la même commande, elle reprendra où elle en était.", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
