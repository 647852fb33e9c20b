"""What the command line prints: one JSON object, or a French table; progress on stderr."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import orjson
from rich.console import Console
from rich.markup import escape
from rich.progress import Progress as RichProgress
from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from api.labels import FIELDS, value_label
from importers import Progress

_HIDDEN = frozenset({"evidence", "relations"})
_errors = Console(stderr=True, highlight=False)


def print_json(value: dict[str, Any]) -> None:
    """One JSON object on stdout."""
    sys.stdout.buffer.write(orjson.dumps(value, option=orjson.OPT_INDENT_2) + b"\n")
    sys.stdout.buffer.flush()


def print_error(message: str) -> None:
    """A message on stderr."""
    _errors.print(f"[bold red]Erreur[/] : {escape(message)}", soft_wrap=True)


def print_note(message: str) -> None:
    """A remark on stderr."""
    _errors.print(escape(message), soft_wrap=True)


def print_table(items: Sequence[dict[str, Any]], total: int) -> None:
    """Items of an answer as a French table, evidence left to ``--json``."""
    console = Console(highlight=False)
    if items:
        columns = [name for name in items[0] if name not in _HIDDEN]
        table = Table(*(FIELDS.get(name, name) for name in columns))
        for item in items:
            table.add_row(*(escape(_cell(item[name])) for name in columns))
        console.print(table)
    shown = f", {len(items)} affichés" if len(items) < total else ""
    console.print(f"{total} résultat{'s' if total > 1 else ''}{shown}")


def _cell(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "oui" if value else "non"
        case list():
            return "\n".join(_cell(each) for each in value)
        case {"name": name}:
            return str(name)
        case {"actor": actor, "role": role}:
            return f"{_cell(actor)} ({role})" if role else _cell(actor)
        case {"reason": reason, "entity": entity}:
            return f"{value_label(reason)} {_cell(entity)}".strip()
        case str():
            return value_label(value)
    return str(value)


@contextmanager
def progress_on_stderr() -> Iterator[Progress]:
    """A progress line on stderr while a long task runs."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with RichProgress(*columns, console=_errors, transient=True) as bar:
        task = bar.add_task("lecture", total=None)

        def tell(what: str, done: int) -> None:
            bar.update(task, description=f"{escape(what)} : {done}")

        yield tell
