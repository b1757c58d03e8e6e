#!/bin/sh
# Install the pinned and hashed packages in a virtual environment. The one way in:
# `make run`, `make test`, the container image and CI all go through here.
#
#   docker/installeren.sh [requirements.txt | tests/requirements.txt]
#
# Needs Python 3.11 or newer with its venv module; no compiler, no system library.
# PYTHON names the interpreter, VENV the folder (.venv). Does nothing when the folder
# already holds exactly these packages.
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
list=$here/${1:-requirements.txt}
venv=${VENV:-$here/.venv}

fits() { "$1" -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

if [ ! -x "$venv/bin/python" ]; then
    python=
    for name in ${PYTHON:-python3.11 python3.12 python3.13 python3.14 python3}; do
        if fits "$name"; then python=$name; break; fi
    done
    if [ -z "$python" ]; then
        echo "Python 3.11 or newer with its venv module was not found." >&2
        exit 1
    fi
    echo "Making $venv with $("$python" --version)"
    "$python" -m venv "$venv"
fi

stamp=$venv/installed-$(basename "$(dirname "$list")")-$(basename "$list")
if ! cmp -s "$list" "$stamp"; then
    echo "Installing ${list#"$here"/}"
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check \
        --no-input --only-binary :all: --require-hashes --requirement "$list"
    rm -f "$venv"/installed-*
    cp "$list" "$stamp"
fi
