"""Elements of XML that no parser takes: each from its start tag to the first end tag of its name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

_START = re.compile(r"<(?:[\w-]+:)?([\w-]+)\b([^>]*)>")
_END = re.compile(r"</(?:[\w-]+:)?([\w-]+)\s*>")


def children(body: str) -> Iterator[tuple[str, str, str]]:
    """Yield name in small letters, attributes and content of the outermost elements of a text.

    A start tag that nothing ends is passed over, its content is not. The end tags are gathered once: looked for from each
    of 20,000 `<br>` they took minutes.
    """
    ends: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for end in _END.finditer(body):
        ends[end[1]].append(end.span())
    position, last = 0, body.rfind(">") + 1
    while start := _START.search(body, position, last):
        name, attributes, position = start[1], start[2], start.end()
        if attributes.endswith("/"):
            yield name.lower(), attributes[:-1], ""
            continue
        places = ends.get(name, [])
        at = bisect_left(places, (position, 0))
        if at < len(places):
            yield name.lower(), attributes, body[position : places[at][0]]
            position = places[at][1]
