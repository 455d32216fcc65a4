"""The course as its pages say it: the chapters in the order of _toc.yml, with their stops; the pages around them."""

from collections.abc import Iterator
from pathlib import PurePosixPath


def is_chapter(docname: str) -> bool:
    return docname.startswith("chapters/")


def is_instructors(docname: str) -> bool:
    return docname.startswith("instructor/")


def is_sheet(docname: str) -> bool:
    """Whether it is the sheet of a chapter: "instructor/03-boulanger"."""
    return is_instructors(docname) and PurePosixPath(docname).name[0].isdigit()


def chapters(env) -> list[dict]:
    """doc, number, title, minutes and stops (see `stops`) of each chapter read so far."""
    return [_chapter(env, name) for name in documents(env) if is_chapter(name)]


def _chapter(env, name: str) -> dict:
    stops = env.denouement_stops.get(name, [])
    return {
        "doc": name,
        "number": int(PurePosixPath(name).name.partition("-")[0]),
        "title": env.titles[name].astext(),
        "minutes": sum(stop["minutes"] for stop in stops),
        "stops": stops,
    }


def documents(env, docname: str = "") -> Iterator[str]:
    """Every page but the first, in the order of the table of contents."""
    for name in env.toctree_includes.get(docname or env.config.root_doc, ()):
        yield name
        yield from documents(env, name)
