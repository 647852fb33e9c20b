"""What deserves a look in the data, each with its remedy.

``RULES`` is the table: one small function finds, a row names it, weighs it and says what to do.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from graph.view import DayView
from queries.answer import Answer, Rel, Row
from queries.check.case import Case, Hit
from queries.check.doubles import likely_doubles
from queries.check.missing import (
    without_end,
    without_signatory,
    without_source,
    without_territory,
    without_theme,
)
from queries.check.unconfirmed import unconfirmed

__all__ = ["RULES", "Finding", "Rule", "check"]

Severity: TypeAlias = Literal["HIGH", "MEDIUM", "LOW"]
_WEIGHTS: tuple[Severity, ...] = ("HIGH", "MEDIUM", "LOW")


@dataclass(frozen=True)
class Rule:
    """A rule: ``label`` names its findings in French, ``remedy`` says what to do."""

    name: str
    label: str
    severity: Severity
    find: Callable[[Case], Iterator[Hit]]
    remedy: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at; ``other`` and ``relation`` when it is about two entities."""

    rule: str
    severity: Severity
    subject: Row
    other: Row | None
    relation: Rel | None
    message: str
    remedy: str


RULES: dict[str, Rule] = {
    rule.name: rule
    for rule in (
        Rule(
            "ENDED_WITHOUT_END",
            "terminé sans date de fin",
            "HIGH",
            without_end,
            "donner la date de fin, même au mois ou à l'année : sans elle, il compte toujours "
            "comme en cours ; sinon corriger le statut",
        ),
        Rule(
            "LIKELY_DOUBLE",
            "doublon probable",
            "HIGH",
            likely_doubles,
            "les fusionner si c'est la même chose (annulable) ; sinon préciser l'un des noms ou "
            "donner à chacun son identifiant",
        ),
        Rule(
            "INITIATIVE_WITHOUT_THEME",
            "initiative sans thème",
            "MEDIUM",
            without_theme,
            "ajouter au moins un thème (ADDRESSES) : sans thème, elle n'entre dans aucune "
            "couverture ni aucun recouvrement",
        ),
        Rule(
            "INITIATIVE_WITHOUT_TERRITORY",
            "initiative sans territoire",
            "MEDIUM",
            without_territory,
            "ajouter son territoire (COVERS), ou la rattacher à un cadre qui en a un (PART_OF)",
        ),
        Rule(
            "FRAMEWORK_WITHOUT_SIGNATORY",
            "cadre sans signataire",
            "MEDIUM",
            without_signatory,
            "ajouter les signataires (INVOLVED_IN, rôle SIGNATORY) ; s'il n'est pas encore "
            "signé, lui donner le statut DRAFT",
        ),
        Rule(
            "FACT_WITHOUT_SOURCE",
            "fait sans source",
            "MEDIUM",
            without_source,
            "citer le document qui le dit, avec l'endroit (document#article), ou le retirer",
        ),
        Rule(
            "UNCONFIRMED",
            "non confirmé depuis deux ans",
            "LOW",
            unconfirmed,
            "vérifier auprès des partenaires, puis citer une source plus récente ou donner la "
            "date de fin",
        ),
    )
}


def check(day: DayView, recorded: Callable[[int], int]) -> Answer[Finding]:
    """Findings by severity, then in the order of the rules, then by id.

    ``recorded`` gives the day (ordinal) on which a revision was written.
    """
    case, keys = Case(day, recorded), list[tuple[Rule, Hit]]()
    for severity in _WEIGHTS:
        for rule in RULES.values():
            if rule.severity == severity:
                hits = sorted(rule.find(case), key=lambda hit: _order(day, hit))
                keys += [(rule, hit) for hit in hits]
    return Answer(keys, lambda key: _finding(*key))


def _order(day: DayView, hit: Hit) -> tuple[int, int, int]:
    rank = day.view.entities.rank
    other = -1 if hit.other is None else int(rank[hit.other])
    return int(rank[hit.subject]), other, -1 if hit.relation is None else hit.relation


def _finding(rule: Rule, hit: Hit) -> Finding:
    return Finding(
        rule.name,
        rule.severity,
        Row(hit.subject),
        None if hit.other is None else Row(hit.other),
        None if hit.relation is None else Rel(hit.relation),
        hit.said,
        rule.remedy,
    )
