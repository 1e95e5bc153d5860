# Checks of clients of other generators, with their default settings; sourced by check.sh.
#
# Each generates a client from the description that the running gateway serves, compiles it strictly and performs one job.

OPENAPI_TYPESCRIPT_VERSION=7.13.0
OPENAPI_FETCH_VERSION=0.17.0
# Later versions require Node.js 22.
HEY_API_VERSION=0.95.0
OAPI_CODEGEN_VERSION=v2.8.2
OAPI_CODEGEN_RUNTIME_VERSION=v1.9.0
OGEN_VERSION=v1.24.0

# The generator leaves out responses that are neither JSON nor plain text; any other warning fails the check.
check_openapi-python-client() {
  local work=$WORK/openapi-python-client
  PATH=$VENV/bin:$PATH openapi-python-client generate --path "$DESCRIPTION" --output-path "$work" --overwrite \
    >"$work.generated" 2>&1 || {
    cat "$work.generated" >&2
    return 1
  }
  if grep '^WARNING' "$work.generated" | grep -vE ' /(asyncapi|openapi|v1/snapshot|v1/[a-z-]+\.(atom|graphml|ndjson)|v1/[a-z-]+/batch) ' >&2; then
    return 1
  fi
  MYPYPATH=$work mypy --strict "$HERE/clients/openapi-python-client/job.py" &&
    (cd "$work" && mypy -p mandate_atlas_client) &&
    PYTHONPATH=$work "$VENV/bin/python" "$HERE/clients/openapi-python-client/job.py" "$ADDRESS" "$TOKEN"
}

mypy() {
  "$VENV/bin/mypy" --no-error-summary --cache-dir "$WORK/mypy" "$@"
}

# Prepares the folder of a TypeScript client; generators read the configuration of the compiler beside node_modules.
prepare_typescript() {
  rm -rf "${NODE:?}/$1"
  mkdir -p "$NODE/$1"
  cp "$HERE/clients/tsconfig.json" "$NODE" && cp "$HERE/clients/steps.ts" "$HERE/clients/$1/job.ts" "$NODE/$1" &&
    echo '{"extends": "../tsconfig.json", "files": ["job.ts"]}' >"$NODE/$1/tsconfig.json"
}

# Compiles and runs a job beside the code generated for it.
perform_typescript() {
  "$NODE/node_modules/.bin/tsc" -p "$NODE/$1" && node "$NODE/$1/job.js" "$ADDRESS" "$TOKEN"
}

check_openapi-typescript() {
  prepare_typescript openapi-typescript || return
  "$NODE/node_modules/.bin/openapi-typescript" "$DESCRIPTION" -o "$NODE/openapi-typescript/atlas.d.ts" \
    >"$WORK/openapi-typescript.generated" 2>&1 || {
    cat "$WORK/openapi-typescript.generated" >&2
    return 1
  }
  perform_typescript openapi-typescript
}

check_hey-api() {
  prepare_typescript hey-api || return
  (cd "$NODE/hey-api" && "$NODE/node_modules/.bin/openapi-ts" -i "$DESCRIPTION" -o atlas >"$WORK/hey-api.generated" 2>&1) || {
    cat "$WORK/hey-api.generated" >&2
    return 1
  }
  perform_typescript hey-api
}

# Builds a generator of Go clients into the working directory, without a change of Go's version.
go_tool() {
  need go 'install Go 1.26 or later' || return
  GOBIN=$WORK/go-tools GOTOOLCHAIN=local GOFLAGS= go install "$1"
}

# Compiles and runs a job beside the code generated for it.
perform_go() {
  cp "$HERE/clients/steps.go" "$HERE/clients/$1/job.go" "$WORK/$1/" || return
  (
    cd "$WORK/$1"
    export GOFLAGS=-mod=mod GOTOOLCHAIN=local
    go mod init job 2>/dev/null && go mod edit -require="$2" && go mod tidy 2>"$WORK/$1.tidy" || {
      cat "$WORK/$1.tidy" >&2
      exit 1
    }
    go vet ./... && go build -o job . && ./job "$ADDRESS" "$TOKEN"
  )
}

check_oapi-codegen() {
  go_tool "github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen@$OAPI_CODEGEN_VERSION" || return
  rm -rf "$WORK/oapi-codegen"
  mkdir -p "$WORK/oapi-codegen/atlas"
  "$WORK/go-tools/oapi-codegen" -package atlas -generate types,client -o "$WORK/oapi-codegen/atlas/atlas.gen.go" \
    "$DESCRIPTION" || return
  perform_go oapi-codegen "github.com/oapi-codegen/runtime@$OAPI_CODEGEN_RUNTIME_VERSION"
}

# ogen rejects media types of texts other than text/plain, unless they are bytes as in the 3.0 rendition.
check_ogen() {
  go_tool "github.com/ogen-go/ogen/cmd/ogen@$OGEN_VERSION" || return
  rm -rf "$WORK/ogen"
  mkdir -p "$WORK/ogen"
  "$WORK/go-tools/ogen" --target "$WORK/ogen/atlas" --package atlas "$DESCRIPTION_3_0" >"$WORK/ogen.generated" 2>&1 || {
    cat "$WORK/ogen.generated" >&2
    return 1
  }
  perform_go ogen "github.com/ogen-go/ogen@$OGEN_VERSION"
}
