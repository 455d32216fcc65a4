#!/usr/bin/env python3
"""Finds the Firefox that a few browser tests drive; as a command, installs Debian's where it may.

`DENOUEMENT_FIREFOX` names another one. Standard library only.
"""

import os
import shutil
import sys

from scripts.debian import install

NAMES = ("firefox-esr", "firefox")
REMEDY = (
    "Les exercices s'essaient aussi dans Firefox ; installez-le : sudo apt install firefox-esr "
    "(ou indiquez-en un : DENOUEMENT_FIREFOX=/chemin/vers/firefox)"
)


def find_firefox() -> str | None:
    """Path of a Firefox on this machine, or None."""
    named = os.environ.get("DENOUEMENT_FIREFOX")
    return shutil.which(named) if named else next(filter(None, map(shutil.which, NAMES)), None)


def main() -> int:
    if not find_firefox() and not os.environ.get("DENOUEMENT_FIREFOX"):
        install("firefox-esr")
    if not find_firefox():
        print(REMEDY, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
