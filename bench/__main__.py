"""`make bench`: measures, prints one table beside the targets; `--write` also puts it in docs/bench.md."""

import argparse
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from scripts.chromium import ARGUMENTS, REMEDY, find_chromium

from denouement.errors import DenouementError
from denouement.serve import SiteServer

from . import default_book, exercises
from .builds import build_times
from .exercises import Verdicts
from .libraries import ServerWithLibraries, install, point_at_this_machine
from .report import PageFigures, build_report, head, page_report, python_report
from .visits import FAST, SLOW, Line, median, places, visit, whole_page

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "_build" / "bench"
#: Visits are long (two lines, two builds, several runs): two pages are enough. Build times cover the whole book.
CHAPTERS = ["01-conclusion", "03-boulanger"]
NOTHING_ELSE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"


def say(text: str) -> None:
    print(f"  … {text}", file=sys.stderr, flush=True)


def measure(browser: Browser, server: SiteServer, path: str, runs: int) -> PageFigures:
    """Every figure of one page of one build."""
    where = places(browser, server.address, path)

    def times(line: Line, what: str, stop: str) -> list:
        address = f"{path}#{where[stop]}" if where[stop] else path
        return [visit(browser, server.address, address, line, what) for _ in range(runs)]

    questions = {line.name: times(line, "feedback", "question") for line in (FAST, SLOW)}
    charts = {line.name: times(line, "chart", "chart") for line in (FAST, SLOW)} if where["has_chart"] else {}
    entire = whole_page(browser, server.address, path, where["stops"])
    visits = [entire, *(v for many in (*questions.values(), *charts.values()) for v in many)]
    return PageFigures(
        feedback={name: median([v.feedback for v in many]) for name, many in questions.items()},
        chart={name: median([v.chart for v in many]) for name, many in charts.items()},
        bytes_before_chart=median([v.bytes_before_chart for v in charts.get(SLOW.name, [])]),
        bytes_total=entire.bytes_total,
        requests=entire.requests,
        elsewhere=sorted({url for v in visits for url in v.elsewhere}),
    )


def measure_pages(browser: Browser, books: dict[str, Path], libraries: Path, chapters: list[str], runs: int) -> dict:
    """{chapter: {build: PageFigures}}; the builds take turns, so that a slow minute falls on both.

    `books`: the folder of each build's chapters, in its site.
    """
    figures: dict[str, dict[str, PageFigures]] = {}
    for chapter in chapters:
        for build, folder in books.items():
            say(f"chapter {chapter}, {build}")
            site = next(above for above in (folder, *folder.parents) if (above / "_static").is_dir())
            page = (folder / f"{chapter}.html").relative_to(site).as_posix()
            with served(ServerWithLibraries(site, libraries)) as server:
                figures.setdefault(chapter, {})[build] = measure(browser, server, page, runs)
    return figures


def measure_python(browser: Browser, site: Path, runs: int) -> tuple[Verdicts, Verdicts | None]:
    """One exercise of `site`: in the page, and in its JupyterLite (None where the site has none)."""
    with served(SiteServer(site)) as server:
        say("an exercise, in the page")
        here = exercises.this_site(browser, server.address, runs)
        if not (site / "lite").is_dir():
            return here, None
        say("the same exercise, in JupyterLite")
        return here, exercises.jupyterlite(browser, server.address, runs)


def measure_builds(notebooks: list[Path]) -> tuple[dict[str, list[float]], dict[str, float], Path]:
    """Seconds of each kind of build, ours and Jupyter Book's default, and where the default site stands."""
    ours = build_times(ROOT, WORK / "checkout", 3, say)
    say("Jupyter Book's default build, cold")
    book = default_book.prepare(notebooks, WORK / "default-source")
    site, cold = default_book.build(book, WORK / "default")
    say("Jupyter Book's default build, nothing to do")
    _, nothing = default_book.build(book, WORK / "default")
    return ours, {"cold": cold, "nothing to do": nothing}, site


@contextmanager
def served(server: SiteServer) -> Iterator[SiteServer]:
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser that finds no other host."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=[*ARGUMENTS, NOTHING_ELSE])
        yield browser
        browser.close()


def sections(args: argparse.Namespace) -> Iterator[str]:
    """Each part of the report, as soon as it is known: a complete run takes long, and may be cut short."""
    site = ROOT / "_build" / "html"
    if args.python:
        with chromium() as browser:
            yield python_report(*measure_python(browser, site, args.runs), args.runs)
        return
    yield head(args.runs)
    ours, default, default_site = measure_builds(sorted((ROOT / "notebooks").glob("[0-9][0-9]-*.ipynb")))
    yield build_report(ours, default)
    libraries = install(WORK / "libraries", ROOT / "node_modules" / ".bin" / "esbuild")
    point_at_this_machine(default_site)
    books = {"this build": site / "chapters", "Jupyter Book's default": default_site}
    with chromium() as browser:
        yield python_report(*measure_python(browser, site, args.runs), args.runs)
        yield page_report(measure_pages(browser, books, libraries, args.chapters, args.runs))


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="fresh contexts per figure (default: %(default)s)")
    parser.add_argument(
        "--chapters", nargs="+", default=CHAPTERS, metavar="STEM", help="pages to visit (default: %(default)s)"
    )
    parser.add_argument("--python", action="store_true", help="only the exercises done in the page")
    parser.add_argument("--write", action="store_true", help="write the table to docs/bench.md")
    args = parser.parse_args()
    if args.write and args.python:
        parser.error("--write keeps a complete run: leave --python out")
    parts = []
    try:
        if not find_chromium():
            raise DenouementError(REMEDY)
        for part in sections(args):
            print(part, flush=True)
            parts.append(part)
    except DenouementError as error:
        print(error, file=sys.stderr)
        return 2
    if args.write:
        (ROOT / "docs" / "bench.md").write_text("\n".join(parts), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
