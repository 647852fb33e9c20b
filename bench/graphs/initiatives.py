"""Initiatives of a département, and what links them: frameworks with parts, schemes, actions."""

from dataclasses import dataclass

from bench.graphs.names import ACTIONS, ACTIVITIES, SCHEMES, THEMES
from bench.graphs.periods import period
from bench.graphs.rows import Cells, Departement, Rows, by_rank, chance, entity, relation

_FRAMEWORKS, _SCHEMES = 0.14, 0.08
_KINDS = ("PST", "CLS", "CTG", "CONTRAT_DE_VILLE", "PEDT", "CLSPD", "CONVENTION", "SUBVENTION")
_ROLES = ("PARTNER", "PARTNER", "OPERATOR", "SIGNATORY", "CO_LEAD", "")


@dataclass
class _Drawn:
    """Initiatives so far, with the commune of those that have one."""

    frameworks: list[tuple[str, str | None]]
    schemes: list[str]
    actions: list[str]


def initiatives(into: Departement, count: int) -> Rows:
    """``count`` initiatives with their themes, places, audiences, actors, bodies and links."""
    drawn = _Drawn([], [], [])
    frameworks, schemes = int(count * _FRAMEWORKS), int(count * _SCHEMES)
    for rank in range(frameworks):
        yield from _framework(into, drawn, rank)
    for rank in range(schemes):
        yield from _scheme(into, drawn, rank)
    for rank in range(count - frameworks - schemes):
        yield from _action(into, drawn, rank)


def _framework(into: Departement, drawn: _Drawn, rank: int) -> Rows:
    draw, framework = into.draw, into.id("cadre", rank)
    kind = draw.choice(_KINDS)
    commune = into.commune() if chance(draw, 0.7) else None
    place = commune or draw.choice((*into.groupings, into.place))
    yield entity(
        framework,
        "Framework",
        f"{kind.replace('_', ' ').title()} {rank} du {into.number:03}",
        framework_kind=kind,
        status=_status(into),
        **({"inventory": draw.choice(("COMPLETE", "EXAMPLES"))} if chance(draw, 0.5) else {}),
        **({"family": "true"} if chance(draw, 0.02) else {}),
        **period(draw),
        **into.source(),
    )
    yield from _facets(into, framework, place, commune)
    if chance(draw, 0.5):
        yield relation("GOVERNED_BY", framework, draw.choice(into.bodies), **into.source())
    if drawn.frameworks and chance(draw, 0.1):
        yield relation("PART_OF", framework, by_rank(draw, drawn.frameworks, 2)[0])
    yield from _ties(into, framework, [each for each, _ in drawn.frameworks])
    drawn.frameworks.append((framework, commune))


def _scheme(into: Departement, drawn: _Drawn, rank: int) -> Rows:
    draw, scheme = into.draw, into.id("dispositif", rank)
    is_resource = chance(draw, 0.08)
    yield entity(
        scheme,
        "Scheme",
        f"{draw.choice(SCHEMES)} {rank} du {into.number:03}",
        scheme_kind="RESOURCE" if is_resource else "POLICY",
        status=_status(into),
        **period(draw),
        **into.source(),
    )
    place = into.place if chance(draw, 0.7) else draw.choice(into.groupings)
    yield from _facets(into, scheme, place, None)
    framework = by_rank(draw, drawn.frameworks, 2)[0]
    yield relation("IMPLEMENTS", framework, scheme, **into.source())
    if chance(draw, 0.3):
        yield relation("GOVERNED_BY", scheme, draw.choice(into.bodies), **into.source())
    yield from _ties(into, scheme, drawn.schemes)
    drawn.schemes.append(scheme)


def _action(into: Departement, drawn: _Drawn, rank: int) -> Rows:
    draw, action = into.draw, into.id("action", rank)
    parent, commune = by_rank(draw, drawn.frameworks, 2) if chance(draw, 0.45) else (None, None)
    commune = commune or into.commune()
    yield entity(
        action,
        "Action",
        f"{draw.choice(ACTIONS)} {rank} : {draw.choice(THEMES).lower()}, {commune}",
        status=_status(into),
        **({"activity_type": draw.choice(ACTIVITIES)} if chance(draw, 0.5) else {}),
        **({"budget": str(draw.randint(1, 400) * 500)} if chance(draw, 0.3) else {}),
        **({"exemplary": "true"} if chance(draw, 0.02) else {}),
        **period(draw),
        **into.source(),
    )
    if parent is not None:
        yield relation("PART_OF", action, parent, **into.source())
    elif chance(draw, 0.15):
        yield relation("PART_OF", action, by_rank(draw, drawn.schemes, 2))
    inherits = parent is not None and chance(draw, 0.45)
    yield from _facets(into, action, None if inherits else _spot(into, commune), commune)
    if chance(draw, 0.1):
        yield relation("GOVERNED_BY", action, draw.choice(into.bodies), **into.source())
    if into.needs and chance(draw, 0.05):
        yield relation("RESPONDS_TO", action, draw.choice(into.needs), **into.source())
    yield from _ties(into, action, drawn.actions)
    drawn.actions.append(action)


