#!/usr/bin/env bash
# Runs one more gateway of the running suite on a port. The environment is that of ./atlas up, with all ports.
#
#   gateway.sh <port>
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd -P)
JAVA_HOME=$("$ROOT/atlas" jdk)
export QUARKUS_HTTP_HOST=127.0.0.1 QUARKUS_HTTP_PORT=$1
export KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:$ATLAS_KAFKA_PORT
export MP_JWT_VERIFY_PUBLICKEY_LOCATION=file://$ATLAS_HOME/keys/public.pem
export ATLAS_UPSTREAMS_INSTITUTIONS_SERVICE_URL=http://127.0.0.1:$ATLAS_INSTITUTIONS_PORT
export ATLAS_UPSTREAMS_FUNCTIONS_SERVICE_URL=http://127.0.0.1:$ATLAS_FUNCTIONS_PORT
export ATLAS_UPSTREAMS_PROCESSES_SERVICE_URL=http://127.0.0.1:$ATLAS_PROCESSES_PORT
export ATLAS_UPSTREAMS_SUBSCRIPTIONS_SERVICE_URL=http://127.0.0.1:$ATLAS_SUBSCRIPTIONS_PORT
exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx256m --enable-native-access=ALL-UNNAMED \
  --sun-misc-unsafe-memory-access=allow -jar "$ROOT/gateway/target/quarkus-app/quarkus-run.jar"
