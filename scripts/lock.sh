#!/bin/sh
# Writes the lock files from pyproject.toml, with hashes for every platform: scripts/lock.sh [--upgrade]
# They name neither a registry nor a folder, so a mirror serves as well.
set -eu
cd "$(dirname "$0")/.."

compile() {
    sh scripts/uv.sh pip compile --quiet --universal --generate-hashes --python-version 3.11 \
        --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" "$@"
}

compile requirements-uv.in --output-file requirements-uv.lock
compile pyproject.toml --group dev --output-file requirements-dev.lock "$@"
# The two smaller sets hold the same versions as the whole.
compile pyproject.toml --constraints requirements-dev.lock --output-file requirements.lock --upgrade
compile --group build --constraints requirements-dev.lock --output-file requirements-build.lock --upgrade
