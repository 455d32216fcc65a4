#!/usr/bin/env python3
"""Finds the Chromium that the browser tests drive; as a command, installs Debian's where it may.

`DENOUEMENT_CHROMIUM` names another one. Playwright's own downloads are not used: a system Chromium comes with its
security updates and needs no second copy of 170 MB. Standard library only.
"""

import sys

from scripts.debian import find, provide

VARIABLE = "DENOUEMENT_CHROMIUM"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
REMEDY = (
    "Les essais dans le navigateur ont besoin de Chromium ; installez-le : sudo apt install chromium "
    "(ou indiquez-en un : DENOUEMENT_CHROMIUM=/chemin/vers/chromium)"
)
# No sandbox: containers and root need it, and only our own pages are opened. The rest keeps the browser from making
# requests of its own, which the tests would take for the course's.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def find_chromium() -> str | None:
    """Path of a Chromium or Chrome on this machine, or None."""
    return find(VARIABLE, NAMES)


if __name__ == "__main__":
    sys.exit(provide("chromium", find_chromium, VARIABLE, REMEDY))
