r"""JSON lines: one object a line, written again from its own bytes.

Only strings at the top level of an object are text to mend; nested values pass through. A line with an edit is not
dumped anew: the literal of the edited value is replaced in place and the repairs go before the closing brace, so numbers
(`1.10`, `1e400`), key order and spacing stay. Escapes stay in style: a literal written in ASCII with `\u` is
replaced by one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from json.decoder import scanstring  # type: ignore[attr-defined]  # in json.decoder since Python 2.6
from operator import itemgetter
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from pipelines.tables.encoding import utf8_blocks
from pipelines.tables.table import CHUNK, LONGEST_ROW, Edits, TableError, Write
from pipelines.tables.text_file import TextFile
from pipelines.whole_characters import whole_characters

MOST_KEYS = 20_000
"""Different keys that a table may have: more are no columns but names of what the objects hold."""
_JSON_CHUNK = CHUNK // 2  # parsed objects take five times the room of their bytes
_KINDS = {bool: "true or false", int: "numbers", float: "numbers", list: "lists", dict: "objects"}


@dataclass(frozen=True)
class JsonlChunk:
    """Lines of objects.

    Attributes:
        lines: every line with its line end.
        at: which lines hold an object.
        objects: those objects.
        read: bytes of the file that are behind.
    """

    lines: list[bytes]
    at: list[int]
    objects: list[dict[str, Any]]
    read: int

    @property
    def rows(self) -> int:
        """How many objects."""
        return len(self.objects)

    def column(self, name: str) -> pa.Array:
        """The strings under a key; anything else is null."""
        rows, texts = self._texts.get(name, ((), ()))
        places = np.full(len(self.objects), len(texts))
        places[list(rows)] = np.arange(len(texts))
        return pa.array([*texts, None], pa.large_string()).take(pa.array(places))

    @cached_property
    def _texts(self) -> dict[str, tuple[list[int], list[str]]]:
        """By key the objects that have a string under it, and the strings."""
        found: dict[str, tuple[list[int], list[str]]] = {}
        for row, each in enumerate(self.objects):
            for key, value in each.items():
                if isinstance(value, str):
                    rows, texts = found.setdefault(key, ([], []))
                    rows.append(row)
                    texts.append(whole_characters(value))
        return found

    def keys(self, name: str) -> pa.Array:
        """The values under a key, spelled as JSON where they are no strings."""
        values = (each.get(name) for each in self.objects)
        told = (
            None
            if value is None
            else whole_characters(value)
            if isinstance(value, str)
            else json.dumps(value)
            for value in values
        )
        return pa.array(list(told), pa.large_string())


@dataclass(frozen=True)
class JsonlTable(TextFile):
    """A file of JSON lines."""

    format: str = "JSONL"
    _seen: dict[str, set[str]] = field(default_factory=dict)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The keys of all objects, in the order in which they come up."""
        for chunk in self.chunks():
            for each in chunk.objects:
                for key, value in each.items():
                    self._seen.setdefault(key, set()).add(_kind(value))
            if len(self._seen) > MOST_KEYS:
                raise TableError(
                    f"{self.shown}: its objects have more than {MOST_KEYS:,} different keys, expected those of a table",
                    """give objects of the same keys, such as {"key": …, "text": …}""",
                )
        if not self._seen:
            raise TableError(f"{self.shown}: empty, expected a JSON object a line", "give a file with rows")
        return tuple(self._seen)

    @cached_property
    def types(self) -> Mapping[str, str]:
        """Keys that never hold a string, and what they hold."""
        _ = self.names
        return {
            name: " and ".join(sorted(seen - {""}))
            for name, seen in self._seen.items()
            if "text" not in seen and seen != {""}
        }

    def chunks(self) -> Iterator[JsonlChunk]:
        """Read from the start."""
        number = place = 0
        for lines in self._blocks():
            at, objects = [], []
            for row, line in enumerate(lines):
                if line.strip():
                    objects.append(self._object(line, number + row + 1, place))
                    at.append(row)
                place += len(line)
            number += len(lines)
            yield JsonlChunk(lines, at, objects, min(place, self.size))

    @contextmanager
    def writing(self, path: Path, added: Mapping[str, str]) -> Iterator[Write]:
        """Write chunks as they come."""
        with path.open("wb") as out:
            out.write(self.mark)

            def write(chunk: object, edits: Edits) -> None:
                if not isinstance(chunk, JsonlChunk):
                    raise TypeError(f"got a {type(chunk).__name__}, expected a JsonlChunk")
                out.writelines(_written(chunk, edits, added))

            yield write

    def _blocks(self) -> Iterator[list[bytes]]:
        left: list[bytes] = []
        for block in utf8_blocks(self.path, self.encoding, _JSON_CHUNK):
            whole = block.rfind(b"\n") + 1
            if not whole:
                left.append(block)
                if sum(map(len, left)) > LONGEST_ROW:
                    raise TableError(
                        f"{self.shown}: a line is longer than {LONGEST_ROW:,} bytes, expected one JSON object a line",
                        _ARRAY,
                    )
                continue
            yield _lines(b"".join([*left, block[:whole]]))
            left = [block[whole:]]
        if rest := b"".join(left):
            yield _lines(rest)

    def _object(self, line: bytes, number: int, place: int) -> dict[str, Any]:
        where = f"{self.shown}: line {number:,}, byte {place + len(self.encoding.bom):,}"
        text = line.decode("utf-8", "listmend.marks")
        try:
            value = _value(text)
        except ValueError as fault:
            at = fault.pos if isinstance(fault, json.JSONDecodeError) else 0
            near = text[max(0, at - 20) : at + 20].strip()
            said = fault.msg if isinstance(fault, json.JSONDecodeError) else str(fault)
            raise TableError(
                f"{where}: not JSON ({said} at character {at + 1}, near {near!r})",
                _SPREAD if text.strip() in ("{", "}") else _ARRAY,
            ) from None
        except RecursionError:
            raise TableError(f"{where}: nested too deeply to be a row", "take the line out") from None
        if not isinstance(value, dict):
            raise TableError(f"{where}: got a {type(value).__name__}, expected a JSON object", _ARRAY)
        return value


