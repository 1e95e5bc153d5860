{{- define "atlas.fullname" -}}
{{- if contains .Chart.Name .Release.Name -}}
{{- .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name .Chart.Name | trunc 40 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{- define "atlas.selector" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "atlas.labels" -}}
{{ include "atlas.selector" . }}
app.kubernetes.io/part-of: mandate-atlas
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{- end -}}

{{- define "atlas.serviceAccount" -}}
{{- .Values.serviceAccount.name | default (include "atlas.fullname" .) -}}
{{- end -}}

{{- /* The settings of a component: the defaults, overridden by its own. Argument: root, name. */ -}}
{{- define "atlas.component" -}}
{{- $own := get .root.Values.components .name -}}
{{- mustMergeOverwrite (deepCopy .root.Values.defaults) (deepCopy $own) | toYaml -}}
{{- end -}}

{{- define "atlas.image" -}}
{{- $image := .root.Values.image -}}
{{- with $image.registry }}{{ trimSuffix "/" . }}/{{ end -}}
{{ $image.repository }}/{{ .name }}:{{ $image.tag | default .root.Chart.AppVersion }}
{{- end -}}

{{- define "atlas.postgres.cluster" -}}
{{ include "atlas.fullname" . }}-postgres
{{- end -}}

{{- define "atlas.postgres.host" -}}
{{- if eq .Values.postgres.mode "cloudnativepg" -}}
{{ include "atlas.postgres.cluster" . }}-rw.{{ .Release.Namespace }}.svc
{{- else -}}
{{ required "postgres.host is required with postgres.mode external" .Values.postgres.host }}
{{- end -}}
{{- end -}}

{{- define "atlas.postgres.port" -}}
{{ ternary 5432 .Values.postgres.port (eq .Values.postgres.mode "cloudnativepg") }}
{{- end -}}

{{- define "atlas.postgres.tlsMode" -}}
{{ ternary "verify-full" .Values.postgres.tls.mode (eq .Values.postgres.mode "cloudnativepg") }}
{{- end -}}

{{- /* The Secret with the certificate authority of PostgreSQL; empty if the certificate is not verified. */ -}}
{{- define "atlas.postgres.caSecret" -}}
{{- if eq .Values.postgres.mode "cloudnativepg" -}}
{{ include "atlas.postgres.cluster" . }}-ca
{{- else if hasPrefix "verify-" .Values.postgres.tls.mode -}}
{{ required "postgres.tls.caSecret is required with verify-ca and verify-full" .Values.postgres.tls.caSecret }}
{{- end -}}
{{- end -}}

{{- define "atlas.postgres.url" -}}
{{- $root := .root -}}
{{- $parameters := dict "sslmode" (include "atlas.postgres.tlsMode" $root) -}}
{{- if include "atlas.postgres.caSecret" $root -}}
{{- $_ := set $parameters "sslrootcert" "/etc/mandate-atlas/postgres/ca.crt" -}}
{{- end -}}
{{- $parameters = merge $parameters $root.Values.postgres.parameters -}}
{{- $query := list -}}
{{- range $name, $value := $parameters -}}{{- $query = append $query (printf "%s=%s" $name $value) -}}{{- end -}}
jdbc:postgresql://{{ include "atlas.postgres.host" $root }}:{{ include "atlas.postgres.port" $root }}/{{ .database }}?{{ join "&" $query }}
{{- end -}}

{{- define "atlas.postgres.secret" -}}
{{ printf .root.Values.postgres.secretPattern .database }}
{{- end -}}

{{- define "atlas.kafka.cluster" -}}
{{ include "atlas.fullname" . }}-kafka
{{- end -}}

{{- define "atlas.kafka.servers" -}}
{{- if eq .Values.kafka.mode "strimzi" -}}
{{ include "atlas.kafka.cluster" . }}-kafka-bootstrap.{{ .Release.Namespace }}.svc:9092
{{- else -}}
{{ required "kafka.bootstrapServers is required with kafka.mode external" .Values.kafka.bootstrapServers }}
{{- end -}}
{{- end -}}

