#!/usr/bin/env bash
# Builds the images twice on a base of Debian packages, compares the digests, and starts every entry point as an unprivileged user on a
# read-only root file system, with an empty PostgreSQL and Kafka, until it is healthy. Needs root, the Debian
# packages mmdebstrap and buildah, and a built tree; takes about five minutes. Prints sizes and start times.
set -euo pipefail

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
ROOT=$(cd "$HERE/../.." && pwd -P)
COMPONENTS=(institutions-service functions-service processes-service subscriptions-service gateway)
POSTGRES_PORT=${ATLAS_CHECK_PORT:-8532}
KAFKA_PORT=$((POSTGRES_PORT + 1))
CONTROLLER_PORT=$((POSTGRES_PORT + 2))
GATEWAY_PORT=$((POSTGRES_PORT + 10))
BASE=localhost/mandate-atlas-check/base
WORK=$(mktemp -d)
PASSWORD=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
declare -a PROCESSES=()

clean_up() {
  local process
  for process in "${PROCESSES[@]}"; do
    kill "$process" 2>/dev/null || true
  done
  wait || true
  buildah umount --all >/dev/null 2>&1 || true
  buildah rm "${COMPONENTS[@]/#/mandate-atlas-check-}" >/dev/null 2>&1 || true
  rm -rf "$WORK"
}
trap clean_up EXIT

for tool in mmdebstrap buildah python3 unshare nsenter curl; do
  command -v $tool >/dev/null || {
    echo "$tool is required but not installed." >&2
    exit 1
  }
done

passed=0
failed=0
report() {
  local name=$1
  shift
  if "$@"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "$name: failed" >&2
  fi
}

