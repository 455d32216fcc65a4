"""The course's notebooks in the browser: JupyterLite under `lite/`, a site of its own inside the site.

Three parts of different ages. The application (`application`) changes with a pinned version or a setting, and takes
seconds to build. What its Python loads (`kernel`) and the notebooks (`contents`) follow every edit, in milliseconds.
"""

from collections.abc import Callable
from pathlib import Path

from . import application, contents, kernel

FOLDER = "lite"


def refresh(root: Path, site: Path, wheel: Path, say: Callable[[str], None]) -> None:
    """Brings `site`/lite up to date with the checkout `root`; `wheel` is the course's own, somewhere in `site`.

    DenouementError when the application cannot be built.
    """
    folder = site / FOLDER
    application.refresh(root, folder, say)
    kernel.offer(folder, wheel)
    contents.write(root, folder)
