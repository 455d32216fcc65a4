"""Jupyter Book's default build of the same notebooks: default theme, default configuration, executed."""

import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

from denouement.errors import DenouementError

CONFIG = "title: Le closing n'existe pas\n"  # `jupyter-book build` wants a title; all the rest stays as it comes


def prepare(notebooks: list[Path], folder: Path) -> Path:
    """A book whose chapters are `notebooks`, outputs removed so that the build executes them; returns its folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "_config.yml").write_text(CONFIG)
    chapters = "".join(f"- file: {path.stem}\n" for path in notebooks)
    (folder / "_toc.yml").write_text(f"format: jb-book\nroot: index\nchapters:\n{chapters}")
    (folder / "index.md").write_text("# Le closing n'existe pas\n")
    for path in notebooks:
        notebook = json.loads(path.read_text(encoding="utf-8"))
        for cell in notebook["cells"]:
            if cell["cell_type"] == "code":
                cell["outputs"], cell["execution_count"] = [], None
        (folder / path.name).write_text(json.dumps(notebook, ensure_ascii=False), encoding="utf-8")
    return folder


def build(folder: Path, output: Path) -> tuple[Path, float]:
    """Runs `jupyter-book build`; returns the site's folder and the seconds it took."""
    program = Path(sys.executable).parent / "jupyter-book"
    command = [str(program), "build", str(folder), "--path-output", str(output)]
    started = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - started
    site = output / "_build" / "html"
    if done.returncode or not (site / "index.html").is_file():
        raise DenouementError(f"bench: the default build failed:\n{done.stderr[-2000:]}")
    return site, seconds
