"""What the command line prints: one JSON object, or a French table; progress on stderr."""

import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import orjson
from rich.console import Console
from rich.markup import escape
from rich.progress import Progress as RichProgress
from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

from api.labels import FIELDS, value_label
from api.shapes import Json
from importers import Progress

_HIDDEN = frozenset({"evidence", "relations"})
_TITLE = ("initiative", "left", "right", "theme", "territory", "entity")
"""Fields that name an item, in the order in which shapes have them."""
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_errors = Console(stderr=True, highlight=False)


def printable(text: str) -> str:
    """A text that a terminal shows as it is: controls and broken characters are replaced.

    Names come from anyone's files; an escape sequence in one must not command the terminal.
    """
    return _CONTROLS.sub("\ufffd", whole(text).replace("\n", " "))


def whole(text: str) -> str:
    """A text without broken characters, which a file's name or an argument may hold."""
    return text.encode("utf-8", "replace").decode("utf-8")


def print_json(value: Json) -> None:
    """One JSON object on stdout."""
    sys.stdout.buffer.write(orjson.dumps(value, option=orjson.OPT_INDENT_2) + b"\n")
    sys.stdout.buffer.flush()


def print_error(message: str) -> None:
    """A message on stderr."""
    _errors.print(f"[bold red]Erreur[/] : {escape(printable(message))}", soft_wrap=True)


def print_note(message: str) -> None:
    """A remark on stderr."""
    _errors.print(escape(printable(message)), soft_wrap=True)


def print_items(items: Sequence[Json], total: int) -> None:
    """Items of an answer in French, a block each; evidence is left to ``--json``."""
    console = Console(highlight=False, soft_wrap=True)
    for number, item in enumerate(items, start=1):
        shown = [(name, _cell(value)) for name, value in item.items() if name not in _HIDDEN]
        title = " – ".join(text for name, text in shown if name in _TITLE)
        console.print(f"[bold]{number}. {escape(printable(title))}[/]")
        for name, text in shown:
            if text and name not in _TITLE:
                console.print(f"   {FIELDS.get(name, name)} : {escape(printable(text))}")
    more = f", {len(items)} affichés" if len(items) < total else ""
    console.print(f"{total} résultat{'s' if total > 1 else ''}{more}")


def _cell(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "oui" if value else "non"
        case list():
            return " ; ".join(_cell(each) for each in value)
        case {"name": name}:
            return str(name)
        case {"actor": actor, "role": role}:
            return f"{_cell(actor)} ({value_label(role)})" if role else _cell(actor)
        case {"reason": reason, "entity": entity}:
            return f"{value_label(reason)} {_cell(entity)}".strip()
    return value_label(str(value))


@contextmanager
def progress_on_stderr() -> Iterator[Progress]:
    """A progress line on stderr while a long task runs."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with RichProgress(*columns, console=_errors, transient=True) as bar:
        task = bar.add_task("lecture", total=None)

        def tell(what: str, done: int) -> None:
            bar.update(task, description=f"{escape(printable(what))} : {done}")

        yield tell
