"""The course as a wheel: the same for the same sources, another version for other sources, readable by pip."""

import base64
import csv
import zipfile
from hashlib import sha256
from io import StringIO

import pytest

from denouement import wheel


@pytest.fixture
def checkout(tmp_path):
    package = tmp_path / "src" / "denouement"
    for name in ("__init__.py", "data/items/pain.json", "site/static/vega.js", "__pycache__/x.pyc"):
        (package / name).parent.mkdir(parents=True, exist_ok=True)
        (package / name).write_text(name)
    return tmp_path


def test_the_same_sources_give_the_same_file(checkout, tmp_path):
    first = wheel.refresh(checkout, tmp_path / "a")
    second = wheel.refresh(checkout, tmp_path / "b")
    assert first.name == second.name
    assert first.read_bytes() == second.read_bytes()


def test_an_edited_question_gives_another_version_and_takes_the_old_one_away(checkout, tmp_path):
    before = wheel.refresh(checkout, tmp_path / "a")
    (checkout / "src/denouement/data/items/pain.json").write_text("autre")
    after = wheel.refresh(checkout, tmp_path / "a")
    assert after.name != before.name
    assert list((tmp_path / "a").iterdir()) == [after]


def test_it_carries_the_package_and_its_data_and_nothing_of_the_pages(checkout, tmp_path):
    with zipfile.ZipFile(wheel.refresh(checkout, tmp_path)) as archive:
        inside = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert inside == {"denouement/__init__.py", "denouement/data/items/pain.json"}


def test_its_record_names_every_file_with_its_hash(checkout, tmp_path):
    path = wheel.refresh(checkout, tmp_path)
    version = path.name.split("-")[1]
    with zipfile.ZipFile(path) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    record = f"denouement-{version}.dist-info/RECORD"
    listed = {row[0]: row[1] for row in csv.reader(StringIO(contents[record].decode()))}
    assert listed.keys() == contents.keys()
    for name, content in contents.items():
        digest = base64.urlsafe_b64encode(sha256(content).digest()).rstrip(b"=").decode()
        assert listed[name] == ("" if name == record else f"sha256={digest}")
    assert f"\nVersion: {version}\n" in contents[f"denouement-{version}.dist-info/METADATA"].decode()
