"""Sends hostile requests to all operations of an OpenAPI document over plain sockets, and checks the responses.

Usage: run.py ADDRESS DESCRIPTION --token TOKEN [--requests 2000] [--seed 20041231] [--only NUMBER] [--report FILE]

Request NUMBER of a seed is the same in every run. Exits with 1 if a response is wrong, or if an operation or a trick was left out.
"""

import argparse
import asyncio
import collections
import json
import pathlib
import socket
import struct
import sys
import time
from dataclasses import dataclass, field
from random import Random
from typing import Any
from urllib.parse import urlsplit

import slow
from description import Operation, operations
from responses import Response, faults, parse
from tricks import TRICKS, Request, hostile, valid

CONNECTIONS = 8
TIMEOUT = 60
# A suite on a busy machine may reject a request for a moment, with one of these problem types and status 503 or 504.
OVERLOADED = ("service-unavailable", "service-timeout", "feed-unavailable")
ATTEMPTS = 6
# Exports and event streams are read up to here.
LARGEST = 256 * 1024
SHOWN = 30
# Addresses that are not in the description of the API.
OTHERS = [
    Operation("POST", "/mcp", media_type="application/json", body={"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {}}),
    Operation("GET", "/llms.txt"),
    Operation("GET", "/docs"),
    Operation("GET", "/metrics"),
    Operation("GET", "/q/health/ready"),
    Operation("GET", "/explorer/"),
    Operation("GET", "/no-such-page"),
    Operation("GET", "/v1/no-such-collection"),
]


@dataclass
class Report:
    seed: int
    operations: list[str]
    statuses: collections.Counter[str] = field(default_factory=collections.Counter)
    requests: collections.Counter[str] = field(default_factory=collections.Counter)
    tricks: collections.Counter[str] = field(default_factory=collections.Counter)
    without_response: collections.Counter[str] = field(default_factory=collections.Counter)
    failed: collections.Counter[str] = field(default_factory=collections.Counter)
    failures: list[dict[str, Any]] = field(default_factory=list)
    retried: collections.Counter[str] = field(default_factory=collections.Counter)
    slow: dict[str, str] = field(default_factory=dict)
    longest: float = 0
    longest_request: str = ""

    def add(self, number: int, request: Request, response: Response | None, wrong: list[str], seconds: float) -> None:
        self.requests[request.operation] += 1
        self.tricks.update(request.tricks)
        self.statuses[str(response.status) if response else "closed"] += 1
        if response is None:
            self.without_response.update(request.tricks)
        if seconds > self.longest:
            self.longest, self.longest_request = seconds, f"{number}: {request.operation} {request.tricks}"
        if wrong:
            self.failed[request.operation] += 1
            body = response.body[:500].decode("utf-8", "replace") if response else ""
            self.failures.append(
                {"request": number, "operation": request.operation, "tricks": request.tricks, "faults": wrong, "response": body}
            )

    def add_slow(self, name: str, outcome: str, wrong: bool) -> None:
        self.slow[name] = outcome
        if wrong:
            self.failed[name] += 1
            self.failures.append({"operation": name, "faults": [outcome]})

    def json(self) -> dict[str, Any]:
        covered = [name for name in self.operations if self.requests[name]]
        return {
            "seed": self.seed,
            "requests": self.requests.total(),
            "operations": {"described": len(self.operations), "covered": len(covered), "others": len(OTHERS)},
            "statuses": dict(sorted(self.statuses.items())),
            "serverErrors": sum(count for status, count in self.statuses.items() if status.startswith("5")),
            "tricks": dict(sorted(self.tricks.items())),
            "retried": dict(sorted(self.retried.items())),
            "withoutResponse": dict(sorted(self.without_response.items())),
            "slowClients": self.slow,
            "longest": {"seconds": round(self.longest, 3), "request": self.longest_request},
            "failures": sorted(self.failures, key=lambda failure: failure.get("request", -1)),
        }


async def exchange(host: str, port: int, sent: bytes) -> Response | None:
    """Sends bytes and returns the response, of which a long body is read in part."""
    reader, writer = await asyncio.open_connection(host, port, limit=LARGEST)
    # The connection is reset at the end, so that thousands of them leave no ports in use.
    writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    received = b""
    complete = True
    writing = asyncio.ensure_future(write(writer, sent))
    try:
        while chunk := await reader.read(65536):
            received += chunk
            if len(received) > LARGEST or is_event_stream(received):
                complete = False
                break
    except ConnectionError:
        complete = False
    finally:
        writing.cancel()
        writer.transport.abort()
    return parse(received, complete)


async def write(writer: asyncio.StreamWriter, sent: bytes) -> None:
    """A server may close the connection before it has received everything."""
    try:
        writer.write(sent)
        await writer.drain()
    except ConnectionError:
        pass


def is_event_stream(received: bytes) -> bool:
    head, separator, _ = received.partition(b"\r\n\r\n")
    return bool(separator) and b"text/event-stream" in head.lower() and b"HTTP/1.1 200" in head


def build(number: int, seed: int, targets: list[Operation], token: str) -> tuple[Request, bytes]:
    random = Random(f"{seed}-{number}")
    operation = targets[number % len(targets)]
    # A valid request now and then: what follows hostile ones must still work.
    request = valid(operation, token, random) if number % 50 == 49 else hostile(operation, token, random)
    return request, request.encode(random)


async def send(number: int, request: Request, sent: bytes, host: str, port: int, report: Report) -> None:
    started = time.monotonic()
    response, wrong = None, []
    try:
        # The end of a request that is cut off is never sent.
        seconds = 3 if request.is_invalid_http or request.length else TIMEOUT
        for attempt in range(ATTEMPTS):
            response = await asyncio.wait_for(exchange(host, port, sent), seconds)
            if not is_overloaded(response) or attempt == ATTEMPTS - 1:
                break
            report.retried[str(response.status)] += 1
            await asyncio.sleep(attempt + 1)
        wrong = faults(request, response, sent)
    except TimeoutError:
        if not waits_for_more(request):
            wrong = [f"no end after {seconds} s"]
    except OSError as error:
        wrong = [f"the connection failed: {error}"]
    report.add(number, request, response, wrong, 0 if waits_for_more(request) else time.monotonic() - started)


def is_overloaded(response: Response | None) -> bool:
    return response is not None and response.status in (503, 504) and any(b"/problems/" + kind.encode() in response.body for kind in OVERLOADED)


def waits_for_more(request: Request) -> bool:
    """Whether the server rightly waits for the rest of a request; slow clients check that it stops waiting."""
    return request.is_invalid_http or request.length is not None


async def run(arguments: argparse.Namespace) -> Report:
    address = urlsplit(arguments.address)
    host, port = address.hostname or "", address.port or 80
    document = json.loads(pathlib.Path(arguments.description).read_text())
    described = operations(document)
    targets = described + OTHERS
    report = Report(arguments.seed, [operation.name for operation in described])
    numbers = iter([arguments.only] if arguments.only is not None else range(arguments.requests))

    async def work() -> None:
        for number in numbers:
            request, sent = build(number, arguments.seed, targets, arguments.token)
            if arguments.only is not None:
                print(sent[:2000])
            await send(number, request, sent, host, port, report)

    slow_clients = [] if arguments.only is not None else slow.clients(described, arguments.token)
    await asyncio.gather(
        *(work() for _ in range(CONNECTIONS)), *(client.run(host, port, report.add_slow) for client in slow_clients)
    )
    return report


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("address")
    parser.add_argument("description")
    parser.add_argument("--token", required=True)
    parser.add_argument("--requests", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=20041231)
    parser.add_argument("--only", type=int)
    parser.add_argument("--report", type=pathlib.Path)
    arguments = parser.parse_args()
    started = time.monotonic()
    report = asyncio.run(run(arguments))
    result = report.json()
    if arguments.report:
        arguments.report.write_text(json.dumps(result, indent=1) + "\n")
    for failure in result["failures"][:SHOWN]:
        print(json.dumps(failure), file=sys.stderr)
    if arguments.only is not None:
        print(result["statuses"])
        return 1 if report.failures else 0
    left_out = [name for name in report.operations if not report.requests[name]]
    left_out += [trick.__name__ for trick, _, _ in TRICKS if not report.tricks[trick.__name__]]
    for name in left_out:
        print(f"left out: {name}", file=sys.stderr)
    groups = collections.Counter(f"{status[0]}xx" if status[0].isdigit() else status for status in report.statuses.elements())
    print(
        f"{result['requests']} hostile requests (seed {report.seed}) in {time.monotonic() - started:.0f} s to"
        f" {result['operations']['covered']} of {len(report.operations)} operations: "
        + ", ".join(f"{group} {groups[group]}" for group in ("2xx", "3xx", "4xx", "5xx", "closed"))
        + f"; {len(report.slow)} slow clients"
    )
    total = len(report.operations) + len(OTHERS) + len(report.slow)
    wrong = len(report.failed) + len(left_out)
    print(f"hostile: {total - wrong} passed, {wrong} failed")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
