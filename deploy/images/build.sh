#!/usr/bin/env bash
# Builds an image of each service and of the gateway from the packaged modules; called by ./atlas images, which also describes
# the options. Two builds of the same packages with the same base give the same digests.
set -euo pipefail

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
ROOT=$(cd "$HERE/../.." && pwd -P)
CONTEXTS=$ROOT/target/images
JAVA_BASE=docker.io/library/eclipse-temurin:25-jre
PLAIN_BASE=docker.io/library/debian:trixie-slim
# The modules of Java that the components use, and jcmd to examine them.
JAVA_MODULES=java.se,jdk.crypto.cryptoki,jdk.jcmd,jdk.jfr,jdk.management,jdk.management.agent,jdk.naming.dns,jdk.net
JAVA_MODULES+=,jdk.security.auth,jdk.security.jgss,jdk.unsupported,jdk.zipfs
declare -A PORTS=([gateway]=8080 [institutions-service]=8081 [functions-service]=8082 [processes-service]=8083
  [subscriptions-service]=8084)

base=
jlink=
tool=
tag=
prefix=mandate-atlas/
while [[ $# -gt 0 ]]; do
  case $1 in
    --base) base=$2 && shift ;;
    --jlink) jlink=1 ;;
    --with) tool=$2 && shift ;;
    --tag) tag=$2 && shift ;;
    --registry) prefix=$2/mandate-atlas/ && shift ;;
  esac
  shift
done
base=${base:-$([[ $jlink ]] && echo $PLAIN_BASE || echo $JAVA_BASE)}
version=$(sed -n 's:^  <version>\(.*\)</version>$:\1:p' "$ROOT/pom.xml" | head -n 1)
tag=${tag:-${version%-SNAPSHOT}}
created=$(sed -n 's:.*<project.build.outputTimestamp>\(.*\)</.*:\1:p' "$ROOT/pom.xml")
revision=$(git -C "$ROOT" rev-parse HEAD 2>/dev/null || echo unknown)
SOURCE_DATE_EPOCH=$(date -u -d "$created" +%s)
export SOURCE_DATE_EPOCH
if [[ ! $tool ]]; then
  for tool in docker podman buildah jib; do
    ! command -v $tool >/dev/null || break
  done
fi
maven=(mvn)
command -v mvn >/dev/null || maven=("$ROOT/mvnw")

# The folder that becomes an image. Times and modes are those of any other build.
prepare() {
  local component=$1 context=$CONTEXTS/$1
  mkdir -p "$context/app" "$context/runtime"
  cp -a "$ROOT/$component/target/quarkus-app/." "$context/app"
  mv "$context/app/lib" "$context/lib"
  cp "$HERE/health" "$context/app/health"
  python3 "$HERE/sbom.py" "$component" "$version" "$ROOT/$component/target/quarkus-app" \
    "$ROOT/target/security/bom.json" >"$context/app/sbom.json"
  [[ ! $jlink ]] || cp -al "$CONTEXTS/runtime/." "$context/runtime"
  find "$context" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
  chmod -R u=rwX,go=rX "$context"
}

# Builds with the command line of docker build.
container_build() {
  local component=$1 name=$2
  shift 2
  "$@" --file "$HERE/Containerfile" --tag "$name" --build-arg "BASE=$base" --build-arg "COMPONENT=$component" \
    --build-arg "PORT=${PORTS[$component]}" --build-arg "VERSION=$version" --build-arg "REVISION=$revision" \
    --build-arg "CREATED=$created" "$CONTEXTS/$component"
}

# Jib needs none of the other tools and writes an archive for docker load or podman load.
jib_build() {
  local component=$1 name=$2
  mkdir -p "$CONTEXTS/jib/target/classes"
  (cd "$ROOT" && "${maven[@]}" -B -ntp -q -f "$HERE/jib-pom.xml" com.google.cloud.tools:jib-maven-plugin:buildTar \
    -Dcontext="$CONTEXTS/$component" -Djib.outputPaths.tar="$CONTEXTS/$component.tar" -Djib.from.image="$base" -Djib.to.image="$name" -Dcomponent="$component" \
    -Dport="${PORTS[$component]}" -DimageVersion="$version" -Drevision="$revision" -Dcreated="$created")
  echo "$CONTEXTS/$component.tar"
}

build() {
  case $tool in
    docker) container_build "$@" docker buildx build --no-cache --provenance=false --output type=docker,rewrite-timestamp=true ;;
    # OCI images have no health check: the warning is expected.
    podman | buildah) container_build "$@" "$tool" build --no-cache --layers --format oci --timestamp "$SOURCE_DATE_EPOCH" ;;
    jib) jib_build "$@" ;;
  esac
}

rm -rf "$CONTEXTS"
mkdir -p "$CONTEXTS"
if [[ $jlink ]]; then
  "$JAVA_HOME/bin/jlink" --add-modules "$JAVA_MODULES" --no-header-files --no-man-pages --output "$CONTEXTS/runtime"
  # The shared classes of Java, for the layout of objects that the entry point chooses.
  "$CONTEXTS/runtime/bin/java" -XX:+UseCompactObjectHeaders -Xshare:dump >"$CONTEXTS/cds.log"
fi
"$ROOT/deploy/security/check.sh" sbom
for component in "${!PORTS[@]}"; do
  prepare "$component"
  build "$component" "$prefix$component:$tag"
done
