#!/usr/bin/env bash
# Checks the libraries that the components contain. Exits with a code other than 0 if a check fails.
#
#   deploy/security/check.sh sbom                          writes target/security/bom.json (CycloneDX, with licenses)
#   deploy/security/check.sh licenses                      compares the licenses with licenses.json; writes target/security/licenses.md
#   deploy/security/check.sh vulnerabilities <directory>   compares the libraries with a local copy of the OSV database, without network
#   deploy/security/check.sh planted                       checks that a vulnerability planted in a small database is found
#   deploy/security/check.sh threats                       checks that the tests in docs/threat-model.md exist
#   deploy/security/check.sh                               sbom, licenses, planted and threats
set -euo pipefail

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
ROOT=$(cd "$HERE/../.." && pwd -P)
WORK=$ROOT/target/security
BOM=$WORK/bom.json
COMPONENTS=gateway,institutions-service,functions-service,processes-service,subscriptions-service
CYCLONEDX_VERSION=2.9.1
mkdir -p "$WORK"

maven() {
  local maven=(mvn)
  command -v mvn >/dev/null || maven=("$ROOT/mvnw")
  (cd "$ROOT" && JAVA_HOME=$(./atlas jdk) "${maven[@]}" -B -ntp -q "$@")
}

# One document for all packaged components, without libraries of tests.
sbom() {
  local components
  IFS=, read -ra components <<<"$COMPONENTS"
  maven "org.cyclonedx:cyclonedx-maven-plugin:$CYCLONEDX_VERSION:makeAggregateBom" -pl "$COMPONENTS" -am \
    -DoutputFormat=json -DoutputName=bom -DoutputDirectory="$WORK" -DincludeTestScope=false -DincludeProvidedScope=false -DexcludeTestProject=true \
    -Dcyclonedx.skipAttach=true -DschemaVersion=1.6 -DincludeBomSerialNumber=false &&
    (cd "$ROOT" && python3 "$HERE/complete.py" "$BOM" "${components[@]/%//target/quarkus-app/quarkus-app-dependencies.txt}")
}

licenses() {
  [[ -s $BOM ]] || sbom
  python3 "$HERE/licenses.py" "$BOM" "$HERE/licenses.json" "$WORK/licenses.md"
}

vulnerabilities() {
  [[ -s $BOM ]] || sbom
  python3 "$HERE/vulnerabilities.py" "$BOM" "$1"
}

planted() {
  [[ -s $BOM ]] || sbom
  python3 "$HERE/planted.py" "$BOM" "$WORK/planted"
}

threats() {
  local name found=0
  while read -r name; do
    [[ $(find "$ROOT" -path '*/src/*' -name "$name.java" -print -quit) ]] || {
      echo "docs/threat-model.md names $name, which does not exist" >&2
      found=1
    }
  done < <(grep -oE '`[A-Z][A-Za-z]+(Test|IT)`' "$ROOT/docs/threat-model.md" | tr -d '`' | sort -u)
  return "$found"
}

case ${1:-all} in
  sbom) sbom ;;
  licenses) licenses ;;
  vulnerabilities) vulnerabilities "${2:?the directory of the database}" ;;
  planted) planted ;;
  threats) threats ;;
  all)
    passed=0
    for check in sbom licenses planted threats; do
      if "$check"; then
        passed=$((passed + 1))
      fi
    done
    echo "security: $passed passed, $((4 - passed)) failed"
    [[ $passed -eq 4 ]]
    ;;
  *)
    echo "unknown check: $1" >&2
    exit 2
    ;;
esac
