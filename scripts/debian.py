"""What a machine may lack and Debian has: found, installed where we may (apt is there, and we are root or sudo asks
nothing), or asked for in one sentence."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable


def find(variable: str, names: Iterable[str]) -> str | None:
    """Path of the program that the environment names in `variable`, else of the first of `names` that is here."""
    named = os.environ.get(variable)
    return shutil.which(named) if named else next(filter(None, map(shutil.which, names)), None)


def provide(package: str, found: Callable[[], object], variable: str, remedy: str) -> int:
    """The exit code of a command that sees to it that `found()` finds something. What the environment names in
    `variable` is never replaced by an installation."""
    if not found() and not os.environ.get(variable):
        install(package)
    if not found():
        print(remedy, file=sys.stderr)
        return 2
    return 0


def install(package: str) -> None:
    """Installs `package` when this machine lets us; silent otherwise (whoever needs it says what to type)."""
    apt = shutil.which("apt-get")
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if not apt or (
        sudo and (not shutil.which("sudo") or subprocess.run([*sudo, "true"], capture_output=True).returncode)
    ):
        return
    print(f"Installation de {package} (apt-get) …", flush=True)
    for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", package]):
        quiet = ["env", "DEBIAN_FRONTEND=noninteractive"]
        subprocess.run([*sudo, *quiet, apt, *command], stdout=subprocess.DEVNULL, check=False)
