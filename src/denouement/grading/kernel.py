"""The kernel that runs a learner's notebook: IPython's own, under limits, answering the judge's questions besides.

Started by the runner as `python -m denouement.grading.kernel`. Whatever the learner's code does to this process, it
can only change the answers, not the questions, nor what the judge expects.
"""

import json
import os
import resource

from ipykernel.ipkernel import IPythonKernel
from ipykernel.kernelapp import IPKernelApp

from ..exercises.answering import answer, told
from .protocol import ANSWER, ASK, MEMORY

#: Given back to the kernel once the learner's code has run out of memory, so that it can still say so.
_HEADROOM = 192 * 1024**2
_LARGEST_FILE = 64 * 1024**2


class LearnerKernel(IPythonKernel):
    """IPython's kernel with one more message: a JSON request about the learner's names, answered in JSON."""

    implementation = "denouement"
    msg_types = [*IPythonKernel.msg_types, ASK]

    def __init__(self, **options) -> None:
        super().__init__(**options)
        self._last_error: dict | None = None
        self.shell.events.register("post_run_cell", self._note_error)

    def _note_error(self, result) -> None:
        error = result.error_before_exec or result.error_in_exec
        if isinstance(error, MemoryError):
            _, most = resource.getrlimit(resource.RLIMIT_AS)
            resource.setrlimit(resource.RLIMIT_AS, (most, most))
        self._last_error = told(error, self.shell.user_ns) if error is not None else None

    def denouement_ask(self, stream, ident, parent) -> None:
        request = parent["content"]["request"]
        try:
            if json.loads(request)["op"] == "last_error":
                reply = json.dumps({"value": self._last_error})
            else:
                reply = answer(self.shell.user_ns, request)
        except KeyboardInterrupt:  # the runner's, because the answer was too long in coming
            reply = json.dumps({"gone": "time"})
        self.session.send(stream, ANSWER, {"reply": reply}, parent, ident=ident)


def limit(memory: int) -> None:
    """Limits this process and its children: address space (an idle kernel takes 220 MB), files, no core dump."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory + _HEADROOM))
    resource.setrlimit(resource.RLIMIT_FSIZE, (_LARGEST_FILE, _LARGEST_FILE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    limit(int(os.environ.pop(MEMORY)))
    IPKernelApp.launch_instance(kernel_class=LearnerKernel)
