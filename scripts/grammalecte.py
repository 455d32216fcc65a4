#!/usr/bin/env python3
"""Makes sure that Grammalecte, which `denouement proofread` asks, is here; installs Debian's where it may."""

import os
import sys

from scripts.debian import install

from denouement.proofreading.grammar import REMEDY, find_grammalecte


def main() -> int:
    if not find_grammalecte() and not os.environ.get("DENOUEMENT_GRAMMALECTE"):
        install("grammalecte-cli")
    if not find_grammalecte():
        print(REMEDY, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
