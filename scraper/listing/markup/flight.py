"""The rows that React's server components send: strings in many scripts, one text together.

A row is `id:value`. A long string is a row of its own, `id:T` with its length in bytes, and stands in no quotes and before
no line's end; values refer to it by `$id`. A date is `$D` before ISO, a dollar at the beginning of a string is doubled.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from scraper.listing.markup.json_values import json_value

_PUSH = re.compile(r"\s*\(?self\.__next_f\b.{0,40}?\.push\((.*)\)\s*;?\s*$", re.DOTALL)
_ROW = re.compile(rb"([0-9a-f]*):(?:T([0-9a-f]+),)?")
_REFERENCE = re.compile(r"\$([0-9a-f]+)$")


def flight_values(scripts: Iterable[str]) -> Iterator[Any]:
    """Yield the values of the rows in a page's scripts, with dates and long strings in their places."""
    chunks = [_chunk(found[1]) for text in scripts if (found := _PUSH.match(text))]
    stream = "".join(chunks).encode("utf-8", "surrogatepass")
    texts: dict[str, str] = {}
    rows: list[Any] = []
    at = 0
    while (row := _ROW.match(stream, at)) is not None:
        if row[2]:
            at = row.end() + int(row[2], 16)
            texts[row[1].decode()] = stream[row.end() : at].decode("utf-8", "replace")
            continue
        end = stream.find(b"\n", row.end())
        end = len(stream) if end < 0 else end
        body = stream[row.end() : end].decode("utf-8", "surrogatepass")
        at = end + 1
        if body[:1] in ("[", "{"):
            try:
                rows.append(json_value(body))
            except (ValueError, RecursionError):
                continue
    for value in rows:
        yield _told(value, texts)


def _chunk(pushed: str) -> str:
    try:
        chunk = json_value(pushed)
    except (ValueError, RecursionError):
        return ""
    return chunk[1] if isinstance(chunk, list) and len(chunk) > 1 and isinstance(chunk[1], str) else ""


def _told(value: Any, texts: dict[str, str]) -> Any:
    if isinstance(value, list):
        return [_told(one, texts) for one in value]
    if isinstance(value, dict):
        return {key: _told(one, texts) for key, one in value.items()}
    if not isinstance(value, str) or not value.startswith("$"):
        return value
    if value.startswith("$$"):
        return value[1:]
    if value.startswith("$D"):
        return value[2:]
    reference = _REFERENCE.match(value)
    return texts.get(reference[1], value) if reference else value
