"""What makes Python in the page be built again, and what lands in the site."""

import shutil
from zipfile import ZipFile

import pytest

from denouement import engine


@pytest.fixture
def checkout(root, tmp_path):
    """Only what the build of the engine reads."""
    copy = tmp_path / "checkout"
    for folder in ("src/denouement", "web/python"):
        shutil.copytree(root / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__", "static"))
    pinned = copy / "node_modules/pyodide/package.json"
    pinned.parent.mkdir(parents=True)
    pinned.write_text('{"version": "1"}')
    return copy


def test_an_authors_edit_does_not_touch_it(checkout):
    stamp = checkout / engine.RESULT / "sources"
    stamp.parent.mkdir(parents=True)
    stamp.write_text(engine._digest(checkout))  # as after a build
    for path in ("src/denouement/data/items/nouveau.json", "src/denouement/markup/page.py", "web/quiz.js"):
        (checkout / path).parent.mkdir(parents=True, exist_ok=True)
        (checkout / path).write_text("autre chose")
    assert engine.refresh(checkout) is False


@pytest.mark.parametrize(
    "path", ["src/denouement/exercises/judging.py", "web/python/worker.js", "node_modules/pyodide/package.json"]
)
def test_the_package_the_scripts_and_pyodide_do(checkout, path):
    before = engine._digest(checkout)
    (checkout / path).write_text("autre chose")
    assert engine._digest(checkout) != before


def test_the_same_sources_give_the_same_package_wherever_they_stand(checkout, root, tmp_path):
    first, second = tmp_path / "a.zip", tmp_path / "b.zip"
    engine._zip(checkout, first)
    engine._zip(root, second)
    assert first.read_bytes() == second.read_bytes()
    names = ZipFile(first).namelist()
    assert "denouement/exercises/session.py" in names
    assert not [name for name in names if "/data/" in name or "/compiler/" in name or "__pycache__" in name]


def test_the_site_gets_what_changed_and_loses_what_went(tmp_path):
    made, folder = tmp_path / engine.RESULT, tmp_path / "site" / "_static" / "python"
    made.mkdir(parents=True)
    for name in ("manifest.json", "worker-0123456789ab.mjs", "sources"):
        (made / name).write_text(name)
    folder.mkdir(parents=True)
    for name in ("manifest.json", "worker-ba9876543210.mjs"):
        (folder / name).write_text("d'avant")
    engine.copy(tmp_path, tmp_path / "site")
    assert {path.name: path.read_text() for path in folder.iterdir()} == {
        "manifest.json": "manifest.json",
        "worker-0123456789ab.mjs": "worker-0123456789ab.mjs",
    }