# The essential packages of Debian.
make_base() {
  local container
  SOURCE_DATE_EPOCH=0 mmdebstrap --quiet --variant=essential --dpkgopt='path-exclude=/usr/share/doc/*' \
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/locale/*' bookworm "$WORK/base.tar"
  container=$(buildah from scratch)
  buildah add -q "$container" "$WORK/base.tar" / >/dev/null
  buildah commit -q --rm --timestamp 0 "$container" "$BASE" >/dev/null
  rm "$WORK/base.tar"
}

image() {
  echo "localhost/mandate-atlas/$1:check"
}

build() {
  "$ROOT/atlas" images --base "$BASE" --jlink --with buildah --tag check >"$WORK/build.log" 2>&1 || {
    tail -n 20 "$WORK/build.log" >&2
    return 1
  }
}

digests() {
  local component
  for component in "${COMPONENTS[@]}"; do
    buildah inspect --type image --format '{{.FromImageDigest}}{{println}}' "$(image "$component")"
  done
}

# User, labels, and a bill of materials that names every library of the image.
describes() {
  buildah inspect --type image "$(image "$1")" | python3 "$HERE/describes.py" "$1" "$2"
}

# Runs a command in the file system of an image as its user.
inside() {
  local process=$1
  shift
  nsenter --target "$process" --mount --root --wd=/ --setgid 10001 --setuid 10001 -- "$@"
}

environment() {
  local component=$1 number=$2 database=${1%-service} name
  echo "QUARKUS_HTTP_PORT=$((GATEWAY_PORT + number))"
  echo "QUARKUS_HTTP_HOST=127.0.0.1"
  echo "KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:$KAFKA_PORT"
  echo "JAVA_TOOL_OPTIONS=-Xmx256m"
  echo "QUARKUS_DATASOURCE_JDBC_URL=jdbc:postgresql://127.0.0.1:$POSTGRES_PORT/$database"
  echo "QUARKUS_DATASOURCE_USERNAME=$database"
  echo "QUARKUS_DATASOURCE_PASSWORD=$PASSWORD"
  echo "MP_JWT_VERIFY_PUBLICKEY_LOCATION=file:/tmp/public.pem"
  echo "ATLAS_ACTOR_KEY=a-key-of-the-check-for-pseudonyms"
  echo "ATLAS_WEBHOOKS_SECRET_KEYS=check:$(printf '0f%.0s' {1..32})"
  for number in 0 1 2 3; do
    name=${COMPONENTS[$number]^^}
    echo "ATLAS_UPSTREAMS_${name//-/_}_URL=http://127.0.0.1:$((GATEWAY_PORT + number))"
  done
}

# A list in the configuration of the inspected image, one item per line.
configured() {
  python3 -c 'import json, sys; print(*json.load(open(sys.argv[1]))["OCIv1"]["config"][sys.argv[2]], sep="\n")' "$WORK/image.json" "$1"
}

# Starts the entry point of an image: the file system of the image read-only, a memory file system at /tmp, and the user of the image.
start() {
  local component=$1 root=$2 number=$3 configuration
  buildah inspect --type image "$(image "$component")" >"$WORK/image.json"
  mapfile -t command < <(configured Entrypoint)
  mapfile -t variables < <(configured Env)
  mapfile -t -O "${#variables[@]}" variables < <(environment "$component" "$number")
  # shellcheck disable=SC2016
  unshare --mount sh -c '
    root=$1; key=$2; shift 2
    mount --bind "$root" "$root"
    mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
    cp "$key" "$root/tmp/public.pem"
    mount --rbind /dev "$root/dev"
    mount -t proc proc "$root/proc"
    mount -o remount,bind,ro "$root"
    exec chroot --userspec=10001:10001 "$root" env -i "$@"' sh "$root" "$WORK/public.pem" "${variables[@]}" "${command[@]}" \
    >"$WORK/$component.log" 2>&1 &
  PROCESSES+=($!)
}

# Runs the health check of the image in its file system, every tenth of a second for at most two minutes.
becomes_healthy() {
  local component=$1 process=$2 port=$3 began=$4
  while ! QUARKUS_HTTP_PORT=$port inside "$process" /opt/mandate-atlas/health 2>/dev/null; do
    if ! kill -0 "$process" 2>/dev/null || (($(date +%s%3N) - began > 120000)); then
      tail -n 20 "$WORK/$component.log" >&2
      return 1
    fi
    sleep 0.1
  done
  printf '%s: healthy after %d ms\n' "$component" $(($(date +%s%3N) - began))
}

# The process has no privileges, and cannot write outside /tmp.
restricted() {
  local process=$1
  grep -q '^Uid:	10001	10001	10001	10001' "/proc/$process/status" && grep -q '^CapEff:	0*$' "/proc/$process/status" &&
    inside "$process" bash -c ': >/tmp/written && ! : >/opt/mandate-atlas/written' 2>/dev/null &&
    ! touch "/proc/$process/root/opt/mandate-atlas/written" 2>/dev/null
}

sizes() {
  local component=$1 root=$2
  buildah push -q "$(image "$component")" "docker-archive:$WORK/image.tar" >/dev/null
  printf '%s: %d MB compressed, %d MB unpacked\n' "$component" $(($(gzip -c "$WORK/image.tar" | wc -c) / 1000000)) \
    $(($(du -sb "$root" | cut -f 1) / 1000000))
  rm "$WORK/image.tar"
}

make_base
build
digests >"$WORK/first"
build
digests >"$WORK/second"
report 'equal digests of two builds' diff "$WORK/first" "$WORK/second"
paste -d ' ' <(printf '%s\n' "${COMPONENTS[@]}") "$WORK/first"

openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 2>/dev/null | openssl pkey -pubout >"$WORK/public.pem"
: >"$WORK/servers.log"
"$("$ROOT/atlas" jdk)/bin/java" -cp "$ROOT/deploy/local/target/local.jar:$ROOT/deploy/local/target/lib/*" "$HERE/Servers.java" \
  "$WORK/servers" "${XDG_CACHE_HOME:-$HOME/.cache}/mandate-atlas/postgres" "$PASSWORD" $POSTGRES_PORT $KAFKA_PORT $CONTROLLER_PORT \
  >"$WORK/servers.log" 2>&1 &
PROCESSES+=($!)
for ((second = 0; second < 120; second++)); do
  ! grep -q '^ready' "$WORK/servers.log" || break
  sleep 1
done

for number in "${!COMPONENTS[@]}"; do
  component=${COMPONENTS[$number]}
  container=$(buildah from --name "mandate-atlas-check-$component" "$(image "$component")")
  root=$(buildah mount "$container")
  report "description of $component" describes "$component" "$root"
  sizes "$component" "$root"
  # The first start creates the tables and topics and imports the dataset.
  for attempt in first second; do
    began=$(date +%s%3N)
    start "$component" "$root" "$number"
    process=${PROCESSES[-1]}
    report "$attempt start of $component" becomes_healthy "$component" "$process" $((GATEWAY_PORT + number)) "$began"
    report "restrictions of $component" restricted "$process"
    if [[ $attempt == first ]]; then
      kill "$process" && wait "$process" || true
    fi
  done
done
report 'health of the suite' curl -sf "http://127.0.0.1:$((GATEWAY_PORT + 4))/health" -o "$WORK/health"
report 'a document through the gateway' curl -sf "http://127.0.0.1:$((GATEWAY_PORT + 4))/v1/institutions/iom" -o "$WORK/document"
echo "images: $passed passed, $failed failed"
[[ $failed -eq 0 ]]
