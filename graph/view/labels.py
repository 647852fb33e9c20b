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


def resolve(view: GraphView, text: str, kinds: Iterable[EntityKind], what: str) -> int:
    """The row that a user's text names: an id first, then a code, then a label or alias.

    ``what`` says in French what is looked for ("le thème"). Raises UnknownReference with
    near candidates, or AmbiguousReference with all of them.
    """
    wanted = frozenset(kinds)
    row = view.row(text)
    if row is not None and view.kind(row) in wanted:
        return row
    stripped = text.strip()
    wish = folded(text)
    by_code, by_label, near = [], [], []
    for candidate in view.rows_of(*wanted):
        record = view.entity(candidate)
        if stripped in _codes(record):
            by_code.append(candidate)
        names = [folded(label) for label in labels(record)]
        if wish and wish in names:
            by_label.append(candidate)
        elif wish and any(wish in name for name in names):
            near.append(candidate)
    found = by_code or by_label
    if len(found) == 1:
        return found[0]
    if found:
        names = [_named(view, candidate) for candidate in found[:_MOST_CANDIDATES]]
        raise AmbiguousReference(
            f"{what} « {shown(text)} » désigne plusieurs entités : {' ; '.join(names)}. "
            "Donner l'identifiant",
            [view.entity(candidate).id for candidate in found],
        )
    raise _unknown(view, text, what, near)


def _named(view: GraphView, row: int) -> str:
    record = view.entity(row)
    return f"{record.id} ({record.name}, {KINDS[record.kind].label})"


def _unknown(view: GraphView, text: str, what: str, near: list[int]) -> UnknownReference:
    hint = ""
    if near:
        names = [_named(view, candidate) for candidate in near[:_MOST_CANDIDATES]]
        hint = f". Proches : {' ; '.join(names)}"
    return UnknownReference(f"{what} « {shown(text)} » est inconnu{hint}")
