"""Bring a Neo4j Community server for the tests: python -m scripts.prepare_neo4j [--lock].

The server is a set of jars, named with their hashes in neo4j.lock.toml; they are kept in .neo4j,
with the class path that Java needs. --lock writes the lock file again, from the version below.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

from jgo.env import LockedDependency, LockFile
from jgo.maven import Artifact, MavenContext
from requests import RequestException

from scripts.neo4j_server import CLASS_PATH, FOLDER

# The long-term release of Neo4j 5.
SERVER = "org.neo4j:neo4j:5.26.28"
LOCK = FOLDER.parent / "neo4j.lock.toml"
MAVEN = MavenContext(repo_cache=FOLDER / "repository", timeout=60)


def main() -> int:
    """Bring the jars of the lock file, each checked, and say where they are."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--lock", action="store_true", help="write the lock file again")
    if parser.parse_args().lock:
        write_lock()
    try:
        with ThreadPoolExecutor(8) as several:
            jars = list(several.map(bring, LockFile.load(LOCK).dependencies))
    except (RequestException, RuntimeError, OSError) as error:
        print(f"Neo4j for the tests was not brought: {error}", file=sys.stderr)
        return 1
    CLASS_PATH.write_text(":".join(map(str, jars)), encoding="utf-8")
    print(f"{FOLDER.name}: {len(jars)} jars")
    return 0


def bring(locked: LockedDependency) -> Path:
    """Return the place of a jar, downloaded unless it is there whole.

    Raises RuntimeError when what comes is not what was locked.
    """
    component = MAVEN.project(locked.groupId, locked.artifactId).at_version(locked.version)
    artifact = component.artifact(locked.classifier or "", locked.packaging)
    if not is_whole(artifact, locked):
        artifact.resolve()
        if not is_whole(artifact, locked):
            raise RuntimeError(f"{artifact} is not the file of {LOCK.name}")
    return place(artifact)


def is_whole(artifact: Artifact, locked: LockedDependency) -> bool:
    """Tell whether a jar is there with its locked hash; any other file is put away."""
    jar = place(artifact)
    if not jar.is_file():
        return False
    with jar.open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() == locked.sha256:
            return True
    jar.unlink()
    return False


def place(artifact: Artifact) -> Path:
    """Where a jar is kept."""
    assert artifact.cached_path is not None
    return artifact.cached_path


def write_lock() -> None:
    """Resolve the server's dependencies and write their versions and hashes."""
    server = MAVEN.create_dependency(SERVER)
    itself, others = MAVEN.resolver.resolve([server])
    lock = LockFile.from_resolved_dependencies([*itself, *others])
    lock.dependencies.sort(key=lambda jar: (jar.groupId, jar.artifactId, jar.classifier or ""))
    lock.generated = datetime.fromtimestamp(0, UTC)  # the same set gives the same file
    lock.save(LOCK)


if __name__ == "__main__":
    sys.exit(main())