def _spot(into: Departement, commune: str) -> str:
    """Where an action takes place: mostly its commune, a quartier, or what is around it."""
    where = into.draw.random()
    if where < 0.72:
        return commune
    if where < 0.88:
        return into.draw.choice(into.quartiers[commune])
    return into.grouping_of[commune] if where < 0.96 else into.place


def _status(into: Departement) -> str:
    return into.draw.choices(("", "ACTIVE", "SIGNED", "DRAFT"), (50, 30, 17, 3))[0]


def _facets(into: Departement, row: str, place: str | None, commune: str | None) -> Rows:
    """Themes, a place, audiences, and who takes part."""
    draw = into.draw
    for theme in draw.sample(into.themes, draw.choice((1, 1, 1, 2, 2, 3))):
        yield relation("ADDRESSES", row, theme, **into.source())
    if place is not None:
        dated = period(draw) if chance(draw, 0.05) else {}
        yield relation("COVERS", row, place, **dated, **into.source())
    for audience in draw.sample(into.audiences, draw.choice((0, 0, 0, 1, 1, 2))):
        yield relation("TARGETS", row, audience, **into.source())
    yield from _involved(into, row, commune)


def _involved(into: Departement, row: str, commune: str | None) -> Rows:
    """A lead for most, partners by the power law, and a public hub that funds some."""
    draw, seen = into.draw, set()
    if chance(draw, 0.8):
        is_local = commune is not None and chance(draw, 0.35)
        lead = draw.choice(into.local[commune]) if is_local and commune else _actor(into)
        seen.add(lead)
        yield relation("INVOLVED_IN", lead, row, role="LEAD", **_when(into), **into.source())
    for _ in range(draw.choice((0, 0, 0, 1, 1, 2, 3))):
        actor = _actor(into)
        if actor not in seen:
            seen.add(actor)
            role = draw.choice(_ROLES)
            yield relation("INVOLVED_IN", actor, row, role=role, **_when(into), **into.source())
    if chance(draw, 0.35):
        hub = by_rank(draw, into.hubs, 1.5)
        amount, year = draw.randint(1, 200) * 500, draw.randint(2015, 2025)
        cells: Cells = {"role": "FUNDER", "amount": str(amount), "year": str(year)}
        yield relation("INVOLVED_IN", hub, row, **cells, **into.source())
    if chance(draw, 0.02):
        yield relation("EXPECTED_IN", _actor(into), row, **into.source())


def _actor(into: Departement) -> str:
    return by_rank(into.draw, into.actors, 2.5)


def _when(into: Departement) -> Cells:
    return period(into.draw) if chance(into.draw, 0.15) else {}


def _ties(into: Departement, row: str, older: list[str]) -> Rows:
    """Articulations, successions and copies, towards what was drawn before."""
    draw = into.draw
    if not older:
        return
    if chance(draw, 0.05):
        intensity = str(draw.randint(1, 5))
        yield relation("ARTICULATED_WITH", row, draw.choice(older), intensity=intensity)
    if chance(draw, 0.05):
        yield relation("SUCCEEDS", row, draw.choice(older), **into.source())
    if chance(draw, 0.01):
        yield relation("REPLICATES", row, draw.choice(older))


def needs(into: Departement, count: int) -> Rows:
    """Needs identified in a document, and what analysts checked on some cells."""
    draw = into.draw
    for rank in range(count):
        need = into.id("besoin", rank)
        into.needs.append(need)
        yield entity(
            need, "Need", f"Besoin {rank}", indicator="taux", value=str(rank), **period(draw)
        )
        yield relation("ADDRESSES", need, draw.choice(into.themes))
        yield relation("COVERS", need, into.commune())
        yield relation("IDENTIFIED_IN", need, draw.choice(into.documents))
    for type_ in ("NOT_APPLICABLE", "CHECKED_ABSENT"):
        for commune in draw.sample(into.communes, len(into.communes) // 4):
            yield relation(type_, commune, draw.choice(into.themes), **into.source())
