# Tools for all checks except those of ./atlas sdk; sourced by check.sh.

NODE=$WORK/node
VENV=$WORK/venv

OPENAPI_PYTHON_CLIENT_VERSION=0.29.1
SCHEMATHESIS_VERSION=4.32.5
HTTPX_SSE_VERSION=0.4.3
CLOUDEVENTS_PYTHON_VERSION=2.2.0
CLOUDEVENTS_JAVASCRIPT_VERSION=10.0.0
EVENTSOURCE_VERSION=4.1.1
MCP_SDK_VERSION=2.3.0
FASTMCP_VERSION=4.2.3
# Later versions require Node.js 22.
PUPPETEER_VERSION=24.8.2
AXE_VERSION=4.10.3

install_tools() {
  need npm 'install Node.js 20 or later' || return
  mkdir -p "$NODE"
  echo '{"type": "module"}' >"$NODE/package.json"
  python3 -m venv "$VENV" &&
    "$VENV/bin/pip" install -q --disable-pip-version-check "openapi-python-client==$OPENAPI_PYTHON_CLIENT_VERSION" \
      "schemathesis==$SCHEMATHESIS_VERSION" "mypy==$MYPY_VERSION" "httpx-sse==$HTTPX_SSE_VERSION" \
      "cloudevents==$CLOUDEVENTS_PYTHON_VERSION" "mcp==$MCP_SDK_VERSION" "fastmcp==$FASTMCP_VERSION" types-python-dateutil &&
    npm install --silent --prefix "$NODE" --no-package-lock --no-audit --no-fund --no-save --ignore-scripts \
      "typescript@$TYPESCRIPT_VERSION" "@types/node@$NODE_TYPES_VERSION" "openapi-typescript@$OPENAPI_TYPESCRIPT_VERSION" \
      "openapi-fetch@$OPENAPI_FETCH_VERSION" "@hey-api/openapi-ts@$HEY_API_VERSION" "eventsource@$EVENTSOURCE_VERSION" \
      "cloudevents@$CLOUDEVENTS_JAVASCRIPT_VERSION" "puppeteer-core@$PUPPETEER_VERSION" "axe-core@$AXE_VERSION"
}
