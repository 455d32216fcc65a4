"""The zip of `make offline`, unpacked elsewhere: opened by a double-click, then served by its own launcher."""

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from answering import answer_and_find_again, move_levers, open_stop, press
from coding import CHAPTER, RIGHT, check, find_exercise
from course import ROOT, lab_settings, levers_of
from playwright.sync_api import expect
from test_interview import begin, expect_ending, open_interview, say, shortest_paths
from visiting import SITE, guarded

from denouement import offline
from denouement.catalogue import words
from denouement.interviews.graph import walk
from denouement.interviews.load import read_interview


@pytest.fixture(scope="session")
def stick(site, tmp_path_factory):
    """The course's own zip, unpacked in a folder as people name them."""
    if site != ROOT / offline.OUTPUT:
        pytest.fail(f"the zip is made of {offline.OUTPUT}, not of {SITE}", pytrace=False)
    folder = tmp_path_factory.mktemp("ailleurs") / "Clé de Zoé (été)"
    with zipfile.ZipFile(offline.write(ROOT)) as archive:
        archive.extractall(folder)
    return folder


@pytest.fixture(scope="session")
def launched(stick):
    """The address where the launcher of this system serves the course."""
    path = f"{Path(sys._base_executable).parent}:/usr/bin:/bin"
    process = subprocess.Popen(
        ["/bin/sh", stick / "Lancer le cours (Linux).sh"],
        env={**os.environ, "PATH": path, "BROWSER": "true"},
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    yield re.search(r"http://[\d.]+:\d+", process.stdout.readline())[0]
    process.kill()
    process.communicate()


@pytest.fixture
def visit_launched(browser, launched):
    yield from guarded(browser, launched)


def test_a_double_click_opens_the_course_and_its_answers_are_kept(visit, stick):
    page = visit((stick / "Ouvrir le cours.html").as_uri())
    page.wait_for_url("**/cours/index.html")
    page.goto((stick / "cours" / CHAPTER).as_uri())
    answer_and_find_again(page)


def test_without_scripts_a_link_opens_the_course(visit, stick):
    page = visit((stick / "Ouvrir le cours.html").as_uri(), java_script_enabled=False)
    page.get_by_role("link", name="Ouvrir le cours").click()
    page.wait_for_url("**/cours/index.html")


def test_out_of_a_zip_that_was_not_unpacked_it_says_to_unpack_it(browser, stick, tmp_path):
    alone = tmp_path / "Ouvrir le cours.html"
    alone.write_bytes((stick / alone.name).read_bytes())
    page = browser.new_page()  # not watched: the site is missing, and the browser says so
    page.goto(alone.as_uri())
    expect(page.get_by_text("L’archive n’est sans doute pas décompressée")).to_be_visible()
    assert page.url == alone.as_uri()
    page.close()


def test_a_lab_opened_by_double_click_fails_then_succeeds(visit, stick):
    lab = "boulanger-58h"
    page = visit((stick / "cours" / CHAPTER).as_uri())
    item = page.locator(f'[data-item="{lab}"]')
    open_stop(item)
    for ranks, status in zip(lab_settings(lab), ("failed", "passed"), strict=True):
        move_levers(item, levers_of(lab), ranks)
        press(item.locator("button[type=submit]"), "Enter")
        expect(item).to_have_attribute("data-status", status)


def test_an_interview_opened_by_double_click_reaches_an_ending(visit, stick):
    interview = read_interview(min((ROOT / "book" / "fr" / "interviews").glob("*.toml")))
    graph = walk(interview)
    said, state = min(shortest_paths(graph).values(), key=lambda found: len(found[0]))
    _, item = open_interview(lambda path: visit((stick / "cours" / path).as_uri()), interview)
    begin(item)
    for choice in said:
        say(item, choice)
    expect_ending(item, graph, state, said)


def test_an_exercise_opened_by_double_click_names_the_launcher(visit, stick):
    page = visit((stick / "cours" / CHAPTER).as_uri())
    item = find_exercise(page)
    expect(item.get_by_text(words()["editor.file"])).to_be_visible()
    named = re.findall("« (.+?) »", words()["editor.file"].replace("\xa0", " "))[:2]
    assert named and all(any(stick.glob(f"{name}*")) for name in named)


def test_the_launcher_serves_an_exercise_to_success_and_keeps_it(visit_launched):
    page = visit_launched(CHAPTER)
    item = find_exercise(page)
    check(item, RIGHT)
    expect(item).to_have_attribute("data-status", "passed")
    page.reload()
    expect(find_exercise(page)).to_have_attribute("data-status", "passed")


def test_nothing_in_it_knows_the_machine_that_made_it(stick):
    here = f"{ROOT}/".encode()
    files = [path for path in stick.rglob("*") if path.is_file()]
    assert [path.relative_to(stick) for path in files if here in path.read_bytes()] == []


def test_every_name_in_it_is_one_that_windows_accepts(stick):
    names = [path.relative_to(stick).as_posix() for path in stick.rglob("*")]
    assert [name for name in names if re.search(r'[<>:"\\|?*]|[. ](/|$)', name) or len(name) > 150] == []
    assert len({name.lower() for name in names}) == len(names)
