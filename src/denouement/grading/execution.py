"""Runs the cells of a notebook in our kernel with nbclient, and carries the judge's questions to it."""

import asyncio
import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from queue import Empty

import nbformat
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import DeadKernelError

from ..exercises.answering import MAX_ANSWER
from .limits import Limits
from .protocol import ANSWER, ASK, MEMORY

STARTUP = 25  # seconds
_GRACE = 2.0  # seconds that interrupted code has to stop by itself
_CALLS = 4  # slow calls that the judge waits for, in all
_KEPT = ("PATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ")


class NeverStarted(Exception):
    """The kernel did not answer once."""


class OurKernelSpec(KernelSpecManager):
    """Whatever kernel a notebook names, it gets ours."""

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        argv = [sys.executable, "-m", "denouement.grading.kernel", "-f", "{connection_file}"]
        return KernelSpec(argv=argv, display_name="denouement", language="python")


class Client(NotebookClient):
    """nbclient that counts outputs instead of keeping them, and interrupts what writes too much."""

    most_output = 0
    written = 0

    @property
    def too_much(self) -> bool:
        return self.written > self.most_output

    def output(self, outs, msg, display_id, cell_index):
        before = self.too_much
        self.written += len(str(msg["content"].get("text") or msg["content"].get("data") or ""))
        if self.too_much and not before:
            asyncio.ensure_future(self.km.interrupt_kernel())

    def handle_comm_msg(self, outs, msg, cell_index):
        """Widgets are not drawn here."""

    def _update_display_id(self, display_id, msg):
        """Nothing was kept that could be updated."""


class Execution:
    """One kernel, from its start to its end. `folder`: where it lives, empty and ours.

    `trouble` says what went wrong for the notebook as a whole: "", "time", "output", "memory", "processes", "kernel".
    `dead`: the kernel answers no more.
    """

    def __init__(self, sources: Sequence[str], limits: Limits, folder: Path) -> None:
        self.limits = limits
        self.trouble = ""
        self.errors: dict[int, dict] = {}  # cell -> the error it raised (see exercises.answering.told)
        self.stopped: set[int] = set()  # cells that were interrupted
        self.dead = False
        self._end = time.monotonic() + limits.seconds
        manager = AsyncKernelManager(
            kernel_name="denouement",
            kernel_spec_manager=OurKernelSpec(),
            transport="ipc",  # no port that another kernel of this machine could take meanwhile
            connection_file=str(folder / "k.json"),
        )
        notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in sources])
        self._client = Client(
            notebook,
            km=manager,
            timeout=limits.cell_seconds,
            startup_timeout=STARTUP,
            iopub_timeout=4,
            interrupt_on_timeout=True,
            allow_errors=True,
            record_timing=False,
            shutdown_kernel="immediate",
            resources={"metadata": {"path": str(folder)}},
        )
        self._client.most_output = limits.output
        self._environment = {name: os.environ[name] for name in _KEPT if name in os.environ} | {
            **dict.fromkeys(("HOME", "TMPDIR", "IPYTHONDIR", "JUPYTER_RUNTIME_DIR", "MPLCONFIGDIR"), str(folder)),
            "PYTHONSAFEPATH": "1",  # a file beside the notebook does not replace a module
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYDEVD_DISABLE_FILE_VALIDATION": "1",
            "MALLOC_ARENA_MAX": "2",
            "OMP_NUM_THREADS": "1",
            MEMORY: str(limits.memory),
        }

    async def __aenter__(self) -> "Execution":
        self._setup = self._client.async_setup_kernel(
            cleanup_kc=True, env=self._environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            await self._setup.__aenter__()
        except RuntimeError as error:
            raise NeverStarted from error
        self._end = time.monotonic() + self.limits.seconds  # starting is not the learner's time
        return self

    async def __aexit__(self, *_) -> None:
        with suppress(Exception):  # the runner ends the kernel's processes whatever happens
            await self._setup.__aexit__(None, None, None)

    async def run_cells(self) -> None:
        """Runs every cell, those after an error too, until the time of the notebook is over."""
        for index, cell in enumerate(self._client.nb.cells):
            if self.dead or not await self._run_cell(cell, index):
                return

    async def _run_cell(self, cell, index: int) -> bool:
        """Runs one cell; whether the next one may run."""
        limit = min(self.limits.cell_seconds, self._left())
        loud = self._client.too_much
        begun = time.monotonic()
        self._client.timeout = max(1, round(limit))
        try:
            await asyncio.wait_for(self._client.async_execute_cell(cell, index), limit + _GRACE + 2)
        except (DeadKernelError, TimeoutError):
            # nbclient says that the kernel died, too, when we give up on a cell that ignores its interruption.
            alive = await self._client.km.is_alive()
            self.lost("time" if alive else "kernel")
            self.stopped.add(index)
            return False
        except Exception:  # messages that make no sense: the notebook meddled with its kernel
            self.lost("kernel")
            self.stopped.add(index)
            return False
        if self._client.too_much and not loud:
            self.stopped.add(index)
            self.trouble = self.trouble or "output"
        elif time.monotonic() - begun >= self._client.timeout:
            self.stopped.add(index)
            self.trouble = self.trouble or "time"
        if index not in self.stopped:
            await self._note_error(index)
        if self._left() <= 0:
            self.trouble = self.trouble or "time"
        return self._left() > 0 and not self.dead

    async def _note_error(self, index: int) -> None:
        """Asks what the last cell raised."""
        try:
            reply = json.loads(await self.ask('{"op": "last_error"}'))
        except (ValueError, RecursionError):
            return
        error = reply.get("value") if isinstance(reply, dict) else None
        if isinstance(error, dict):
            self.errors[index] = error
            if error.get("kind") == "MemoryError":
                self.trouble = self.trouble or "memory"

    def begin_judging(self) -> None:
        """The judge has time of its own, so that a slow notebook is judged all the same."""
        self._end = time.monotonic() + _CALLS * self.limits.call_seconds

    async def ask(self, request: str) -> str:
        """The kernel's reply to a request, or {"gone": reason}: it never raises and never lasts."""
        if self._left() <= -_GRACE:
            self.lost("time")
        if self.dead:
            return self._gone()
        client = self._client.kc
        message = client.session.msg(ASK, {"request": request})
        client.shell_channel.send(message)
        reply = await self._reply(message["header"]["msg_id"], self.limits.call_seconds)
        if reply is None and not self.dead:
            await self._client.km.interrupt_kernel()
            reply = await self._reply(message["header"]["msg_id"], _GRACE)
            if reply is None:
                self.lost("time")
        return self._gone() if reply is None else reply

    async def _reply(self, message_id: str, seconds: float) -> str | None:
        """What answers the message, None when nothing came in time or the kernel died."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            try:
                message = await self._client.kc.shell_channel.get_msg(timeout=min(left, 0.5))
            except Empty:
                if not await self._client.km.is_alive():
                    self.lost("kernel")
                    return None
                continue
            except Exception:  # a message that cannot be read
                self.lost("kernel")
                return None
            if message["msg_type"] == ANSWER and message["parent_header"].get("msg_id") == message_id:
                reply = message["content"].get("reply")
                return reply if isinstance(reply, str) and len(reply) <= 2 * MAX_ANSWER else ""
        return None

    def lost(self, trouble: str) -> None:
        """The kernel answers no more; the first reason given stays."""
        self.dead = True
        self.trouble = self.trouble or trouble

    def _left(self) -> float:
        return self._end - time.monotonic()

    def _gone(self) -> str:
        reason = self.trouble if self.trouble in ("time", "memory") else "kernel"
        return json.dumps({"gone": reason})
