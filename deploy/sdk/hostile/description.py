"""The operations of an OpenAPI document, with a valid request for each."""

import copy
import json
from dataclasses import dataclass, field
from random import Random
from typing import Any

METHODS = ("get", "put", "post", "patch", "delete")

# A port that nobody listens on: deliveries must not leave this machine.
WEBHOOK = "http://127.0.0.1:9/webhook"


@dataclass
class Parameter:
    name: str
    place: str
    required: bool
    example: Any
    choices: list[Any]


@dataclass
class Operation:
    method: str
    path: str
    parameters: list[Parameter] = field(default_factory=list)
    media_type: str | None = None
    body: Any = None

    @property
    def name(self) -> str:
        return f"{self.method} {self.path}"

    def of(self, *places: str) -> list[Parameter]:
        return [parameter for parameter in self.parameters if parameter.place in places]


def operations(document: dict[str, Any]) -> list[Operation]:
    """Returns all operations of the document."""
    return [
        read_operation(document, path, method, item[method])
        for path, item in document["paths"].items()
        for method in METHODS
        if method in item
    ]


def read_operation(document: dict[str, Any], path: str, method: str, source: dict[str, Any]) -> Operation:
    operation = Operation(method.upper(), path)
    for reference in document["paths"][path].get("parameters", []) + source.get("parameters", []):
        parameter = resolve(document, reference)
        schema = resolve(document, parameter.get("schema", {}))
        operation.parameters.append(
            Parameter(
                parameter["name"],
                parameter["in"],
                parameter.get("required", False),
                example_of(parameter, schema),
                schema.get("enum") or resolve(document, schema.get("items", {})).get("enum") or [],
            )
        )
    content = source.get("requestBody", {}).get("content", {})
    if content:
        operation.media_type, media = next(iter(content.items()))
        operation.body = copy.deepcopy(example_of(media, resolve(document, media.get("schema", {}))))
        if isinstance(operation.body, dict) and "url" in operation.body:
            operation.body["url"] = WEBHOOK
    return operation


def resolve(document: dict[str, Any], node: Any) -> Any:
    while "$ref" in node:
        target: Any = document
        for token in node["$ref"].removeprefix("#/").split("/"):
            target = target[token.replace("~1", "/").replace("~0", "~")]
        node = target
    return node


def example_of(node: dict[str, Any], schema: dict[str, Any]) -> Any:
    if "example" in node:
        return node["example"]
    for example in (node.get("examples") or {}).values():
        return example.get("value")
    examples = schema.get("examples") or [schema.get("example", schema.get("default"))]
    return examples[0]


def as_text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return ",".join(map(as_text, value)) if isinstance(value, list) else str(value)


def as_json(value: Any, random: Random) -> bytes:
    """Returns the JSON text, with characters escaped or not."""
    return json.dumps(value, ensure_ascii=random.random() < 0.5).encode("utf-8", "surrogatepass")
