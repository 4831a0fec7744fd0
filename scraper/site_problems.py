"""What is wrong in a site file, in words of the file: which key, what it holds, what was expected."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel

_EXPECTED = {
    "list_type": 'expected a list in square brackets, such as ["fr", "en"]',
    "string_type": "expected text in quotes",
    "bool_type": "expected true or false",
    "bool_parsing": "expected true or false",
    "int_type": "expected a whole number",
    "int_parsing": "expected a whole number",
    "int_from_float": "expected a whole number",
    "float_type": "expected a number",
    "float_parsing": "expected a number",
    "date_type": "expected a day, such as 2026-11-20 without quotes",
    "date_parsing": "expected a day, such as 2026-11-20 without quotes",
    "date_from_datetime_parsing": "expected a day, such as 2026-11-20 without quotes",
    "date_from_datetime_inexact": "expected a day without an hour, such as 2026-11-20",
    "too_short": "expected at least {min_length}",
    "greater_than_equal": "expected {ge} or more",
    "less_than_equal": "expected {le} or less",
    "literal_error": "expected {expected}",
    "model_type": "expected keys of their own, under a line {table}",
    "dict_type": "expected keys of their own, under a line {table}",
}
_PATTERNS = {
    r"^[a-z]{2}$": "expected a language code of two small letters, such as fr",
    r"^[\w-]+$": "expected letters, digits, hyphens and underscores, without spaces",
}
_LONGEST = 60
"""Characters of a value that a message quotes."""


def told(error: Mapping[str, Any], form: type[BaseModel], forms: Mapping[str, type[BaseModel]]) -> str:
    """Return one problem as a person reads it.

    Args:
        error: one of pydantic's errors.
        form: the form of the whole file.
        forms: the forms of its tables, by their key.
    """
    place = error["loc"]
    path = _path(place)
    inner = forms.get(str(place[0]), form) if place else form
    if error["type"] == "extra_forbidden":
        here = forms.get(str(place[0]), form) if len(place) > 1 else form
        return f"{path}: unknown key, {_known(str(place[-1]), here, form, forms)}"
    if error["type"] == "missing":
        field = inner.model_fields.get(str(place[-1]))
        return f"{path}: missing; {field.description or '' if field else ''}"
    said = error["msg"].removeprefix("Value error, ")
    if error["type"] == "value_error" and said.startswith("until and between"):
        return f"{path}: {said}"
    return f"{path}: got {_short(error.get('input'))}, {_expected(error, path) or said}"


def _known(
    name: str, here: type[BaseModel], form: type[BaseModel], forms: Mapping[str, type[BaseModel]]
) -> str:
    """Where an unknown key belongs, what comes nearest to it, or which keys there are."""
    for key, inner in forms.items():
        if name in inner.model_fields and inner is not here:
            return f"it belongs under {'[[lists]]' if key == 'lists' else f'[{key}]'}"
    if name in form.model_fields:
        return "it belongs at the top: a key below a line in brackets is that table's"
    keys = list(here.model_fields)
    near = difflib.get_close_matches(name, keys, 1, 0.5)
    return f"nearest is {near[0]!r}" if near else f"known: {', '.join(keys)}"


def _path(place: Sequence[str | int]) -> str:
    """Where in the file, counted as a person does: `expect.rows_min`, `languages 2`, `[[lists]] 2: title`."""
    keys: list[str] = []
    for part in place:
        if isinstance(part, int):
            keys[-1] += f" {part + 1}"
        else:
            keys.append(part)
    if len(place) > 1 and place[0] == "lists":
        return ": ".join(filter(None, (f"[[lists]]{keys[0].removeprefix('lists')}", ".".join(keys[1:]))))
    return ".".join(keys)


def _expected(error: Mapping[str, Any], path: str) -> str:
    context = {
        key: f"{value:g}" if isinstance(value, float) else value
        for key, value in error.get("ctx", {}).items()
    }
    if path == "lists":
        return "expected a line [[lists]], in double brackets, before the keys of each list"
    if (path, error["type"]) == ("start", "list_type"):
        return "expected an address such as https://host/news/, or several in square brackets"
    if error["type"] == "string_pattern_mismatch":
        return _PATTERNS.get(str(context.get("pattern")), "")
    return _EXPECTED.get(error["type"], "").format(**{"table": _table(path), **context})


def _table(path: str) -> str:
    return "[[lists]] for each list" if path.startswith("[[lists]]") else f"[{path}]"


def _short(value: object) -> str:
    shown = str(value).lower() if isinstance(value, bool) else without_user(repr(value))
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"


def without_user(text: str) -> str:
    """The text with what stands before the host in its addresses left out: a log is no place for passwords."""
    return re.sub(r"(?<=://)[^/?#\s]*@", "…@", text)
