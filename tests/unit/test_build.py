"""What the build notices and carries over without Sphinx."""

from denouement.build import OUTPUT, copy_scripts


def test_a_new_stylesheet_reaches_the_site_even_when_no_page_changed(tmp_path):
    bundled = tmp_path / "src" / "denouement" / "site" / "static"
    bundled.mkdir(parents=True)
    (bundled / "denouement.css").write_text("a{}")
    copy_scripts(tmp_path)
    site = tmp_path / OUTPUT / "_static" / "denouement.css"
    assert site.read_text() == "a{}"
    written = site.stat().st_mtime_ns
    copy_scripts(tmp_path)
    assert site.stat().st_mtime_ns == written
    (bundled / "denouement.css").write_text("b{}")
    copy_scripts(tmp_path)
    assert site.read_text() == "b{}"
