"""A lab from the file an author wrote (`book/fr/labs/ID.toml`)."""

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path

from ..assumptions import read_assumptions
from ..errors import AuthorError
from ..levers import levers_from
from ..questions.entry import Entry
from ..sentences import sentence
from ..typography import french
from .core import Lab, LabModel, Metric, VerdictWording

Render = Callable[[str], str]


def read_lab(path: Path, models: Mapping[str, LabModel], render: Render = french, inline: Render = french) -> Lab:
    """The lab of `path`; `render` (paragraphs) and `inline` turn the wording into what is kept (the compiler gives
    Markdown → HTML).

    AuthorError when anything in it cannot be used.
    """
    try:
        source = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise AuthorError(path.name, f"not valid TOML ({error})", "mend that line") from None
    if source.get("id") != path.stem:
        raise AuthorError(path.name, f"id = {source.get('id')!r} in this file", f'write id = "{path.stem}"')
    return lab_from(source, path.name, models, render, inline)


def lab_from(
    source: Mapping, where: str, models: Mapping[str, LabModel], render: Render = french, inline: Render = french
) -> Lab:
    """The lab declared by the tables `source` (the parsed TOML). AuthorError names `where`."""
    whole = Entry(source, where)
    fields = ("id", "chapter", "model", "title", "text", "target", "robust")
    whole.only(*fields, "lever", "metric", "verdict", "assumption")
    model = models[whole.one_of("model", models)]
    levers = levers_from(source.get("lever", ()), where)
    if not 2 <= len(levers) <= 4:
        whole.fail(f"{len(levers)} levers", "a lab has two to four")
    if {lever.id for lever in levers} != set(model.levers):
        whole.fail("the levers are not those of the model", f"one [[lever]] for each of {', '.join(model.levers)}")
    assumptions = read_assumptions(whole.entries("assumption"))
    if missing := set(model.assumed) - {a.id for a in assumptions if a.status == "assumed"}:
        whole.fail(f"the model assumes {min(missing)}", f'say so: [[assumption]] id = "{min(missing)}" …')
    return Lab(
        id=whole.text("id"),
        chapter=whole.text("chapter"),
        title=whole.text("title"),
        text=sentence(whole.text("text"), f"{where}, text", render),
        target=sentence(whole.text("target"), f"{where}, target", inline),
        model=model,
        levers=levers,
        metrics=tuple(_metric(entry) for entry in whole.entries("metric")),
        verdicts=_verdicts(whole, render),
        assumptions=assumptions,
        robust=whole.text("robust"),
    )


def _metric(entry: Entry) -> Metric:
    entry.only("id", "label", "unit", "format")
    return Metric(entry.text("id"), entry.text("label"), entry.text("unit", ""), entry.text("format", ""))


def _verdicts(whole: Entry, render: Render) -> dict[str, VerdictWording]:
    tables = whole.table.get("verdict")
    if not isinstance(tables, Mapping) or not tables:
        whole.fail("no verdict", "write [verdict.KEY] with success, title and text for each verdict of the model")
    verdicts = {key: _verdict(Entry(table, f"{whole.where}, verdict.{key}"), render) for key, table in tables.items()}
    if len({verdict.success for verdict in verdicts.values()}) < 2:
        whole.fail("verdicts all succeed or all fail", "a lab needs both: set success = true or false")
    return verdicts


def _verdict(entry: Entry, render: Render) -> VerdictWording:
    entry.only("success", "title", "text")
    if "success" not in entry.table:
        entry.fail("no success", "write success = true or success = false")
    return VerdictWording(
        entry.flag("success"),
        sentence(entry.text("title"), entry.where),
        sentence(entry.text("text"), entry.where, render),
    )
