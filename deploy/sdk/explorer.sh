# The explorer in a browser; sourced by check.sh.

check_explorer() {
  need chromium 'install Chromium' || return
  "$NODE/node_modules/.bin/tsc" -p "$HERE/explorer" || return
  cp "$HERE/explorer/"*.mjs "$NODE/" &&
    CHROMIUM=$(command -v chromium) node "$NODE/explorer.mjs" "$ADDRESS" "$TOKEN" "$ROOT/target/explorer"
}
