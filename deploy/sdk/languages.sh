# Checks of the clients that ./atlas sdk generates; sourced by check.sh.
#
# Each generates a client, compiles it strictly and runs its example program, and the code of the README if there is any.

TYPESCRIPT_VERSION=5.9.3
NODE_TYPES_VERSION=22.20.5
MYPY_VERSION=2.4.1

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

# The output goes to standard error, because it contains control characters even where colors are off.
maven() {
  if command -v mvn >/dev/null; then
    mvn -q -B -ntp "$@" >&2
  else
    "$ROOT/mvnw" -q -B -ntp "$@" >&2
  fi
}

check_java() {
  generate java || return
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
  generate typescript || return
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
    { readme ts && echo 'console.log(page.items.map((mandate) => mandate.id));'; } >readme.ts
    node_modules/.bin/tsc -p . && prints iom- node readme.js && node smoke.js "$ADDRESS" "$TOKEN"
  )
}

check_python() {
  generate python || return
  local venv=$WORK/python-venv
  python3 -m venv "$venv" || return
  "$venv/bin/pip" install -q --disable-pip-version-check "$WORK/python" "mypy==$MYPY_VERSION" types-python-dateutil || return
  "$venv/bin/mypy" --strict "$HERE/smoke/python/smoke.py" || return
  # The generated code appends optional values to lists of required ones.
  (cd "$WORK/python" && "$venv/bin/mypy" --config-file= --no-error-summary --disable-error-code=arg-type \
    --disable-error-code=annotation-unchecked -p mandate_atlas) || return
  { echo 'import sys' && echo 'token = sys.argv[1]' && readme python; } >"$WORK/readme.py"
  prints iom- "$venv/bin/python" "$WORK/readme.py" "$TOKEN" || return
  "$venv/bin/python" "$HERE/smoke/python/smoke.py" "$ADDRESS" "$TOKEN"
}

check_go() {
  generate go || return
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
  generate csharp || return
  echo 'csharp: 1 passed, 0 failed'
}
