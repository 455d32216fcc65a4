"""Runs a notebook under our own Python and keeps what is small and always the same of its outputs.

A kernel that stalls (a few in a hundred do on a small machine) is started once more, and counted. An endless loop
looks the same the first time; it stalls twice, and is then the author's to mend.
"""

import re
import subprocess
import sys
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

from ..errors import AuthorError
from .directives import IGNORE_OUTPUT

CELL_TIMEOUT = 40  # seconds
LARGEST = 4_000  # characters of one output: notebooks keep figures and sentences, not tables of data
ITEM_MIME = "application/vnd.denouement."  # which item a cell shows: small, and always the same
_STORED = ("text/plain", "text/html")  # the feedback of an exercise comes as both, and nbval misses what is not stored
_UNCOMPARED = frozenset({"application/vnd.jupyter.widget-view+json"})  # nbval ignores it: its ids change at each run
_ADDRESS = re.compile(r"\bat 0x[0-9a-fA-F]{6,}")


def run(notebook: dict, folder: Path, where: str, on_stall: Callable[[str], None], timeout: int = CELL_TIMEOUT) -> dict:
    """`notebook` with its outputs, run in `folder`. `where` names it in errors; `on_stall(where)` before a second try.

    AuthorError: a cell raised, wrote on stderr, never ended, or its output is not plain text that stays the same.
    """
    # nbformat's validator would load a grammar of internationalised addresses: two seconds for a check we never ask.
    sys.modules.setdefault("rfc3987_syntax", None)
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    for attempt in (1, 2):
        ran = _as_nbformat(notebook)
        try:
            # The kernel is ours to stop; what it says of itself on stderr (not its cells) is of no use here.
            _client(ran, folder, timeout).execute(cleanup_kc=True, stderr=subprocess.DEVNULL)
            break
        except CellExecutionError as error:
            raise AuthorError(_failing(ran, where), f"raised {error.ename}: {error.evalue}", "mend the cell") from None
        except (CellTimeoutError, DeadKernelError, RuntimeError, TimeoutError) as error:
            if attempt == 2:
                raise AuthorError(
                    _unfinished(ran, where),
                    f"not finished after {timeout} s, twice ({type(error).__name__})",
                    "make the cell shorter, or look for an endless loop",
                ) from None
            on_stall(where)
    cells = [_kept(cell, outputs, where) for cell, outputs in zip(notebook["cells"], ran.cells, strict=True)]
    return {**notebook, "cells": _numbered(cells)}


def _as_nbformat(notebook: dict):
    import nbformat

    return nbformat.from_dict(deepcopy(notebook))


def _client(ran, folder: Path, timeout: int):
    """An nbclient on the Python that runs this program, whatever kernels the machine has."""
    from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
    from jupyter_client.manager import AsyncKernelManager
    from nbclient import NotebookClient

    class OwnPython(KernelSpecManager):
        def get_kernel_spec(self, kernel_name):
            argv = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
            return KernelSpec(argv=argv, display_name="Python 3", language="python")

    manager = AsyncKernelManager(kernel_name="python3", kernel_spec_manager=OwnPython())
    return NotebookClient(
        ran, km=manager, timeout=timeout, resources={"metadata": {"path": str(folder)}}, record_timing=False
    )


def _failing(ran, where: str) -> str:
    for cell in ran.cells:
        if any(output.output_type == "error" for output in cell.get("outputs", [])):
            return f"{where}, cell {cell.id}"
    return where


def _unfinished(ran, where: str) -> str:
    """The first code cell that got no number, or the last that did: nbclient stops there."""
    codes = [cell for cell in ran.cells if cell.cell_type == "code"]
    numbered = [cell for cell in codes if cell.execution_count]
    return f"{where}, cell {(numbered or codes)[-1 if numbered else 0].id}" if codes else where


def _kept(cell: dict, ran, where: str) -> dict:
    """`cell` with the part of its outputs that is stored."""
    if cell["cell_type"] != "code":
        return cell
    place = f"{where}, cell {cell['id']}"
    # What goes to stderr is a warning nobody meant a learner to read, whatever the tags.
    for output in ran.outputs:
        if output.output_type == "stream" and output.name == "stderr":
            first = output.text.strip().splitlines()[0] if output.text.strip() else ""
            raise AuthorError(place, f"writes on stderr: {first}", "remove the cause of the warning")
    if IGNORE_OUTPUT in cell["metadata"].get("tags", ()):
        return {**cell, "outputs": []}
    return {**cell, "outputs": _merged([_plain(output, place) for output in ran.outputs])}


def _plain(output, place: str) -> dict:
    if output.output_type == "stream":
        kept, texts = {"output_type": "stream", "name": "stdout", "text": output.text}, [output.text]
    else:
        data = {mime: value for mime, value in output.data.items() if mime not in _UNCOMPARED}
        other = sorted(mime for mime in data if mime not in _STORED and not mime.startswith(ITEM_MIME))
        if other:
            raise AuthorError(
                place, f"shows {other[0]}, which is not stored", f"print text, or add :tags: [{IGNORE_OUTPUT}]"
            )
        kept, texts = (
            {"output_type": output.output_type, "data": dict(data), "metadata": {}},
            [data.get(mime, "") for mime in _STORED],
        )
    if any(_ADDRESS.search(value) for value in texts):
        raise AuthorError(place, "shows an address in memory, different at every run", "print what it means instead")
    if any(len(value) > LARGEST for value in texts):
        raise AuthorError(place, f"shows more than {LARGEST} characters", "print less, or the few lines that matter")
    return kept


def _merged(outputs: list[dict]) -> list[dict]:
    """`outputs` with neighbouring prints joined: how a kernel cuts them up is chance."""
    merged: list[dict] = []
    for output in outputs:
        if merged and output["output_type"] == "stream" == merged[-1]["output_type"]:
            merged[-1] = {**merged[-1], "text": merged[-1]["text"] + output["text"]}
        else:
            merged.append(output)
    return merged


def _numbered(cells: list[dict]) -> list[dict]:
    """`cells` with their execution counts, 1, 2, 3…: nbval compares nothing in a cell that has none."""
    number, numbered = 0, []
    for cell in cells:
        if cell["cell_type"] == "code":
            number += 1
            cell = {**cell, "execution_count": number}
            cell["outputs"] = [
                {**output, "execution_count": number} if output["output_type"] == "execute_result" else output
                for output in cell["outputs"]
            ]
        numbered.append(cell)
    return numbered
