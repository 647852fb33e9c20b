"""What one request may ask for: every limit in one table, and what exceeding one says.

``docs/graphql.md`` shows the same table; a test compares the two.
"""

from dataclasses import dataclass, fields

from api.french import number_words
from graph.errors import InvalidData


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of a GraphQL request."""

    body: int = 64 * 1024
    """Bytes of the body, variables included."""
    document: int = 16 * 1024
    """Bytes of the document (``query``) in UTF-8."""
    tokens: int = 1_000
    """Lexical tokens of the document."""
    nesting: int = 40
    """Brackets of the document opened within each other: ``{``, ``[`` and ``(``."""
    fragments: int = 30
    """Fragments that the document defines."""
    depth: int = 10
    """Fields within each other, fragments inlined; introspection apart."""
    aliases: int = 15
    """Aliases of the operation, fragments inlined."""
    root_fields: int = 10
    """Fields at the root of the operation, fragments inlined."""
    type_lists: int = 1
    """Lists of the fields or relatives of types within each other, in introspection."""
    cost: int = 50_000
    """An object counts 2, its relations 10, a value 1; what a page holds counts ``first`` times: a
    whole page of the question that tells most, evidence included, costs 48,009."""
    comparisons: int = 10_000
    """Steps of the check that fields asked for twice in one place agree."""
    first: int = 500
    """Items of a page."""
    territories: int = 40
    """Territories of a coverage matrix."""
    values: int = 100_000
    """Items of the lists of an answer, counted while it is made."""
    seconds: int = 10
    """From the arrival of a request to its answer."""
    errors: int = 5
    """Errors shown in an answer."""


LIMITS = Limits()

_EXCEEDED = {
    "body": (
        "BODY_TOO_LARGE",
        "le corps de la requête",
        "octets",
        "la découper, par exemple un lot de modifications en plusieurs",
    ),
    "document": (
        "DOCUMENT_TOO_LONG",
        "le texte GraphQL",
        "octets",
        "passer les valeurs par « variables », demander en plusieurs fois",
    ),
    "tokens": (
        "TOO_MANY_TOKENS",
        "le texte GraphQL",
        "mots et signes",
        "passer les valeurs par « variables », demander en plusieurs fois",
    ),
    "nesting": (
        "TOO_NESTED",
        "le texte GraphQL",
        "accolades, crochets ou parenthèses imbriqués",
        "l'aplatir",
    ),
    "fragments": (
        "TOO_MANY_FRAGMENTS",
        "le texte GraphQL",
        "fragments",
        "écrire sur place ceux qui ne servent qu'une fois",
    ),
    "depth": (
        "TOO_DEEP",
        "la requête",
        "niveaux de champs, fragments compris",
        "demander la suite par une autre requête, à partir des identifiants reçus",
    ),
    "aliases": (
        "TOO_MANY_ALIASES",
        "la requête",
        "alias, fragments compris",
        "demander en plusieurs fois",
    ),
    "root_fields": (
        "TOO_MANY_ROOT_FIELDS",
        "la requête",
        "questions",
        "les poser en plusieurs fois",
    ),
    "type_lists": (
        "INTROSPECTION_TOO_WIDE",
        "la description du schéma demandée",
        "listes de champs ou de types imbriquées",
        "demander « fields », « inputFields », « interfaces » et « possibleTypes » côte à côte, "
        "sans alias",
    ),
    "cost": (
        "TOO_COSTLY",
        "la requête",
        "de coût (2 par objet, 10 par liste de relations, 1 par valeur, multipliés par « first »)",
        "réduire « first », qui vaut 50 sans précision, ou demander moins de champs",
    ),
    "comparisons": (
        "TOO_MANY_REPEATED_FIELDS",
        "la vérification des champs répétés",
        "étapes",
        "demander une seule fois chaque champ au même endroit",
    ),
    "first": (
        "FIRST_OUT_OF_BOUNDS",
        "une page",
        "éléments (« first »)",
        "demander la suite par « after »",
    ),
    "territories": (
        "TOO_MANY_TERRITORIES",
        "un tableau de couverture",
        "territoires",
        "demander les autres par une autre requête",
    ),
    "values": (
        "TOO_MANY_VALUES",
        "la réponse",
        "éléments dans ses listes",
        "restreindre à un territoire ou à un thème, ou demander moins de listes imbriquées",
    ),
    "seconds": (
        "TIME_LIMIT",
        "la réponse",
        "secondes d'attente",
        "restreindre à un territoire ou à un thème, demander moins, ou réessayer plus tard",
    ),
}
"""By limit: the error's code, what exceeds it, in which unit, and how to stay under it."""


def exceeded(limit: str, found: int | None = None) -> InvalidData:
    """The error of a request that exceeds a limit; ``found`` None: more than the limit."""
    code, what, unit, advice = _EXCEEDED[limit]
    most: int = getattr(LIMITS, limit)
    has = f"plus de {number_words(most)}" if found is None else number_words(found)
    return InvalidData(
        f"{what} a {has} {unit} ; {number_words(most)} au plus : {advice}", code=code
    )


def check(**found: int) -> None:
    """Raise the error of the first limit that one of these numbers exceeds."""
    for limit, number in found.items():
        if number > getattr(LIMITS, limit):
            raise exceeded(limit, number)


def names() -> list[str]:
    """The limits' names, in the order of the table."""
    return [each.name for each in fields(Limits)]
