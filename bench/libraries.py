"""The libraries that Jupyter Book's default pages ask of CDNs, served from this machine instead.

The addresses of the CDNs are rewritten in the pages to `/_cdn/HOST/…` of the same server: what a browser's own
interception answers would escape the simulated slow line. It flatters the default build a little: no other host to
find, no second connection to open.
"""

import base64
import hashlib
import io
import json
import re
import shutil
import subprocess
import tarfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

from denouement.errors import DenouementError
from denouement.serve import SiteServer

# The versions those pages name, and npm's own checksum of each.
PINNED = {
    "requirejs": ("2.3.4", "qPD5gRrj6kGQ0ZySAJgqbArkaDqPMbQIT0zSZDkIv1mfA17w/tR2Faq5l2qqRf2CdQx6FWln9nUrgd2UDzb19A=="),
    "@jupyter-widgets/html-manager": (
        "1.0.6",
        "+Mn+Ra8wyIHrYaUpfmf9A3dsLkt/NuwzPQN8sthdxBD35VV5cOJbpmgMhNR27n/rmP3mKyEe0PWCJrtZrXTXDQ==",
    ),
    "anywidget": ("0.11.0", "LHZgW2j5UjyerZSZcO+BtZPXGMSORQV2bUT480hOR5x/BXS8sOradi/71amJfMueSEnKX0dqPwTfsOGHTsyZpQ=="),
    "mathjax": ("3.2.2", "Bt+SSVU8eBG27zChVewOicYs7Xsdt40qm4+UpHyX7k0/O9NliPc+x77k1/FEsPsjKPZGJvtRZM1vO+geW0OhGw=="),
    "vega": ("5.33.1", "1fArfVDUqVbb5z8n+/nVQb+VNBzx8svY6CrsyTK4Ujm4yrd9I1auoKxBAPXLCavY1LcrbHUskQbGUP8gXOzyQw=="),
    "vega-lite": ("5.23.0", "l4J6+AWE3DIjvovEoHl2LdtCUkfm4zs8Xxx7INwZEAv+XVb6kR6vIN1gt3t2gN2gs/y4DYTs/RPoTeYAuEg6mA=="),
    "vega-embed": (
        "6.29.0",
        "PmlshTLtLFLgWtF/b23T1OwX53AugJ9RZ3qPE2c01VFAbgt3/GSNI/etzA/GzdrkceXFma+FDHNXUppKuM0U6Q==",
    ),
}
CDN = re.compile(r"https://(cdnjs\.cloudflare\.com|cdn\.jsdelivr\.net|unpkg\.com)/")
_PACKAGE = re.compile(r"^/_cdn/[^/]+/(?:npm/)?(?P<name>(?:@[^/@]+/)?[^/@]+)(?:@[^/]*)?(?P<path>/.*)?$")
_REQUIRE = re.compile(r"^/_cdn/cdnjs\.cloudflare\.com/ajax/libs/require\.js/[^/]+/require\.min\.js$")


def install(folder: Path, esbuild: Path) -> Path:
    """Unpack the pinned packages under `folder` (once), checked against their checksums; returns the folder."""
    for name, (version, checksum) in PINNED.items():
        target = folder / name
        if (target / "package.json").is_file() and json.loads((target / "package.json").read_text())[
            "version"
        ] == version:
            continue
        shutil.rmtree(target, ignore_errors=True)
        target.mkdir(parents=True)
        command = ["npm", "pack", "--json", "--silent", f"{name}@{version}", "--pack-destination", str(folder)]
        packed = subprocess.run(command, capture_output=True, text=True, check=False)
        archives = list(folder.glob("*.tgz"))
        if packed.returncode or len(archives) != 1:
            raise DenouementError(f"bench: npm could not fetch {name} {version}: {packed.stderr.strip()[-300:]}")
        content = archives[0].read_bytes()
        archives[0].unlink()
        if base64.b64encode(hashlib.sha512(content).digest()).decode() != checksum:
            raise DenouementError(f"bench: {name} {version} is not what was pinned in bench/libraries.py")
        with tarfile.open(fileobj=io.BytesIO(content)) as archive:
            for member in archive.getmembers():
                member.name = member.name.removeprefix("package/")
            archive.extractall(target, filter="data")
    # npm has require.js as its authors wrote it; the CDN serves it minified.
    plain, small = folder / "requirejs" / "require.js", folder / "requirejs" / "require.min.js"
    if not small.exists():
        subprocess.run([esbuild, plain, "--minify", f"--outfile={small}", "--log-level=error"], check=True)
    return folder


def point_at_this_machine(site: Path) -> None:
    """Rewrite the CDN addresses in every page of `site`, in place."""
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        local = CDN.sub(r"/_cdn/\1/", text)
        if local != text:
            # The checksums in the page are those of the CDN's own files.
            local = re.sub(r'\s(?:integrity|crossorigin)="[^"]*"', "", local)
            page.write_text(local, encoding="utf-8")


class ServerWithLibraries(SiteServer):
    """Serves a site, and under `/_cdn/` the installed libraries."""

    def __init__(self, site: Path, libraries: Path) -> None:
        self.libraries = libraries.resolve()
        super().__init__(site)

    def find(self, url: str) -> Path | None:
        path = unquote(urlsplit(url).path)
        if not path.startswith("/_cdn/"):
            return super().find(url)
        if _REQUIRE.match(path):
            return self.libraries / "requirejs" / "require.min.js"
        asked = _PACKAGE.match(path)
        if not asked or asked["name"] not in PINNED:
            return None
        package = self.libraries / asked["name"]
        if not (asked["path"] or "").strip("/"):  # as the CDN does: the file that the package names
            about = json.loads((package / "package.json").read_text())
            inside = about.get("jsdelivr") or about.get("unpkg") or about["main"]
        else:
            inside = asked["path"].lstrip("/")
        return next((file for file in (package / inside, package / f"{inside}.js") if file.is_file()), None)
