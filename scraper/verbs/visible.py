r"""Text of the web on a terminal: lone bytes and control characters spelled out, `exhort<C3>`, `<1B>`.

A title may hold the sequences by which a terminal changes colour, moves its cursor or renames its window. What a person is
shown is made harmless in one place, before it is laid out; JSON and files hold the cells as they are.
"""

from __future__ import annotations

import re
from typing import Any

from pipelines.repair.marks import MARKS, bytes_of

_CONTROL = re.compile(rf"[{MARKS}]|[\0-\x08\x0b-\x1f\x7f-\x9f]")
"""Marks, and the control characters of ASCII and Latin-1 but line feed and tab."""


def visible(text: str) -> str:
    """The text as a person can be shown it."""
    return _CONTROL.sub(lambda found: f"<{_number(found[0]):02X}>", text)


def all_visible(thing: Any) -> Any:
    """The same of every text in plain data: names and values of dicts, items of lists."""
    if isinstance(thing, str):
        return visible(thing)
    if isinstance(thing, dict):
        return {all_visible(name): all_visible(value) for name, value in thing.items()}
    if isinstance(thing, list | tuple):
        return [all_visible(item) for item in thing]
    return thing


def _number(character: str) -> int:
    return ord(character) if character < MARKS[0] else bytes_of(character)[0]
