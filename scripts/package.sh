#!/bin/sh
# Installs the product from a wheel, beside its locked dependencies and nothing else, as the image
# does: scripts/package.sh FOLDER. What builds it stays in dist.
set -eu
folder=$1
cd "$(dirname "$0")/.."

rm -rf dist
sh scripts/uv.sh venv --quiet dist/build
sh scripts/uv.sh pip sync --quiet --python dist/build --require-hashes requirements-build.lock
dist/build/bin/python scripts/prepare_assets.py
sh scripts/uv.sh build --quiet --wheel --no-build-isolation --python dist/build --out-dir dist

sh scripts/uv.sh venv --quiet "$folder"
sh scripts/uv.sh pip sync --quiet --compile-bytecode --python "$folder" --require-hashes requirements.lock
sh scripts/uv.sh pip install --quiet --compile-bytecode --python "$folder" --no-deps dist/*.whl
