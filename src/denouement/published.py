"""The built site, as its readers get it: what the service worker may keep, and what a USB stick carries."""

from pathlib import Path


def site_files(site: Path) -> dict[str, Path]:
    """Every file of the folder `site`, by its address from the root, in order; hidden ones are Sphinx's own notes."""
    named = {path.relative_to(site): path for path in sorted(site.rglob("*")) if path.is_file()}
    return {
        inside.as_posix(): path
        for inside, path in named.items()
        if not any(part.startswith(".") for part in inside.parts)
    }
