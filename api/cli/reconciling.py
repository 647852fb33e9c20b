"""``maillage questions`` and ``maillage judge``: are these two the same?"""

from typing import Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape

from api.cli.app import AuthorOption, JsonOption, StoreOption, app, opened
from api.cli.french import FrenchCommand, Misused
from api.cli.output import print_json, print_note, printable
from api.french import counted
from api.reconciliation import ANSWERS, judge, question_shape
from api.settings import author_name
from graph.reconciliation import Answer, questions

_WORDS = {"same": Answer.SAME, "different": Answer.DIFFERENT, "open": Answer.OPEN}


@app.command("questions", cls=FrenchCommand)
def questions_(
    context: typer.Context,
    answered: Annotated[
        bool, typer.Option("--answered", help="Celles qui ont une réponse, liens sûrs compris.")
    ] = False,
    first: Annotated[int | None, typer.Option(min=0, help="Nombre de questions.")] = None,
    as_json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Lister les rapprochements douteux des imports, les plus probables d'abord."""
    with opened(context, store) as repository:
        view = repository.view()
        found = [
            each
            for each in questions(view, None if answered else Answer.OPEN)
            if (each.answer is Answer.OPEN) is not answered
        ]
    shown = found[:first]
    if as_json:
        print_json({"totalCount": len(found), "items": [question_shape(each) for each in shown]})
        return
    console = Console(highlight=False, soft_wrap=True)
    for each in shown:
        console.print(f"[bold]{each.id}[/] {_named(each.left)} est-il {_named(each.right)} ?")
        for label, reasons in (("pour", each.pros), ("contre", each.cons)):
            if reasons:
                console.print(f"   {label} : {escape(printable(' ; '.join(reasons)))}")
        if answered:
            console.print(f"   réponse : {ANSWERS[each.answer]}")
    console.print(counted(len(found), "question"))


def _named(entity: Any) -> str:
    return escape(printable(f"« {entity.name} » ({entity.id})"))


@app.command("judge", cls=FrenchCommand)
def judge_(
    context: typer.Context,
    question: Annotated[str, typer.Argument(help="La question, comme q0123456789ab.")],
    answer: Annotated[
        str,
        typer.Argument(
            metavar="REPONSE", help="same (les mêmes), different (distincts) ou open (à revoir)."
        ),
    ],
    author: AuthorOption = None,
    as_json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Répondre à une question de rapprochement ; revert reprend la réponse."""
    given = _WORDS.get(answer.strip().lower())
    if given is None:
        raise Misused(f"« {answer} » n'est pas une réponse ; réponses : {', '.join(_WORDS)}")
    with opened(context, store) as repository:
        change_set = judge(repository, question, given, author_name(author))
    if as_json:
        print_json({"question": question, "answer": given.value, "changeSet": change_set})
    elif change_set is None:
        print_note("C'était déjà la réponse : rien à écrire.")
    else:
        print_note(f"Noté ({change_set}) : {ANSWERS[given]}.")
