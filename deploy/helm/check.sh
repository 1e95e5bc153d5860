#!/usr/bin/env bash
# Checks the Helm chart: lint, rendering of the value sets in mandate-atlas/ci, strict validation against the schemas of Kubernetes and of
# the operators, rejection of wrong values, and the metrics of alerts and dashboard. Needs Go, Maven and Python with venv; all
# other tools are installed into target/helm at the first run. Exits with a code other than 0 if a check fails.
set -euo pipefail

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
ROOT=$(cd "$HERE/../.." && pwd -P)
TOOLS=$ROOT/target/helm
CHART=$HERE/mandate-atlas
HELM_VERSION=v3.22.0
KUBECONFORM_VERSION=v0.7.0
KUBERNETES_VERSION=v1.37.2
CLOUDNATIVEPG_VERSION=v1.28.0
PROMETHEUS_OPERATOR_VERSION=v0.92.1
GATEWAY_API_VERSION=v1.6.3
PYTHON_PACKAGES=(promql-parser==0.12.0 PyYAML==6.0.3)

need() {
  command -v "$1" >/dev/null || {
    echo "$1 is required but not installed." >&2
    exit 1
  }
}

# The folder of a Go module, downloaded if necessary.
module() {
  (cd "$TOOLS" && go mod download -json "$1" | python3 -c 'import json, sys; print(json.load(sys.stdin)["Dir"])')
}

install_tools() {
  [[ -x $TOOLS/kubeconform ]] || GOBIN=$TOOLS go install "github.com/yannh/kubeconform/cmd/kubeconform@$KUBECONFORM_VERSION"
  [[ -x $TOOLS/helm ]] || GOBIN=$TOOLS go install -ldflags='-s -w' "helm.sh/helm/v3/cmd/helm@$HELM_VERSION"
  if [[ ! -x $TOOLS/python/bin/python3 ]]; then
    python3 -m venv "$TOOLS/python"
    "$TOOLS/python/bin/pip" install --quiet --disable-pip-version-check "${PYTHON_PACKAGES[@]}"
  fi
}

# Strimzi publishes its definitions as classes with annotations.
strimzi_definitions() {
  local model=io.strimzi.api.kafka.model jdk
  jdk=$("$ROOT/atlas" jdk)
  mkdir -p "$TOOLS/strimzi"
  JAVA_HOME=$jdk mvn -q -B -f "$HERE/strimzi-pom.xml" dependency:copy-dependencies -DincludeScope=runtime \
    -DoutputDirectory="$TOOLS/strimzi/lib" >"$TOOLS/strimzi/maven.log" 2>&1 || {
    cat "$TOOLS/strimzi/maven.log" >&2
    return 1
  }
  "$jdk/bin/java" -cp "$TOOLS/strimzi/lib/*" io.strimzi.crdgenerator.CrdGenerator "$model.kafka.Kafka=$TOOLS/strimzi/kafka.yaml" \
    "$model.nodepool.KafkaNodePool=$TOOLS/strimzi/nodepool.yaml" "$model.topic.KafkaTopic=$TOOLS/strimzi/topic.yaml" \
    "$model.user.KafkaUser=$TOOLS/strimzi/user.yaml"
}

