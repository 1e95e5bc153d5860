#!/usr/bin/env bash
# Checks the API contract: lints the OpenAPI document and its renditions, parses the AsyncAPI document, and compares the API with the published
# one. Exits with a code other than 0 if a check fails. With "install" it only installs the tools.
set -euo pipefail

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
ROOT=$(cd "$HERE/../.." && pwd -P)
TOOLS=$ROOT/target/contract
API=gateway/openapi/openapi.yaml
EVENTS=gateway/openapi/asyncapi.yaml
RENDITIONS=(openapi-3.0.yaml openapi-read.yaml openapi-read-3.0.yaml)
SPECTRAL_VERSION=6.16.3
REDOCLY_VERSION=2.77.0
ASYNCAPI_PARSER_VERSION=3.6.6
OASDIFF_VERSION=v1.37.0

need() {
  command -v "$1" >/dev/null || {
    echo "$1 is required but not installed: $2" >&2
    return 1
  }
}

need_npm_tools() {
  need npm 'install Node.js 20 or later' || return
  [[ -x $TOOLS/node_modules/.bin/spectral && -x $TOOLS/node_modules/.bin/redocly && -d $TOOLS/node_modules/@asyncapi/parser ]] ||
    npm install --silent --prefix "$TOOLS" --no-save --no-package-lock --no-audit --no-fund --ignore-scripts \
      "@stoplight/spectral-cli@$SPECTRAL_VERSION" "@redocly/cli@$REDOCLY_VERSION" "@asyncapi/parser@$ASYNCAPI_PARSER_VERSION"
}

need_oasdiff() {
  need go 'install Go 1.26 or later' || return
  [[ -x $TOOLS/oasdiff ]] || GOBIN=$TOOLS go install "github.com/oasdiff/oasdiff@$OASDIFF_VERSION"
}

spectral() {
  need_npm_tools && "$TOOLS/node_modules/.bin/spectral" lint --quiet -F warn -r "$ROOT/.spectral.yaml" "$@"
}

lint() {
  spectral "$ROOT/$API"
}

lint_strictly() {
  need_npm_tools || return
  REDOCLY_TELEMETRY=off "$TOOLS/node_modules/.bin/redocly" lint --config "$HERE/redocly.yaml" "$ROOT/$API" \
    >"$TOOLS/redocly.log" 2>&1 && ! grep -qE '^You have [0-9]+ warning|[1-9][0-9]* warnings?\b' "$TOOLS/redocly.log" && return
  cat "$TOOLS/redocly.log" >&2
  return 1
}

lint_renditions() {
  spectral "${RENDITIONS[@]/#/$ROOT/gateway/openapi/}"
}

read_events() {
  need_npm_tools || return
  cp "$HERE/events.mjs" "$TOOLS/events.mjs"
  node "$TOOLS/events.mjs" "$ROOT/$EVENTS"
}

# Breaking changes are declared in breaking.txt, one per line, with the text that oasdiff prints.
compare() {
  need_oasdiff || return
  (cd "$ROOT" && "$TOOLS/oasdiff" breaking --fail-on ERR --err-ignore deploy/contract/breaking.txt --format singleline \
    deploy/contract/published.yaml "$API" >"$TOOLS/breaking.log") && return
  grep '^error' "$TOOLS/breaking.log" >&2
  echo 'The API has breaking changes, see above: revert them or declare them in deploy/contract/breaking.txt.' >&2
  return 1
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

mkdir -p "$TOOLS"
if [[ $* == install ]]; then
  need_npm_tools && need_oasdiff
  exit
fi
run 'lint of the API' lint
run 'strict lint of the API' lint_strictly
run 'lint of its renditions' lint_renditions
run 'parsing of the events' read_events
run 'comparison with the published API' compare
echo "contract: $passed passed, $failed failed"
[[ $failed -eq 0 ]]
