"""Changes that make a valid request hostile. Each changes a request in place, with choices from a seeded generator."""

import gzip
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any
from urllib.parse import quote

from description import Operation, as_json, as_text

# Byte strings that are not part of a target as they are.
RAW = "/?&=%+,:;@!$'()*~-._"


@dataclass
class Request:
    """A request as it is sent: anything may be changed to bytes that are not HTTP."""

    operation: str
    method: str
    path: list[str]
    query: list[tuple[str, str]]
    headers: list[tuple[str, str]]
    body: Any = None
    media_type: str | None = None
    payload: bytes | None = None
    version: str = "HTTP/1.1"
    target: str | None = None
    length: str | None = None
    chunked: bool = False
    raw_end: bytes | None = None
    cut: int | None = None
    raw_head: bytes = b""
    # Whether the server may reject it as invalid HTTP, with a status but without a problem document.
    is_invalid_http: bool = False
    # The parameter or header that has a value that is certainly wrong.
    place: str | None = None
    tricks: list[str] = field(default_factory=list)

    def encode(self, random: Random) -> bytes:
        payload = self.payload
        if payload is None and self.body is not None:
            payload = as_json(self.body, random) if not isinstance(self.body, str) else self.body.encode()
        target = self.target
        if target is None:
            target = "".join("/" + segment for segment in self.path)
            if self.query:
                target += "?" + "&".join(f"{name}={value}" if value is not None else name for name, value in self.query)
        lines = [f"{self.method} {target} {self.version}".rstrip(" ")]
        lines += [f"{name}: {value}" for name, value in self.headers]
        if payload is not None and self.media_type is not None:
            lines.append(f"Content-Type: {self.media_type}")
        end = b""
        if payload is not None:
            if self.chunked:
                lines.append("Transfer-Encoding: chunked")
                end = chunks(payload, random)
            else:
                lines.append(f"Content-Length: {self.length if self.length is not None else len(payload)}")
                end = payload
        head = "\r\n".join(lines).encode("utf-8", "surrogatepass") + b"\r\n" + self.raw_head + b"\r\n"
        message = head + (self.raw_end if self.raw_end is not None else end)
        return message if self.cut is None else message[: max(1, len(message) * self.cut // 100)]


def chunks(payload: bytes, random: Random) -> bytes:
    encoded = b""
    while payload:
        size = random.choice([1, 7, 1000, 65536])
        piece, payload = payload[:size], payload[size:]
        encoded += b"%x%s\r\n%s\r\n" % (len(piece), random.choice([b"", b";x=1", b" "]), piece)
    return encoded + b"0\r\n\r\n"


def valid(operation: Operation, token: str, random: Random) -> Request:
    """Returns a valid request to an operation, mostly with the token."""
    values = {p.name: as_text(p.example) for p in operation.of("path") if p.example is not None}
    # References in a description are sent as they are.
    path = re.sub(r"\{(\w+)}", lambda match: quote(values.get(match[1], "iom"), safe=""), operation.path)
    query = [
        (p.name, quote(as_text(p.example), safe=RAW))
        for p in operation.of("query")
        if p.example is not None and (p.required or random.random() < 0.15) and p.name != "cursor"
    ]
    headers = [("Host", "localhost"), ("Connection", "close")]
    if operation.method in ("PUT", "PATCH", "DELETE"):
        headers.append(random.choice([("If-None-Match", "*"), ("If-Match", '"1"'), ("If-Match", "*")]))
    if random.random() < 0.9:
        headers.append(("Authorization", "Bearer " + token))
    return Request(
        operation.name,
        operation.method,
        path.removeprefix("/").split("/"),
        query,
        headers,
        json.loads(json.dumps(operation.body)),
        operation.media_type,
    )


TEXTS = [
    "", " ", "\t", "0", "-1", "null", "true", "NaN", "[]", "{}", "*", "9" * 400, "1e400", "-0", "2147483648", "9223372036854775808",
    "0x10", "1_000", "١٢٣", "2004-13-45", "2004-02-30", "0000", "-0001", "+292278994-08-17", "2004-12-31T23:59:60Z", "../..", "2004/..",
    "1984?", "Y170000002", "{2004,2005", "156u-12", "'", '"', "\\", "';SELECT pg_sleep(9)--", "%' OR 1=1", "${jndi:ldap://x}", "{{7*7}}",
    "<script>alert(1)</script>", "\u0000", "\u0001", "\u007f", "\u2028", "\ufeff", "\ufffe", "\u202eabc", "é", "e\u0301" * 50, "ﷺ" * 30,
    "😀", "👩‍👩‍👧‍👦", "\U0010ffff", "a" * 81, "a" * 1001, "z" * 7000, "a," * 2000, ":" * 50, "mandate:1", "mandate:-1,mandate:2",
    "mandate:99999999999999999999", "iom,iom", "-iom", "io m", "IOM", "-" * 90, "a-" * 40, "file:///etc/passwd", "http://[::1", "//x",
    "(a|aa)+" * 20, "a" * 30 + "!", "%s%n%x",
]
ENCODED = [
    "%", "%%", "%0", "%zz", "%00", "%0d%0aX-Injected:%201", "%ff%fe", "%c0%af", "%c0%80", "%ed%a0%80", "%f5%80%80%80", "%e2%82", "%25%32%66",
    "%2e%2e%2f", "%2F", "%5c", "+", "%u0041", "\u00e9", "\u4e2d", "a%20b", "%F0%9F%98%80", "|", "^", "`", "{", "}", "<", ">", '"', "\\",
]
HEADERS = [
    "Accept", "Accept-Encoding", "Accept-Language", "Accept-Datetime", "Atlas-Position", "Last-Event-ID", "If-Match", "If-None-Match",
    "If-Modified-Since", "If-Unmodified-Since", "Authorization", "Cache-Control", "X-Request-Id", "traceparent", "tracestate", "Range", "Origin",
    "Expect", "Cookie", "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-HTTP-Method-Override", "Prefer", "TE", "Upgrade", "Content-Encoding",
    "Change-Kind", "Change-Note", "Change-Note*", "Access-Control-Request-Method", "Mcp-Protocol-Version", "Atlas-Loopback", "Content-Language",
]
HEADER_VALUES = [
    "*", "*/*;q=nan", "text/html;q=0.0001", ";;;", ",,,,", "a/b;c=\"", "text/event-stream;q=2", "application/json;charset=nonsense", '"', 'W/"', '"1',
    '"1", W/"2", *', "*, *", "gzip;q=abc", "gzip;q=-1, *;q=0", "br;q=1e999", "bytes=0-", "bytes=9-1", "bytes=-99999999999999999999",
    "Bearer", "Bearer ", "Basic YTpi", "Bearer a.b.c", "Bearer " + "e" * 4000, "Thu, 01 Jan 1970 00:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT",
    "not a date", "100-continue", "200-maybe", "00-" + "0" * 32 + "-" + "0" * 16 + "-01", "for=\"[::1\";host=;proto=gopher", "UTF-8''%ff%fe",
    "UTF-8''%", "utf-7''+AD4-", "max-age=abc, no-cache=\"", "h2c", "websocket", "trailers, deflate", "x" * 3000,
]


def hostile_text(random: Random) -> str:
    text = random.choice(TEXTS)
    return text if random.random() < 0.9 else text + random.choice(TEXTS)


def encode_value(text: str, random: Random) -> str:
    return quote(text.encode("utf-8", "surrogatepass"), safe=random.choice(["", ",", RAW.replace("&", "").replace("%", "")]))


# Query and path


def query_value(request: Request, operation: Operation, random: Random) -> None:
    parameter = random.choice(operation.of("query"))
    others = [one for one in request.query if one[0] != parameter.name]
    request.query = [*others, (parameter.name, encode_value(hostile_text(random), random))]


def query_choice(request: Request, operation: Operation, random: Random) -> None:
    parameter = random.choice([p for p in operation.of("query") if p.choices])
    wrong = random.choice(["no-such-value", as_text(parameter.choices[0]).upper() + "X", as_text(parameter.choices[0]) + "%20"])
    request.query = [one for one in request.query if one[0] != parameter.name] + [(parameter.name, wrong)]
    request.place = parameter.name


def query_repeated(request: Request, operation: Operation, random: Random) -> None:
    parameter = random.choice(operation.of("query"))
    for _ in range(random.choice([2, 3, 300])):
        request.query.append((parameter.name, encode_value(as_text(parameter.example), random)))


def query_unknown(request: Request, operation: Operation, random: Random) -> None:
    request.query.append((random.choice(["unknown", "__proto__", "limit[]", "valid_at", "a.b", "%00", "class.module"]), "1"))
    request.place = "" if request.operation.startswith("GET /v1") else None


def query_encoding(request: Request, operation: Operation, random: Random) -> None:
    names = [p.name for p in operation.of("query")] or ["x"]
    request.query.append((random.choice(names), random.choice(ENCODED)))


def query_many(request: Request, operation: Operation, random: Random) -> None:
    request.query += [(f"p{number}", "x" * random.choice([0, 3])) for number in range(random.choice([50, 1000, 3000]))]


def query_bare(request: Request, operation: Operation, random: Random) -> None:
    names = [p.name for p in operation.of("query")] or ["x"]
    request.query.append((random.choice(names) + random.choice(["", "=", "==", "=a=b", "&&", "?", "&=", "[]"]), None))


def path_value(request: Request, operation: Operation, random: Random) -> None:
    request.path[random.randrange(len(request.path))] = encode_value(hostile_text(random), random)


def path_encoding(request: Request, operation: Operation, random: Random) -> None:
    index = random.randrange(len(request.path))
    request.path[index] += random.choice(ENCODED)


def path_shape(request: Request, operation: Operation, random: Random) -> None:
    index = random.randrange(len(request.path) + 1)
    odd = random.choice(["", ".", "..", "%2e%2e", "..;", ";a=b", "%2f", "\\..", "...", "~", "*", "@", "WEB-INF", "q", "%252e%252e"])
    request.path.insert(index, odd)


def target_form(request: Request, operation: Operation, random: Random) -> None:
    path = "/" + "/".join(request.path)
    request.target = random.choice([
        f"http://localhost{path}", f"http://evil.invalid{path}", f"https://localhost:443{path}", f"//evil.invalid{path}", "*", "localhost:443", "",
        path + "#fragment", path + "?a#b", path.upper(), path.lstrip("/"), path.replace("/", "\\"), "http://", "http://[::1", f"http://user:pw@localhost{path}",
        path + "/" * 40, "/" + "a/" * 3000, path + "?" + "x" * 9000, path + "?" + "y" * 70000, f" {path}", f"{path} x", f"{path}\t",
    ])
    request.is_invalid_http = True


# Method, version and headers


def method(request: Request, operation: Operation, random: Random) -> None:
    request.method = random.choice(
        ["TRACE", "CONNECT", "OPTIONS", "HEAD", "PROPFIND", "LOCK", "get", "GETT", "G" * 300, "POST", "PUT", "PATCH", "DELETE", "GET", "QUERY", "", "G\u00c9T", "(GET)"]
    )
    request.is_invalid_http = True


def version(request: Request, operation: Operation, random: Random) -> None:
    request.version = random.choice(["HTTP/1.0", "HTTP/0.9", "HTTP/1.2", "HTTP/2.0", "HTTP/9.9", "http/1.1", "HTTP/1", "HTTP/", "ICY", "", "HTTP/1.1 "])
    request.is_invalid_http = True


def header_value(request: Request, operation: Operation, random: Random) -> None:
    names = HEADERS + [p.name for p in operation.of("header")] * 2
    name = random.choice(names)
    value = random.choice(HEADER_VALUES) if random.random() < 0.7 else hostile_text(random).replace("\r", "").replace("\n", "")
    request.headers = [one for one in request.headers if one[0] != name] + [(name, value)]
    # Controls in a header are not HTTP; neither is an upgrade that ends the exchange.
    request.is_invalid_http |= any(ord(c) < 32 or ord(c) == 127 for c in value) or name in ("Expect", "Upgrade")


def header_repeated(request: Request, operation: Operation, random: Random) -> None:
    name = random.choice(["Host", "Authorization", "Accept", "If-Match", "If-None-Match", "X-Request-Id", "Atlas-Position", "Content-Type", "Content-Length"])
    value = random.choice(["localhost", "1", "*", '"1"', "a/b", "other.invalid"])
    request.headers += [(name, value)] * random.choice([1, 2, 50])
    request.is_invalid_http |= name in ("Host", "Content-Length")


def header_flood(request: Request, operation: Operation, random: Random) -> None:
    count, size = random.choice([(100, 10), (900, 10), (5000, 5), (1, 15000), (1, 17000), (1, 60000), (1, 200000), (40, 2000)])
    request.headers += [(f"X-Flood-{number}", "f" * size) for number in range(count)]
    request.is_invalid_http = True


def header_syntax(request: Request, operation: Operation, random: Random) -> None:
    request.raw_head = random.choice([
        b"X-Folded: a\r\n  b\r\n", b"X-Space : a\r\n", b" X-Leading: a\r\n", b"No-Colon\r\n", b": no name\r\n", b"X-Nul: a\0b\r\n", b"X-Bare-CR: a\rb\r\n",
        b"X-Bare-LF: a\nX-Second: b\r\n", b"X-\xc3\xa9: a\r\n", b"X-Latin: \xe9\xff\r\n", b"X(Y): a\r\n", b"Transfer-Encoding: chunked, identity\r\n",
        b"Transfer-Encoding : chunked\r\n", b"Transfer-Encoding: xchunked\r\n", b"Connection: close, Host, Authorization\r\n", b"Content-Length: +0\r\n",
        b"Content-Length: 0x0\r\n", b"Content-Length: -1\r\n", b"Content-Length: 99999999999999999999\r\n", b"Host: a b\r\n", b"\0\0\0\0\r\n",
    ])
    request.is_invalid_http = True


def host(request: Request, operation: Operation, random: Random) -> None:
    request.headers = [one for one in request.headers if one[0] != "Host"]
    given = random.choice([None, "", "a b", "evil.invalid", "[::1", "[::1]:x", "localhost:99999", "localhost:-1", "a,b", "a/b", "user@localhost", "<x>", "é", "x" * 3000])
    if given is not None:
        request.headers.insert(0, ("Host", given))
    request.is_invalid_http = True


# Bodies


def nodes(value: Any, found: list[tuple[Any, Any]]) -> list[tuple[Any, Any]]:
    keys = value.keys() if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        found.append((value, key))
        nodes(value[key], found)
    return found


def body_value(request: Request, operation: Operation, random: Random) -> None:
    places = nodes(request.body, [])
    if not places:
        return
    for _ in range(random.choice([1, 1, 1, 3])):
        holder, key = random.choice(places)
        if key == "url":
            continue
        holder[key] = random.choice([
            None, True, 0, -1, 1.5, 2**31, 2**63, 2**64, 10**400, -(10**30), [], {}, [[]], [None], {"": None}, "\ud800", "\udfff\ud800", [""] * 1000,
            {"from": "2004", "to": "2003"}, ["a", "a"], hostile_text(random), hostile_text(random), hostile_text(random), "x" * 100_000,
        ])


def body_removed(request: Request, operation: Operation, random: Random) -> None:
    holder, key = random.choice([one for one in nodes(request.body, []) if isinstance(one[0], dict)])
    del holder[key]


def body_unknown(request: Request, operation: Operation, random: Random) -> None:
    holders = [request.body] + [holder[key] for holder, key in nodes(request.body, []) if isinstance(holder[key], dict)]
    random.choice(holders)[random.choice(["unknown", "", "__proto__", "@class", "$ref", "constructor", "\u0000", "É", "k" * 5000])] = random.choice([1, {}, "x"])


def body_syntax(request: Request, operation: Operation, random: Random) -> None:
    text = as_json(request.body, random)
    request.payload = random.choice([
        b"", b" ", b"\n\n", b"null", b"true", b"0", b'""', b"[]", b"{}", b"[" + text + b"]", text[: len(text) // 2], text[:-1], text + b"}", text + text, b"{'a': 1}",
        b"{a: 1}", b'{"a": 1,}', b'{"a": NaN}', b'{"a": -Infinity}', b'{"a": 01}', b'{"a": 1e999999}', b'{"a": "\x00"}', b'{"a": "\\u12"}', b'{"a": "\\x"}',
        b"/* comment */" + text, b"\xef\xbb\xbf" + text, b"\x00" * 100, b"<xml/>", b"--boundary", b"a=b&c=d", text.replace(b":", b"::"),
        b'{"id": "iom", "id": "unhcr", "id": null}', text[:-1] + b', "validity": 1, "validity": {}}', b'{"":{"":{"":0}}}',
    ])


def body_nesting(request: Request, operation: Operation, random: Random) -> None:
    depth = random.choice([30, 500, 1001, 20_000, 200_000])
    opening, closing = random.choice([(b"[", b"]"), (b'{"a":', b"}"), (b'[{"a":', b"}]")])
    nested = opening * depth + b"1" + closing * (depth if random.random() < 0.8 else 0)
    request.payload = nested if random.random() < 0.5 else b'{"validity": ' + nested + b"}"


def body_duplicates(request: Request, operation: Operation, random: Random) -> None:
    fields = [as_json({key: value}, random)[1:-1] for key, value in request.body.items()]
    request.payload = b"{" + b",".join(fields + [random.choice(fields)] * random.choice([1, 1000])) + b"}"


def body_encoding(request: Request, operation: Operation, random: Random) -> None:
    text = as_json(request.body, random).decode("utf-8", "surrogatepass")
    encoding = random.choice(["utf-16", "utf-16-le", "utf-32", "utf-8-sig", "latin-1", "utf-7", "gzip", "gzip-undeclared", "cut", "invalid", "surrogate"])
    match encoding:
        case "gzip" | "gzip-undeclared":
            request.payload = gzip.compress(text.encode("utf-8", "replace"), mtime=0)
            if encoding == "gzip":
                request.headers.append(("Content-Encoding", "gzip"))
        case "cut":
            request.payload = text.encode().replace(b"e", b"\xe2\x82", 1)
        case "invalid":
            request.payload = text.encode().replace(b"a", b"\xff", 1)
        case "surrogate":
            request.payload = text.encode().replace(b"a", b"\xed\xa0\x80", 1)
        case _:
            request.payload = text.encode(encoding, "replace")
            if random.random() < 0.5:
                request.media_type = f"{request.media_type}; charset={encoding}"


def body_large(request: Request, operation: Operation, random: Random) -> None:
    size = random.choice([524_288, 524_289, 700_000, 2_200_000])
    filler = random.choice([b" ", b"a", b"9", b'"', b"["])
    request.payload = b'{"title": "' + filler * size
    request.chunked = random.random() < 0.5
    request.is_invalid_http = True


def body_huge_length(request: Request, operation: Operation, random: Random) -> None:
    request.length = random.choice(["9000000", "99999999999", "9223372036854775807"])
    request.payload = b"{"


def body_length(request: Request, operation: Operation, random: Random) -> None:
    request.payload = as_json(request.body, random) if request.body is not None else b"{}"
    request.length = random.choice([
        str(max(0, len(request.payload) - 5)), "-1", "abc", "+5", "0x10", "1.0", "", " ", "5, 5", "5,6", "99999999999999999999", "٣", "1 2",
    ])
    request.is_invalid_http = True


def body_cut(request: Request, operation: Operation, random: Random) -> None:
    request.payload = as_json(request.body, random) if request.body is not None else b"{}"
    request.chunked = random.random() < 0.5
    request.cut = random.randrange(1, 100)
    request.is_invalid_http = True


def body_chunks(request: Request, operation: Operation, random: Random) -> None:
    request.payload = b""
    request.chunked = True
    request.raw_end = random.choice([
        b"zz\r\n{}\r\n0\r\n\r\n", b"-1\r\n{}\r\n0\r\n\r\n", b"ffffffffffffffffff\r\n{}", b"2\r\n{}0\r\n\r\n", b"2{}\r\n0\r\n\r\n", b"\r\n\r\n", b"0\r\nX: " + b"t" * 70000 + b"\r\n\r\n",
        b"2;" + b"e" * 70000 + b"\r\n{}\r\n0\r\n\r\n", b"2\n{}\n0\n\n", b"0\r\nContent-Length: 9\r\nHost: x\r\n\r\n", b"2\r\n{}\r\n0\r\n\r\nGET /evil HTTP/1.1\r\nHost: x\r\n\r\n",
        b"1\r\n{\r\n" * 3000 + b"0\r\n\r\n",
    ])
    if random.random() < 0.3:
        request.headers.append(("Content-Length", "2"))
    request.is_invalid_http = True


def body_of_read(request: Request, operation: Operation, random: Random) -> None:
    request.payload = random.choice([b"", b"{}", b"x" * 10_000, b"[" * 100_000])
    request.chunked = random.random() < 0.5


def media_type(request: Request, operation: Operation, random: Random) -> None:
    request.payload = as_json(request.body, random)
    request.media_type = random.choice([
        None, "", "text/plain", "text/html", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=x", "*/*",
        "application/*", "application/json; charset=utf-16", "application/json; charset=nonsense", "application/json;;;", "application/json; charset=\"", "json",
        "application/", "/json", "application/json, text/plain", "application/vnd.api+json", "APPLICATION/JSON", "application/octet-stream", "a/b" * 1000,
    ])


Trick = Callable[[Request, Operation, Random], None]


def has_query(operation: Operation) -> bool:
    return bool(operation.of("query"))


def has_choices(operation: Operation) -> bool:
    return any(p.choices for p in operation.of("query"))


def has_document(operation: Operation) -> bool:
    return isinstance(operation.body, dict)


def has_body(operation: Operation) -> bool:
    return operation.body is not None


def has_none(operation: Operation) -> bool:
    return operation.body is None


def always(operation: Operation) -> bool:
    return True


# Each trick with the operations that it suits and its weight.
TRICKS: list[tuple[Trick, Callable[[Operation], bool], int]] = [
    (query_value, has_query, 12), (query_choice, has_choices, 3), (query_repeated, has_query, 2), (query_unknown, always, 2), (query_encoding, always, 4),
    (query_many, always, 1), (query_bare, always, 2), (path_value, always, 4), (path_encoding, always, 3), (path_shape, always, 2), (target_form, always, 2),
    (method, always, 3), (version, always, 1), (header_value, always, 8), (header_repeated, always, 2), (header_flood, always, 1), (header_syntax, always, 2), (host, always, 1),
    (body_value, has_document, 16), (body_removed, has_document, 2), (body_unknown, has_document, 2), (body_syntax, has_body, 5), (body_nesting, has_body, 2),
    (body_duplicates, has_document, 2), (body_encoding, has_body, 3), (body_large, has_body, 1), (body_huge_length, has_body, 1), (body_length, has_body, 2), (body_cut, has_body, 2),
    (body_chunks, has_body, 2), (body_of_read, has_none, 1), (media_type, has_body, 2),
]


def hostile(operation: Operation, token: str, random: Random) -> Request:
    """Returns a request to the operation with one trick, sometimes two."""
    request = valid(operation, token, random)
    suitable = [(trick, weight) for trick, suits, weight in TRICKS if suits(operation)]
    for _ in range(random.choice([1, 1, 1, 2])):
        trick = random.choices([one for one, _ in suitable], [weight for _, weight in suitable])[0]
        try:
            trick(request, operation, random)
        except (AttributeError, IndexError, TypeError):
            # The first trick has removed what the second one changes.
            continue
        request.tricks.append(trick.__name__)
    if len(request.tricks) != 1:
        request.place = None
    return request
