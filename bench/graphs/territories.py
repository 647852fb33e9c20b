"""A département's territories: communes with two parents each, and quartiers under them."""

from collections.abc import Generator

from bench.graphs.concepts import region
from bench.graphs.names import PLACES, ROOTS
from bench.graphs.rows import Departement, Row, Rows, entity, relation

_PER_GROUPING, _PER_DISTRICT, _QUARTIERS, _DOCUMENTS = 10, 8, 3, 20


def territories(into: Departement, communes: int) -> Rows:
    """The département in its région; each commune in an EPCI and in a circonscription."""
    code = f"D{into.number:03}"
    into.place = f"dep:{into.number:03}"
    yield entity(
        into.place, "Territory", f"Département {code}", territory_level="DEPARTEMENT", code=code
    )
    yield relation("WITHIN", into.place, region(into.number))
    into.groupings = yield from _level(into, "epci", communes // _PER_GROUPING, "EPCI")
    districts = yield from _level(into, "circo", communes // _PER_DISTRICT, "CIRCONSCRIPTION")
    for rank in range(communes):
        commune = into.id("commune", rank)
        into.communes.append(commune)
        into.grouping_of[commune] = into.draw.choice(into.groupings)
        yield _place(into, commune, rank)
        yield relation("WITHIN", commune, into.grouping_of[commune])
        yield relation("WITHIN", commune, into.draw.choice(districts))
        into.quartiers[commune] = [f"{commune}-q{number}" for number in range(_QUARTIERS)]
        for number, quartier in enumerate(into.quartiers[commune]):
            name = f"Quartier {number} de {commune}"
            yield entity(quartier, "Territory", name, territory_level="QUARTIER")
            yield relation("WITHIN", quartier, commune)


def _level(into: Departement, kind: str, count: int, level: str) -> Generator[Row, None, list[str]]:
    """Territories between communes and the département; returns their ids."""
    places = [into.id(kind, rank) for rank in range(max(2, count))]
    for place in places:
        yield entity(place, "Territory", f"{level.title()} {place}", territory_level=level)
        yield relation("WITHIN", place, into.place)
    return places


def _place(into: Departement, commune: str, rank: int) -> Row:
    first, last = into.draw.choice(PLACES), into.draw.choice(ROOTS)
    code = f"{into.number:02}{rank:03}"
    name = f"{first}{last} {code}"
    return entity(commune, "Territory", name, territory_level="COMMUNE", code=f"C{code}")


def documents(into: Departement) -> Rows:
    """The sources on which the département's facts rest."""
    for rank in range(_DOCUMENTS):
        document = into.id("doc", rank)
        into.documents.append(document)
        name = f"Convention n° {rank} du département {into.number}"
        yield entity(document, "Document", name, date=f"20{10 + rank % 15}-03-01")
