#!/usr/bin/env bash
# Runs a command with DATABASE_URL naming a PostgreSQL in which it may create
# databases: the one on 127.0.0.1:5432 if it lets user postgres in, else a new
# one on a free port, thrown away afterwards.
#   deploy/with-postgresql.sh .venv/bin/python -m pytest
set -euo pipefail
cd "$(dirname "$0")/.."

lets_us_in() {
    timeout 15 .venv/bin/python -c 'import psycopg, sys
psycopg.connect(sys.argv[1], connect_timeout=5).close()' \
        "postgres://postgres@127.0.0.1:$1/postgres" 2>/dev/null
}

# PostgreSQL refuses to run as root; Debian's package brings the user postgres.
as_postgres() {
    if [ "$(id -u)" = 0 ]; then
        (cd / && runuser -u postgres -- "$@")
    else
        "$@"
    fi
}

start_our_own() {
    bin=$(compgen -G '/usr/lib/postgresql/*/bin' | sort -V | tail -n 1) || {
        echo "There is no PostgreSQL here: sudo apt install postgresql" >&2
        exit 1
    }
    cluster=$(as_postgres mktemp --directory)
    port=$(.venv/bin/python -c 'import socket
with socket.create_server(("127.0.0.1", 0)) as s: print(s.getsockname()[1])')
    as_postgres "$bin/initdb" --pgdata "$cluster/data" --username postgres \
        --auth trust --encoding UTF8 --locale C.UTF-8 >/dev/null
    trap stop_our_own EXIT
    # Thrown away anyhow, so nothing waits for the disk.
    as_postgres "$bin/pg_ctl" start --silent --wait --pgdata "$cluster/data" \
        --log "$cluster/log" --options "-p $port -k $cluster -F \
-c listen_addresses=127.0.0.1 -c full_page_writes=off"
}

# pg_ctl stops the server whose process id stands in this data folder.
stop_our_own() {
    as_postgres "$bin/pg_ctl" stop --silent --mode fast --pgdata "$cluster/data" || true
    as_postgres rm -r "$cluster"
}

port=5432
if lets_us_in $port; then
    echo "Using the PostgreSQL on 127.0.0.1:$port."
else
    start_our_own
    echo "Started a PostgreSQL on 127.0.0.1:$port."
fi
# A database name of its own: two runs may share the server.
export DATABASE_URL=postgres://postgres@127.0.0.1:$port/werkstatt_$$
"$@"