write_schemas() {
  local versions
  versions="$KUBERNETES_VERSION $CLOUDNATIVEPG_VERSION $PROMETHEUS_OPERATOR_VERSION $GATEWAY_API_VERSION
$(cksum <"$HERE/strimzi-pom.xml") $(cksum <"$HERE/schemas.py")"
  [[ $(cat "$TOOLS/schemas/versions" 2>/dev/null) == "$versions" ]] && return
  rm -rf "$TOOLS/schemas"
  strimzi_definitions
  local kubernetes postgres prometheus gateway
  kubernetes=$(module "k8s.io/kubernetes@$KUBERNETES_VERSION")
  postgres=$(module "github.com/cloudnative-pg/cloudnative-pg@$CLOUDNATIVEPG_VERSION")
  prometheus=$(module "github.com/prometheus-operator/prometheus-operator@$PROMETHEUS_OPERATOR_VERSION")
  gateway=$(module "sigs.k8s.io/gateway-api@$GATEWAY_API_VERSION")
  "$TOOLS/python/bin/python3" "$HERE/schemas.py" "$TOOLS/schemas" "$kubernetes/api/openapi-spec/swagger.json" \
    "$postgres"/config/crd/bases/*.yaml "$gateway/config/crd/standard/gateway.networking.k8s.io_httproutes.yaml" \
    "$prometheus"/example/prometheus-operator-crd/*_{servicemonitors,prometheusrules}.yaml "$TOOLS"/strimzi/*.yaml
  echo "$versions" >"$TOOLS/schemas/versions"
}

lint() {
  "$TOOLS/helm" lint --strict --quiet --kube-version "${KUBERNETES_VERSION#v}" -f "$1" "$CHART"
}

render() {
  "$TOOLS/helm" template atlas "$CHART" --namespace atlas --kube-version "${KUBERNETES_VERSION#v}" "$@"
}

validate() {
  "$TOOLS/kubeconform" -strict -schema-location "$TOOLS/schemas/{{ .ResourceKind }}{{ .KindSuffix }}.json" "$@"
}

conforms() {
  render -f "$1" >"$TOOLS/rendered.yaml" && validate "$TOOLS/rendered.yaml"
}

# The Pods conform to the Pod Security Standard restricted, have probes and resources, and no Secret is rendered.
restricted() {
  render -f "$1" | "$TOOLS/python/bin/python3" "$HERE/invariants.py"
}

# The validation must notice an unknown field, in a resource of Kubernetes and in one of each operator.
strict() {
  local kind
  render -f "$CHART/ci/operators.yaml" >"$TOOLS/rendered.yaml"
  for kind in Deployment Cluster Kafka ServiceMonitor HTTPRoute; do
    awk -v kind="kind: $kind" '$0 == kind { inside = 1 } { print } inside && /^spec:/ { print "  unknownField: 1"; inside = 0 }' \
      "$TOOLS/rendered.yaml" >"$TOOLS/mutated.yaml"
    if validate "$TOOLS/mutated.yaml" >/dev/null; then
      echo "an unknown field of a $kind is not noticed" >&2
      return 1
    fi
  done
}

# Each of these values is refused with a message that contains the given text.
refuses() {
  local text=$1 output
  shift
  if output=$(render "$@" 2>&1); then
    echo "not refused: $*" >&2
    return 1
  fi
  grep -qF -- "$text" <<<"$output" || {
    echo "refused without the text '$text': $output" >&2
    return 1
  }
}

refuses_wrong_values() {
  local base=$CHART/ci/external.yaml
  refuses 'tokens.jwksUrl or tokens.publicKey.secret is required' --set postgres.host=p,kafka.bootstrapServers=k:9092 &&
    refuses 'postgres.host is required' -f "$base" --set postgres.host= &&
    refuses 'kafka.bootstrapServers is required' -f "$base" --set kafka.bootstrapServers= &&
    refuses 'not both' -f "$base" --set tokens.publicKey.secret=key &&
    refuses 'postgres.tls.caSecret is required' -f "$base" --set postgres.tls.mode=verify-full &&
    refuses 'bootstrapServers' -f "$base" --set kafka.bootstrapServers=kafka &&
    refuses 'replicas' -f "$base" --set components.gateway.replicas=-1 &&
    refuses 'replica' -f "$base" --set components.gateway.replica=3 &&
    refuses 'database-service' -f "$base" --set components.database-service.port=80 &&
    refuses 'secretPattern' -f "$base" --set postgres.secretPattern=passwords
}

# The chart sets no variable ATLAS_… that the code does not read.
settings() {
  local values
  for values in "$CHART"/ci/*.yaml; do
    render -f "$values" | grep -E 'name: ATLAS_' || return
  done | "$TOOLS/python/bin/python3" "$HERE/settings.py"
}

metrics() {
  "$TOOLS/python/bin/python3" "$HERE/metrics.py"
}

passed=0
failed=0
run() {
  local name=$1
  shift
  if "$@"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "$name: failed" >&2
  fi
}

need go
need python3
need mvn
mkdir -p "$TOOLS"
install_tools
write_schemas
for values in "$CHART"/ci/*.yaml; do
  run "lint with $(basename "$values")" lint "$values"
  run "validation with $(basename "$values")" conforms "$values"
  run "restrictions with $(basename "$values")" restricted "$values"
done
run 'strictness of the validation' strict
run 'rejection of wrong values' refuses_wrong_values
run 'environment variables' settings
run 'metrics of alerts and dashboard' metrics
echo "helm: $passed passed, $failed failed"
[[ $failed -eq 0 ]]
