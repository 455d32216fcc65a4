"""JupyterLite's page as the course shows it: in French, under a bar that leads back to the chapter."""

import json
from collections.abc import Mapping
from html import escape
from pathlib import Path

from .. import __version__
from ..errors import DenouementError

PAGE = Path("notebooks/index.html")
PATIENCE = 30  # s, for a kernel to be chosen once the application stands
_CONFIG = Path("notebooks/jupyter-lite.json")
_BAR = """<header class="course-bar">
      <a id="course-back" href="../../index.html">← {back}</a><span>{kept}</span>
    </header>
    <script>
      {{
        const path = new URLSearchParams(location.search).get("path") ?? "";
        const chapter = /^(?:exercises|notebooks)\\/([\\w-]+)\\.ipynb$/.exec(path)?.[1];
        if (chapter) document.getElementById("course-back").href = `../../chapters/${{chapter}}.html`;
        // A question of another day has no Python behind it any more: the cell brings it back, with its answer.
        const gone = ["Loading widget...", "Error displaying widget: model not found"];
        // What is run before the notebook has a kernel is lost, or asks which one (jupyterlab/jupyterlab#8490): nothing
        // answers until it has one, or for {patience} s. An indicator without a kernel says "idle".
        let held = true;
        const hold = (now = false) => {{
          const main = document.getElementById("main");
          if (!held || !main) return;
          const status = document.querySelector(".jp-Notebook-ExecutionIndicator")?.dataset.status;
          held = main.inert = !now && [undefined, "idle", "initializing"].includes(status);
          if (!held) document.querySelector(".jp-Notebook .jp-Cell.jp-mod-active")?.focus();
        }};
        setTimeout(hold, {patience}000, true);
        new MutationObserver((changes) => {{
          hold();
          for (const {{ target }} of changes) {{
            if (!target.childElementCount && gone.includes(target.textContent)) target.textContent = {again};
          }}
        }}).observe(document.documentElement, {{ attributeFilter: ["data-status"], childList: true, subtree: true }});
      }}
    </script>
"""
_STYLE = """
      .course-bar {
        align-items: center; background: #f6f3ec; border-bottom: 1px solid #d9d2c3; box-sizing: border-box;
        color: #1f1b17; display: flex; font: 0.95rem/1.3 Georgia, serif; gap: 1.5rem; height: 41px;
        inset: 0 0 auto; padding: 0 1rem; position: fixed; white-space: nowrap; z-index: 1001;
      }
      .course-bar a { color: inherit; }
      .course-bar span { overflow: hidden; text-overflow: ellipsis; }
      #top-panel-wrapper { visibility: hidden; }
      @media (prefers-color-scheme: dark) {
        .course-bar { background: #191613; border-color: #3d362d; color: #ece6da; }
      }
    </style>"""
#: The application reads its settings from every page above its own, this one included.
_REDIRECT = """<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><meta name="robots" content="noindex"><title>{title}</title>
<meta http-equiv="refresh" content="0; url={up}index.html">
<script id="jupyter-config-data" type="application/json">{{}}</script></head>
<body><p><a href="{up}index.html">{title}</a></p></body></html>
"""


def adapt(built: Path, words: Mapping[str, str]) -> None:
    """Puts the words and the bar into the application `built`; leads its other doors to the course's own page.

    DenouementError when a new JupyterLite no longer has what is replaced here.
    """
    text = (built / PAGE).read_text(encoding="utf-8")
    title = escape(words["site.title"])
    again = json.dumps(words["lite.again"], ensure_ascii=False)
    bar = _BAR.format(back=escape(words["lite.back"]), kept=escape(words["lite.kept"]), again=again, patience=PATIENCE)
    changes = {
        "<html>": f'<html lang="fr" data-course-version="{__version__}">',
        "<title>Jupyter Notebook - Notebooks</title>": f'<title>{title}</title><meta name="robots" content="noindex">',
        'content="WASM powered Jupyter running in the browser."': f'content="{escape(words["lite.description"])}"',
        '    <link rel="manifest" href="../manifest.webmanifest">\n': "",
        "Loading JupyterLite...": escape(words["lite.loading"]),
        "JupyterLite requires JavaScript to be enabled in your browser.": escape(words["lite.noscript"]),
        "</style>": _STYLE,
        '<div id="jupyterlite-loading-indicator"': bar + '    <div id="jupyterlite-loading-indicator"',
    }
    for old, new in changes.items():
        if text.count(old) != 1:
            raise DenouementError(f"lite/ : JupyterLite n'écrit plus {old!r} dans sa page ; reprenez lite/page.py.")
        text = text.replace(old, new)
    (built / PAGE).write_text(text, encoding="utf-8")
    config = json.loads((built / _CONFIG).read_text(encoding="utf-8"))
    config["jupyter-config-data"]["faviconUrl"] = "../../_static/favicon.svg"
    (built / _CONFIG).write_text(json.dumps(config), encoding="utf-8")
    for place, up in (("", "../"), ("tree", "../../")):
        (built / place).mkdir(exist_ok=True)
        (built / place / "index.html").write_text(_REDIRECT.format(title=title, up=up), encoding="utf-8")
