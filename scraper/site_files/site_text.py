"""A site file as text: the TOML a person would have written by hand.

Keys stand in the order of the form, a key at its default is left out, and nothing is said twice. Written here and not
by a TOML library, because the result is read by people and compared line by line; the reader is `tomllib`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from scraper.site import SiteFile

SCHEMA = "schema.json"
"""Name of the JSON schema beside site files; editors read it from the first line of each."""


def site_text(site: SiteFile, remarks: Iterable[str] = ()) -> str:
    """Return a site file's TOML.

    Args:
        site: the site; its id is the file's name and not written.
        remarks: sentences for the comment at the top.
    """
    head = [f"#:schema ./{SCHEMA}", *(f"# {remark}" for remark in remarks)]
    given = {name: value for name, value in _given(site) if name not in ("id", "lists", "expect")}
    if len(site.start) == 1:
        given["start"] = site.start[0]
    parts = ["\n".join([*head, *pairs(given)])]
    parts += ["\n".join(["[[lists]]", *pairs(_listed(dict(_given(form))))]) for form in site.lists]
    if expected := dict(_given(site.expect)):
        parts.append("\n".join(["[expect]", *pairs(expected)]))
    return "\n\n".join(parts) + "\n"


def pairs(given: Mapping[str, Any]) -> list[str]:
    """Return `key = value` lines."""
    return [f"{name} = {toml_value(value)}" for name, value in given.items()]


def toml_value(value: Any) -> str:
    """Return one value as TOML writes it: strings, numbers, booleans, days and arrays of them.

    Raises:
        TypeError: a value of another kind.
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        # `a[rel="next"]`, as a person writes it
        if '"' in value and "'" not in value and value.isprintable():
            return f"'{value}'"
        # a TOML basic string takes JSON's escapes; it forbids DEL, which JSON leaves bare
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return f"[{', '.join(toml_value(one) for one in value)}]"
    raise TypeError(f"got {type(value).__name__}, expected text, a number, a day or an array of them")


def line_of(file: Path, key: str, list_number: int | None = None) -> int | None:
    """Return the number of the line that sets a key, from 1; None where the file does not set it.

    Args:
        file: a site file.
        key: the key.
        list_number: which `[[lists]]` it belongs to, from 0; None for the keys at the top.
    """
    table, lists = "", -1
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        bare = line.strip()
        if bare.startswith("["):
            table = bare.strip("[] ")
            lists += bare.startswith("[[lists]]")
        in_place = table == "" if list_number is None else (table == "lists" and lists == list_number)
        if in_place and bare.partition("=")[0].strip() == key:
            return number
    return None


def _given(form: BaseModel) -> Iterator[tuple[str, Any]]:
    """The keys of a form that are not at their default, in order."""
    for name, field in type(form).model_fields.items():
        value = getattr(form, name)
        if field.is_required() or value != field.get_default(call_default_factory=True):
            yield name, value


def _listed(given: dict[str, Any]) -> dict[str, Any]:
    """A list's keys, its name first even where it is the default: the records are known by it."""
    return {"name": given.pop("name", "main"), **given}
