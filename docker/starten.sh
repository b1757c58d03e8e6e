#!/bin/sh
# Start one part of the system. In a container the word is the container's task; on a
# laptop `make run` says "demo" and gets all of them on SQLite.
#
#   docker/starten.sh web | worker | scheduler | migrate | demo | demo-anew
set -eu

cd "$(dirname "$0")/.."
PATH=${VENV:+$(cd "$VENV" && pwd)/bin:}$PATH
export PYTHONUNBUFFERED=1

web() { # takes the place of this shell, so that signals reach it
    exec gunicorn inburgering.wsgi --bind "$1" --workers "${WEB_WORKERS:-2}" --threads 4 \
        --graceful-timeout 30 --max-requests 20000 --max-requests-jitter 2000 \
        --worker-tmp-dir "${TMPDIR:-/tmp}" --no-control-socket --log-level warning
}

demo_settings() {
    mkdir -p var/static
    export DEMO=1 DATABASE_URL=sqlite:///var/demo.sqlite3 LOG_LEVEL="${LOG_LEVEL:-WARNING}"
}

# The demo is made in a file of another name: one broken off half-way is never served.
demo_made() {
    if [ -e var/demo.sqlite3 ]; then
        python manage.py migrate --verbosity 0
        return
    fi
    echo "First run: making the demo municipality. This takes a minute."
    rm -f var/demo-new.sqlite3*
    rm -rf var/ankers # they tell of the logs of a demo that is gone
    DATABASE_URL=sqlite:///var/demo-new.sqlite3 python manage.py migrate --verbosity 0
    DATABASE_URL=sqlite:///var/demo-new.sqlite3 python manage.py demo
    mv var/demo-new.sqlite3 var/demo.sqlite3
}

demo() {
    demo_settings
    port=$(python - "${PORT:-8000}" <<'PYTHON'
import socket, sys
for port in range(int(sys.argv[1]), int(sys.argv[1]) + 50):
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            continue
        print(port)
        break
PYTHON
    )
    demo_made
    trap 'trap - INT TERM EXIT; kill $web $worker 2>/dev/null || true; wait; exit 0' INT TERM EXIT
    web "127.0.0.1:$port" & web=$!
    python manage.py werker & worker=$!
    python manage.py demo --logins
    echo
    echo "  http://127.0.0.1:$port/     Ctrl-C stops the web server and the job worker"
    echo
    while kill -0 $web 2>/dev/null && kill -0 $worker 2>/dev/null; do sleep 1; done
    echo "The web server or the job worker has stopped." >&2
    exit 1
}

case ${1:-} in
web)
    python manage.py collectstatic --noinput --verbosity 0
    web "0.0.0.0:${PORT:-8000}"
    ;;
worker) exec celery --app inburgering worker --concurrency "${WORKERS:-2}" --loglevel WARNING ;;
scheduler) exec celery --app inburgering beat --schedule /tmp/beat --loglevel WARNING ;;
migrate)
    export ZONDER_TIJDSLIMIET=1 # an index on a large table takes longer than any page
    exec python manage.py migrate
    ;;
demo) demo ;;
demo-anew)
    demo_settings
    rm -f var/demo.sqlite3*
    demo_made
    python manage.py demo --logins
    ;;
*)
    sed -n 's/^# \{0,3\}//; 2,5p' "$0"
    exit 2
    ;;
esac
