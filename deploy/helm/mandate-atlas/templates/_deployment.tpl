{{- /* The Deployment of a component. Argument: root, name, component. */ -}}
{{- define "atlas.deployment" -}}
{{- $root := .root -}}
{{- $component := .component -}}
{{- $environment := mustMergeOverwrite (include "atlas.environment" . | fromYaml) $component.env -}}
{{- $caSecret := and $component.database (include "atlas.postgres.caSecret" $root) -}}
{{- $keySecret := $root.Values.tokens.publicKey.secret -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "atlas.fullname" $root }}-{{ .name }}
  namespace: {{ $root.Release.Namespace }}
  labels:
    {{- include "atlas.labels" $root | nindent 4 }}
    app.kubernetes.io/component: {{ .name }}
spec:
  {{- if not $component.autoscaling.enabled }}
  replicas: {{ $component.replicas }}
  {{- end }}
  revisionHistoryLimit: 3
  strategy:
    type: RollingUpdate
    rollingUpdate:
      maxUnavailable: 0
      maxSurge: 1
  selector:
    matchLabels:
      {{- include "atlas.selector" $root | nindent 6 }}
      app.kubernetes.io/component: {{ .name }}
  template:
    metadata:
      labels:
        {{- include "atlas.labels" $root | nindent 8 }}
        app.kubernetes.io/component: {{ .name }}
        {{- with $component.podLabels }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
      {{- with $component.podAnnotations }}
      annotations:
        {{- toYaml . | nindent 8 }}
      {{- end }}
    spec:
      serviceAccountName: {{ include "atlas.serviceAccount" $root }}
      automountServiceAccountToken: false
      enableServiceLinks: false
      terminationGracePeriodSeconds: {{ $root.Values.terminationGracePeriodSeconds }}
      {{- with $root.Values.image.pullSecrets }}
      imagePullSecrets:
        {{- range . }}
        - name: {{ . }}
        {{- end }}
      {{- end }}
      securityContext:
        {{- toYaml $root.Values.podSecurityContext | nindent 8 }}
      topologySpreadConstraints:
        {{- range list "topology.kubernetes.io/zone" "kubernetes.io/hostname" }}
        - maxSkew: 1
          topologyKey: {{ . }}
          whenUnsatisfiable: ScheduleAnyway
          matchLabelKeys: [pod-template-hash]
          labelSelector:
            matchLabels:
              {{- include "atlas.selector" $root | nindent 14 }}
              app.kubernetes.io/component: {{ $.name }}
        {{- end }}
      {{- with $component.affinity }}
      affinity:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- with $component.nodeSelector }}
      nodeSelector:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- with $component.tolerations }}
      tolerations:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- with $component.priorityClassName }}
      priorityClassName: {{ . }}
      {{- end }}
      containers:
        - name: {{ .name }}
          image: {{ include "atlas.image" . | quote }}
          imagePullPolicy: {{ $root.Values.image.pullPolicy }}
          ports:
            - name: http
              containerPort: {{ $component.port }}
          env:
            {{- range $name, $value := $environment }}
            - name: {{ $name }}
              value: {{ $value | quote }}
            {{- end }}
            {{- with $component.database }}
            {{- $secret := include "atlas.postgres.secret" (dict "root" $root "database" .) }}
            {{- range $key := list "username" "password" }}
            - name: QUARKUS_DATASOURCE_{{ upper $key }}
              valueFrom:
                secretKeyRef:
                  name: {{ $secret }}
                  key: {{ $key }}
            {{- end }}
            {{- end }}
            {{- if $component.publishes }}
            - name: ATLAS_ACTOR_KEY
              valueFrom:
                secretKeyRef:
                  name: {{ $root.Values.keysSecret }}
                  key: actors
            {{- end }}
            {{- if $component.webhooks }}
            - name: ATLAS_WEBHOOKS_SECRET_KEYS
              valueFrom:
                secretKeyRef:
                  name: {{ $root.Values.keysSecret }}
                  key: webhook-secrets
            {{- end }}
          {{- with $root.Values.kafka.clientSecret }}
          envFrom:
            - secretRef:
                name: {{ . }}
          {{- end }}
          # Migrations and the import of the dataset run before the first success.
          startupProbe:
            httpGet:
              path: /q/health/live
              port: http
            periodSeconds: 2
            timeoutSeconds: 2
            failureThreshold: 300
          livenessProbe:
            httpGet:
              path: /q/health/live
              port: http
            periodSeconds: 10
            timeoutSeconds: 5
            failureThreshold: 3
          readinessProbe:
            httpGet:
              path: /q/health/ready
              port: http
            periodSeconds: 5
            timeoutSeconds: 3
            failureThreshold: 2
          resources:
            {{- toYaml $component.resources | nindent 12 }}
          securityContext:
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities:
              drop: [ALL]
          volumeMounts:
            - name: tmp
              mountPath: /tmp
            {{- if $keySecret }}
            - name: tokens
              mountPath: /etc/mandate-atlas/tokens
              readOnly: true
            {{- end }}
            {{- if $root.Values.kafka.filesSecret }}
            - name: kafka
              mountPath: /etc/mandate-atlas/kafka
              readOnly: true
            {{- end }}
            {{- if $caSecret }}
            - name: postgres
              mountPath: /etc/mandate-atlas/postgres
              readOnly: true
            {{- end }}
      volumes:
        - name: tmp
          emptyDir:
            sizeLimit: 128Mi
        {{- if $keySecret }}
        - name: tokens
          secret:
            secretName: {{ $keySecret }}
            items:
              - key: {{ $root.Values.tokens.publicKey.key }}
                path: public.pem
        {{- end }}
        {{- with $root.Values.kafka.filesSecret }}
        - name: kafka
          secret:
            secretName: {{ . }}
        {{- end }}
        {{- if $caSecret }}
        - name: postgres
          secret:
            secretName: {{ $caSecret }}
            items:
              - key: {{ ternary "ca.crt" $root.Values.postgres.tls.caKey (eq $root.Values.postgres.mode "cloudnativepg") }}
                path: ca.crt
        {{- end }}
{{- end -}}
