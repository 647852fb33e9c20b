"""``maillage journal`` and ``maillage revert``."""

from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from api.cli.app import AuthorOption, JsonOption, StoreOption, app, opened
from api.cli.french import FrenchCommand
from api.cli.output import print_json, print_note, printable
from api.differences import fact_words
from api.french import counted
from api.settings import author_name
from api.shapes import record_shape
from graph.changes.differences import Difference, names_of
from graph.dates import PARIS
from graph.errors import RevertRefused
from graph.stores.base import change_id
from graph.view import GraphView

_MOST_BLOCKING = 10


@app.command(cls=FrenchCommand)
def journal(
    context: typer.Context,
    first: Annotated[int | None, typer.Option(min=0, help="Nombre de lignes.")] = None,
    as_json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Dire qui a changé quoi et quand, le plus récent d'abord."""
    with opened(context, store) as repository:
        total = repository.store.change_count()
        records = repository.store.journal(first)
    if as_json:
        print_json({"totalCount": total, "items": [record_shape(each) for each in records]})
        return
    table = Table("lot", "quand", "qui", "origine", "quoi", "créés", "modifiés", "retirés")
    for each in records:
        when = each.time.astimezone(PARIS).strftime("%d/%m/%Y %H:%M:%S")
        counts = (str(each.created), str(each.changed), str(each.retracted))
        table.add_row(
            each.id, when, *map(_shown, (each.author, each.origin, each.message)), *counts
        )
    Console(highlight=False).print(table)


def _shown(text: str) -> str:
    return escape(printable(text))


@app.command(cls=FrenchCommand)
def revert(
    context: typer.Context,
    change_set: Annotated[str, typer.Argument(metavar="LOT", help="Le lot à annuler (cs12).")],
    author: AuthorOption = None,
    as_json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Annuler un lot de modifications, par un nouveau lot."""
    with opened(context, store) as repository:
        try:
            record = repository.revert(change_set, author_name(author))
        except RevertRefused as refused:
            _print_blockers(repository.view(), refused)
            raise
    if as_json:
        print_json(record_shape(record))
    else:
        print_note(f"« {change_set} » est annulé (par {record.id}).")


def _print_blockers(view: GraphView, refused: RevertRefused) -> None:
    """The facts that stand in the way, each with the change set to take back first."""
    names = names_of(view, (each.fact for each in refused.blockers))
    for each in refused.blockers[:_MOST_BLOCKING]:
        words = fact_words(Difference(each.fact, each.fact), names)
        print_note(f"   {change_id(each.revision)} : {words.text}")
    more = len(refused.blockers) - _MOST_BLOCKING
    if more > 0:
        print_note(f"   et {counted(more, 'autre fait', 'autres faits')}.")
