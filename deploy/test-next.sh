#!/usr/bin/env bash
# `make test-next`: the unit tests on the newest Wagtail release, so that the
# next step is known before it is taken. Nothing is pinned by hash here.
set -euo pipefail
cd "$(dirname "$0")/.."

deploy/environment.sh dev
python=.venv-next/bin/python
if [ ! -x $python ]; then
    .venv/bin/python -m venv --without-pip .venv-next
fi

requirements=$(mktemp --directory)
trap 'rm -r "$requirements"' EXIT
sed -E 's/^wagtail==[^ ]+/wagtail/' requirements.in >"$requirements/site.in"
sed '/^-c/d' requirements-dev.in >"$requirements/dev.in"

echo "Installing the newest Wagtail release into .venv-next, about a minute."
.venv/bin/uv pip install --quiet --python $python --upgrade-package wagtail \
    --requirement "$requirements/site.in" --requirement "$requirements/dev.in"
$python -c 'import wagtail; print("Wagtail", wagtail.__version__)'
$python -m pytest -n 2 --ignore tests/browser "$@"
