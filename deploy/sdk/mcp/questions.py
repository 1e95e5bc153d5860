"""Answers six questions by tool calls, each with the MCP SDK for Python and with FastMCP, and writes a transcript.

Usage: questions.py <address> <transcript>
"""

import asyncio
import json
import pathlib
import sys
import time
from collections.abc import Awaitable, Callable
from typing import Any

import fastmcp
import mcp

MOST_TOOLS = 12
MOST_BYTES = 18_000  # 6,000 tokens at three bytes, less than measured

Result = tuple[bool, str, dict[str, Any]]
Call = Callable[[str, dict[str, Any]], Awaitable[Result]]

failures: list[str] = []
passed = 0


def expect(what: str, holds: bool) -> None:
    global passed
    if holds:
        passed += 1
    else:
        failures.append(what)


def institutions(items: list[dict[str, Any]], **values: str) -> set[str]:
    return {item["institution"] for item in items if all(item.get(name) == value for name, value in values.items())}


def answer_iom(text: str, data: dict[str, Any]) -> str:
    functions = {item["function"] for item in data["capacities"]}
    bases = {item.get("instrument") for item in data["mandates"]}
    expect("IOM provided services in 2004", "service-provision" in functions)
    expect("the constitution is a legal basis", "iom-constitution" in bases)
    expect("facts are cited", all(item.get("citations") for item in data["mandates"]))
    return f"{len(functions)} functions, among them service-provision; legal basis: iom-constitution"


def answer_gaps(text: str, data: dict[str, Any]) -> str:
    functions = [item["function"] for item in data["items"]]
    expect("nobody filled coordination", "coordination" in functions)
    expect("somebody provided services", "service-provision" not in functions)
    return ", ".join(functions)


def answer_chair(text: str, data: dict[str, Any]) -> str:
    expect("one chair", institutions(data["items"], role="chair") == {"iom"})
    expect("the chair has a name", "International Organization for Migration" in text)
    return str(data["names"]["institution/iom"])


def answer_changes(text: str, data: dict[str, Any]) -> str:
    expect("there are changes", len(data["items"]) >= 30)
    expect("changes have causes", any(item.get("causes") for item in data["items"]))
    expect("there is another page", "next" in data)
    return text.splitlines()[0]


def answer_agency(text: str, data: dict[str, Any]) -> str:
    expect("the overlap ends", "service-provision" in data["overlapsRemoved"])
    expect("gaps are closed and opened", bool(data["gapsClosed"]) and bool(data["gapsOpened"]))
    expect("the trace is in words", "World Migration Organization" in text)
    return f"{len(data['gapsClosed'])} gaps closed, {len(data['gapsOpened'])} opened; overlap of service-provision removed"


def answer_hague(text: str, data: dict[str, Any]) -> str:
    stated = [source for item in data["items"] for source in item["contradicting"]]
    expect("the start is disputed", any("1998" in one for one in stated) and any("1999" in one for one in stated))
    return f"{len(data['items'])} facts; others state 1998 and 1999 for its start"


QUESTIONS: list[tuple[str, str, dict[str, Any], Callable[[str, dict[str, Any]], str]]] = [
    (
        "What did IOM do in 2004, and on what legal basis?",
        "profile",
        {"collection": "institutions", "id": "iom", "validAt": "2004-12-31"},
        answer_iom,
    ),
    ("Which functions did nobody perform?", "gaps_and_overlaps", {"validAt": "2004-12-31"}, answer_gaps),
    (
        "Who chaired the Global Migration Group in March 2007?",
        "list",
        {
            "collection": "participations",
            "filters": {"process": "global-migration-group", "role": "chair"},
            "validAt": "2007-03-01",
        },
        answer_chair,
    ),
    (
        "What changed between 2004 and 2018?",
        "what_changed",
        {"from": "2004-12-31", "to": "2018-12-31", "aspect": "coverage", "limit": 100},
        answer_changes,
    ),
    ("What would a new agency have changed?", "simulate_reform", {"option": "create-new-agency"}, answer_agency),
    (
        "Where do sources disagree on the Hague Process?",
        "contradictions",
        {"collection": "processes", "id": "hague-process"},
        answer_hague,
    ),
]


async def ask(client: str, call: Call) -> list[str]:
    lines = [f"# {client}", ""]
    for question, tool, arguments, answer in QUESTIONS:
        began = time.monotonic()
        error, text, data = await call(tool, arguments)
        millis = round((time.monotonic() - began) * 1000)
        expect(f"{client}: {question}", not error)
        expect("results are short", len(text) < 16_000 and len(json.dumps(data)) < 64_000)
        expect("results have links", data.get("url", "").startswith("http") and "/explorer/" in data.get("page", ""))
        found = answer(text, data)
        lines += [f"## {question}", "", f"`{tool}` {json.dumps(arguments)} ({millis} ms, {len(text)} characters)", ""]
        lines += [f"Answer: {found}.", "", "```", *text.splitlines(), "```", ""]
    error, text, _ = await call("gaps_and_overlaps", {"kind": "hole"})
    expect("an invalid argument is named", error and "kind" in text and "function, mandate" in text)
    return lines


async def with_sdk(url: str) -> list[str]:
    async with mcp.Client(url) as client:
        tools = (await client.list_tools()).tools
        size = len(json.dumps([tool.model_dump(exclude_none=True, by_alias=True) for tool in tools]))
        expect("few tools", len(tools) <= MOST_TOOLS)
        expect("short definitions", size < MOST_BYTES)
        expect("tools only read", all(tool.annotations is not None and tool.annotations.read_only_hint for tool in tools))

        async def call(name: str, arguments: dict[str, Any]) -> Result:
            result = await client.call_tool(name, arguments)
            return bool(result.is_error), getattr(result.content[0], "text"), dict(result.structured_content or {})

        return await ask("MCP SDK for Python", call)


async def with_fastmcp(url: str) -> list[str]:
    async with fastmcp.Client(url) as client:

        async def call(name: str, arguments: dict[str, Any]) -> Result:
            result = await client.call_tool(name, arguments, raise_on_error=False)
            return bool(result.is_error), getattr(result.content[0], "text"), dict(result.structured_content or {})

        return await ask("FastMCP", call)


async def main(address: str, transcript: pathlib.Path) -> None:
    lines = [*await with_sdk(address + "/mcp"), *await with_fastmcp(address + "/mcp")]
    transcript.write_text("\n".join(lines), encoding="utf-8")


asyncio.run(main(sys.argv[1], pathlib.Path(sys.argv[2])))
for failure in failures:
    print(f"mcp: {failure}: failed", file=sys.stderr)
print(f"mcp: {passed} passed, {len(failures)} failed")
sys.exit(1 if failures else 0)
