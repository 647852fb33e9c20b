#!/bin/sh
# Makes .venv with the locked dependencies and the command `maillage`: scripts/install.sh runtime|dev
set -eu
cd "$(dirname "$0")/.."

case "${1:-}" in
runtime) locks="requirements.lock requirements-build.lock" ;;
dev) locks="requirements-dev.lock" ;;
*) echo "usage: scripts/install.sh runtime|dev" >&2; exit 2 ;;
esac

if ! .venv/bin/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    sh scripts/uv.sh venv --quiet --clear .venv
fi
# shellcheck disable=SC2086 # two file names
sh scripts/uv.sh pip sync --quiet --python .venv --require-hashes $locks
sh scripts/uv.sh pip install --quiet --python .venv --no-deps --no-build-isolation --editable .
