"""The service worker of the built site: its own script (`web/offline`), and the list of every file it may keep.

The list carries each file's digest, so that the worker's script changes with any file of the site, and what it keeps is
always of one version. The same site gives the same bytes.
"""

import gzip
import json
from hashlib import sha256
from pathlib import Path

from .bundle import WORKER
from .catalogue import words
from .published import site_files

NAME = "service-worker.js"
#: Of Sphinx, for other programs.
_UNLISTED = (NAME, "objects.inv")
#: Bytes of a SHA-256 that the list carries, as hexadecimal: enough to tell files apart, and short.
_DIGEST = 8


def write(root: Path, site: Path) -> bool:
    """Writes `site`/service-worker.js from the bundle of the checkout `root`; False when it was already the same."""
    told = {"opening": words()["offline.version.opening"]}
    course = json.dumps(listing(site) | told, ensure_ascii=False, separators=(",", ":"))
    script = f"self.COURSE={course};\n{(root / WORKER).read_text(encoding='utf-8')}"
    target = site / NAME
    if target.is_file() and target.read_text(encoding="utf-8") == script:
        return False
    target.write_text(script, encoding="utf-8")
    return True


def listing(site: Path) -> dict:
    """`{"version", "files": [[path, digest, bytes]…]}` of the folder `site`.

    A `.gz` has a fourth value, the digest of what it holds: some hosts have the browser open it on its way.
    """
    files = []
    for name, path in site_files(site).items():
        if name in _UNLISTED:
            continue
        body = path.read_bytes()
        inside = [_digest(gzip.decompress(body))] if path.suffix == ".gz" else []
        files.append([name, _digest(body), len(body), *inside])
    return {"version": _digest(json.dumps(files).encode()), "files": files}


def _digest(body: bytes) -> str:
    return sha256(body).hexdigest()[: 2 * _DIGEST]
