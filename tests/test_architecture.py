"""The shape of the code: which package may import which, and how long a module may grow."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ["graph", "queries", "importers", "api"]
LONGEST_MODULE = 300
LINT_IMPORTS = Path(sysconfig.get_path("scripts")) / "lint-imports"


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter on the packages of a folder, with the contract of its pyproject.toml."""
    return subprocess.run(
        [LINT_IMPORTS, "--no-cache"],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_packages_depend_one_way() -> None:
    """api -> importers, queries -> graph, as the contract in pyproject.toml says."""
    run = lint_imports(ROOT)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize(
    ("module", "imports"),
    [
        ("graph", "queries"),
        ("graph", "importers"),
        ("graph", "api"),
        ("queries", "importers"),
        ("importers", "queries"),
        ("queries", "api"),
        ("importers", "api"),
    ],
)
def test_a_wrong_import_is_found(tmp_path: Path, module: str, imports: str) -> None:
    """The contract is no empty promise: each arrow against the direction breaks it."""
    for package in PACKAGES:
        (tmp_path / package).mkdir()
        (tmp_path / package / "__init__.py").touch()
    (tmp_path / module / "wrong.py").write_text(f"import {imports}\n", encoding="utf-8")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)

    run = lint_imports(tmp_path)

    assert run.returncode == 1, run.stdout + run.stderr
    assert f"{module} is not allowed to import {imports}" in " ".join(run.stdout.split())


def modules() -> list[Path]:
    """Every Python file of the four packages, the tests and the scripts."""
    folders = [*PACKAGES, "tests", "scripts"]
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def test_modules_stay_readable() -> None:
    """A module longer than 300 lines probably holds a second subject."""
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in modules()
    }
    assert lengths
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_MODULE} == {}


def test_every_folder_of_code_is_a_package() -> None:
    """A folder without __init__.py escapes import-linter and mypy."""
    folders = {path.parent for path in modules() if path.relative_to(ROOT).parts[0] in PACKAGES}
    assert [folder for folder in folders if not (folder / "__init__.py").is_file()] == []


def test_runtime_code_imports_what_the_wheel_requires() -> None:
    """Nothing the product imports comes only with the development tools; extras are declared."""
    declared = {
        name.lower().replace("_", "-")
        for name in re.findall(
            r"^([A-Za-z0-9_.-]+)==", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.M
        )
    }
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    for requirements in extras["project"]["optional-dependencies"].values():
        declared |= {re.split(r"[<>=]", each)[0] for each in requirements}
    known = {
        "data_inclusion": "data-inclusion-schema",
        "graphql": "graphql-core",
        "multipart": "python-multipart",
        "strawberry": "strawberry-graphql",
        "yaml": "pyyaml",
    }
    imported = {
        known.get(name, name.replace("_", "-"))
        for package in PACKAGES
        for path in (ROOT / package).rglob("*.py")
        for name in top_level_imports(path)
    }
    assert sorted(imported - declared - set(sys.stdlib_module_names) - set(PACKAGES)) == []


def top_level_imports(path: Path) -> set[str]:
    """The first part of each module that a file imports."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names.add(node.module.partition(".")[0])
    return names - {"__future__"}


@pytest.mark.parametrize("lock", sorted(path.name for path in ROOT.glob("*.lock")))
def test_locks_serve_any_mirror(lock: str) -> None:
    """Every package has its hashes, and no registry or folder is named."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    pinned = re.findall(r"^\S+==\S+.*\\\n((?: +--hash=sha256:[0-9a-f]{64}.*\n?)+)", text, re.M)
    assert len(pinned) == len(re.findall(r"^[a-zA-Z0-9]", text, re.M)) > 0
    assert re.findall(r"https?://|--index-url|--find-links|file:|(?<![\w.])/\w+", text) == []


def test_the_lock_of_the_pages_names_no_registry() -> None:
    """package-lock.json keeps hashes, and npm finds the packages wherever it is set up to look."""
    text = (ROOT / "package-lock.json").read_text(encoding="utf-8")
    assert '"integrity"' in text
    assert '"resolved"' not in text
