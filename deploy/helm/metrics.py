#!/usr/bin/env python3
"""Checks the alerts and the dashboard of the chart against the metrics that the code registers.

Every expression must be valid PromQL and use existing metrics only, every alert must have a runbook entry in
docs/operations.md, and every entry an alert. Prints each finding and exits with 1 if there is any.
"""
import json
import pathlib
import re
import sys

import promql_parser
import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
CHART = ROOT / "deploy/helm/mandate-atlas"
RUNBOOK = ROOT / "docs/operations.md"

# Metrics that Micrometer and Quarkus register in every process, and up, which Prometheus adds.
STANDARD = {
    "up",
    "agroal_active_count",
    "agroal_awaiting_count",
    "http_server_requests_seconds_count",
    "http_server_requests_seconds_sum",
    "http_server_requests_seconds_max",
    "jvm_gc_overhead",
    "jvm_memory_usage_after_gc",
    "jvm_memory_used_bytes",
    "process_cpu_usage",
    "worker_pool_queue_size",
}

# Details that neither an alert nor a panel needs.
UNUSED = {"atlas_bodies_memory_bytes", "atlas_cache_size_bytes", "atlas_feed_memory_bytes"}

REGISTRATION = re.compile(
    r'(?:(Counter|Timer|Gauge|DistributionSummary)\s*\.builder|meters\s*\.(counter|timer|gauge|summary))\(\s*"([a-z.]+)"'
)
SUFFIXES = {"counter": ["_total"], "timer": ["_seconds_count", "_seconds_sum", "_seconds_max"], "gauge": [""]}


def registered():
    """Returns the names under which Prometheus sees the metrics of the code."""
    names = set()
    for path in ROOT.glob("**/src/main/java/**/*.java"):
        text = path.read_text()
        for match in REGISTRATION.finditer(text):
            kind = (match[1] or match[2]).lower()
            statement = text[match.start() : text.index(";", match.start())]
            name = match[3].replace(".", "_")
            if "BaseUnits.BYTES" in statement:
                name += "_bytes"
            names |= {name + suffix for suffix in SUFFIXES[kind]}
    return names


def selectors(node):
    """Returns the vector selectors of an expression."""
    if isinstance(node, promql_parser.VectorSelector):
        return [node]
    children = [getattr(node, name, None) for name in ("expr", "lhs", "rhs", "vector_selector", "param")]
    children += getattr(node, "args", None) or []
    return [selector for child in children if child is not None for selector in selectors(child)]


def expressions(alerts, dashboard):
    for group in alerts["groups"]:
        for rule in group["rules"]:
            yield f"alert {rule['alert']}", rule["expr"]
    for panel in dashboard["panels"]:
        for target in panel.get("targets", []):
            yield f"panel {panel['title']}", target["expr"].replace("$__rate_interval", "5m")


def main():
    alerts = yaml.safe_load((CHART / "files/alerts.yaml").read_text())
    dashboard = json.loads((CHART / "files/dashboard.json").read_text())
    known = registered() | STANDARD
    findings = []
    used = set()
    for place, expression in expressions(alerts, dashboard):
        try:
            found = selectors(promql_parser.parse(expression))
        except ValueError as error:
            findings.append(f"{place}: {error}")
            continue
        used |= {selector.name for selector in found}
        findings += [f"{place}: no metric {one.name}" for one in found if one.name not in known]
        if not found:
            findings.append(f"{place}: no metric")
    findings += [f"{name} is not in an alert or on the dashboard" for name in sorted(registered() - used - UNUSED)]

    names = {rule["alert"] for group in alerts["groups"] for rule in group["rules"]}
    section = re.search(r"^## Alerts$(.*?)(?=^## |\Z)", RUNBOOK.read_text(), re.M | re.S)
    entries = set(re.findall(r"^### (\w+)$", section[1], re.M)) if section else set()
    findings += [f"alert {name} has no entry in {RUNBOOK.name}" for name in sorted(names - entries)]
    findings += [f"the entry {name} of {RUNBOOK.name} has no alert" for name in sorted(entries - names)]
    for group in alerts["groups"]:
        for rule in group["rules"]:
            if rule["annotations"].get("runbook_url") != f"docs/operations.md#{rule['alert'].lower()}":
                findings.append(f"alert {rule['alert']}: runbook_url does not lead to its entry")
    print(*findings, sep="\n", end="\n" if findings else "")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
