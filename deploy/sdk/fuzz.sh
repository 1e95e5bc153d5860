# Generated requests to all operations; sourced by check.sh.

FUZZ_SECONDS=240

check_fuzz() {
  local result=0
  mkdir -p "$WORK/fuzz"
  (cd "$WORK/fuzz" && PYTHONDONTWRITEBYTECODE=1 PYTHONPATH=$HERE/fuzz SCHEMATHESIS_HOOKS=hooks timeout "$FUZZ_SECONDS" \
    "$VENV/bin/schemathesis" --config-file "$HERE/fuzz/schemathesis.toml" run "$ADDRESS/openapi.json" --no-color \
    -H "Authorization: Bearer $TOKEN" --report json --report-json-path report.json >output.txt 2>&1) || result=1
  if [[ $result -ne 0 ]]; then
    cat "$WORK/fuzz/output.txt" >&2
    [[ -s $WORK/fuzz/report.json ]] || return 1
  fi
  python3 - "$WORK/fuzz/report.json" <<'PYTHON'
import json
import sys

with open(sys.argv[1]) as file:
    report = json.load(file)
failed = {operation for failure in report["failures"] for operation in failure["operations"]}
errors = sum(error["count"] for error in report["errors"])
print(f"fuzz: {report['operations']['tested'] - len(failed)} passed, {len(failed) + errors} failed")
PYTHON
  return "$result"
}
