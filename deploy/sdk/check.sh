#!/usr/bin/env bash
# Checks that clients work against a running suite on free ports. Exits with a code other than 0 if a check fails.
#
#   deploy/sdk/check.sh [name ...]      default: all
#   deploy/sdk/check.sh install         only install the tools
#
# Clients of ./atlas sdk:       java typescript python go csharp
# Clients of other generators:  openapi-python-client openapi-typescript hey-api oapi-codegen ogen
# In a browser:                 reference explorer
# Events:                       events streams
# Tools for agents:             mcp
# Code of the README:           readme, and with their clients python and typescript
# Generated requests:           fuzz hostile (FUZZ_REQUESTS=20000 for its long form)
set -euo pipefail

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
ROOT=$(cd "$HERE/../.." && pwd -P)
WORK=$ROOT/target/sdk/check

need() {
  command -v "$1" >/dev/null || {
    echo "$1 is required but not installed: $2" >&2
    return 1
  }
}

source "$HERE/tools.sh"
source "$HERE/readme.sh"
source "$HERE/languages.sh"
source "$HERE/generators.sh"
source "$HERE/reference.sh"
source "$HERE/explorer.sh"
source "$HERE/events.sh"
source "$HERE/mcp.sh"
source "$HERE/fuzz.sh"

# Of the checks that only read, two run at a time, the next one when one ends. Then those of the other lists, one after the other.
READING=(explorer java typescript python go csharp reference openapi-python-client openapi-typescript hey-api oapi-codegen ogen mcp)
EVENTS=(events readme streams)
FUZZ=(fuzz hostile)

# Ports of outgoing connections, from 32768 on, may be taken before a program listens on them.
free_ports() {
  python3 - "$1" <<'PYTHON'
import random
import socket
import sys

free = []
for port in random.sample(range(16000, 32000), 16000):
    try:
        socket.create_server(("127.0.0.1", port)).close()
    except OSError:
        continue
    free.append(port)
    if len(free) == int(sys.argv[1]):
        break
print(*free)
PYTHON
}

start_suite() {
  read -r ATLAS_PORT ATLAS_INSTITUTIONS_PORT ATLAS_FUNCTIONS_PORT ATLAS_PROCESSES_PORT ATLAS_SUBSCRIPTIONS_PORT \
    ATLAS_POSTGRES_PORT ATLAS_KAFKA_PORT ATLAS_KAFKA_CONTROLLER_PORT RESTARTED_PORT < <(free_ports 9)
  ATLAS_HOME=$WORK/home
  export ATLAS_HOME ATLAS_PORT ATLAS_INSTITUTIONS_PORT ATLAS_FUNCTIONS_PORT ATLAS_PROCESSES_PORT ATLAS_SUBSCRIPTIONS_PORT \
    ATLAS_POSTGRES_PORT ATLAS_KAFKA_PORT ATLAS_KAFKA_CONTROLLER_PORT
  trap 'cd "$ROOT" && ./atlas down >"$WORK/down.log" 2>&1' EXIT
  (cd "$ROOT" && ATLAS_JAVA_OPTIONS=-XX:TieredStopAtLevel=1 ./atlas up --fresh --detach >"$WORK/up.log" 2>&1) || {
    cat "$WORK/up.log" >&2
    return 1
  }
  ADDRESS=http://127.0.0.1:$ATLAS_PORT
  TOKEN=$(cd "$ROOT" && ./atlas token --actor smoke)
  DESCRIPTION=$WORK/openapi.json
  DESCRIPTION_3_0=$WORK/openapi-3.0.json
  curl -fsS "$ADDRESS/openapi.json" -o "$DESCRIPTION"
  curl -fsS "$ADDRESS/openapi.json?version=3.0" -o "$DESCRIPTION_3_0"
}

# Runs one check. Its output is printed when it ends; a failed check has a line with totals in any case.
check() {
  local result=0 began=$SECONDS
  "check_$1" >"$WORK/$1.log" || result=1
  cat "$WORK/$1.log"
  if [[ $result -ne 0 ]] && ! grep -q "^$1: [0-9]* passed" "$WORK/$1.log"; then
    echo "$1: 0 passed, 1 failed"
  fi
  echo "$1 took $((SECONDS - began)) s" >&2
  return "$result"
}

is_chosen() {
  local name
  for name in "${chosen[@]}"; do
    [[ $name != "$1" ]] || return 0
  done
  return 1
}

# Runs the chosen checks among the given ones in this order.
run() {
  local failed=0 name
  for name in "$@"; do
    ! is_chosen "$name" || check "$name" || failed=1
  done
  return "$failed"
}

# Prints the next check of the queue and removes it; fails when none is left.
next() {
  (
    flock 9
    [[ -s $WORK/queue ]] || exit 1
    head -n 1 "$WORK/queue"
    sed -i 1d "$WORK/queue"
  ) 9>"$WORK/queue.lock"
}

# Runs the chosen checks of the queue until it is empty.
run_queue() {
  local failed=0 name
  while name=$(next); do
    run "$name" || failed=1
  done
  return "$failed"
}

if [[ $* == install ]]; then
  mkdir -p "$WORK"
  install_tools
  exit
fi
chosen=("$@")
if [[ $# -eq 0 ]]; then
  chosen=("${READING[@]}" "${EVENTS[@]}" "${FUZZ[@]}")
fi
for name in "${chosen[@]}"; do
  declare -F "check_$name" >/dev/null || {
    echo "unknown check: $name" >&2
    exit 2
  }
done

need python3 'it finds free ports and runs the Python clients'
need curl 'it reads the description of the API'
mkdir -p "$WORK"
install_tools >&2 &
installing=$!
start_suite
failed=0
wait "$installing" || failed=1

printf '%s\n' "${READING[@]}" >"$WORK/queue"
run_queue &
other=$!
run_queue || failed=1
wait "$other" || failed=1

# Last, because it writes generated documents.
run "${EVENTS[@]}" &
events=$!
run "${FUZZ[@]}" || failed=1
wait "$events" || failed=1
exit "$failed"
