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

from api.french import progress_words
from api.labels import FIELDS, value_label
from api.shapes import Json
from graph.ontology import RELATIONS, RelationType
from graph.ontology.values import whole
from importers import Progress

_HIDDEN = frozenset({"evidence", "relations"})
_TITLE = (
    *("initiative", "subject", "other", "left", "right", "theme", "territory", "entity"),
    *("relation", "scope"),
)
"""Fields that name an item, in the order in which shapes have them; an item without one is named
by its first list of names (the stages of a path)."""
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_errors = Console(stderr=True, highlight=False)


def printable(text: str) -> str:
    """A text that a terminal shows as it is: controls and broken characters are replaced.

    Names come from anyone's files; an escape sequence in one must not command the terminal.
    """
    return _CONTROLS.sub("\ufffd", whole(text).replace("\n", " "))


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
        titles = [name for name, text in shown if text and name in _TITLE] or _named(item)
        title = " – ".join(text for name, text in shown if name in titles)
        console.print(f"[bold]{f'{number}. {escape(title)}'.strip()}[/]")
        rest = {name: item[name] for name, _ in shown if name not in (*_TITLE, *titles)}
        _print_named(console, rest)
    more = f", {len(items)} affichés" if len(items) < total else ""
    console.print(f"{total} résultat{'s' if total > 1 else ''}{more}")


def _named(item: Json) -> list[str]:
    """The first field that is a list of mere names."""
    lists = (name for name, value in item.items() if isinstance(value, list) and value)
    return [name for name in lists if not any(map(_is_compound, item[name]))][:1]


def print_fields(fields: Json) -> None:
    """What an answer has beside its items, in French."""
    _print_named(Console(highlight=False, soft_wrap=True), fields)


def _print_named(console: Console, fields: Json) -> None:
    """Fields with their labels; each item of a list that is no mere name on a line of its own."""
    for name, value in fields.items():
        lines = [_cell(value)]
        if isinstance(value, list) and any(_is_compound(each) for each in value):
            lines = ["", *(f"     - {_cell(each)}" for each in value)]
        if any(lines):
            console.print(f"   {FIELDS.get(name, name)} : {escape(chr(10).join(lines))}")


def _is_compound(value: Any) -> bool:
    return isinstance(value, dict) and not {"id", "actor", "reason"} & value.keys()


def _cell(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "oui" if value else "non"
        case float():
            return f"{value:.6g}"
        case list():
            return " ; ".join(_cell(each) for each in value)
        case dict():
            return _shape_cell(value)
    return printable(value_label(str(value)))


def _shape_cell(value: Json) -> str:
    """A shape in a few words; fields with their labels when it is none of the usual ones."""
    match value:
        case {"id": _, "name": name}:
            return printable(str(name))
        case {"actor": actor, "role": role}:
            return f"{_cell(actor)} ({value_label(role)})" if role else _cell(actor)
        case {"reason": reason, "entity": entity}:
            return f"{value_label(reason)} {_cell(entity)}".strip()
        case {"type": _, "from": origin, "to": target}:
            return f"{_cell(origin)} {_relation_label(value)} {_cell(target)}"
    cells = ((name, _cell(each)) for name, each in value.items() if name not in _HIDDEN)
    return ", ".join(f"{FIELDS.get(name, name)} : {cell}" for name, cell in cells if cell)


def _relation_label(evidence: Json) -> str:
    role = evidence["role"]
    label = RELATIONS[RelationType(evidence["type"])].label
    return f"{label} ({value_label(role)})" if role else label


@contextmanager
def progress_on_stderr() -> Iterator[Progress]:
    """A progress line on stderr while a long task runs."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with RichProgress(*columns, console=_errors, transient=True) as bar:
        task = bar.add_task("lecture", total=None)

        def tell(phase: str, done: int) -> None:
            bar.update(task, description=escape(printable(progress_words(phase, done))))

        yield tell
