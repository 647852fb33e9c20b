"""Actors of a département: public hubs, the institutions of each commune, and associations."""

from bench.graphs.concepts import REGIONS
from bench.graphs.names import ASSOCIATIONS, PLACES, ROOTS
from bench.graphs.periods import period
from bench.graphs.rows import Departement, Rows, by_rank, chance, entity, relation

_HUBS = (
    ("Conseil départemental", "DEPARTEMENT"),
    ("Préfecture", "ETAT"),
    ("Caisse d'allocations familiales", "CAF"),
    ("Caisse primaire d'assurance maladie", "CPAM"),
    ("Direction académique", "EDUCATION"),
    ("Agence France Travail", "FRANCE_TRAVAIL"),
    ("Maison départementale du handicap", "MDPH"),
)
_SERVICES = 12
_LOCAL = (("Commune de", "COMMUNE"), ("CCAS de", "CCAS"), ("Centre social de", "CENTRE_SOCIAL"))
_OTHERS = (
    *(("ASSOCIATION",) * 14),
    *("ENTREPRISE", "ENTREPRISE", "BAILLEUR", "HOPITAL", "MISSION_LOCALE", "HABITANTS"),
)


def actors(into: Departement, count: int) -> Rows:
    """About ``count`` actors, those of the power law first in ``into.actors``."""
    yield from _hubs(into)
    for commune in into.communes:
        yield from _institutions(into, commune)
    for rank in range(max(20, count - len(into.hubs) - len(_LOCAL) * len(into.communes))):
        yield from _other(into, into.id("acteur", rank))


def _hubs(into: Departement) -> Rows:
    for rank, (name, kind) in enumerate(_HUBS):
        hub = into.id("hub", rank)
        into.hubs.append(hub)
        yield entity(hub, "Actor", f"{name} {into.number:03}", actor_kind=kind)
        yield relation("COVERS", hub, into.place)
    for rank in range(_SERVICES):
        service = into.id("service", rank)
        yield entity(service, "Actor", f"Service {rank} du {into.number:03}", actor_kind="SERVICE")
        yield relation("PART_OF", service, into.draw.choice(into.hubs[:3]))
        into.actors.append(service)
    into.hubs.append(f"ars:{into.number % REGIONS}")


def _institutions(into: Departement, commune: str) -> Rows:
    into.local[commune] = []
    for name, kind in _LOCAL:
        actor = f"{kind.lower()}-{commune}"
        into.local[commune].append(actor)
        yield entity(actor, "Actor", f"{name} {commune}", actor_kind=kind)
        yield relation("COVERS", actor, commune)


def _other(into: Departement, actor: str) -> Rows:
    draw = into.draw
    words = draw.choice(ASSOCIATIONS), draw.choice(PLACES) + draw.choice(ROOTS)
    is_generic = chance(draw, 0.01)
    into.actors.append(actor)
    yield entity(
        actor,
        "Actor",
        f"{words[0]} {words[1]} {actor.partition(':')[2]}",
        actor_kind=draw.choice(_OTHERS),
        **({"generic": "true", "count": "5"} if is_generic else {}),
        **(period(draw) if chance(draw, 0.2) else {}),
        **into.source(),
    )
    if chance(draw, 0.2):
        yield relation("COVERS", actor, into.commune(), **into.source())


def bodies(into: Departement, count: int) -> Rows:
    """Bodies with members, and sittings of some."""
    for rank in range(count):
        draw, body = into.draw, into.id("instance", rank)
        into.bodies.append(body)
        yield entity(
            body,
            "Body",
            f"Comité {rank} du {into.number:03}",
            level=draw.choice(("STRATEGIC", "TECHNICAL", "WATCH")),
            frequency=draw.choice(("MONTHLY", "QUARTERLY", "HALF_YEARLY", "YEARLY", "OTHER")),
            **(period(draw) if chance(draw, 0.3) else {}),
        )
        members = _members(into)
        for actor in members:
            role = draw.choice(("CHAIR", "MEMBER", "MEMBER", "INVITED", "REFERENT"))
            yield relation("MEMBER_OF", actor, body, role=role, **into.source())
        if chance(draw, 0.6):
            yield from _sitting(into, into.id("reunion", rank), body, members)


def _members(into: Departement) -> list[str]:
    draw = into.draw
    found = [by_rank(draw, into.actors, 2.5) for _ in range(draw.randint(2, 6))]
    found += draw.sample(into.hubs, draw.randint(0, 2))
    return list(dict.fromkeys(found))


def _sitting(into: Departement, meeting: str, body: str, members: list[str]) -> Rows:
    date = f"{into.draw.randint(2018, 2025)}-{into.draw.randint(1, 12):02}"
    yield entity(meeting, "Meeting", f"Séance {date}", date=date, meeting_kind="COMMITTEE")
    yield relation("HELD_BY", meeting, body)
    for actor in members[:2]:
        yield relation("ATTENDED", actor, meeting)
