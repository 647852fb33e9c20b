"""A convention, its reading made by hand, and the small graph that it is read beside."""

from graph.repository import Repository
from tests.drawing import apply, entity, relation

TEXT = """CONVENTION TERRITORIALE GLOBALE

Entre la Ville de Bondy, représentée par son maire, et la Caisse d’allocations
familiales, ci-après la CAF.
La convention est conclue de 2019 à 2022. Elle prend effet en mars 2019.
Elle porte sur l’accueil du jeune enfant à Bondy.
Un comité de pilotage se réunit. L'association Jade y est invitée.
Personne ne dit que la Région participe.
"""
READING = {
    "framework": {
        "kind": "CTG",
        "title": "CTG de Bondy",
        "start": "2019",
        "end": "2022",
        "passage": "CONVENTION TERRITORIALE GLOBALE",
        "start_passage": "conclue de 2019 à 2022",
        "end_passage": "conclue de 2019 à 2022",
        "labelled": True,
    },
    "actors": [
        {
            "mention": "la Ville de Bondy",
            "kind": "COMMUNE",
            "roles": ["SIGNATORY"],
            "passage": "la Ville de Bondy, représentée par son maire",
            "labelled": True,
        },
        {
            "mention": "la Caisse d'allocations familiales",
            "kind": "CAF",
            "roles": ["SIGNATORY"],
            "passage": "la Caisse d'allocations familiales, ci-après la CAF",
        },
        {
            "mention": "L'association Jade",
            "roles": ["PARTNER"],
            "passage": "L'association Jade y est invitée",
        },
        {"mention": "la Région", "kind": "REGION", "passage": "que la Région participe"},
    ],
    "themes": [{"theme": "petite-enfance", "passage": "l'accueil du jeune enfant"}],
    "territories": [{"name": "Bondy", "passage": "l'accueil du jeune enfant à Bondy"}],
    "bodies": [{"name": "comité", "passage": "Un comité de pilotage se réunit"}],
    "dates": [{"date": "2019-03", "what": "début", "passage": "prend effet en mars 2019"}],
    "skipped": [{"kind": "PERSON", "count": 2}],
}


def draw(repository: Repository) -> None:
    """A town, its theme, the town as an actor and a CAF that may be that of the text."""
    apply(
        repository,
        entity("Territory", "commune:93010", name="Bondy", cog=("93010",)),
        entity("Theme", "theme:petite-enfance", name="Petite enfance"),
        entity("Actor", "act:ville", name="Ville de Bondy", actor_kind="COMMUNE"),
        relation("act:ville", "COVERS", "commune:93010"),
        entity("Actor", "act:caf", name="Caisse d'allocations familiales", actor_kind="CAF"),
    )
