#!/usr/bin/env python3
"""Checks rendered manifests on standard input: the Pod Security Standard restricted, probes, resources, spread, trusted proxies, and no
Secret.

Prints each finding and exits with 1 if there is any.
"""
import sys

import yaml

VOLUMES = {"configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret"}


def pod_findings(pod):
    context = pod.get("securityContext", {})
    if not context.get("runAsNonRoot") or context.get("runAsUser") == 0:
        yield "may run as root"
    if context.get("seccompProfile", {}).get("type") not in ("RuntimeDefault", "Localhost"):
        yield "has no seccomp profile"
    if pod.get("automountServiceAccountToken") is not False:
        yield "has a token of the API server"
    if any(pod.get(name) for name in ("hostNetwork", "hostPID", "hostIPC")):
        yield "uses a namespace of the host"
    for volume in pod.get("volumes", []):
        if not VOLUMES & volume.keys():
            yield f"has the volume {volume['name']}"
    keys = [one["topologyKey"] for one in pod.get("topologySpreadConstraints", [])]
    if keys != ["topology.kubernetes.io/zone", "kubernetes.io/hostname"]:
        yield "is not spread over zones and nodes"


def container_findings(container):
    context = container.get("securityContext", {})
    if context.get("allowPrivilegeEscalation") is not False:
        yield "may gain privileges"
    if not context.get("readOnlyRootFilesystem"):
        yield "has a writable root file system"
    if context.get("capabilities", {}).get("drop") != ["ALL"] or context.get("capabilities", {}).get("add"):
        yield "keeps capabilities"
    for probe in ("startupProbe", "livenessProbe", "readinessProbe"):
        if probe not in container:
            yield f"has no {probe}"
    for kind in ("requests", "limits"):
        if not {"cpu", "memory"} <= container.get("resources", {}).get(kind, {}).keys():
            yield f"lacks {kind}"
    for variable in container.get("env", []):
        if variable["name"].endswith(("PASSWORD", "ACTOR_KEY", "SECRET_KEYS")) and "value" in variable:
            yield f"contains a password or key: {variable['name']}"
    proxies = {one["name"]: one.get("value", "") for one in container.get("env", []) if "HTTP_PROXY" in one["name"]}
    trusted = proxies.get("QUARKUS_HTTP_PROXY_TRUSTED_PROXIES", "")
    if not trusted and (container["name"] != "gateway" or proxies) or "0.0.0.0/0" in trusted:
        yield "trusts the forwarding headers of everybody or nobody"


def main():
    resources = [resource for resource in yaml.safe_load_all(sys.stdin) if resource]
    budgets = [one["spec"]["selector"]["matchLabels"] for one in resources if one["kind"] == "PodDisruptionBudget"]
    found = [f"Secret {one['metadata']['name']} is rendered" for one in resources if one["kind"] == "Secret"]
    deployments = [one for one in resources if one["kind"] == "Deployment"]
    for deployment in deployments:
        pod = deployment["spec"]["template"]["spec"]
        findings = list(pod_findings(pod))
        for container in pod["containers"] + pod.get("initContainers", []):
            findings += container_findings(container)
        if deployment["spec"]["selector"]["matchLabels"] not in budgets:
            findings.append("has no PodDisruptionBudget")
        found += [f"{deployment['metadata']['name']} {finding}" for finding in findings]
    if len(deployments) != 5:
        found.append(f"there are {len(deployments)} Deployments")
    print(*found, sep="\n", end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