{{- define "atlas.tokens.location" -}}
{{- $tokens := .Values.tokens -}}
{{- if and $tokens.jwksUrl $tokens.publicKey.secret -}}
{{ fail "Set either tokens.jwksUrl or tokens.publicKey.secret, not both" }}
{{- else if $tokens.publicKey.secret -}}
file:/etc/mandate-atlas/tokens/public.pem
{{- else -}}
{{ required "tokens.jwksUrl or tokens.publicKey.secret is required" $tokens.jwksUrl }}
{{- end -}}
{{- end -}}

{{- /* The names of the databases, separated by spaces. */ -}}
{{- define "atlas.databases" -}}
{{- $databases := list -}}
{{- range .Values.components }}{{ with .database }}{{ $databases = append $databases . }}{{ end }}{{ end -}}
{{ join " " $databases }}
{{- end -}}

{{- /* The environment of a component as a map. Argument: root, name, component. */ -}}
{{- define "atlas.environment" -}}
{{- $root := .root -}}
{{- $component := .component -}}
QUARKUS_HTTP_HOST: 0.0.0.0
QUARKUS_HTTP_PORT: {{ $component.port | quote }}
QUARKUS_SHUTDOWN_DELAY: 5s
QUARKUS_SHUTDOWN_TIMEOUT: 20s
JAVA_TOOL_OPTIONS: -XX:MaxRAMPercentage={{ $component.heapPercent }} -XX:+ExitOnOutOfMemoryError
KAFKA_BOOTSTRAP_SERVERS: {{ include "atlas.kafka.servers" $root | quote }}
MP_JWT_VERIFY_PUBLICKEY_LOCATION: {{ include "atlas.tokens.location" $root | quote }}
MP_JWT_VERIFY_ISSUER: {{ $root.Values.tokens.issuer | quote }}
MP_JWT_VERIFY_PUBLICKEY_ALGORITHM: {{ $root.Values.tokens.algorithm }}
SMALLRYE_JWT_PATH_GROUPS: {{ $root.Values.tokens.roles | quote }}
{{- with $root.Values.tokens.audiences }}
MP_JWT_VERIFY_AUDIENCES: {{ join "," . | quote }}
{{- end }}
{{- if $root.Values.tracing.enabled }}
OTEL_SDK_DISABLED: "false"
OTEL_EXPORTER_OTLP_ENDPOINT: {{ required "tracing.endpoint is required" $root.Values.tracing.endpoint | quote }}
{{- end }}
{{- with $component.database }}
QUARKUS_DATASOURCE_JDBC_URL: {{ include "atlas.postgres.url" (dict "root" $root "database" .) | quote }}
{{- end }}
{{- if $component.publishes }}
{{- with $root.Values.actors.claim }}
ATLAS_ACTOR_CLAIM: {{ . | quote }}
{{- end }}
ATLAS_RELAY_PUBLIC_URL: {{ $root.Values.publicUrl | quote }}
ATLAS_RELAY_TOPIC_REPLICAS: {{ $root.Values.kafka.topicReplicas | quote }}
{{- if eq $root.Values.kafka.mode "strimzi" }}
ATLAS_RELAY_TOPIC_IN_SYNC_REPLICAS: {{ $root.Values.kafka.strimzi.minInSyncReplicas | quote }}
{{- else }}
ATLAS_RELAY_TOPIC_IN_SYNC_REPLICAS: {{ max 1 (sub $root.Values.kafka.topicReplicas 1) | quote }}
{{- end }}
ATLAS_DATASET_IMPORT: {{ $root.Values.dataset.import | quote }}
{{- end }}
{{- if eq .name "gateway" }}
{{- range $name, $other := $root.Values.components }}
{{- if $other.upstream }}
ATLAS_UPSTREAMS_{{ $name | upper | replace "-" "_" }}_URL: http://{{ include "atlas.fullname" $root }}-{{ $name }}:{{ $other.port }}
{{- end }}
{{- end }}
{{- with $root.Values.route.trustedProxies }}
QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING: "true"
QUARKUS_HTTP_PROXY_TRUSTED_PROXIES: {{ join "," . | quote }}
{{- end }}
{{- else }}
QUARKUS_HTTP_PROXY_TRUSTED_PROXIES: {{ join "," $root.Values.route.podNetworks | quote }}
{{- end }}
{{- end -}}
