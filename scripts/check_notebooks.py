"""Runs nbval over notebooks: every cell executed again, every stored output compared.

A few kernels in a hundred stall on a small machine until the cell's timeout. A notebook whose first failure is such a
stall, and only that, is run once more; how many were is printed. An endless loop stalls twice, and fails.
"""

import argparse
import sys
from pathlib import Path

import pytest

CELL_TIMEOUT = 40  # seconds
STALL = ("Timeout of ", "Kernel didn't respond", "Kernel died before replying")


class FirstFailures:
    """A pytest plugin: for each notebook, whether its first failure is a stalled kernel."""

    def __init__(self) -> None:
        self.stalled: dict[str, bool] = {}
        self.root = Path()  # what node ids are relative to, which need not be where we stand

    def pytest_configure(self, config: pytest.Config) -> None:
        self.root = config.rootpath

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            notebook = str(self.root / report.nodeid.split("::")[0])
            self.stalled.setdefault(notebook, any(sign in str(report.longrepr) for sign in STALL))


def check(notebooks: list[str], workers: int) -> tuple[int, FirstFailures]:
    """pytest's exit code, and the failures."""
    failures = FirstFailures()
    options = ["--nbval", "--nbval-current-env", f"--nbval-cell-timeout={CELL_TIMEOUT}"]
    options += ["-p", "no:cacheprovider", "-n", str(workers), "--dist", "loadscope"]
    return pytest.main([*options, *notebooks], plugins=[failures]), failures


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("notebooks", nargs="+", help="notebooks or folders")
    parser.add_argument("--workers", type=int, default=2)
    args = parser.parse_args()
    code, failures = check(args.notebooks, args.workers)
    stalled = sorted(failures.stalled)
    if code == pytest.ExitCode.TESTS_FAILED and all(failures.stalled.values()):
        print(f"{len(stalled)} kernel(s) stalled; run once more: {', '.join(stalled)}", flush=True)
        code, _ = check(stalled, 1)
    if code == pytest.ExitCode.TESTS_FAILED:
        print("If what changed is wanted: denouement notebooks --all, then commit the notebooks.", flush=True)
    return code


if __name__ == "__main__":
    sys.exit(main())
