"""Finding entities by what people write: id, code, exact label or alias."""

import re
import unicodedata
from collections.abc import Iterable

from graph.errors import AmbiguousReference, UnknownReference
from graph.ontology import KINDS, EntityKind
from graph.ontology.values import shown
from graph.records import Entity
from graph.view.graph_view import GraphView

CODES = ("code", "cog", "siren", "siret", "rna", "finess")
_MOST_CANDIDATES = 10
_SEPARATORS = re.compile(r"[\W_]+")


def folded(text: str) -> str:
    """A text without case, accents, punctuation or repeated spaces, for comparing."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe").replace("æ", "ae"))
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    return _SEPARATORS.sub(" ", letters).strip()


def labels(record: Entity) -> tuple[str, ...]:
    """The name and the aliases."""
    aliases = record.props.get("alias", ())
    return (record.name, *aliases) if isinstance(aliases, tuple) else (record.name,)


def _codes(record: Entity) -> set[str]:
    """All codes and official identifiers."""
    found: set[str] = set()
    for name in CODES:
        value = record.props.get(name)
        if isinstance(value, tuple):
            found.update(value)
    return found


class LabelIndex:
    """Rows by code and by folded label, for the entities of one view."""

    def __init__(self, view: GraphView) -> None:
        self.by_code: dict[str, list[int]] = {}
        self.by_label: dict[str, list[int]] = {}
        for row in view.rows_of(*EntityKind):
            record = view.entity(row)
            for code in _codes(record):
                self.by_code.setdefault(code, []).append(row)
            for label in {folded(label) for label in labels(record)}:
                self.by_label.setdefault(label, []).append(row)

    def near(self, wish: str) -> list[int]:
        """Rows with a label that holds the folded text. Linear in the labels."""
        found = (row for label, rows in self.by_label.items() if wish in label for row in rows)
        return list(dict.fromkeys(found))


def label_index(view: GraphView) -> LabelIndex:
    """The index of a view, made once and kept with it."""
    return view.derived(LabelIndex)


def resolve(view: GraphView, text: str, kinds: Iterable[EntityKind], what: str) -> int:
    """The row that a user's text names: an id first, then a code, then a label or alias.

    ``what`` says in French what is looked for ("le thème"). Raises UnknownReference with
    near candidates, or AmbiguousReference with all of them.
    """
    wanted = frozenset(kinds)
    row = view.row(text)
    if row is not None and view.kind(row) in wanted:
        return row
    index, wish = label_index(view), folded(text)
    for rows in (index.by_code.get(text.strip(), ()), index.by_label.get(wish, ())):
        found = [each for each in rows if view.kind(each) in wanted]
        if len(found) == 1:
            return found[0]
        if found:
            raise _ambiguous(view, text, what, found)
    near = index.near(wish) if wish else []
    raise _unknown(view, text, what, [each for each in near if view.kind(each) in wanted])


def _ambiguous(view: GraphView, text: str, what: str, found: list[int]) -> AmbiguousReference:
    names = [_named(view, candidate) for candidate in found[:_MOST_CANDIDATES]]
    return AmbiguousReference(
        f"{what} « {shown(text)} » désigne plusieurs entités : {' ; '.join(names)}. "
        "Donner l'identifiant",
        [view.entity(candidate).id for candidate in found],
    )


def _named(view: GraphView, row: int) -> str:
    record = view.entity(row)
    return f"{record.id} ({record.name}, {KINDS[record.kind].label})"


def _unknown(view: GraphView, text: str, what: str, near: list[int]) -> UnknownReference:
    hint = " : vérifier l'orthographe, ou chercher par une partie du nom"
    if near:
        names = [_named(view, candidate) for candidate in near[:_MOST_CANDIDATES]]
        hint = f". Proches : {' ; '.join(names)}"
    return UnknownReference(f"{what} « {shown(text)} » n'existe pas{hint}")
