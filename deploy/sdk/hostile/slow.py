"""Clients that send slowly or stop in the middle of a request. The server must end each within a stated time."""

import asyncio
import json
import time
from collections.abc import Callable
from dataclasses import dataclass

from description import Operation, as_text
from responses import parse

# The time for a head is 10 s and for a body 20 s; checks are periodic, and the machine may be busy.
HEAD_SECONDS = 40
BODY_SECONDS = 60
INTERVAL = 0.5

Outcome = Callable[[str, str, bool], None]


@dataclass
class SlowClient:
    """Sends a beginning at once, then a byte now and then, until the server closes the connection."""

    name: str
    begin: bytes
    drip: bytes
    limit: float

    async def run(self, host: str, port: int, outcome: Outcome) -> None:
        started = time.monotonic()
        reader, writer = await asyncio.open_connection(host, port)
        received = bytearray()
        reading = asyncio.ensure_future(read(reader, received))
        try:
            writer.write(self.begin)
            while not reading.done() and time.monotonic() - started < self.limit:
                await asyncio.wait([reading], timeout=INTERVAL)
                if self.drip and not reading.done():
                    writer.write(self.drip)
        finally:
            closed = reading.done()
            reading.cancel()
            writer.transport.abort()
        seconds = time.monotonic() - started
        response = parse(bytes(received), closed)
        status = f"status {response.status}" if response else "no response"
        wrong = not closed or (response is not None and response.status >= 500)
        outcome(self.name, f"{status}, {'closed' if closed else 'open'} after {seconds:.0f} s", wrong)


async def read(reader: asyncio.StreamReader, received: bytearray) -> None:
    try:
        while chunk := await reader.read(65536):
            received += chunk
    except ConnectionError:
        pass


def clients(operations: list[Operation], token: str) -> list[SlowClient]:
    """Returns a client with a slow body for each operation that has one, and clients with slow heads."""
    host = "Host: localhost\r\n"
    found = [
        SlowClient("slow head", f"GET /v1 HTTP/1.1\r\n{host}".encode(), b"X", HEAD_SECONDS),
        SlowClient("slow request line", b"GET /v1/", b"a", HEAD_SECONDS),
        SlowClient("slow header lines", f"GET /v1 HTTP/1.1\r\n{host}".encode(), b"X: y\r\n", HEAD_SECONDS),
        SlowClient("head that stops", f"GET /v1 HTTP/1.1\r\n{host}".encode(), b"", HEAD_SECONDS),
        SlowClient("silence", b"", b"", HEAD_SECONDS),
        SlowClient("slow HTTP/2 preface", b"PRI * HT", b"", HEAD_SECONDS),
        SlowClient("body of a read", f"GET /v1 HTTP/1.1\r\n{host}Content-Length: 900\r\n\r\n".encode(), b"x", HEAD_SECONDS),
        SlowClient("body without a token", f"PUT /v1/mandates/slow HTTP/1.1\r\n{host}Content-Length: 900\r\n\r\n".encode(), b"x", HEAD_SECONDS),
    ]
    authorization = f"{host}Authorization: Bearer {token}\r\nIf-None-Match: *\r\n"
    for operation in [one for one in operations if one.body is not None]:
        path = operation.path
        for parameter in operation.of("path"):
            path = path.replace("{" + parameter.name + "}", as_text(parameter.example))
        head = f"{operation.method} {path} HTTP/1.1\r\n{authorization}Content-Type: {operation.media_type}\r\n"
        begin = json.dumps(operation.body)[:5]
        found.append(
            SlowClient(f"slow body of {operation.name}", f"{head}Content-Length: 900\r\n\r\n{begin}".encode(), b" ", BODY_SECONDS)
        )
    tool = f"POST /mcp HTTP/1.1\r\n{host}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
    found.append(SlowClient("slow body of POST /mcp", tool.encode(), b"1\r\n \r\n", BODY_SECONDS))
    return found
