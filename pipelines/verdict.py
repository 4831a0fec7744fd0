"""The verdict of a run, as `run.json` holds it: each key once, with its type. docs/verdict.md tells what each means to a reader.

A verdict grows while its run goes on, and an older version's may lack what was added since: no key but `run` and `state` is
sure to be there.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from types import UnionType
from typing import Any, TypedDict, get_args, get_origin, get_type_hints


class Verdict(TypedDict, total=False):
    """What a run says of itself, or a part of it; read from a folder it has `run` and `state` at least."""

    run: str
    state: str
    exit: int
    says: str
    gates: list[dict[str, Any]]
    part: str
    found: list[str]
    complete: bool  # its files are whole while its pointer moves: whoever is killed then has published

    site: str
    number: int
    clock: str
    start: list[str]
    site_file: dict[str, Any]
    former: str | None
    built_from: str
    versions: dict[str, str]
    process: int
    process_began: str | None
    host: str

    crawl: dict[str, int]
    depths: dict[str, int]
    breaks: dict[str, Any]
    seconds: dict[str, float]

    counts: dict[str, int]
    rejects: dict[str, int]
    mended: dict[str, int]
    issues: dict[str, int]
    lists: dict[str, dict[str, Any]]
    cuts: dict[str, int]
    sources: dict[str, int]
    languages: dict[str, int]
    encodings: dict[str, int]
    dates: dict[str, str]
    examples: list[dict[str, Any]]


def well_formed(told: Mapping[str, Any]) -> dict[str, Any]:
    """What was read of a verdict, without the keys whose value is of another type than theirs, or a clock that shows no time.

    What is in a value is not looked at.
    """
    kinds = _kinds()
    known: dict[str, Any] = {
        name: value for name, value in told.items() if isinstance(value, kinds.get(name, object))
    }
    if not _is_moment(known.get("clock", "")):
        known.pop("clock", None)
    return known


def _is_moment(clock: str) -> bool:
    try:
        return datetime.fromisoformat(clock).tzinfo is not None
    except ValueError:
        return False


@cache
def _kinds() -> dict[str, tuple[type, ...]]:
    """The types that the value of each key may have, without what they hold."""
    hints = get_type_hints(Verdict)
    return {
        name: tuple(
            get_origin(one) or one for one in (get_args(hint) if isinstance(hint, UnionType) else (hint,))
        )
        for name, hint in hints.items()
    }
