"""Follows the live feed of a gateway with each given client while the gateway is killed and started again.

Every client must receive every event exactly once and in order.

restart.py <address of a running gateway> <token> <port of the restarted gateway> <folder for logs> <name=command> ...

Each command is called with the address of the feed and the note of the last event, prints the data of each event on a line,
and writes "open" to standard error when connected. The restarted gateway is started by gateway.sh beside this file.
"""

import json
import shlex
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

MANDATE = "/v1/mandates/unhcr-durable-solutions"
WRITES = 30
LAST = f"Write {WRITES}"
START_SECONDS = 60
FOLLOW_SECONDS = 60


def request(method: str, url: str, token: str, body: Any = None, **headers: str) -> tuple[Any, Any]:
    sent = urllib.request.Request(
        url,
        method=method,
        data=None if body is None else json.dumps(body).encode(),
        headers={"Authorization": f"Bearer {token}", "Content-Type": "application/merge-patch+json"}
        | {name.replace("_", "-"): value for name, value in headers.items()},
    )
    with urllib.request.urlopen(sent, timeout=30) as response:
        return json.load(response), response.headers


class Gateway:
    """The gateway that is killed and started again."""

    def __init__(self, port: str, logs: Path) -> None:
        self.address = f"http://127.0.0.1:{port}"
        self.command = ["bash", str(Path(__file__).with_name("gateway.sh")), port]
        self.log = (logs / "gateway.log").open("w")
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self.process = subprocess.Popen(self.command, stdout=self.log, stderr=subprocess.STDOUT)

    def await_ready(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            try:
                urllib.request.urlopen(f"{self.address}/q/health/ready", timeout=5).close()
                return
            except OSError:
                time.sleep(0.2)
        raise TimeoutError("the gateway is not ready")

    def kill(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait()


class Client:
    """A client of the live feed, as a process."""

    def __init__(self, name: str, command: str, feed: str, logs: Path) -> None:
        self.name = name
        self.output = logs / f"{name}.events"
        self.errors = logs / f"{name}.log"
        with self.output.open("w") as output, self.errors.open("w") as errors:
            self.process = subprocess.Popen([*shlex.split(command), feed, LAST], stdout=output, stderr=errors)

    def await_open(self) -> None:
        deadline = time.monotonic() + FOLLOW_SECONDS
        while "open" not in self.errors.read_text():
            if time.monotonic() > deadline or self.process.poll() is not None:
                raise TimeoutError(f"{self.name} is not connected: {self.errors.read_text()}")
            time.sleep(0.1)

    def events(self) -> list[dict[str, Any]]:
        try:
            self.process.wait(FOLLOW_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.terminate()
            print(f"{self.name}: the last event is missing; {self.errors.read_text()}", file=sys.stderr)
        return [json.loads(line) for line in self.output.read_text().splitlines()]


def write(address: str, token: str, numbers: range) -> None:
    for number in numbers:
        document, headers = request("GET", address + MANDATE, token)
        title = document["title"].split(" / ")[0] + ("" if number == WRITES else f" / {number}")
        request(
            "PATCH", address + MANDATE, token, {"title": title}, If_Match=headers["ETag"], Change_Note=f"Write {number}"
        )


def is_complete(client: Client, expected: list[str]) -> bool:
    events = client.events()
    ids = [event["id"] for event in events]
    if ids == expected and "reconnecting" in client.errors.read_text():
        return True
    print(f"{client.name}: expected {expected}, received {ids}; {client.errors.read_text()}", file=sys.stderr)
    return False


def main(address: str, token: str, port: str, folder: str, *commands: str) -> int:
    logs = Path(folder)
    start = request("GET", f"{address}/v1/changes?fromNow=true", token)[0]["position"]
    gateway = Gateway(port, logs)
    clients: list[Client] = []
    try:
        gateway.start()
        gateway.await_ready()
        feed = f"{gateway.address}/v1/changes/stream?stream=mandate&after={start}"
        for named in commands:
            name, command = named.split("=", 1)
            clients.append(Client(name, command, feed, logs))
        for client in clients:
            client.await_open()
        write(address, token, range(1, WRITES // 3 + 1))
        gateway.kill()
        write(address, token, range(WRITES // 3 + 1, 2 * WRITES // 3 + 1))
        gateway.start()
        gateway.await_ready()
        write(address, token, range(2 * WRITES // 3 + 1, WRITES + 1))
        expected = feed_of(address, token, start)
        passed = sum(is_complete(client, expected) for client in clients)
    finally:
        for client in clients:
            if client.process.poll() is None:
                client.process.terminate()
        gateway.kill()
    failed = len(commands) - passed
    print(f"streams: {passed} passed, {failed} failed")
    return 1 if failed else 0


def feed_of(address: str, token: str, start: str) -> list[str]:
    """Returns the ids of the events from the start to the last write, read as pages."""
    deadline = time.monotonic() + FOLLOW_SECONDS
    while time.monotonic() < deadline:
        page = request("GET", f"{address}/v1/changes?stream=mandate&limit=500&after={start}", token)[0]
        events = page["items"]
        notes = [event["data"]["note"] for event in events]
        if LAST in notes:
            assert [note for note in notes if note.startswith("Write ")] == [
                f"Write {number}" for number in range(1, WRITES + 1)
            ], notes
            return [event["id"] for event in events[: notes.index(LAST) + 1]]
        time.sleep(0.2)
    raise TimeoutError("the last write is not in the feed")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
