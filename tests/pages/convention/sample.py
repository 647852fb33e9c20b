"""A convention, its reading made by hand, the small graph that it is read beside, and its page."""

import json
import re

from fastapi.testclient import TestClient

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


def token(client: TestClient) -> str:
    found = re.search(r'name="jeton" value="([^"]+)"', client.get("/convention").text)
    assert found is not None
    return found[1]


def begun(
    client: TestClient, content: bytes, name: str = "ctg.txt", reading: object = READING
) -> str:
    """Send a document with a reading made by hand; its page, once it is read or refused."""
    sent = {"document": (name, content), "lecture": ("l.json", json.dumps(reading).encode())}
    page = client.post("/convention", data={"jeton": token(client)}, files=sent)
    settled(client, page.url.path)
    return page.url.path


def settled(client: TestClient, path: str) -> None:
    """Wait until a document is read or refused; each question waits for the server's answer."""
    for _ in range(20_000):
        if client.get(f"{path}.json").json()["state"] != "READING":
            return
    raise AssertionError("the reading does not end")
