#!/bin/sh
# Brings requirements.lock up to date with pyproject.toml, for every platform and Python from 3.11.
# Versions stay as they are where they still fit; --upgrade takes the newest,
# --upgrade-package NAME the newest of one package.
set -eu
cd "$(dirname "$0")/.."
exec .venv/bin/uv pip compile pyproject.toml --extra dev \
    --universal --python-version 3.11 \
    --generate-hashes --no-emit-index-url --no-annotate --no-header \
    --quiet --output-file requirements.lock "$@"
