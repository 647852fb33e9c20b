#!/bin/sh
# Runs uv, brought with pip into .uv when the machine has none: scripts/uv.sh ARGUMENTS...
# Needs Python 3.11 or later with pip; `pip install --target` works under PEP 668 and without the
# module venv. This machine's certificates and the mirror that its pip is set up with serve uv too.
set -eu
cd "$(dirname "$0")/.."

python=
for candidate in "${PYTHON:-python3}" python3 python3.14 python3.13 python3.12 python3.11; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        python=$(command -v "$candidate")
        break
    fi
done
if [ -z "$python" ]; then
    echo "Maillage demande Python 3.11 ou plus récent ; indiquez-le ainsi : make PYTHON=/chemin/de/python3" >&2
    exit 1
fi

uv=$(command -v uv || true)
if [ -z "$uv" ] || ! "$uv" --version >/dev/null 2>&1; then
    uv=.uv/bin/uv
    if ! "$uv" --version >/dev/null 2>&1 || [ requirements-uv.lock -nt "$uv" ]; then
        if ! "$python" -m pip --version >/dev/null 2>&1; then
            echo "Ni uv ni pip pour $python : installez l'un des deux (paquet python3-pip, par exemple)." >&2
            exit 1
        fi
        rm -rf .uv
        "$python" -m pip install --quiet --disable-pip-version-check --no-input \
            --root-user-action ignore --target .uv --require-hashes \
            --requirement requirements-uv.lock >&2
        touch "$uv"
    fi
fi

if [ -z "${UV_DEFAULT_INDEX:-}${UV_INDEX_URL:-}" ]; then
    mirror=${PIP_INDEX_URL:-$("$python" -m pip config get global.index-url 2>/dev/null || true)}
    if [ -n "$mirror" ]; then export UV_DEFAULT_INDEX="$mirror"; fi
fi
export UV_PYTHON="$python" UV_PYTHON_DOWNLOADS=never UV_SYSTEM_CERTS=true UV_NO_PROGRESS=true
exec "$uv" "$@"
