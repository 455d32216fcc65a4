"""Reading one TOML table with errors that say where, what and the remedy."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from ..errors import AuthorError

_NAMES = {str: "a text", bool: "true or false", list: "a list", dict: "a table"}


@dataclass(frozen=True)
class Entry:
    """A TOML table and the place it stands at, for messages ("03-boulanger.toml, boulanger-zone")."""

    table: Mapping[str, Any]
    where: str

    def fail(self, what: str, remedy: str) -> NoReturn:
        raise AuthorError(self.where, what, remedy)

    def text(self, key: str, default: str | None = None) -> str:
        """The non-empty text under `key`; `default` when it is absent, an AuthorError when there is no default."""
        if key not in self.table:
            if default is not None:
                return default
            self.fail(f"no {key}", f'add {key} = "…"')
        value = self._typed(key, str).strip()
        if not value and default is None:
            self.fail(f"{key} is empty", f'write {key} = "…"')
        return value

    def flag(self, key: str) -> bool:
        return self._typed(key, bool) if key in self.table else False

    def number(self, key: str, default: float | None = None) -> float:
        value = self.table.get(key, default)
        if value is None:
            self.fail(f"no {key}", f"add {key} = a number")
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.fail(f"{key} is not a number", f"write {key} = 12.5, with a decimal point and no quotes")
        return float(value)

    def texts(self, key: str) -> tuple[str, ...]:
        values = self._typed(key, list) if key in self.table else []
        if not all(isinstance(value, str) and value.strip() for value in values):
            self.fail(f"{key} holds something that is not a text", f'write {key} = ["…", "…"]')
        return tuple(values)

    def entries(self, key: str) -> tuple["Entry", ...]:
        """The array of tables `[[… .key]]`, each with its id (if it has one) added to the place."""
        tables = self._typed(key, list) if key in self.table else []
        if not all(isinstance(table, Mapping) for table in tables):
            self.fail(f"{key} is not a list of tables", f"write [[question.{key}]]")
        return tuple(
            Entry(table, f"{self.where}, {key} {table.get('id', number)}") for number, table in enumerate(tables, 1)
        )

    def one_of(self, key: str, allowed: Iterable[str], default: str | None = None) -> str:
        allowed = tuple(allowed)
        value = self.text(key, default)
        if value not in allowed:
            self.fail(f"{key} = {value!r} is not known", f"use one of: {', '.join(allowed)}")
        return value

    def only(self, *allowed: str) -> None:
        """Refuses keys nobody reads: a misspelt key must not be lost in silence."""
        unknown = sorted(set(self.table) - set(allowed))
        if unknown:
            self.fail(f"unknown key {unknown[0]!r}", f"keys read here: {', '.join(sorted(allowed))}")

    def _typed(self, key: str, kind: type) -> Any:
        value = self.table[key]
        if not isinstance(value, kind):
            self.fail(f"{key} is not {_NAMES[kind]}", f"see docs/authors.md for what {key} holds")
        return value


def unique_ids(entries: Iterable[Entry]) -> None:
    """An AuthorError for the first id that stands twice among `entries`."""
    seen: set[str] = set()
    for entry in entries:
        item_id = entry.text("id")
        if item_id in seen:
            entry.fail(f"the id {item_id!r} stands twice", "give each its own id")
        seen.add(item_id)
