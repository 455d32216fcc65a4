"""What a snapshot of Python's memory holds: the modules an exercise may import, already imported, and little garbage.

Runs in Pyodide only, once, just before its memory is copied (`web/python/image.js`).
"""

import gc
import importlib
import linecache
import pkgutil
import random
import re
import sys

import denouement

#: Modules of the standard library that beginners import; any other comes from the library's file, a little later.
LIBRARY = (
    "abc argparse array ast base64 bisect calendar cmath collections.abc contextlib copy csv dataclasses datetime "
    "decimal difflib enum fractions functools hashlib heapq html io itertools json keyword math numbers operator os "
    "pathlib pprint random re statistics string sys textwrap time timeit traceback types typing unicodedata "
    "unittest.mock uuid zoneinfo _strptime"
)


def warm() -> None:
    """Imports everything, then puts away what importing left behind."""
    for name in LIBRARY.split():
        importlib.import_module(name)
    for module in pkgutil.walk_packages(denouement.__path__, "denouement."):
        importlib.import_module(module.name)
    random.seed(0)  # the same snapshot for the same sources; each run draws its own seed
    linecache.clearcache()
    re.purge()
    sys._clear_internal_caches()
    gc.collect()
    _wipe()


def _wipe() -> None:
    """Overwrites the small blocks that are free with zeros, size by size: they compress to nothing."""
    header = sys.getsizeof(b"")
    for size in range(16 * (header // 16 + 1), 513, 16):
        blocks = [bytes(size - header) for _ in range(2_000_000 // size)]
        del blocks
