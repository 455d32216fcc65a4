"""What every test shares: a test that stands in tests/browser drives a browser, without having to say so."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from denouement.compiler.book import compile_book
from denouement.compiler.command import DATA
from denouement.compiler.parts import Parts

ROOT = Path(__file__).resolve().parent.parent
BROWSER_TESTS = ROOT / "tests" / "browser"

# A shared or small machine stalls now and then: the time of one example says nothing about the code.
settings.register_profile("full", deadline=None)
settings.register_profile("fast", deadline=None, max_examples=20)  # make test-fast; CI draws the hundred
settings.load_profile(os.environ.get("DENOUEMENT_EXAMPLES", "full"))


def pytest_collection_modifyitems(items):
    for item in items:
        if item.path.is_relative_to(BROWSER_TESTS):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def root():
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def course_items():
    """Every item of the course, compiled: a part that has not changed since the last build is read back."""
    return compile_book(ROOT, Parts(DATA))
