"""Chapter 3 in a real JupyterLab: its cells run, a question is answered in its widget, Python reads the result."""

import json
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from answering import respond, send
from course import ROOT, questions
from playwright.sync_api import expect
from visiting import open_context
from watch import Watch

NOTEBOOK = "03-boulanger.ipynb"
OPTIONS = (
    "--no-browser",
    "--allow-root",
    "--expose-app-in-browser",  # its commands, from the test
    "--IdentityProvider.token=",
    "--ServerApp.password=",
    "--LabApp.news_url=None",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    "--LabApp.extension_manager=readonly",
)
KERNEL_IS_READY = "() => window.jupyterapp.shell.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'"
# What a cell that went wrong shows.
WRONG = ".jp-RenderedText[data-mime-type*=error], .jp-RenderedText[data-mime-type*=stderr]"


@pytest.fixture
def lab(tmp_path):
    """Address of a JupyterLab over a copy of notebooks/."""
    shutil.copytree(ROOT / "notebooks", tmp_path / "notebooks")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [Path(sys.executable).parent / "jupyter", "lab", *OPTIONS, f"--port={port}", "--ServerApp.port_retries=0"]
    log = (tmp_path / "jupyter.log").open("w")
    process = subprocess.Popen(command, cwd=tmp_path / "notebooks", stdout=log, stderr=subprocess.STDOUT)
    address = f"http://127.0.0.1:{port}"
    try:
        deadline = time.monotonic() + 60
        while not answers(f"{address}/api"):
            if process.poll() is not None or time.monotonic() > deadline:
                pytest.fail(f"JupyterLab did not start:\n{(tmp_path / 'jupyter.log').read_text()[-2000:]}")
            time.sleep(0.2)
        yield address
    finally:
        process.terminate()
        process.wait(20)
        log.close()


def answers(url):
    try:
        return urlopen(url, timeout=5).status == 200
    except (URLError, ConnectionError, TimeoutError):
        return False


def command(page, name):
    page.evaluate("name => window.jupyterapp.commands.execute(name)", name)


def run_new_cell(page, code):
    """Adds a cell at the end of the notebook, runs it, returns its locator."""
    cells = page.locator(".jp-Notebook .jp-CodeCell")
    command(page, "notebook:move-cursor-down")
    command(page, "notebook:insert-cell-below")
    cell = page.locator(".jp-Notebook .jp-Cell.jp-mod-active")
    cell.locator(".cm-content").click()
    page.keyboard.insert_text(code)
    page.keyboard.press("Control+Enter")
    expect(cells.first).to_be_attached()
    return cell


@pytest.mark.kernel
def test_a_question_answered_in_jupyterlab_is_known_to_python(browser, lab):
    context = open_context(browser, 1280)
    watch = Watch(context, lab.split("://")[1])
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.goto(f"{lab}/lab/tree/{NOTEBOOK}")
    page.wait_for_selector(".jp-Notebook .jp-CodeCell")
    page.wait_for_function(
        "() => window.jupyterapp.shell.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'"
    )
    command(page, "notebook:run-all-cells")
    question = next(q for q in questions().values() if q["chapter"] == "03-boulanger" and q["kind"] == "single")
    cell = run_new_cell(page, f'from denouement.widgets import show\nessai = show("{question["id"]}")\nessai')
    item = cell.locator(f'[data-item="{question["id"]}"]')
    expect(item).to_be_visible(timeout=60_000)
    respond(item, "single", question["right"][0])
    send(item)
    expect(item).to_have_attribute("data-status", "passed")
    told = run_new_cell(page, "import json\nprint(json.dumps(essai.result))").locator(".jp-OutputArea-output")
    expect(told).to_contain_text("response")
    result = json.loads(told.inner_text())
    assert (result["response"], result["success"]) == (question["right"][0], True)
    assert (
        page.locator(".jp-OutputArea-output[data-mime-type*=error], .jp-RenderedText[data-mime-type*=stderr]").count()
        == 0
    )
    context.close()
    assert watch.other_hosts == []
