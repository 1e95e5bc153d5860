# The MCP server, used by clients of other projects; sourced by check.sh.

check_mcp() {
  mkdir -p "$ROOT/target/mcp"
  "$VENV/bin/mypy" --no-error-summary --strict --follow-imports=skip --cache-dir "$WORK/mypy" "$HERE"/mcp/*.py &&
    "$VENV/bin/python" "$HERE/mcp/questions.py" "$ADDRESS" "$ROOT/target/mcp/transcript.md"
}
