#!/usr/bin/env bash
# Creates the databases, each with a user of its own that owns it. Runs once, when the data directory is empty.
set -euo pipefail

for database in institutions functions processes subscriptions; do
  password=ATLAS_${database^^}_PASSWORD
  psql -v ON_ERROR_STOP=1 -U postgres -v name="$database" -v password="${!password}" <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name";
revoke connect on database :"name" from public;
SQL
done
