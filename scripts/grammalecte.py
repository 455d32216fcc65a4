#!/usr/bin/env python3
"""Makes sure that Grammalecte, which `denouement proofread` asks, is here; installs Debian's where it may."""

import sys

from scripts.debian import provide

from denouement.proofreading.grammar import REMEDY, VARIABLE, find_grammalecte

if __name__ == "__main__":
    sys.exit(provide("grammalecte-cli", find_grammalecte, VARIABLE, REMEDY))
