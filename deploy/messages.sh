#!/usr/bin/env bash
# `make messages`: collects the texts to translate and compiles the
# translations. The compiled files are committed, so that a site runs without
# gettext. The code speaks English, so German is the only one; one more language
# is one more --locale. The creation date is taken out: it alone would change every time.
set -euo pipefail
cd "$(dirname "$0")/.."

if ! command -v xgettext >/dev/null; then
    echo "The gettext tools are needed for this: sudo apt install gettext" >&2
    exit 1
fi

deploy/environment.sh
mkdir -p locale
.venv/bin/python manage.py makemessages --locale de --no-obsolete \
    --add-location file --ignore '.venv*' --ignore var --ignore tests
find locale -name '*.po' -exec sed -i '/^"POT-Creation-Date:/d' {} +
.venv/bin/python manage.py compilemessages --ignore '.venv*' --ignore var
