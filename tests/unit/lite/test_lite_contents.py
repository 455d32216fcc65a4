"""The notebooks that the application in the browser opens."""

import json

import pytest

from denouement.lite import contents


@pytest.fixture
def checkout(tmp_path):
    for folder in ("notebooks", "exercises", "solutions"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "03-pain.ipynb").write_text(f'"{folder}"')
    return tmp_path


def listed(target, folder):
    return [
        entry["path"] for entry in json.loads((target / "api/contents" / folder / "all.json").read_text())["content"]
    ]


def test_chapters_and_exercises_are_there_and_never_a_solution(checkout, tmp_path):
    contents.write(checkout, tmp_path / "lite")
    assert listed(tmp_path / "lite", "") == ["exercises", "notebooks"]
    assert listed(tmp_path / "lite", "exercises") == ["exercises/03-pain.ipynb"]
    assert (tmp_path / "lite/files/notebooks/03-pain.ipynb").read_text() == '"notebooks"'
    assert not [path for path in (tmp_path / "lite").rglob("*") if "solution" in path.name]


def test_a_notebook_that_left_the_course_leaves_the_site(checkout, tmp_path):
    contents.write(checkout, tmp_path / "lite")
    (checkout / "exercises/03-pain.ipynb").unlink()
    contents.write(checkout, tmp_path / "lite")
    assert listed(tmp_path / "lite", "exercises") == []
    assert not (tmp_path / "lite/files/exercises/03-pain.ipynb").exists()


def test_what_has_not_changed_is_not_written_again(checkout, tmp_path):
    contents.write(checkout, tmp_path / "lite")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "lite").rglob("*") if path.is_file()}
    (checkout / "notebooks/03-pain.ipynb").write_text("autre")
    contents.write(checkout, tmp_path / "lite")
    changed = [path.name for path, time in before.items() if path.stat().st_mtime_ns != time]
    assert changed == ["03-pain.ipynb"]
