"""A progress bar for a terminal, plain lines for a log. Standard library only."""

import shutil
import sys
import time


class Progress:
    """« Paquets Python  ████░░░░  57/123 jupyterlab »; `total` is an estimate that `step` may pass."""

    def __init__(self, title: str, total: int) -> None:
        self.title, self.total, self.done = title, max(total, 1), 0
        self.started = time.monotonic()
        self.live = sys.stderr.isatty()
        if self.live:
            self._draw("")
        else:
            print(f"{title} …", file=sys.stderr, flush=True)

    def step(self, detail: str = "") -> None:
        """One more done; `detail` says which."""
        self.done += 1
        if self.live:
            self._draw(detail)

    def close(self, word: str = "terminé") -> None:
        """The last line: what became of it and how long it took."""
        seconds = time.monotonic() - self.started
        line = f"{self.title} : {word} ({seconds:.0f} s)"
        print(f"\r\033[K{line}" if self.live else line, file=sys.stderr, flush=True)

    def _draw(self, detail: str) -> None:
        width = 24
        full = min(width, round(width * self.done / self.total))
        line = f"{self.title}  {'█' * full}{'░' * (width - full)}  {self.done}/{self.total} {detail}"
        room = shutil.get_terminal_size().columns - 1
        print(f"\r\033[K{line[:room]}", end="", file=sys.stderr, flush=True)
