"""Debian's packages, installed where we may: apt is there, and we are root or sudo asks nothing."""

import os
import shutil
import subprocess


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
