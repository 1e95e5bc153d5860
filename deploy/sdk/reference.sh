# The interactive reference in a browser; sourced by check.sh.

check_reference() {
  need chromium 'install Chromium' || return
  cp "$ROOT/deploy/contract/reference.mjs" "$NODE/" && CHROMIUM=$(command -v chromium) node "$NODE/reference.mjs" "$ADDRESS" "$TOKEN"
}
