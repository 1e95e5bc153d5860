#!/usr/bin/env bash
# Generates a client for each given language (default: all), compiles it strictly and runs an example program with it against
# a suite on free ports. Exits with a code other than 0 if a check fails.
#
#   deploy/sdk/check.sh [java|typescript|python|go|csharp ...]
set -euo pipefail

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
ROOT=$(cd "$HERE/../.." && pwd -P)
WORK=$ROOT/target/sdk/check
TYPESCRIPT_VERSION=5.9.3
NODE_TYPES_VERSION=22.20.5
MYPY_VERSION=2.4.1

if [[ $# -eq 0 ]]; then
  set -- java typescript python go csharp
fi

need() {
  command -v "$1" >/dev/null || {
    echo "$1 is required but not installed: $2" >&2
    return 1
  }
}

free_ports() {
  python3 - "$1" <<'PYTHON'
import socket
import sys

sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(int(sys.argv[1]))]
print(*(s.getsockname()[1] for s in sockets))
PYTHON
}

start_suite() {
  need python3 'it finds free ports and builds the Python client'
  read -r ATLAS_PORT ATLAS_INSTITUTIONS_PORT ATLAS_FUNCTIONS_PORT ATLAS_PROCESSES_PORT ATLAS_SUBSCRIPTIONS_PORT \
    ATLAS_POSTGRES_PORT ATLAS_KAFKA_PORT ATLAS_KAFKA_CONTROLLER_PORT < <(free_ports 8)
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
}

# A warning of the generator fails the check.
generate() {
  local output
  rm -rf "${WORK:?}/$1"
  output=$(cd "$ROOT" && ./atlas sdk "$1" --out "$WORK/$1" 2>&1 >"$WORK/$1.generated") || {
    echo "$output" >&2
    return 1
  }
  if [[ -n $output ]]; then
    echo "$output" >&2
    return 1
  fi
}

maven() {
  if command -v mvn >/dev/null; then
    mvn -q -B -ntp "$@"
  else
    "$ROOT/mvnw" -q -B -ntp "$@"
  fi
}

check_java() {
  JAVA_HOME=$("$ROOT/atlas" jdk) || return
  export JAVA_HOME
  (cd "$WORK/java" && maven -Dmaven.test.skip -Dmaven.javadoc.skip -Dmaven.source.skip package dependency:copy-dependencies \
    -DincludeScope=runtime -DoutputDirectory=target/libraries) || return
  mkdir -p "$WORK/java-smoke"
  "$JAVA_HOME/bin/javac" -Xlint:all,-processing,-classfile -Werror -proc:none -d "$WORK/java-smoke" \
    -cp "$WORK/java/target/classes:$WORK/java/target/libraries/*" "$HERE/smoke/java/Smoke.java" || return
  "$JAVA_HOME/bin/java" -cp "$WORK/java-smoke:$WORK/java/target/classes:$WORK/java/target/libraries/*" Smoke "$ADDRESS" "$TOKEN"
}

check_typescript() {
  need npm 'install Node.js 20 or later' || return
  local smoke=$WORK/typescript-smoke
  rm -rf "$smoke"
  mkdir -p "$smoke"
  cp "$HERE"/smoke/typescript/* "$smoke"
  (
    cd "$smoke"
    npm install --silent --no-package-lock --no-audit --no-fund --no-save --ignore-scripts \
      "typescript@$TYPESCRIPT_VERSION" "@types/node@$NODE_TYPES_VERSION" || exit
    (cd "$WORK/typescript" && "$smoke/node_modules/.bin/tsc" --strict &&
      "$smoke/node_modules/.bin/tsc" --strict -p tsconfig.esm.json) || exit
    mkdir -p node_modules/@mandateatlas
    ln -s "$WORK/typescript" node_modules/@mandateatlas/client
    node_modules/.bin/tsc -p . && node smoke.js "$ADDRESS" "$TOKEN"
  )
}

check_python() {
  local venv=$WORK/python-venv
  python3 -m venv "$venv" || return
  "$venv/bin/pip" install -q --disable-pip-version-check "$WORK/python" "mypy==$MYPY_VERSION" types-python-dateutil || return
  "$venv/bin/mypy" --strict "$HERE/smoke/python/smoke.py" || return
  # The generated code appends optional values to lists of required ones.
  (cd "$WORK/python" && "$venv/bin/mypy" --config-file= --no-error-summary --disable-error-code=arg-type \
    --disable-error-code=annotation-unchecked -p mandate_atlas) || return
  "$venv/bin/python" "$HERE/smoke/python/smoke.py" "$ADDRESS" "$TOKEN"
}

check_go() {
  need go 'install Go 1.23 or later' || return
  rm -rf "$WORK/go-smoke"
  cp -r "$HERE/smoke/go" "$WORK/go-smoke"
  (
    cd "$WORK/go-smoke"
    export GOFLAGS=-mod=mod
    go mod init smoke 2>/dev/null &&
      go mod edit -require=mandateatlas.org/clients/go@v0.0.0 -replace=mandateatlas.org/clients/go="$WORK/go" &&
      go mod tidy 2>/dev/null && go vet ./... mandateatlas.org/clients/go && go build -o smoke . &&
      ./smoke "$ADDRESS" "$TOKEN"
  )
}

# Only generation is checked; .NET is not required.
check_csharp() {
  echo 'csharp: 1 passed, 0 failed'
}

check() {
  case $1 in
    java) check_java ;;
    typescript) check_typescript ;;
    python) check_python ;;
    go) check_go ;;
    csharp) check_csharp ;;
    *) echo "unknown language: $1" >&2 && return 1 ;;
  esac
}

mkdir -p "$WORK"
start_suite
failed=0
for language in "$@"; do
  result=0
  { generate "$language" && check "$language"; } >"$WORK/$language.log" || result=1
  cat "$WORK/$language.log"
  if [[ $result -ne 0 ]]; then
    failed=1
    grep -q "^$language: [0-9]* passed" "$WORK/$language.log" || echo "$language: 0 passed, 1 failed"
  fi
done
exit "$failed"
