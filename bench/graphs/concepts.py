"""What the whole country shares: 12 x 6 themes, audiences, the country and its régions."""

from bench.graphs.names import ASPECTS, AUDIENCES, THEMES
from bench.graphs.rows import Rows, entity, relation

COUNTRY = "pays:fr"
REGIONS = 13


def theme_ids() -> list[str]:
    """The 12 themes, then the 6 under each."""
    return [
        *(f"theme:{number}" for number in range(len(THEMES))),
        *(f"theme:{n}-{m}" for n in range(len(THEMES)) for m in range(len(ASPECTS))),
    ]


def audience_ids() -> list[str]:
    """Audiences, each followed by what is narrower."""
    return [
        id_
        for number, (_, narrower) in enumerate(AUDIENCES)
        for id_ in (f"public:{number}", *(f"public:{number}-{n}" for n in range(len(narrower))))
    ]


def themes() -> Rows:
    """Themes, each of the second level under one of the first."""
    for number, name in enumerate(THEMES):
        yield entity(f"theme:{number}", "Theme", name)
        for rank, aspect in enumerate(ASPECTS):
            yield entity(f"theme:{number}-{rank}", "Theme", f"{name} : {aspect}")
            yield relation("BROADER", f"theme:{number}-{rank}", f"theme:{number}")


def audiences() -> Rows:
    """Audiences in two levels."""
    for number, (name, narrower) in enumerate(AUDIENCES):
        yield entity(f"public:{number}", "Audience", name)
        for rank, narrow in enumerate(narrower):
            yield entity(f"public:{number}-{rank}", "Audience", narrow)
            yield relation("BROADER", f"public:{number}-{rank}", f"public:{number}")


def region(number: int) -> str:
    """The région of a département by its number."""
    return f"region:{number % REGIONS}"


def country(departements: int) -> Rows:
    """The country, its régions, and the agency and council of each."""
    yield entity(COUNTRY, "Territory", "France", territory_level="PAYS")
    for number in range(min(REGIONS, departements)):
        place = region(number)
        yield entity(place, "Territory", f"Région {number}", territory_level="REGION")
        yield relation("WITHIN", place, COUNTRY)
        for id_, name, kind in (
            (f"ars:{number}", "Agence régionale de santé", "ARS"),
            (f"conseil-regional:{number}", "Conseil régional", "REGION"),
        ):
            yield entity(id_, "Actor", f"{name} {number}", actor_kind=kind)
            yield relation("COVERS", id_, place)
