"""``maillage ask``: the questions."""

from dataclasses import fields
from typing import Annotated

import typer

from api.catalogue import QUESTIONS, Question
from api.cli.app import JsonOption, StoreOption, app, opened
from api.cli.french import FrenchCommand, Misused
from api.cli.output import print_fields, print_items, print_json, print_note
from api.notices import notices
from api.questions import Arguments, Asked, day_text, day_view
from api.shapes import Json, shape
from graph.dates import today

_HELP = "Poser une question au graphe. Questions : " + " ; ".join(
    f"{question.name} ({question.help})" for question in QUESTIONS.values()
)
_FLAGS = {
    "start": "--from",
    "end": "--to",
    "ignore_hubs": "--ignore-hubs",
    "avoid_hubs": "--avoid-hubs",
}


@app.command(cls=FrenchCommand, help=_HELP)
def ask(
    context: typer.Context,
    question: Annotated[str, typer.Argument(help="Nom de la question.")],
    theme: Annotated[list[str] | None, typer.Option(help="Thème (répétable).")] = None,
    territory: Annotated[str | None, typer.Option(help="Territoire.")] = None,
    audience: Annotated[str | None, typer.Option(help="Public.")] = None,
    as_of: Annotated[str | None, typer.Option(help="Jour demandé, AAAA-MM-JJ.")] = None,
    known_at: Annotated[str | None, typer.Option(help="Ce qui était enregistré alors.")] = None,
    first: Annotated[int | None, typer.Option(min=0, help="Nombre d'items affichés.")] = None,
    kinds: Annotated[str | None, typer.Option(help="Types, séparés par des virgules.")] = None,
    level: Annotated[str | None, typer.Option(help="DUPLICATION ou OVERLAP.")] = None,
    managed: Annotated[
        bool | None,
        typer.Option("--managed/--unmanaged", help="Coordonnés ou non.", show_default=False),
    ] = None,
    status: Annotated[str | None, typer.Option(help="Statut d'articulation.")] = None,
    ignore_hubs: Annotated[
        bool, typer.Option("--ignore-hubs", help="Ne pas compter les grands acteurs.")
    ] = False,
    without: Annotated[list[str] | None, typer.Option(help="Et sans… (répétable).")] = None,
    start: Annotated[str | None, typer.Option("--from", help="Départ du chemin.")] = None,
    end: Annotated[str | None, typer.Option("--to", help="Arrivée du chemin.")] = None,
    left: Annotated[str | None, typer.Option(help="Premier territoire comparé.")] = None,
    right: Annotated[str | None, typer.Option(help="Second territoire comparé.")] = None,
    since: Annotated[str | None, typer.Option(help="Premier jour, AAAA-MM-JJ.")] = None,
    until: Annotated[str | None, typer.Option(help="Second jour, AAAA-MM-JJ.")] = None,
    avoid_hubs: Annotated[
        bool, typer.Option("--avoid-hubs", help="Éviter les grands carrefours.")
    ] = False,
    text: Annotated[str | None, typer.Option(help="Texte cherché.")] = None,
    as_json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    asked = _question(question)
    arguments = Arguments(
        theme=tuple(theme or ()),
        territory=territory,
        audience=audience,
        kinds=() if kinds is None else tuple(part.strip() for part in kinds.split(",")),
        level=level,
        managed=managed,
        status=status,
        ignore_hubs=ignore_hubs,
        without=tuple(without or ()),
        start=start,
        end=end,
        left=left,
        right=right,
        since=since,
        until=until,
        avoid_hubs=avoid_hubs,
        text=text,
    )
    _check_options(asked, arguments)
    with opened(context, store) as repository:
        day = day_view(repository, as_of, known_at, today())
        for notice in notices(repository):
            print_note(notice)
        resolved = Asked(day, arguments)
        answer = asked.ask(resolved)
        items: list[Json] = [shape(day.view, item) for item in answer.page(0, first)]
        beside = shape(day.view, asked.beside(resolved)) if asked.beside else {}
    if as_json:
        print_json(
            {
                "question": asked.name,
                "asOf": day_text(day),
                "totalCount": answer.total,
                "items": items,
                **beside,
            }
        )
    else:
        print_items(items, answer.total)
        print_fields(beside)


def _question(name: str) -> Question:
    if name not in QUESTIONS:
        raise Misused(f"« {name} » n'est pas une question ; questions : {', '.join(QUESTIONS)}")
    return QUESTIONS[name]


def _check_options(question: Question, arguments: Arguments) -> None:
    for each in fields(Arguments):
        is_given = getattr(arguments, each.name) != each.default
        flag = _FLAGS.get(each.name, f"--{each.name}")
        if is_given and each.name not in question.takes:
            raise Misused(f"la question {question.name} ne prend pas {flag}")
        if not is_given and each.name in question.requires:
            raise Misused(f"la question {question.name} demande {flag}")
