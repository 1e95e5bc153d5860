#!/usr/bin/env bash
# Applies the Helm chart with every value set in mandate-atlas/ci to a real API server with the custom resource definitions of the
# operators, and lets the controllers and the scheduler of Kubernetes roll it out. Nodes and the state of Pods are simulated: no
# container starts. The first run builds Kubernetes from its Go modules (about 30 minutes of processor time); needs Go, Python and etcd, and
# runs check.sh first, which installs helm and makes the definitions. Listens on the loopback address only.
set -euo pipefail

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
ROOT=$(cd "$HERE/../.." && pwd -P)
CHART=$HERE/mandate-atlas
TOOLS=$ROOT/target/helm
MINOR=34.3
VERSION=v1.$MINOR
PROGRAMS=${XDG_CACHE_HOME:-$HOME/.cache}/mandate-atlas/kubernetes/$VERSION
PORT=${ATLAS_CHECK_PORT:-8632}
WORK=$(mktemp -d)
declare -a PROCESSES=()

clean_up() {
  local index
  for ((index = ${#PROCESSES[@]} - 1; index >= 0; index--)); do
    kill "${PROCESSES[$index]}" 2>/dev/null && wait "${PROCESSES[$index]}" 2>/dev/null || true
  done
  rm -rf "$WORK"
}
trap clean_up EXIT

command -v etcd >/dev/null || {
  echo "etcd is required but not installed." >&2
  exit 1
}

# Kubernetes refers to the modules of its staging folder by relative paths; their published versions have the same minor version.
build_kubernetes() {
  local module program
  [[ ! -x $PROGRAMS/kube-scheduler ]] || return 0
  mkdir -p "$WORK/module" "$PROGRAMS"
  module=$(go mod download -json "k8s.io/kubernetes@$VERSION" | sed -n 's/.*"GoMod": "\(.*\)".*/\1/p')
  {
    printf 'module mandateatlas.org/kubernetes\n\n'
    grep '^go ' "$module"
    printf 'require k8s.io/kubernetes %s\n' "$VERSION"
    sed -n "s#^\t\(k8s.io/[a-z-]*\) => ./staging/.*#replace \1 => \1 v0.$MINOR#p" "$module"
  } >"$WORK/module/go.mod"
  for program in kube-apiserver kubectl kube-controller-manager kube-scheduler; do
    (cd "$WORK/module" && GOFLAGS='-mod=mod -p=1 -buildvcs=false' nice -n 19 go build -o "$PROGRAMS/$program" -ldflags "-s -w \
      -X k8s.io/component-base/version.gitVersion=$VERSION -X k8s.io/component-base/version.gitMajor=1 \
      -X k8s.io/component-base/version.gitMinor=${MINOR%.*}" "k8s.io/kubernetes/cmd/$program")
  done
}

# Starts a program in the background; its output goes to a log.
run() {
  local program=$1
  "$@" >"$WORK/$(basename "$program").log" 2>&1 &
  PROCESSES+=($!)
}

kubectl() {
  "$PROGRAMS/kubectl" --kubeconfig "$WORK/kubeconfig" "$@"
}

# Repeats a command every second until it succeeds, at most a minute.
await() {
  local second
  for ((second = 0; second < 60; second++)); do
    ! "$@" >"$WORK/await.log" 2>&1 || return 0
    sleep 1
  done
  cat "$WORK/await.log" >&2
  return 1
}

start_kubernetes() {
  local token
  token=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  echo "$token,admin,admin,system:masters" >"$WORK/tokens.csv"
  openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out "$WORK/accounts.key" 2>/dev/null
  openssl pkey -in "$WORK/accounts.key" -pubout -out "$WORK/accounts.pub"
  cat >"$WORK/kubeconfig" <<CONFIG
apiVersion: v1
kind: Config
clusters: [{name: check, cluster: {server: "https://127.0.0.1:$PORT", insecure-skip-tls-verify: true}}]
users: [{name: admin, user: {token: $token}}]
contexts: [{name: check, context: {cluster: check, user: admin}}]
current-context: check
CONFIG
  run etcd --data-dir "$WORK/etcd" --listen-client-urls "http://127.0.0.1:$((PORT + 1))" \
    --advertise-client-urls "http://127.0.0.1:$((PORT + 1))" --listen-peer-urls "http://127.0.0.1:$((PORT + 2))"
  run "$PROGRAMS/kube-apiserver" --etcd-servers "http://127.0.0.1:$((PORT + 1))" --bind-address 127.0.0.1 --secure-port "$PORT" \
    --cert-dir "$WORK/certificates" --endpoint-reconciler-type none --authorization-mode RBAC --token-auth-file "$WORK/tokens.csv" \
    --service-account-issuer https://kubernetes.default.svc --service-account-key-file "$WORK/accounts.pub" \
    --service-account-signing-key-file "$WORK/accounts.key" --service-cluster-ip-range 10.0.0.0/24
  await kubectl get --raw /readyz
  run "$PROGRAMS/kube-controller-manager" --kubeconfig "$WORK/kubeconfig" --bind-address 127.0.0.1 --secure-port $((PORT + 3)) \
    --cert-dir "$WORK/certificates" --service-account-private-key-file "$WORK/accounts.key" --leader-elect=false \
    --controllers '*,-node-lifecycle-controller' --horizontal-pod-autoscaler-sync-period 2s
  run "$PROGRAMS/kube-scheduler" --kubeconfig "$WORK/kubeconfig" --bind-address 127.0.0.1 --secure-port $((PORT + 4)) \
    --cert-dir "$WORK/certificates" --leader-elect=false
}

definitions() {
  local postgres prometheus gateway
  postgres=$(go mod download -json "github.com/cloudnative-pg/cloudnative-pg@$(version CLOUDNATIVEPG)" | folder)
  prometheus=$(go mod download -json "github.com/prometheus-operator/prometheus-operator@$(version PROMETHEUS_OPERATOR)" | folder)
  gateway=$(go mod download -json "sigs.k8s.io/gateway-api@$(version GATEWAY_API)" | folder)
  printf '%s\n' "$postgres"/config/crd/bases/*.yaml "$gateway/config/crd/standard/gateway.networking.k8s.io_httproutes.yaml" \
    "$prometheus"/example/prometheus-operator-crd/*_{servicemonitors,prometheusrules}.yaml "$TOOLS"/strimzi/*.yaml
}

# The version of a tool in check.sh.
version() {
  sed -n "s/^$1_VERSION=//p" "$HERE/check.sh"
}

folder() {
  python3 -c 'import json, sys; print(json.load(sys.stdin)["Dir"])'
}

install_definitions() {
  definitions >"$WORK/definitions"
  while read -r file; do
    kubectl apply --server-side --validate=strict -f "$file" >>"$WORK/definitions.log" || return
  done <"$WORK/definitions"
  kubectl wait --for condition=Established --timeout 60s crd --all >/dev/null
  echo "$(kubectl get crd -o name | wc -l) custom resource definitions"
}

# Three nodes of two zones, with what the value sets ask for.
create_nodes() {
  local number zones=(a b b)
  for number in 0 1 2; do
    kubectl create -f - >/dev/null <<NODE || return
apiVersion: v1
kind: Node
metadata:
  name: node-$number
  labels:
    kubernetes.io/hostname: node-$number
    topology.kubernetes.io/zone: ${zones[$number]}
    zone: ${zones[$number]}
    pool: atlas
NODE
    kubectl patch node "node-$number" --subresource status --type merge -p '{"status": {
      "capacity": {"cpu": "32", "memory": "64Gi", "pods": "110"}, "allocatable": {"cpu": "32", "memory": "64Gi", "pods": "110"},
      "conditions": [{"type": "Ready", "status": "True", "reason": "KubeletReady"}]}}' >/dev/null || return
    kubectl taint node "node-$number" node.kubernetes.io/not-ready- >/dev/null 2>&1 || true
  done
  kubectl create -f - >/dev/null <<'CLASS'
apiVersion: scheduling.k8s.io/v1
kind: PriorityClass
metadata: {name: low}
value: 1
CLASS
}

render() {
  "$TOOLS/helm" template atlas "$CHART" --namespace "$1" --kube-version "$VERSION" -f "$CHART/ci/$1.yaml"
}

# All objects of a value set, in a namespace that enforces the Pod Security Standard restricted and has a service account of the user. Unknown fields are errors.
applies() {
  local set=$1
  kubectl create namespace "$set" >/dev/null &&
    kubectl create serviceaccount --namespace "$set" atlas >/dev/null &&
    kubectl label namespace "$set" pod-security.kubernetes.io/{enforce,warn}=restricted >/dev/null &&
    render "$set" >"$WORK/$set.yaml" &&
    kubectl apply --server-side --dry-run=server --validate=strict -f "$WORK/$set.yaml" >/dev/null &&
    kubectl apply --server-side --validate=strict -f "$WORK/$set.yaml" >"$WORK/$set.applied" 2>"$WORK/$set.warnings" || {
    cat "$WORK/$set.warnings" >&2
    return 1
  }
  echo "$set: $(wc -l <"$WORK/$set.applied") objects of $(cut -d / -f 1 "$WORK/$set.applied" | sort -u | wc -l) kinds"
  [[ ! -s $WORK/$set.warnings ]] || {
    cat "$WORK/$set.warnings" >&2
    return 1
  }
}

# The API server must refuse an unknown field, in a resource of Kubernetes and in one of each operator.
refuses_unknown_fields() {
  local kind
  for kind in Deployment Cluster Kafka ServiceMonitor HTTPRoute; do
    awk -v kind="kind: $kind" '$0 == kind { inside = 1 } { print } inside && /^spec:/ { print "  unknownField: 1"; inside = 0 }' \
      "$WORK/operators.yaml" >"$WORK/mutated.yaml"
    if kubectl apply --server-side --dry-run=server --validate=strict -f "$WORK/mutated.yaml" >/dev/null 2>&1; then
      echo "an unknown field of a $kind is not noticed" >&2
      return 1
    fi
  done
}

# Plays the kubelet: every Pod that is bound to a node becomes ready.
start_pods() {
  local namespace pod
  kubectl get pods --all-namespaces -o json | python3 -c '
import json, sys
for pod in json.load(sys.stdin)["items"]:
    if pod["spec"].get("nodeName") and pod["status"]["phase"] == "Pending":
        print(pod["metadata"]["namespace"], pod["metadata"]["name"])' >"$WORK/pods"
  while read -r namespace pod; do
    kubectl patch pod --namespace "$namespace" "$pod" --subresource status --type merge -p '{"status": {"phase": "Running",
      "conditions": [{"type": "PodScheduled", "status": "True"}, {"type": "Ready", "status": "True"}]}}' >/dev/null || return
  done <"$WORK/pods"
}

rolled_out() {
  start_pods && kubectl rollout status deployment --namespace "$1" --selector app.kubernetes.io/instance=atlas --watch=false |
    awk '!/successfully rolled out/ { print; waiting = 1 } END { exit waiting || NR != 5 }'
}

rolls_out() {
  await rolled_out "$1" && echo "$1: $(kubectl get pods --namespace "$1" -o name | wc -l) Pods of 5 Deployments are ready"
}

# Without metrics, an autoscaler still keeps the lower bound; a Deployment starts with one replica.
autoscaled() {
  start_pods && [[ $(kubectl get deployment --namespace operators atlas-mandate-atlas-gateway -o jsonpath='{.status.readyReplicas}') == 3 ]]
}

autoscales() {
  await autoscaled && [[ $(kubectl get hpa --namespace operators -o name | wc -l) -eq 2 ]]
}

disruptions_allowed() {
  [[ $(kubectl get pdb --namespace external -o jsonpath='{.items[*].status.disruptionsAllowed}') == '1 1 1 1 1' ]]
}

evict() {
  printf '{"apiVersion": "policy/v1", "kind": "Eviction", "metadata": {"name": "%s", "namespace": "external"}}' "${1#pod/}" |
    kubectl create --raw "/api/v1/namespaces/external/${1/pod/pods}/eviction" -f -
}

# Of two replicas one may be evicted, the second only when the first has a successor.
limits_disruptions() {
  local pods
  await disruptions_allowed || return
  mapfile -t pods < <(kubectl get pods --namespace external --selector app.kubernetes.io/component=institutions-service -o name)
  evict "${pods[0]}" >/dev/null || return
  ! evict "${pods[1]}" >"$WORK/eviction.log" 2>&1 && grep -q 'disruption budget' "$WORK/eviction.log"
}

passed=0
failed=0
check() {
  local name=$1
  shift
  if "$@"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "$name: failed" >&2
  fi
}

"$HERE/check.sh"
build_kubernetes
start_kubernetes
check 'custom resource definitions' install_definitions
check 'nodes' create_nodes
for values in "$CHART"/ci/*.yaml; do
  set=$(basename "$values" .yaml)
  check "application of $set" applies "$set"
  check "rollout of $set" rolls_out "$set"
done
check 'rejection of unknown fields' refuses_unknown_fields
check 'autoscaling' autoscales
check 'disruption budgets' limits_disruptions
echo "apiserver: $passed passed, $failed failed"
[[ $failed -eq 0 ]]
