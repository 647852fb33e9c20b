"""Partners that are missing: by rule, by likeness, or because a source says so."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.ontology import INITIATIVES, EntityKind, RelationType
from graph.ontology.enumerations import ACTOR_KINDS, FRAMEWORK_KINDS
from graph.view import DayView
from graph.view.arrays import distinct
from queries.actors import actor_kinds
from queries.gaps.finding import Explanation, Finding, Severity
from queries.gaps.scope import Scope

REQUIRED: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "CLS": (("ARS",), ("COMMUNE", "EPCI")),
    "CTG": (("CAF",), ("COMMUNE", "EPCI")),
    "PST": (("DEPARTEMENT",), ("COMMUNE",)),
    "CONTRAT_DE_VILLE": (("ETAT",), ("COMMUNE", "EPCI")),
}
"""By kind of framework, groups of actor kinds: one of each group signs."""
FEWEST_ALIKE = 4
"""Other frameworks of the same kind below which likeness says nothing."""


def missing_partners(scope: Scope) -> Iterator[Finding]:
    """One finding per framework by rule and likeness together, with the stronger severity,
    and one per expected actor by source."""
    yield from _by_kind(scope)
    yield from _by_source(scope)


@dataclass(frozen=True, slots=True)
class _Alike:
    """How many frameworks of one kind have each actor kind, of those with a recorded actor."""

    count: int
    having: Counter[str]

    def usual(self, own: set[str]) -> list[str]:
        """Kinds that more than half of the others have and that one of them lacks."""
        others = self.count - 1
        if others < FEWEST_ALIKE:
            return []
        return sorted(k for k, n in self.having.items() if k not in own and 2 * n > others)


def _by_kind(scope: Scope) -> Iterator[Finding]:
    present = scope.day.derived(_kinds_present)
    alike = scope.day.derived(_alike)
    for framework in scope.kept(EntityKind.FRAMEWORK):
        own = present.get(framework)
        if own is None:
            continue
        kind = _framework_kind(scope.day, framework)
        lacking = [group for group in REQUIRED.get(kind, ()) if own.isdisjoint(group)]
        usual = alike[kind].usual(own) if kind else []
        if not lacking and not usual:
            continue

        def explain(
            framework: int = framework,
            kind: str = kind,
            lacking: Iterable[tuple[str, ...]] = lacking,
            usual: Iterable[str] = usual,
        ) -> Explanation:
            others = alike[kind].count - 1
            reasons = [
                f"{FRAMEWORK_KINDS[kind]} sans {' ni '.join(map(_label, group))}"
                for group in lacking
            ]
            reasons += [
                f"{_label(each)} : dans {alike[kind].having[each]} des {others} autres cadres "
                "du même type, pas dans celui-ci"
                for each in usual
            ]
            involved = scope.day.into(RelationType.INVOLVED_IN, framework)
            return Explanation(reasons, set(involved))

        severity: Severity = "HIGH" if lacking else "MEDIUM"
        yield Finding("MISSING_PARTNER", severity, framework, explain)


def _label(actor_kind: str) -> str:
    return ACTOR_KINDS[actor_kind]


def _framework_kind(day: DayView, framework: int) -> str:
    return str(day.view.entity(framework).props.get("framework_kind", ""))


def _kinds_present(day: DayView) -> dict[int, set[str]]:
    """Actor kinds of the active Frameworks with a recorded actor."""
    frameworks = day.active_rows(EntityKind.FRAMEWORK, counted=True)
    links = day.links(RelationType.INVOLVED_IN, frameworks, outgoing=False)
    links = links.only(day.view.entities.counted[links.end])
    kinds = {actor: actor_kinds(day, actor) for actor in distinct(links.end).tolist()}
    found: dict[int, set[str]] = {}
    for place, actor in zip(links.place.tolist(), links.end.tolist(), strict=True):
        found.setdefault(frameworks[place], set()).update(kinds[actor])
    return found


def _alike(day: DayView) -> dict[str, _Alike]:
    present = day.derived(_kinds_present)
    having: dict[str, Counter[str]] = {}
    for framework, kinds in present.items():
        having.setdefault(_framework_kind(day, framework), Counter()).update(kinds)
    counts = Counter(_framework_kind(day, framework) for framework in present)
    return {kind: _Alike(counts[kind], found) for kind, found in having.items()}


def _by_source(scope: Scope) -> Iterator[Finding]:
    """Active EXPECTED_IN without INVOLVED_IN or MEMBER_OF between the same two."""
    day = scope.day
    subjects = [*scope.kept(*INITIATIVES), *scope.kept(EntityKind.BODY)]
    links = day.links(RelationType.EXPECTED_IN, subjects, outgoing=False)
    expected: dict[tuple[int, int], set[int]] = {}
    for place, number, actor in links.each():
        expected.setdefault((subjects[place], actor), set()).add(number)
    for (subject, actor), numbers in expected.items():
        there = {
            *day.targets(RelationType.INVOLVED_IN, actor),
            *day.targets(RelationType.MEMBER_OF, actor),
        }
        if subject not in there:

            def explain(actor: int = actor, numbers: set[int] = numbers) -> Explanation:
                name = day.view.entity(actor).name
                return Explanation([f"une source attend encore {name}"], numbers)

            yield Finding("MISSING_PARTNER", "HIGH", subject, explain, actor=actor)
