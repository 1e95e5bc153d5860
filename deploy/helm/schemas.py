#!/usr/bin/env python3
"""Writes JSON Schemas for kubeconform, one file for each kind, with unknown fields forbidden.

Usage: schemas.py FOLDER SOURCE... where a source is a swagger.json of Kubernetes or a file with custom resource definitions.
"""
import json
import pathlib
import re
import sys

import yaml

INT_OR_STRING = {"oneOf": [{"type": "string"}, {"type": "integer"}]}


def strict(schema):
    """Returns a copy in which objects with listed fields have no others."""
    if isinstance(schema, list):
        return [strict(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("x-kubernetes-int-or-string") or schema.get("format") == "int-or-string":
        return INT_OR_STRING
    copy = {key: strict(value) for key, value in schema.items()}
    if (
        isinstance(schema.get("properties"), dict)
        and "additionalProperties" not in schema
        and not schema.get("x-kubernetes-preserve-unknown-fields")
        and schema.get("type", "object") == "object"
    ):
        copy["additionalProperties"] = False
    return copy


def write(folder, group, version, kind, schema):
    prefix = f"{kind}-{group.split('.')[0]}-{version}" if group else f"{kind}-{version}"
    (folder / f"{prefix.lower()}.json").write_text(json.dumps(schema))


def references(schema):
    """Returns the names of the definitions that a schema refers to."""
    return set(re.findall(r'"#/definitions/([^"]+)"', json.dumps(schema)))


def kubernetes(folder, swagger):
    definitions = strict(swagger["definitions"])
    definitions["io.k8s.apimachinery.pkg.api.resource.Quantity"] = {"type": ["string", "number"]}
    uses = {name: references(definition) for name, definition in definitions.items()}
    for name, definition in swagger["definitions"].items():
        for kind in definition.get("x-kubernetes-group-version-kind", []):
            needed, found = set(), {name}
            while found:
                needed |= found
                found = set().union(*(uses[one] for one in found)) - needed
            schema = {"$ref": f"#/definitions/{name}", "definitions": {one: definitions[one] for one in sorted(needed)}}
            write(folder, kind["group"], kind["version"], kind["kind"], schema)


def custom_resources(folder, documents):
    for document in documents:
        if not document or document.get("kind") != "CustomResourceDefinition":
            continue
        spec = document["spec"]
        for version in spec["versions"]:
            schema = strict(version["schema"]["openAPIV3Schema"])
            fields = schema["properties"]
            fields.setdefault("apiVersion", {"type": "string"})
            fields.setdefault("kind", {"type": "string"})
            fields["metadata"] = {"type": "object"}
            write(folder, spec["group"], version["name"], spec["names"]["kind"], schema)


def main(target, *sources):
    folder = pathlib.Path(target)
    folder.mkdir(parents=True, exist_ok=True)
    for source in sources:
        path = pathlib.Path(source)
        if path.name == "swagger.json":
            kubernetes(folder, json.loads(path.read_text()))
        else:
            custom_resources(folder, yaml.load_all(path.read_text(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))


main(*sys.argv[1:])
