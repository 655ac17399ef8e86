#!/usr/bin/env bash
# `make test` (all) and `make lint` (checks): every step runs, also after one
# that failed; a table at the end says how each went.
set -uo pipefail
cd "$(dirname "$0")/.."

deploy/environment.sh dev || exit
deploy/node.sh # what needs its tools is listed below if they are missing

python=.venv/bin/python
export MISSING_PARTS_FILE
MISSING_PARTS_FILE=$(mktemp)
trap 'rm -f "$MISSING_PARTS_FILE"' EXIT

table=()
failed=0

step() { # name, command ...
    local name=$1 start=$SECONDS result=ok
    shift
    printf '\n--- %s\n' "$name"
    "$@" || { result=FAILED && failed=1; }
    table+=("$(printf '%-24s %-8s %4d s' "$name" "$result" $((SECONDS - start)))")
}

# Where Node's packages are missing, it is a part that did not run, as with the tests.
typescript() {
    if [ -e clients/typescript/node_modules/.installed ]; then
        deploy/node.sh check
        return
    fi
    echo "TypeScript DID NOT RUN. To run: deploy/node.sh, which says what it lacks" |
        tee -a "$MISSING_PARTS_FILE"
    case ${CI:-} in true | 1) return 1 ;; esac
}

checks() {
    step "ruff" $python -m ruff check .
    step "ruff format" $python -m ruff format --check .
    step "djlint" $python -m djlint --lint --quiet .
    step "import-linter" .venv/bin/lint-imports --no-logo
    step "mypy" $python -m mypy
    step "TypeScript" typescript
    step "manage.py check" $python -W error manage.py check --fail-level WARNING
    step "outstanding migrations" $python manage.py makemigrations --check --dry-run
}

# The browser tests have a process of their own: playwright's event loop would
# stay in the way of the unit tests, and Django refuses the database under one.
# Lighthouse takes minutes and wants a quiet machine: .ci/run calls it afterwards.
tests() {
    step "unit tests" $python -m pytest -n 2 --ignore tests/browser
    step "browser tests" env DJANGO_ALLOW_ASYNC_UNSAFE=1 $python -m pytest tests/browser \
        --ignore tests/browser/test_lighthouse.py
}

checks
if [ "${1:-all}" = all ]; then
    tests
fi

printf '\n%-24s %-8s %6s\n' step result seconds
printf '%s\n' "${table[@]}"

if [ -s "$MISSING_PARTS_FILE" ]; then
    printf '\n%s\n' "!!! PARTS OF THE SUITE DID NOT RUN !!!"
    sort "$MISSING_PARTS_FILE"
    case ${CI:-} in true | 1) echo "CI=${CI}: this is a failure." ;; esac
fi
exit $failed
