# The interactive reference in a browser; sourced by check.sh.

check_explorer() {
  need chromium 'install Chromium' || return
  cp "$ROOT/deploy/contract/explorer.mjs" "$NODE/" && CHROMIUM=$(command -v chromium) node "$NODE/explorer.mjs" "$ADDRESS" "$TOKEN"
}
