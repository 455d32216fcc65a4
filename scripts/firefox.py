#!/usr/bin/env python3
"""Finds the Firefox that a few browser tests drive; as a command, installs Debian's where it may.

`DENOUEMENT_FIREFOX` names another one. Standard library only.
"""

import sys

from scripts.debian import find, provide

VARIABLE = "DENOUEMENT_FIREFOX"
NAMES = ("firefox-esr", "firefox")
REMEDY = (
    "Les exercices s'essaient aussi dans Firefox ; installez-le : sudo apt install firefox-esr "
    "(ou indiquez-en un : DENOUEMENT_FIREFOX=/chemin/vers/firefox)"
)


def find_firefox() -> str | None:
    """Path of a Firefox on this machine, or None."""
    return find(VARIABLE, NAMES)


if __name__ == "__main__":
    sys.exit(provide("firefox-esr", find_firefox, VARIABLE, REMEDY))
