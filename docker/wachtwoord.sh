#!/bin/sh
# Give the role of the system its password, from the secret and not from the image.
set -eu
psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" \
    --set "password=$(cat /run/secrets/database_password)" <<'SQL'
ALTER ROLE inburgering PASSWORD :'password';
SQL
