"""What a learner takes away works elsewhere: a new Python, what the zip requires, no network, a chapter that runs."""

import json
import subprocess
import venv
import zipfile
from importlib.metadata import Distribution, distribution
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from packaging.requirements import Requirement
from packaging.tags import sys_tags

from denouement import downloads

AWAY = "ailleurs"
WANTED = ("ipykernel", "anywidget", "ipywidgets")


def closure(names):
    """The installed distributions that `names` need, themselves included."""
    found, waiting = {}, list(names)
    while waiting:
        one = distribution(waiting.pop())
        if one.name in found:
            continue
        found[one.name] = one
        needs = [Requirement(line) for line in one.requires or []]
        waiting += [need.name for need in needs if not need.marker or need.marker.evaluate({"extra": ""})]
    return found.values()


def packed(one: Distribution, folder: Path) -> None:
    """What is installed of `one`, as a wheel again: the place of the network in this test."""
    supported = {str(tag) for tag in sys_tags()}
    tags = [line.removeprefix("Tag: ") for line in one.read_text("WHEEL").splitlines() if line.startswith("Tag: ")]
    tag = next(tag for tag in tags if tag in supported)
    files = [file for file in one.files if ".." not in file.parts and file.suffix != ".pyc"]
    with zipfile.ZipFile(folder / f"{one.name.replace('-', '_')}-{one.version}-{tag}.whl", "w") as archive:
        for file in files:
            archive.writestr(str(file), file.locate().read_bytes())


@pytest.fixture(scope="module")
def away(tmp_path_factory, root):
    """The learner's folder, unpacked, and the environment where its requirements were installed: (folder, env)."""
    place = tmp_path_factory.mktemp("ailleurs")
    downloads.write(root, place / "site")
    with zipfile.ZipFile(place / "site" / downloads.FOLDER / downloads.ARCHIVE) as archive:
        archive.extractall(place)
    wheels = place / "wheels"
    wheels.mkdir()
    for one in closure(WANTED):
        packed(one, wheels)
    env = place / "env"
    venv.EnvBuilder(with_pip=True, symlinks=True).create(env)
    python = env / "bin" / "python"
    offline = ["--no-index", "--find-links", str(wheels), "--disable-pip-version-check"]
    installed = subprocess.run(
        [python, "-m", "pip", "install", *offline, "-r", "requirements.txt"],
        cwd=place / "cahiers",
        capture_output=True,
        text=True,
    )
    assert installed.returncode == 0, installed.stderr
    named = [python, "-m", "ipykernel", "install", "--prefix", env, "--name", AWAY]
    subprocess.run(named, capture_output=True, check=True)
    return place / "cahiers", env


@pytest.mark.kernel
@pytest.mark.parametrize("notebook", ["notebooks/03-boulanger.ipynb", "exercises/03-boulanger.ipynb"])
def test_a_notebook_taken_away_gives_what_the_course_prints(away, notebook, monkeypatch):
    folder, env = away
    monkeypatch.setenv("JUPYTER_PATH", str(env / "share" / "jupyter"))
    taken = nbformat.read(folder / notebook, as_version=4)
    printed = texts(taken)
    assert printed
    NotebookClient(
        taken, kernel_name=AWAY, timeout=60, coalesce_streams=True, resources={"metadata": {"path": str(folder)}}
    ).execute()
    assert texts(taken) == printed


def texts(notebook) -> list[str]:
    """What the cells print and give back, as text; not those whose output the course does not keep either."""
    kept = [cell for cell in notebook.cells if "nbval-ignore-output" not in cell.metadata.get("tags", [])]
    outputs = [output for cell in kept if cell.cell_type == "code" for output in cell.outputs]
    given = [output["data"].get("text/plain", "") for output in outputs if "data" in output]
    return [output["text"] for output in outputs if output.output_type == "stream"] + given


@pytest.mark.kernel
def test_the_course_used_there_is_the_one_taken_away(away):
    _, env = away
    where = [str(env / "bin" / "python"), "-c", "import denouement; print(denouement.__file__)"]
    found = subprocess.run(where, cwd=env, capture_output=True, text=True, check=True).stdout.strip()
    assert Path(found).is_relative_to(env)


def test_the_zip_holds_every_notebook_of_the_site_and_no_solution(tmp_path, root):
    downloads.write(root, tmp_path)
    with zipfile.ZipFile(tmp_path / downloads.FOLDER / downloads.ARCHIVE) as archive:
        inside = archive.namelist()
        requirements = archive.read("cahiers/requirements.txt").decode()
        notebooks = [json.loads(archive.read(name)) for name in inside if name.endswith(".ipynb")]
    committed = [*(root / "notebooks").glob("*.ipynb"), *(root / "exercises").glob("*.ipynb")]
    assert len(notebooks) == len(committed) > 0
    assert not [name for name in inside if "solutions" in name]
    wheel = next(line for line in requirements.splitlines() if line.startswith("./"))
    assert f"cahiers/{wheel.removeprefix('./')}" in inside
    assert {notebook["metadata"]["denouement"]["kind"] for notebook in notebooks} == {"chapter", "exercises"}