_ARRAY = "give one JSON object a line; a JSON array becomes that with: jq -c '.[]' FILE"

_SPREAD = "give one JSON object a line; objects over several lines become that with: jq -c . FILE"


def _value(text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        raise
    except ValueError:  # an integer of more digits than Python reads; it is written again as it stands
        return json.loads(text, parse_int=float)


def _lines(block: bytes) -> list[bytes]:
    return BytesIO(block).readlines()  # at line feeds only, unlike splitlines


def _kind(value: Any) -> str:
    return "text" if isinstance(value, str) else "" if value is None else _KINDS[type(value)]


def _written(chunk: JsonlChunk, edits: Edits, added: Mapping[str, str]) -> list[bytes]:
    lines = list(chunk.lines)
    touched = {row for cells in edits.texts.values() for row in cells}
    for row, at in enumerate(chunk.at):
        new = (
            {name: cells[row] for name, cells in edits.texts.items() if row in cells}
            if row in touched
            else {}
        )
        if new:
            lines[at] = _with_values(lines[at], new)
        if added:
            told = {
                added[name]: list(edits.repairs.get(name, {}).get(row, ()))
                for name in chunk.objects[row]
                if name in added
            }
            lines[at] = _with_keys(lines[at], told)
    return lines


def _with_keys(line: bytes, values: Mapping[str, Any]) -> bytes:
    if not values:
        return line
    end = line.rindex(b"}")
    signs = (", ", ": ") if b'": ' in line[:200] else (",", ":")
    told = json.dumps(values, ensure_ascii=line.isascii(), separators=signs)[1:-1]
    return line[:end] + signs[0].encode() + told.encode("utf-8") + line[end:]


def _with_values(line: bytes, new: Mapping[str, str]) -> bytes:
    text = line.decode("utf-8", "listmend.marks")
    out, end = [], 0
    # of a key that comes twice the last is read
    places = {key: (start, stop) for key, start, stop in _values(text)}
    for key, (start, stop) in sorted(places.items(), key=itemgetter(1)):
        if key in new:
            literal = text[start:stop]
            out += [
                text[end:start],
                json.dumps(new[key], ensure_ascii=literal.isascii() and "\\u" in literal),
            ]
            end = stop
    out.append(text[end:])
    return "".join(out).encode("utf-8", "replace")


def _values(text: str) -> Iterator[tuple[str, int, int]]:
    """Key, start and end of every value at the top level of an object that is known to be JSON."""
    decoder = json.JSONDecoder(parse_int=float)  # an integer may have more digits than Python reads
    at = text.index("{") + 1
    while True:
        at = _next(text, at)
        if text[at] == "}":
            return
        key, at = scanstring(text, at + 1)
        at = _next(text, _next(text, at) + 1)
        _, stop = decoder.raw_decode(text, at)
        yield key, at, stop
        at = _next(text, stop)
        if text[at] == "}":
            return
        at += 1


def _next(text: str, at: int) -> int:
    while text[at] in " \t\n\r":
        at += 1
    return at
