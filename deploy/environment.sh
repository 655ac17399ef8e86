#!/usr/bin/env bash
# Makes the virtual environment .venv, or leaves it alone when it is current.
#   deploy/environment.sh       what the site needs
#   deploy/environment.sh dev   and what `make test` needs
# A stamp in .venv says what was installed; .venv/unfinished stands there while
# an installation runs, so that an interrupted one is started again.
set -euo pipefail
cd "$(dirname "$0")/.."

python=.venv/bin/python
# Our own copy of pip: Debian's Python comes without one, and without ensurepip.
pip=$(echo deploy/bootstrap/pip-*.whl)/pip

find_python() {
    local candidate found
    for candidate in ${PYTHON:-python3 python3.13 python3.12 python3.11}; do
        if "$candidate" -c 'import sqlite3, ssl, sys, venv
sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
        found+=" $candidate ($("$candidate" --version 2>/dev/null || echo "not there"))"
    done
    {
        echo "Python 3.11 or newer is needed. Looked at:$found."
        echo "On Debian 12: sudo apt install python3"
        echo "Elsewhere, say where it is: make run PYTHON=/path/to/python3.11"
    } >&2
    return 1
}

# What an installation depends on: the lock file, the Python, and the folder,
# because the scripts of a virtual environment name it.
fingerprint() {
    echo "$PWD"
    $python --version
    sha256sum "$1"
}

is_current() {
    [ -x $python ] && [ ! -e .venv/unfinished ] &&
        [ "$(fingerprint "$1")" = "$(cat ".venv/stamp-$1" 2>/dev/null)" ]
}

# A dot for each package, so that nobody looks at a silent terminal.
show_progress() {
    local line
    while read -r line; do
        case $line in
        Collecting* | "Requirement already"*) printf . ;;
        "Installing collected"*) printf ' unpacking ...' ;;
        "Successfully installed"*) echo ' done.' ;;
        esac
    done
}

# The grep: where pip's configuration names a local folder of packages, pip
# complains once for each package that is not in it.
install() {
    echo "Installing $2 into .venv: $(grep -c == "$1") packages, about a minute."
    touch .venv/unfinished
    if ! $python "$pip" install --no-input --disable-pip-version-check \
        --progress-bar off --require-hashes --only-binary :all: \
        --requirement "$1" \
        2> >(grep -v 'neither a file nor a directory' >&2) | show_progress; then
        echo "The installation stopped; the lines above say why. It needs a connection" >&2
        echo "to the Python package index, or to the mirror that pip is set up with." >&2
        echo "Run the same command again to go on." >&2
        exit 1
    fi
    fingerprint "$1" >".venv/stamp-$1"
    rm .venv/unfinished
}

# Two makes at once (run and test, say) take turns.
exec 9>.venv.lock
flock 9

if ! is_current requirements.txt; then
    if [ -e .venv/unfinished ]; then
        echo "The last installation did not finish; starting it again."
    fi
    base_python=$(find_python)
    rm -rf .venv
    "$base_python" -m venv --without-pip .venv
    install requirements.txt "what the site needs"
fi
if [ "${1:-}" = dev ] && ! is_current requirements-dev.txt; then
    install requirements-dev.txt "the tools for tests and checks"
fi
