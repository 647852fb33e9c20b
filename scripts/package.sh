#!/bin/sh
# Installs the product from a wheel, beside its locked dependencies and nothing else, as the image
# does: scripts/package.sh FOLDER. What builds it stays in .venv.
set -eu
folder=$1
cd "$(dirname "$0")/.."

sh scripts/install.sh runtime
.venv/bin/python scripts/prepare_assets.py
rm -rf dist
sh scripts/uv.sh build --quiet --wheel --no-build-isolation --python .venv --out-dir dist
sh scripts/uv.sh venv --quiet "$folder"
sh scripts/uv.sh pip sync --quiet --compile-bytecode --python "$folder" --require-hashes requirements.lock
sh scripts/uv.sh pip install --quiet --compile-bytecode --python "$folder" --no-deps dist/*.whl
