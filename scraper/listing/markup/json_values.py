r"""JSON of a page or an answer as values that every file can hold.

JavaScript counts in UTF-16 units: a teaser cut after so many of them may end in half an emoji, written `\ud83d`. JSON
allows that, UTF-8 does not.
"""

from __future__ import annotations

import json
import re
from typing import Any

from pipelines.whole_characters import whole_characters

_DECODER = json.JSONDecoder(strict=False)
_HALF = re.compile(r"\\u[dD][89a-fA-F]")


def json_value(source: str) -> Any:
    """Read a text that is one JSON value; half a character becomes U+FFFD.

    Raises:
        ValueError: it is none.
        RecursionError: it is nested too deep.
    """
    return _whole(_DECODER.decode(source), source)


def json_value_at(source: str, start: int) -> tuple[Any, int]:
    """Read the JSON value that begins at a place of a text, and tell where it ends; raises as `json_value` does."""
    value, end = _DECODER.raw_decode(source, start)
    return _whole(value, source[start:end]), end


def _whole(value: Any, source: str) -> Any:
    return _joined(value) if _HALF.search(source) else value


def _joined(value: Any) -> Any:
    if isinstance(value, str):
        return whole_characters(value)
    if isinstance(value, list):
        return [_joined(each) for each in value]
    if isinstance(value, dict):
        return {whole_characters(key): _joined(each) for key, each in value.items()}
    return value
