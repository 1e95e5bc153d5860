"""Follows a live feed with httpx-sse and prints the data of each event, up to and including the last one.

follow.py <address of the feed> <note of the last event>
"""

import json
import sys
import time

import httpx
from httpx_sse import connect_sse


def follow(address: str, last: str) -> None:
    last_event_id = ""
    pause = 1.0
    with httpx.Client(timeout=None) as client:
        while True:
            try:
                headers = {"Last-Event-ID": last_event_id} if last_event_id else {}
                with connect_sse(client, "GET", address, headers=headers) as source:
                    source.response.raise_for_status()
                    print("open", file=sys.stderr, flush=True)
                    for event in source.iter_sse():
                        last_event_id = event.id
                        pause = event.retry / 1000 if event.retry is not None else pause
                        if event.data:
                            print(event.data, flush=True)
                            if json.loads(event.data)["data"]["note"] == last:
                                return
            except httpx.TransportError as failure:
                print(f"reconnecting: {failure!r}", file=sys.stderr, flush=True)
            time.sleep(pause)


if __name__ == "__main__":
    follow(sys.argv[1], sys.argv[2])
