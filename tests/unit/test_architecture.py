"""The direction of dependencies, as docs/architecture.md draws it, read from the import statements."""

import ast
import sys
from functools import cache
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src" / "denouement"

# Floors of the house: a module imports its own floor and those below, never one above.
# "Pure" floors also run in the browser's Python, on the standard library alone.
PURE = [
    {"errors", "fr", "typography", "progress", "archive"},
    {"models", "levers", "columns", "catalogue"},
    {"charts", "labs", "questions", "interviews", "exercises", "assessments", "assumptions", "sentences"},
    {"markup"},
]
REST = [
    {"compiler", "source", "lock", "bundle", "engine", "wheel", "published"},
    {"widgets", "notebooks", "grading"},
    {"site", "proofreading", "lite", "downloads", "service_worker"},
    {"build", "serve", "launcher"},
    {"offline"},
    {"cli"},
]
FLOOR = {name: height for height, names in enumerate([*PURE, *REST]) for name in names}
PURE_NAMES = set().union(*PURE)


def part_of(path: Path) -> str:
    """The top-level part of the package a file belongs to: `charts/core.py` -> `charts`."""
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


@cache
def imports(path: Path) -> set[str]:
    """Absolute dotted names that the file imports, wherever in the file the import stands."""
    package = ["denouement", *path.relative_to(SOURCE).parent.parts]
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            prefix = ".".join([*base, *([node.module] if node.module else [])])
            found |= {f"{prefix}.{alias.name}" for alias in node.names}
    return found


FILES = sorted(path for path in SOURCE.rglob("*.py") if path.name != "__init__.py" or path.parent != SOURCE)
IDS = [str(path.relative_to(SOURCE)) for path in FILES]


@pytest.mark.parametrize("path", FILES, ids=IDS)
def test_a_module_imports_its_own_floor_or_a_lower_one(path):
    part = part_of(path)
    assert part in FLOOR, f"{part} has no floor yet: give it one here and a line in docs/architecture.md"
    above = {
        name
        for name in imports(path)
        if name.startswith("denouement.") and (target := name.split(".")[1]) in FLOOR and FLOOR[target] > FLOOR[part]
    }
    assert not above, f"{part} (floor {FLOOR[part]}) imports what stands above it"


@pytest.mark.parametrize(
    "path",
    [path for path in FILES if part_of(path) in PURE_NAMES],
    ids=[i for i, p in zip(IDS, FILES, strict=True) if part_of(p) in PURE_NAMES],
)
def test_what_runs_in_the_browser_needs_the_standard_library_only(path):
    foreign = {
        name
        for name in imports(path)
        if (top := name.split(".")[0]) != "denouement" and top not in sys.stdlib_module_names
    }
    assert not foreign


def test_nothing_imports_the_command_line():
    users = [str(path) for path in FILES if any(name.startswith("denouement.cli") for name in imports(path))]
    assert users == []


def test_every_part_is_on_the_map():
    page = (SOURCE.parents[1] / "docs" / "architecture.md").read_text(encoding="utf-8")
    absent = [part for part in sorted({part_of(path) for path in FILES}) if f"`{part}" not in page]
    assert absent == [], "docs/architecture.md says nothing of these parts"
