"""Rules on what is missing: a theme, a territory, a signatory, an end, a source."""

from collections.abc import Iterator

from graph.ontology import INITIATIVES, KINDS, RELATIONS, EntityKind, RelationType
from queries.check.case import Case, Hit
from queries.past import past_territories

_OVER = frozenset({"ENDED", "TERMINATED"})
_UNSIGNED = frozenset(
    {
        "ABS",
        "POSTE",
        "PROGRAMME",
        "PROJET_DE_SERVICE",
        "PROJET_EDUCATIF",
        "PROJET_SOCIAL",
        "REFERENTIEL",
        "SCHEMA",
        "SUBVENTION",
    }
)
"""Kinds of framework that one institution adopts or grants by itself, so that nobody signs."""


def without_theme(case: Case) -> Iterator[Hit]:
    """Initiatives that never addressed any theme."""
    for row in case.counted(*INITIATIVES):
        if not case.ever(RelationType.ADDRESSES, row):
            yield Hit(row, f"{case.named(row)} n'a pas de thème")


def without_territory(case: Case) -> Iterator[Hit]:
    """Initiatives that never had a territory, their own or, for an Action, an inherited one."""
    for row in case.counted(*INITIATIVES):
        if not past_territories(case.day, row):
            yield Hit(row, f"{case.named(row)} n'a pas de territoire")


def without_signatory(case: Case) -> Iterator[Hit]:
    """Frameworks that nobody signed, beside the kinds that are not signed and the parts of
    another framework, which are signed with the whole."""
    view = case.view
    frameworks = case.counted(EntityKind.FRAMEWORK)
    wholes = set(frameworks)
    for row in frameworks:
        if view.entity(row).props.get("framework_kind") in _UNSIGNED:
            continue
        if wholes & case.ends(RelationType.PART_OF, row):
            continue
        involved = case.ever(RelationType.INVOLVED_IN, row, outgoing=False)
        if not any(view.relation(number).role == "SIGNATORY" for number in involved):
            yield Hit(row, f"{case.named(row)} n'a pas de signataire")


def without_end(case: Case) -> Iterator[Hit]:
    """Entities said to be over, without the date that makes them so."""
    for row in case.view.rows_of(*EntityKind):
        record = case.view.entity(row)
        if record.props.get("status") in _OVER and record.end is None:
            is_open = ", et il est dit sans terme" if record.open_ended else ""
            yield Hit(row, f"{case.named(row)} est terminé sans date de fin{is_open}")


_OWN_WORD = frozenset({RelationType.HOLDS_POST, RelationType.RESEMBLES, RelationType.DISTINCT_FROM})
"""Relations that no document states: functions, questions of imports and people's answers."""


def without_source(case: Case) -> Iterator[Hit]:
    """Facts that rest on nothing but their import; a document is its own source."""
    view, columns = case.view, case.view.relations
    own = (EntityKind.DOCUMENT, EntityKind.CONTACT)
    for row in view.rows_of(*(kind for kind in EntityKind if kind not in own)):
        if not view.entity(row).sources:
            label = KINDS[view.kind(row)].label
            yield Hit(row, f"{case.named(row)} ({label}) n'a pas de source")
    for number in view.relation_numbers():
        record = view.relation(number)
        if not record.sources and record.type not in _OWN_WORD:
            origin, target = int(columns.origin[number]), int(columns.target[number])
            fact = f"{case.named(origin)} {RELATIONS[record.type].label} {case.named(target)}"
            yield Hit(origin, f"{fact} : ce lien n'a pas de source", target, number)
