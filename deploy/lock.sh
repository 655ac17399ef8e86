#!/usr/bin/env bash
# `make lock`: requirements*.in -> requirements*.txt, pinned, with hashes, for
# the oldest Python we run on; and each package-lock.json that deploy/node.sh names.
# Versions already pinned stay unless --upgrade.
set -euo pipefail
cd "$(dirname "$0")/.."

export UV_CUSTOM_COMPILE_COMMAND="make lock" # what the files say at the top
for name in requirements requirements-dev; do
    .venv/bin/uv pip compile --quiet --generate-hashes --no-emit-index-url \
        --python-version 3.11 --python-platform linux "$@" \
        "$name.in" --output-file "$name.txt"
    echo "$name.txt: $(grep -c == "$name.txt") packages"
done
deploy/node.sh lock
