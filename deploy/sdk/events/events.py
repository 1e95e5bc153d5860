"""Reads the change feed with the CloudEvents SDK for Python, as structured events and from a binary webhook request.

events.py <address of a gateway>
"""

import json
import sys
import urllib.request
from datetime import datetime, timezone
from typing import Any, Callable

from cloudevents.core.base import BaseCloudEvent
from cloudevents.core.bindings.http import HTTPMessage, from_structured_event, to_binary_event, from_binary_event
from cloudevents.core.v1.event import CloudEvent


def read(url: str, accept: str) -> Any:
    request = urllib.request.Request(url, headers={"Accept": accept})
    with urllib.request.urlopen(request, timeout=30) as response:
        assert response.headers.get_content_type() == accept, response.headers
        return json.load(response)


def parse(event: dict[str, Any]) -> BaseCloudEvent:
    headers = {"content-type": "application/cloudevents+json"}
    return from_structured_event(HTTPMessage(headers, json.dumps(event).encode()))


class Events:
    def __init__(self, address: str) -> None:
        feed = f"{address}/v1/changes?limit=500"
        self.sent: list[dict[str, Any]] = read(feed, "application/cloudevents-batch+json")
        self.page: list[dict[str, Any]] = read(feed, "application/json")["items"]

    def parses_every_event(self) -> None:
        assert len(self.sent) > 100, len(self.sent)
        for sent in self.sent:
            event = parse(sent)
            assert isinstance(event, CloudEvent), event
            assert (event.get_id(), event.get_source(), event.get_type(), event.get_subject()) == (
                sent["id"],
                sent["source"],
                sent["type"],
                sent["subject"],
            )
            assert event.get_data() == sent["data"], sent

    def has_the_time_of_the_recording(self) -> None:
        for sent in self.sent:
            time = parse(sent).get_time()
            assert time == datetime.fromisoformat(sent["data"]["recordedAt"]), sent
            assert time is not None and time.utcoffset() == timezone.utc.utcoffset(None), sent

    def has_the_schema_and_the_sequence(self) -> None:
        for sent in self.sent:
            event = parse(sent)
            assert event.get_dataschema() == sent["dataschema"], sent
            assert event.get_extension("sequence") == sent["sequence"], sent

    def survives_the_binary_mode(self) -> None:
        for sent in self.sent:
            event = parse(sent)
            again = from_binary_event(to_binary_event(event))
            assert again.get_attributes() == event.get_attributes(), (sent, again)
            assert again.get_data() == event.get_data(), sent

    def is_the_same_in_pages(self) -> None:
        assert self.page == self.sent


def main(address: str) -> int:
    events = Events(address)
    steps: list[Callable[[], None]] = [
        events.parses_every_event,
        events.has_the_time_of_the_recording,
        events.has_the_schema_and_the_sequence,
        events.survives_the_binary_mode,
        events.is_the_same_in_pages,
    ]
    failed = 0
    for step in steps:
        try:
            step()
        except Exception as failure:  # every step is reported
            failed += 1
            print(f"{step.__name__}: {type(failure).__name__}: {str(failure)[:2000]}", file=sys.stderr)
    print(f"events-python: {len(steps) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
