#!/usr/bin/env python3
"""Checks the resolved Compose project on standard input: restrictions, health checks, ports, secrets and files.

Prints each finding and exits with 1 if there is any.
"""
import json
import pathlib
import sys

# Services that cannot have a property, for the reason given in compose.yaml.
WRITABLE = {"keycloak"}
WITHOUT_HEALTH_CHECK = {"collector"}
COMPONENTS = {"gateway", "institutions-service", "functions-service", "processes-service", "subscriptions-service"}


def findings(name, service):
    user = str(service.get("user", "0")).split(":")[0]
    if user in ("0", "root"):
        yield "runs as root"
    if service.get("cap_drop") != ["ALL"]:
        yield "keeps capabilities"
    if "no-new-privileges:true" not in service.get("security_opt", []):
        yield "may gain privileges"
    if not service.get("read_only") and name not in WRITABLE:
        yield "has a writable root file system"
    if "healthcheck" not in service and name not in WITHOUT_HEALTH_CHECK:
        yield "has no health check"
    for port in service.get("ports", []):
        if port.get("host_ip") != "127.0.0.1":
            yield f"publishes port {port['published']} on all addresses"
    for variable, value in (service.get("environment") or {}).items():
        if variable.endswith(("PASSWORD", "ACTOR_KEY", "SECRET_KEYS")) and value != "from-the-environment":
            yield f"has a password in the file: {variable}"
    for volume in service.get("volumes", []):
        if volume["type"] == "bind" and not volume.get("read_only"):
            yield f"writes to {volume['source']}"
    if name in COMPONENTS and "/" not in (service.get("environment") or {}).get("QUARKUS_HTTP_PROXY_TRUSTED_PROXIES", ""):
        yield "does not restrict whose forwarding headers it trusts"
    if name in COMPONENTS and not service["image"].startswith("registry.example.org/mandate-atlas/" + name + ":"):
        yield f"has the image {service['image']}"


def main():
    project = json.load(sys.stdin)
    found = [f"{name} {finding}" for name, service in project["services"].items() for finding in findings(name, service)]
    found += [f"{missing} is missing" for missing in sorted(COMPONENTS - project["services"].keys())]
    for name, config in project.get("configs", {}).items():
        if not pathlib.Path(config["file"]).is_file():
            found.append(f"the file of {name} does not exist")
    for name in sorted(COMPONENTS & project["services"].keys()):
        if project["services"][name].get("deploy", {}).get("replicas") != 2:
            found.append(f"{name} has not two replicas")
    print(*found, sep="\n", end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
