#!/usr/bin/env bash
# Presses Execute on every read of /docs in a browser, with the values that the page fills in. Requires Chromium and Node.js.
#
#   deploy/contract/reference.sh <base URL> <access token> [folder for screenshots]
set -euo pipefail

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
TOOLS=$HERE/../../target/contract/reference
PUPPETEER_VERSION=24.8.2

if [[ $# -lt 2 ]]; then
  echo "usage: $0 <base URL> <access token> [folder for screenshots]" >&2
  exit 2
fi
CHROMIUM=${CHROMIUM:-$(command -v chromium)} || {
  echo 'Chromium is required but not installed.' >&2
  exit 1
}
export CHROMIUM
mkdir -p "$TOOLS"
[[ -d $TOOLS/node_modules/puppeteer-core ]] ||
  npm install --silent --prefix "$TOOLS" --no-save --no-package-lock --no-audit --no-fund --ignore-scripts \
    "puppeteer-core@$PUPPETEER_VERSION"
cp "$HERE/reference.mjs" "$TOOLS/reference.mjs"
node "$TOOLS/reference.mjs" "$@"
