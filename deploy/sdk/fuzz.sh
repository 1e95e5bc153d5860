# Generated and hostile requests to all operations; sourced by check.sh.

FUZZ_SECONDS=240
# Hostile requests; 20000 before a release. Their seed may be changed, too.
FUZZ_REQUESTS=${FUZZ_REQUESTS:-2000}
FUZZ_SEED=${FUZZ_SEED:-20041231}

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

check_hostile() {
  mkdir -p "$WORK/hostile"
  PYTHONDONTWRITEBYTECODE=1 python3 "$HERE/hostile/run.py" "$ADDRESS" "$DESCRIPTION" --token "$TOKEN" --requests "$FUZZ_REQUESTS" \
    --seed "$FUZZ_SEED" --report "$WORK/hostile/report.json"
}
