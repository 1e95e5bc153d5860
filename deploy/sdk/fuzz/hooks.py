"""Hooks for Schemathesis: where webhooks go, and which failed checks the description of the API explains."""

import json
import re
from collections.abc import Iterator
from typing import Any

import schemathesis
from schemathesis.core.failures import AcceptedNegativeData, Failure
from schemathesis.core.transport import Response
from schemathesis.generation.case import Case
from schemathesis.hooks import HookContext
from schemathesis.openapi.checks import JsonSchemaError, RejectedPositiveData

# A port that nobody listens on: deliveries must not leave this machine.
WEBHOOK = "http://127.0.0.1:9/webhook"

# The schema of an event stream describes the whole stream; Schemathesis compares each event with it.
STREAM_EVENT = "SSE event violates schema"

# Rejections of requests that their schemas allow, as patterns: the detail of a violation, and words that must be in the
# description of the rejected parameter, header or body, of the operation, or of the whole API.
EXPLAINED = [
    (r"names '.*', which is none of", r"Top-level fields"),
    (r"contains a control character", r"control characters"),
    (r"is empty", r"must not be empty"),
    (r"is blank", r"not blank"),
    (r"is in the future", r"must not be\s+in the future"),
    (r"is not an instant", r"at most 18 hours"),
    (r"a position such as", r"position"),
    (r"is not a field of", r"unknown fields"),
    (r"with two days|with two instants|are compared", r"two dates take no"),
    (r"are exclusive", r"are exclusive"),
    (r"must be \* for a write", r"`\*` to create"),
    (r"is a duplicate", r"no duplicates"),
    (r"if the level is", r"not allowed if it is `lead`"),
    (r"has neither a letter nor a digit", r"contain a letter or a digit"),
    (r"at most 100 subscriptions", r"at most 100 subscriptions"),
    (r"is not one of capacities", r"documents of these collections"),
    (r"quoted ETags", r"ETag"),
    (r"is not the id of an event", r"id of the last received event"),
    (r"is beyond the end of stream", r"position"),
    (r"is not allowed with to", r"Not allowed with `to`"),
    (r"before from", r"not before"),
    (r"is not a date", r"\b([Dd]ate|[Dd]ay)\b"),
    (r"is not an id", r"\b[Ii]ds?\b"),
    (r"is not a scheme and an id", r"[Ss]cheme"),
    (r"does not exist on", r"Institution id|cannot be applied on that date"),
    (r"holds no such mandate on", r"cannot be applied on that date"),
]


@schemathesis.hook
def before_call(context: HookContext, case: Case, kwargs: dict[str, Any]) -> None:
    is_subscription = case.operation.path.startswith("/v1/subscriptions")
    if is_subscription and isinstance(case.body, dict) and isinstance(case.body.get("url"), str):
        case.body["url"] = WEBHOOK
    if case.meta is not None and case.meta.generation.mode.is_positive:
        remove_contradictions(case)


def remove_contradictions(case: Case) -> None:
    """Removes what the schema of a single parameter cannot rule out: cursors of other queries, a second condition of a
    write, and another id in the body than in the URL."""
    if case.query:
        case.query.pop("cursor", None)
    if case.headers and "If-Match" in case.headers:
        case.headers.pop("If-None-Match", None)
    if case.path_parameters and "id" in case.path_parameters and isinstance(case.body, dict) and "id" in case.body:
        case.body["id"] = case.path_parameters["id"]


@schemathesis.hook
def filter_failure(context: HookContext, failure: Failure, case: Case, response: Response) -> bool:
    if isinstance(failure, RejectedPositiveData):
        return not is_explained(case, response)
    if isinstance(failure, JsonSchemaError):
        return failure.title != STREAM_EVENT and not is_reduced(case, failure)
    if isinstance(failure, AcceptedNegativeData):
        return not has_null_field(case)
    return True


def has_null_field(case: Case) -> bool:
    """A field of a new subscription or secret that is null has its default, as one that is absent."""
    return case.operation.path.startswith("/v1/subscriptions") and has_null(case.body)


def has_null(body: Any) -> bool:
    return isinstance(body, dict) and any(value is None or has_null(value) for value in body.values())


def is_reduced(case: Case, failure: JsonSchemaError) -> bool:
    """`fields` omits the other fields, also those that the schema requires."""
    return "fields" in (case.query or {}) and "is a required property" in failure.message


def is_explained(case: Case, response: Response) -> bool:
    problem = json.loads(response.content)
    if is_rule_of_patched_document(case, problem):
        return True
    violations = problem.get("violations") or [{"detail": problem["detail"]}]
    return all(is_violation_explained(case, violation) for violation in violations)


def is_rule_of_patched_document(case: Case, problem: dict[str, Any]) -> bool:
    """A rule applies to the document after the patch, which the schema of the patch does not know."""
    return case.operation.method.upper() == "PATCH" and problem["type"].endswith("/rule-violated")


def is_violation_explained(case: Case, violation: dict[str, Any]) -> bool:
    name = violation.get("parameter") or violation.get("header")
    text = " ".join(descriptions(case, name))
    return any(
        re.search(detail, violation["detail"]) and re.search(words, text) for detail, words in EXPLAINED
    )


def descriptions(case: Case, name: str | None) -> Iterator[str]:
    """Yields the descriptions of the API, the operation, and a parameter or header, or of the body if there is no name."""
    document = case.operation.schema.raw_schema
    operation = document["paths"][case.operation.path][case.operation.method.lower()]
    yield document["info"]["description"]
    yield operation.get("description", "")
    if name is None:
        yield from texts(document, operation.get("requestBody"), set())
    else:
        for parameter in operation.get("parameters", []):
            resolved = resolve(document, parameter)
            if resolved["name"].lower() == name.lower():
                yield from texts(document, resolved, set())


def resolve(document: Any, node: Any) -> Any:
    while isinstance(node, dict) and "$ref" in node:
        node = resolve_pointer(document, node["$ref"])
    return node


def resolve_pointer(document: Any, reference: str) -> Any:
    node = document
    for token in reference.removeprefix("#/").split("/"):
        node = node[token.replace("~1", "/").replace("~0", "~")]
    return node


def texts(document: Any, node: Any, seen: set[str]) -> Iterator[str]:
    """Yields all descriptions in a node and in what it refers to."""
    if isinstance(node, list):
        for item in node:
            yield from texts(document, item, seen)
    elif isinstance(node, dict):
        reference = node.get("$ref")
        if isinstance(reference, str) and reference not in seen:
            seen.add(reference)
            yield from texts(document, resolve_pointer(document, reference), seen)
        if isinstance(node.get("description"), str):
            yield node["description"]
        for key, value in node.items():
            if key not in ("description", "example", "examples"):
                yield from texts(document, value, seen)
