#!/bin/sh
# Make the secrets of a new installation, once; what exists is never overwritten.
# Keep a copy where the backups of the database are not: whoever has both can read BSNs,
# and without the keys nobody can, the municipality included.
set -eu
umask 077
folder=$(cd "$(dirname "$0")/.." && pwd)/var/geheimen
mkdir -p "$folder"

random() { head -c 32 /dev/urandom | base64 | tr -d '\n'; }
keep() { # name, value; the folder is closed, the containers' user must read the file
    [ -e "$folder/$1" ] || { printf %s "$2" >"$folder/$1"; chmod 0444 "$folder/$1"; }
}

for name in secret_key bsn_zoeksleutel logsleutel leveringsleutel afrondingsleutel; do
    keep $name "$(random)"
done
keep bsn_sleutels "1:$(random)"
keep postgres_password "$(random | tr '+/=' 'xyz')"
keep database_password "$(random | tr '+/=' 'xyz')"
keep database_url "postgres://inburgering:$(cat "$folder/database_password")@db:5432/inburgering"
echo "The secrets are in $folder"
