"""What a response to a hostile request must be like."""

import gzip
import json
import re
import zlib
from dataclasses import dataclass
from typing import Any

from tricks import Request

PROBLEM = "application/problem+json"
# Words of code, databases and addresses behind the gateway.
INTERNALS = re.compile(
    rb"\bat [\w.$]+\([\w$]+\.java:\d+\)|[\w$]+\.java:\d+|\borg\.mandateatlas\.[\w.]*\.[A-Z]|\b(?:java\.(?:lang|util|io|net|time|sql)|jakarta\.\w|io\.(?:quarkus|vertx|netty|smallrye)"
    rb"|org\.(?:hibernate|postgresql|jboss|apache)|com\.fasterxml)\.?\b|\b(?:NullPointer|IllegalArgument|IllegalState|ClassCast|Json\w+)Exception"
    rb"|SQLState|syntax error at|relation \"|\b(?:SELECT|INSERT INTO|UPDATE) [^\"]{0,200} (?:FROM|VALUES|SET) |jdbc:|/root/|/home/|/tmp/|\.jar\b|Vert\.x|Hibernate|Jackson"
)
# Where an error is.
PLACES = ("pointer", "parameter", "header")


@dataclass
class Response:
    status: int
    headers: list[tuple[str, str]]
    body: bytes
    complete: bool
    raw: bytes

    def header(self, name: str) -> str | None:
        return next((value for key, value in self.headers if key.lower() == name), None)


def parse(raw: bytes, complete: bool) -> Response | None:
    """Returns the final response in the bytes that a server sent; None if there is none."""
    while True:
        head, separator, body = raw.partition(b"\r\n\r\n")
        match = re.match(rb"HTTP/\d\.\d (\d{3})(?: |\r|$)", head)
        if not match or not separator:
            return None
        if 100 <= int(match[1]) < 200 and int(match[1]) != 101:
            raw = body
            continue
        pairs = [line.split(":", 1) for line in head.decode("latin-1").split("\r\n")[1:] if ":" in line]
        headers = [(name.strip(), value.strip()) for name, value in pairs]
        response = Response(int(match[1]), headers, body, complete, raw)
        if (response.header("transfer-encoding") or "").lower() == "chunked":
            response.body = unchunked(body)
        if response.header("content-encoding") == "gzip" and complete:
            response.body = decompressed(response.body)
        return response


def decompressed(body: bytes) -> bytes:
    try:
        return gzip.decompress(body)
    except (EOFError, OSError, zlib.error):
        return b""


def unchunked(body: bytes) -> bytes:
    content = b""
    while body:
        size, _, body = body.partition(b"\r\n")
        length = int(size.split(b";")[0] or b"0", 16)
        content += body[:length]
        body = body[length + 2 :]
        if length == 0:
            break
    return content


def faults(request: Request, response: Response | None, sent: bytes) -> list[str]:
    """Returns what is wrong with a response; None is a connection that was closed without one."""
    if response is None:
        # A request that is cut off or is no HTTP needs no response.
        return [] if request.is_invalid_http else ["no response"]
    found = []
    if response.status >= 500 and not is_documented(request, response):
        found.append(f"status {response.status}")
    leak = INTERNALS.search(response.raw)
    if leak and response.status >= 400 and leak[0] not in sent:
        found.append(f"discloses {leak[0].decode('latin-1')}")
    if response.status >= 400:
        found += error_faults(request, response)
    return found


def is_documented(request: Request, response: Response) -> bool:
    """The state of the services is a 503 while one of them is not ready."""
    return request.operation == "GET /health" and response.status == 503 and b'"services"' in response.body


def error_faults(request: Request, response: Response) -> list[str]:
    if request.method == "HEAD" or is_documented(request, response):
        return []
    if request.operation == "POST /mcp" and b'"jsonrpc"' in response.body:
        return []
    if not response.body and request.is_invalid_http and response.status in (400, 405, 413, 414, 431):
        return []
    if not (response.header("content-type") or "").startswith(PROBLEM):
        return [f"status {response.status} with {response.header('content-type')} instead of a problem document"]
    try:
        problem = json.loads(response.body)
    except ValueError:
        return ["the problem document is not JSON"] if response.complete else []
    missing = [name for name in ("type", "title", "status", "detail") if not problem.get(name)]
    if missing:
        return [f"the problem document lacks {', '.join(missing)}"]
    if problem["status"] != response.status:
        return [f"status {response.status} with a problem document of status {problem['status']}"]
    return place_faults(request, problem)


def place_faults(request: Request, problem: dict[str, Any]) -> list[str]:
    """An error of a field, parameter or header names it."""
    violations = problem.get("violations")
    if problem["status"] == 422 and not violations:
        return ["422 without violations"]
    for violation in violations or []:
        if not violation.get("detail") or not any(name in violation for name in PLACES):
            return [f"a violation names no place: {violation}"]
    if request.place and problem["status"] == 400 and request.place not in json.dumps(problem):
        return [f"the problem document does not name {request.place}"]
    return []
