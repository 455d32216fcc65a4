#!/usr/bin/env python3
"""Writes `requirements.txt`: what `requirements.in` resolves to today, in a fresh environment, every version pinned.

Run by a developer (`make requirements`), never by the course itself: resolving takes minutes and its result changes
with the day. Read the difference before committing it.
"""

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# An optional check of jsonschema that costs two seconds at every import of nbformat; nothing here uses it.
WITHOUT = ("rfc3987-syntax", "lark")


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        venv.EnvBuilder(with_pip=True, symlinks=True).create(folder)
        pip = [str(Path(folder) / "bin" / "python"), "-m", "pip", "--disable-pip-version-check"]
        installed = subprocess.run([*pip, "install", "-r", str(ROOT / "requirements.in")], check=False)
        if installed.returncode:
            print("requirements.in: pip could not resolve it; read pip's message above", file=sys.stderr)
            return 2
        frozen = subprocess.run(
            [*pip, "freeze", "--all", "--exclude", "pip"], check=True, capture_output=True, text=True
        ).stdout
    kept = [line for line in frozen.splitlines() if line.partition("==")[0].lower().replace("_", "-") not in WITHOUT]
    (ROOT / "requirements.txt").write_text("\n".join(kept) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
