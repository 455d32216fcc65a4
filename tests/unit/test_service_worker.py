"""The list of the site's files, and the worker that carries it: the same for the same site, another for any change."""

import gzip

import pytest

from denouement import service_worker
from denouement.bundle import WORKER


@pytest.fixture
def site(tmp_path):
    script = tmp_path / WORKER
    script.parent.mkdir(parents=True)
    script.write_text("listen();")
    folder = tmp_path / "site"
    (folder / "chapters").mkdir(parents=True)
    (folder / "index.html").write_text("Accueil")
    (folder / "chapters" / "03.html").write_text("Trois")
    (folder / ".buildinfo").write_text("of Sphinx")
    return folder


def paths(site):
    return [path for path, *_ in service_worker.listing(site)["files"]]


def test_every_file_of_the_site_is_listed_but_the_worker_itself(tmp_path, site):
    service_worker.write(tmp_path, site)
    assert paths(site) == ["chapters/03.html", "index.html"]


def test_the_same_site_gives_the_same_worker_and_writes_nothing(tmp_path, site):
    assert service_worker.write(tmp_path, site)
    first = (site / service_worker.NAME).read_bytes()
    assert first.endswith(b"listen();")
    assert not service_worker.write(tmp_path, site)
    assert (site / service_worker.NAME).read_bytes() == first


def test_any_change_of_content_is_another_version(tmp_path, site):
    service_worker.write(tmp_path, site)
    before = service_worker.listing(site)["version"]
    (site / "chapters" / "03.html").write_text("Tr0is")  # as long as before
    assert service_worker.listing(site)["version"] != before
    assert service_worker.write(tmp_path, site)


def test_a_compressed_file_is_known_opened_too(site):
    (site / "python.bin.gz").write_bytes(gzip.compress(b"memory"))
    (site / "python.bin").write_bytes(b"memory")
    listed = {path: rest for path, *rest in service_worker.listing(site)["files"]}
    assert listed["python.bin.gz"][2] == listed["python.bin"][0]
