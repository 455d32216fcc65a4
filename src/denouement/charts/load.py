"""A chart from the file an author wrote (`book/fr/charts/ID.toml`), checked by walking its whole grid."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from ..assumptions import read_assumptions
from ..errors import AuthorError
from ..levers import levers_from, start
from ..questions.entry import Entry
from ..sentences import Sentence, sentence
from .core import Chart, ChartModel, TableColumn


def read_chart(path: Path, models: Mapping[str, ChartModel]) -> Chart:
    """The chart of `path`. AuthorError when anything in it cannot be used."""
    try:
        source = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise AuthorError(path.name, f"not valid TOML ({error})", "mend that line") from None
    if source.get("id") != path.stem:
        raise AuthorError(path.name, f"id = {source.get('id')!r} in this file", f'write id = "{path.stem}"')
    return chart_from(source, path.name, models)


def chart_from(source: Mapping, where: str, models: Mapping[str, ChartModel]) -> Chart:
    """The chart declared by the tables `source` (the parsed TOML). AuthorError names `where`."""
    whole = Entry(source, where)
    whole.only("id", "chapter", "model", "lever", "finding", "note", "alt", "column", "assumption", "robust")
    model = models[whole.one_of("model", models)]
    levers = levers_from(source.get("lever", ()), where)
    if {lever.id for lever in levers} != set(model.levers):
        whole.fail(
            "the levers are not those of the model", f"write one [[lever]] for each of {', '.join(model.levers)}"
        )
    first = model.frame(**start(levers))
    findings = _sentences(whole, "finding")
    return Chart(
        id=whole.text("id"),
        chapter=whole.text("chapter"),
        model=model,
        levers=levers,
        findings=findings,
        notes=_sentences(whole, "note", findings),
        alts=_sentences(whole, "alt", findings),
        table=tuple(_column(entry, (first.table or first.rows)[0]) for entry in whole.entries("column")),
        assumptions=read_assumptions(whole.entries("assumption")),
        robust=whole.text("robust", ""),
        source=source,
    )


def _sentences(whole: Entry, field: str, findings: Mapping = ()) -> dict[str, Sentence]:
    """`field` as a table finding key -> sentence; one text alone serves every key of `findings`."""
    value = whole.table.get(field, "" if field == "note" else None)
    if isinstance(value, str):
        value = dict.fromkeys(findings, value)
    if not isinstance(value, Mapping) or (field == "finding" and not value):
        whole.fail(f"no {field}", f'write [{field}] with a line key = "…" for each finding of the model')
    if findings and (missing := set(findings) - set(value)):
        whole.fail(f"no {field} for {min(missing)}", f'add {min(missing)} = "…" under [{field}]')
    return {key: sentence(text, f"{whole.where}, {field}.{key}") for key, text in value.items()}


def _column(entry: Entry, row: Mapping) -> TableColumn:
    entry.only("id", "label", "format")
    column = TableColumn(entry.one_of("id", row), entry.text("label"), entry.text("format", ""))
    sentence("{" + f"{column.id}:{column.format}" + "}", entry.where)
    return column
