#!/usr/bin/env bash
# `make run`: from a fresh clone to a running demo site, and again in seconds.
set -euo pipefail
cd "$(dirname "$0")/.."

PORT=${PORT:-8000}

if ! [[ $PORT =~ ^[0-9]{1,5}$ ]] || ((10#$PORT < 1 || 10#$PORT > 65535)); then
    echo "PORT=$PORT is not a port: a number from 1 to 65535 is needed, 8000 if none is given." >&2
    exit 2
fi
export PYTHONUNBUFFERED=1 # lines in their order, also into a file
export PORT=$((10#$PORT)) # prepare_demo prints it
if (exec 3<>"/dev/tcp/127.0.0.1/$PORT") 2>/dev/null; then
    echo "Port $PORT is in use, perhaps by another 'make run'." >&2
    echo "Stop that one, or choose another port: make run PORT=$((PORT < 65535 ? PORT + 1 : 8000))" >&2
    exit 2
fi

deploy/environment.sh
mkdir -p var
# So that /.well-known/security.txt shows what it looks like.
if [ -z "${SECURITY_CONTACT:-}" ]; then
    export SECURITY_CONTACT=sicherheit@lindenau.example
    SECURITY_TXT_EXPIRES=$(.venv/bin/python -c "import datetime as d; print(d.date.today() + d.timedelta(days=365))")
    export SECURITY_TXT_EXPIRES
fi
manage=".venv/bin/python manage.py"
if [ ! -e var/db.sqlite3 ]; then
    echo "Creating the database, about half a minute."
fi
$manage migrate --no-input
$manage prepare_demo

# Works on background tasks as long as the server, whose process id is given, runs. Each
# process is ended by its own id; after Ctrl-C, which reaches both, nothing is left to end.
work_beside() {
    trap '' INT
    $manage deliver_webhooks >/dev/null # what the last run was about to send
    $manage db_worker --backend background --no-reload --no-startup-delay \
        >var/worker.log 2>&1 &
    while kill -0 "$1" && kill -0 $!; do sleep 1; done 2>/dev/null
    kill $! 2>/dev/null || true
}
if [ "${TASKS:-database}" = database ]; then
    echo "What is done in the background is told in var/worker.log."
    work_beside $$ &
fi
exec $manage runserver "127.0.0.1:$PORT" # takes the place, and the id, of this script
