"""``maillage check``: what deserves a look in the data."""

from itertools import groupby
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape

from api.cli.app import JsonOption, StoreOption, app, opened
from api.cli.french import FrenchCommand
from api.cli.output import print_json
from api.french import capital
from api.questions import day_text, day_view
from api.shapes import shape
from graph.dates import PARIS, today
from graph.repository import Repository
from queries.check import RULES, check

_FOUND = 1
"""Exit code when anything deserves a look (contract, "Command line")."""


@app.command("check", cls=FrenchCommand)
def check_(
    context: typer.Context,
    as_of: Annotated[str | None, typer.Option(help="Jour demandé, AAAA-MM-JJ.")] = None,
    first: Annotated[int | None, typer.Option(min=0, help="Nombre d'items affichés.")] = None,
    as_json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Dire ce qui mérite un regard dans les données, avec le remède ; code 1 s'il y en a."""
    with opened(context, store) as repository:
        day = day_view(repository, as_of, None, today())
        recorded = _recorded(repository)
        answer = check(day, lambda revision: recorded.get(revision, day.day))
        items: list[dict[str, Any]] = [shape(day.view, each) for each in answer.page(0, first)]
    if as_json:
        print_json({"asOf": day_text(day), "totalCount": answer.total, "items": items})
    else:
        _print(items, answer.total)
    if answer.total:
        raise typer.Exit(_FOUND)


def _recorded(repository: Repository) -> dict[int, int]:
    """The day on which each revision was written, in Paris."""
    return {
        record.revision: record.time.astimezone(PARIS).date().toordinal()
        for record in repository.store.journal()
    }


def _print(items: list[dict[str, Any]], total: int) -> None:
    """Findings by rule, with the remedy once."""
    console = Console(highlight=False, soft_wrap=True)
    for name, found in groupby(items, key=lambda item: str(item["rule"])):
        messages = [str(item["message"]) for item in found]
        rule = RULES[name]
        console.print(f"[bold]{escape(capital(rule.label))}[/] ({len(messages)})")
        for message in messages:
            console.print(f"   {escape(message)}")
        console.print(f"   → {escape(rule.remedy)}\n")
    more = f", {len(items)} affichés" if len(items) < total else ""
    console.print(f"{total} point{'s' if total > 1 else ''} à regarder{more}")
