"""What the compose file and the Dockerfile promise: nothing reachable from elsewhere, no password
known beforehand, data that outlive the containers, and versions that do not move by themselves."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
COMPOSE = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    """The compose file as an engine reads it, variables not yet replaced."""
    read: dict[str, Any] = yaml.safe_load(COMPOSE)
    return read


def instructions(name: str) -> list[str]:
    """The arguments of an instruction of the Dockerfile, in order."""
    joined = DOCKERFILE.replace("\\\n", " ")
    return re.findall(rf"^{name} (.+)$", joined, re.MULTILINE)


def texts(value: Any) -> Iterator[str]:
    """Every text in a tree of values."""
    if isinstance(value, dict):
        for each in value.values():
            yield from texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts(each)
    else:
        yield str(value)


def test_only_the_application_is_published_and_on_the_loopback_alone(
    compose: dict[str, Any],
) -> None:
    published = {name: service.get("ports", []) for name, service in compose["services"].items()}
    assert published == {"neo4j": [], "maillage": ["127.0.0.1:${MAILLAGE_PORT:-8000}:8000"]}
    assert not any("network_mode" in service for service in compose["services"].values())


def test_browser_is_offered_in_a_comment_on_the_loopback_too() -> None:
    offered = re.findall(r"^ *# +- (.+)$", COMPOSE, re.MULTILINE)
    assert offered == ["127.0.0.1:7474:7474", "127.0.0.1:7687:7687"]


def test_no_password_is_known_beforehand_and_its_absence_is_told(compose: dict[str, Any]) -> None:
    asked = [text for text in texts(compose) if "NEO4J_PASSWORD" in text]
    assert len(asked) == 2
    for text in asked:
        variables = re.findall(r"\$\{NEO4J_PASSWORD([^}]*)\}", text)
        assert len(variables) == 1
        assert variables[0].startswith(":?"), "without it, compose stops with the message"
        assert "NEO4J_PASSWORD" in variables[0]
        assert "mot de passe" in variables[0]


def test_what_is_kept_is_in_named_volumes(compose: dict[str, Any]) -> None:
    mounted = {
        name: [volume.split(":") for volume in service["volumes"]]
        for name, service in compose["services"].items()
    }
    assert {place for _, place in mounted["neo4j"]} == {"/data", "/logs"}
    assert {place for _, place in mounted["maillage"]} == set(instructions("VOLUME"))
    named = {source for volumes in mounted.values() for source, _ in volumes}
    assert named == set(compose["volumes"])


def test_the_application_waits_for_a_healthy_database(compose: dict[str, Any]) -> None:
    assert "cypher-shell" in compose["services"]["neo4j"]["healthcheck"]["test"][1]
    assert compose["services"]["maillage"]["depends_on"] == {
        "neo4j": {"condition": "service_healthy"}
    }
    (check,) = instructions("HEALTHCHECK")
    assert "http://127.0.0.1:8000/sante" in check


def test_the_images_versions_are_pinned(compose: dict[str, Any]) -> None:
    assert re.fullmatch(r"neo4j:5\.26\.\d+-community", compose["services"]["neo4j"]["image"])
    bases = {base.split()[0] for base in instructions("FROM")}
    assert len(bases) == 1, "an environment of one Python does not run on another"
    assert re.fullmatch(r"python:3\.\d+-slim-\w+", bases.pop())


def test_the_application_has_no_rights_that_it_does_not_need(compose: dict[str, Any]) -> None:
    service = compose["services"]["maillage"]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert instructions("USER") == ["maillage"]


def test_the_data_stand_where_commands_are_run() -> None:
    """So that ``maillage import bundle data/vocabularies`` works in a container as elsewhere."""
    assert instructions("WORKDIR")[-1] == "/usr/share/maillage"
    assert "--from=build /src/data /usr/share/maillage/data" in instructions("COPY")
