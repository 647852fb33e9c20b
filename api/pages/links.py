"""Addresses of the pages. Every one is made here, quoted, so that an id may hold anything."""

from dataclasses import dataclass, replace
from urllib.parse import quote, urlencode

from graph.ontology import EntityKind
from graph.records import Relation
from graph.view import GraphView

HOME = "/"
WHO = "/qui"
SEARCH = "/recherche"
TERRITORY = "/territoire"
ENTITY = "/entite"
OVERLAPS = "/recouvrements"
GAPS = "/manques"
ARTICULATIONS = "/articulations"
CUT_POINTS = "/points-de-coupure"
WHAT_IF = "/et-si"
COVERAGE = "/couverture"
CELL = "/couverture/case"
STAGES = "/etapes"
COMPARE = "/comparaison"
NETWORK = "/reseau"
MAP = "/carte"
JOURNAL = "/journal"
IMPORT = "/import"
CONVENTION = "/convention"
GLOSSARY = "/glossaire"
EDIT = "/modifier"
CREATE = "/ajouter"
RELATE = "/relier"
MERGE = "/fusionner"
RETRACT = "/retirer"
QUESTIONS = "/rapprochements"
SUGGESTIONS = "/suggestions.json"

_DOTS = (".", "..")


@dataclass(frozen=True, slots=True)
class Link:
    """An entity as pages name it: id, name and the address of its page."""

    id: str
    name: str
    href: str


@dataclass(frozen=True, slots=True)
class Terms:
    """The question « Qui travaille déjà sur… » as it is written in an address.

    The fields are the names of the form's fields.
    """

    theme: str = ""
    territoire: str = ""
    public: str = ""
    au: str = ""

    def href(self, twin: str = "", page: int = 1, **changes: str) -> str:
        """The address of the question, with changes; ``twin`` is ``.csv`` or ``.json``."""
        terms = replace(self, **changes)
        pairs = {
            "theme": terms.theme,
            "territoire": terms.territoire,
            "public": terms.public,
            "au": terms.au,
            "page": str(page) if page > 1 else "",
        }
        return with_query(WHO + twin, pairs)


def with_query(path: str, pairs: dict[str, str]) -> str:
    """A path with those of the parameters that are not empty."""
    query = urlencode({name: value for name, value in pairs.items() if value})
    return f"{path}?{query}" if query else path


def _of_id(path: str, id_: str, au: str) -> str:
    # A path of dots would be resolved by browsers, even quoted: these ids go in the query.
    if id_ in _DOTS:
        return with_query(path, {"id": id_, "au": au})
    return with_query(f"{path}/{quote(id_, safe=':')}", {"au": au})


def entity_href(id_: str) -> str:
    """The page of an entity."""
    return _of_id(ENTITY, id_, "")


def entity_twin(id_: str) -> str:
    """The same for programs."""
    return f"{ENTITY}/{quote(f'{id_}.json', safe=':')}"


def territory_href(id_: str, au: str = "") -> str:
    """The page of the frameworks of a territory, on a day."""
    return _of_id(TERRITORY, id_, au)


def search_href(text: str, page: int = 1) -> str:
    """The results of a search."""
    return with_query(SEARCH, {"texte": text, "page": str(page) if page > 1 else ""})


def entity_link(view: GraphView, row: int) -> Link:
    """An entity and its page."""
    record = view.entity(row)
    return Link(record.id, record.name, entity_href(record.id))


def relation_terms(record: Relation) -> dict[str, str]:
    """What identifies a relation, as forms and addresses write it."""
    key = record.key
    return {
        "type": key.type.value,
        "from": key.origin,
        "to": key.target,
        "role": key.role or "",
        "start": key.start or "",
        "year": str(key.year or ""),
    }


def is_shown(kind: EntityKind) -> bool:
    """Whether pages show entities of the kind: contacts are personal data, never public."""
    return kind is not EntityKind.CONTACT
