"""Gaps between what is needed or promised and what is done."""

from collections.abc import Iterator

from graph.ontology import EntityKind, RelationType
from queries.gaps.finding import Explanation, Finding, Severity
from queries.gaps.scope import Scope


def needs_without_action(scope: Scope) -> Iterator[Finding]:
    """Active Needs to which no active Action or Scheme RESPONDS_TO, and for which none
    addresses something under one of its themes while having a territory that one of the
    need's territories is under."""
    for need in scope.kept(EntityKind.NEED):
        if not _is_answered(scope, need):

            def explain(need: int = need) -> Explanation:
                evidence = {
                    *scope.about(need),
                    *scope.day.out(RelationType.IDENTIFIED_IN, need),
                }
                return Explanation(["besoin identifié, aucune action recensée"], evidence)

            yield Finding("NEED_WITHOUT_ACTION", "HIGH", need, explain)


def _is_answered(scope: Scope, need: int) -> bool:
    day, facets = scope.day, scope.facets
    if any(facets.is_delivering(row) for row in day.origins(RelationType.RESPONDS_TO, need)):
        return True
    wider = {place for each in facets.territories(need) for place in day.above(each)}
    themes = {theme for each in facets.themes(need) for theme in day.below(each)}
    return any(
        facets.is_delivering(row) and not themes.isdisjoint(facets.themes(row))
        for row in facets.covering(wider).tolist()
    )


def commitments_without_action(scope: Scope) -> Iterator[Finding]:
    """Themes that an active Framework addresses while no active Action PART_OF it, or of a
    Framework PART_OF it by any chain, addresses something under them."""
    day, facets = scope.day, scope.facets
    for framework in scope.placed(EntityKind.FRAMEWORK):
        done = {theme for action in _actions(scope, framework) for theme in facets.themes(action)}
        complete = day.view.entity(framework).props.get("inventory") == "COMPLETE"
        for theme in facets.themes(framework):
            if not scope.on_theme({theme}) or not done.isdisjoint(day.below(theme)):
                continue

            def explain(
                framework: int = framework, theme: int = theme, complete: bool = complete
            ) -> Explanation:
                listed = "toutes les actions du cadre sont listées" if complete else ""
                reasons = ["aucune action recensée", *filter(None, [listed])]
                evidence = facets.facet_evidence(RelationType.ADDRESSES, framework, {theme})
                evidence |= facets.covers_evidence(framework, facets.territories(framework))
                return Explanation(reasons, evidence)

            severity: Severity = "HIGH" if complete else "MEDIUM"
            yield Finding("COMMITMENT_WITHOUT_ACTION", severity, framework, explain, theme=theme)


def _actions(scope: Scope, framework: int) -> Iterator[int]:
    """Counted Actions of a Framework and of its parts; chains pass through families."""
    day = scope.day
    seen, edge = {framework}, [framework]
    while edge:
        for part in day.origins(RelationType.PART_OF, edge.pop()):
            kind = day.view.kind(part)
            if kind is EntityKind.ACTION and day.is_counted(part):
                yield part
            elif kind is EntityKind.FRAMEWORK and part not in seen:
                seen.add(part)
                edge.append(part)
