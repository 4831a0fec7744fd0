"""Values that are written flat: an array in which a number is the place of another of its members.

Nuxt's payload and SvelteKit's data (devalue) and React Router's stream (turbo-stream) say each string once and refer to
it; Astro's islands write each value behind a number for its kind. None of them looks like entries before it is put together.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

DEPTH_MAX = 60
"""Levels that are put together; pages' states nest 25 deep at most."""
VALUES_MAX = 400_000
"""Values that are put together: one that is referred to is made again, and few bytes could make any number."""
_KEPT = frozenset(
    {
        "Reactive",
        "ShallowReactive",
        "Ref",
        "ShallowRef",
        "Z",
        "P",
        "SingleFetchFallback",
        "SingleFetchRedirect",
    }
)


def put_together(data: Any) -> Any:
    """A flat value as what it stands for; any other as it is."""
    if isinstance(data, list) and len(data) > 1 and _refers(data[0], len(data)):
        return _Flat(data).value(0, 0)
    return _unpaired(data, 0) if _paired(data) else data


def _refers(head: Any, size: int) -> bool:
    """Whether the first member of an array refers to others of it in every place."""
    if isinstance(head, list) and head and isinstance(head[0], str):
        head = head[1:]
    places = list(head.values()) if isinstance(head, dict) else head if isinstance(head, list) else []
    return bool(places) and all(
        isinstance(one, int) and not isinstance(one, bool) and one < size for one in places
    )


class _Flat:
    def __init__(self, data: list[Any]) -> None:
        self.data, self.left = data, VALUES_MAX

    def value(self, place: Any, depth: int) -> Any:
        self.left -= 1
        if (
            not isinstance(place, int)
            or not 0 <= place < len(self.data)
            or depth > DEPTH_MAX
            or self.left < 0
        ):
            return None
        held = self.data[place]
        if isinstance(held, dict):
            return {self.key(key): self.value(at, depth + 1) for key, at in held.items()}
        if not isinstance(held, list):
            return held
        if not held or not isinstance(held[0], str):
            return [self.value(at, depth + 1) for at in held]
        kind, *given = held
        if kind in ("Date", "D") and given:
            return _moment(given[0])
        if kind in _KEPT and given:
            return (
                _Flat.value(self, given[0], depth + 1)
                if isinstance(given[0], int)
                else self.made(given[0], depth)
            )
        return [self.value(at, depth + 1) for at in given]

    def made(self, held: Any, depth: int) -> Any:
        if not isinstance(held, dict):
            return None
        return {self.key(key): self.value(at, depth + 1) for key, at in held.items()}

    def key(self, said: str) -> str:
        """A key, which may itself be a reference (`_12`)."""
        place = said[1:]
        if said[:1] == "_" and place.isdecimal() and int(place) < len(self.data):
            named = self.data[int(place)]
            return named if isinstance(named, str) else said
        return said


def _moment(said: Any) -> Any:
    if isinstance(said, int | float) and abs(said) < 4e14:
        return datetime.fromtimestamp(said / 1000, UTC).isoformat(timespec="seconds")
    return said


def _paired(data: Any) -> bool:
    """Whether an object's values are pairs of a kind and a value, as an island's properties are."""
    return isinstance(data, dict) and bool(data) and all(map(_pair, data.values()))


def _pair(value: Any) -> bool:
    return isinstance(value, list) and 1 <= len(value) <= 2 and type(value[0]) is int and 0 <= value[0] <= 11


def _unpaired(data: Any, depth: int) -> Any:
    if depth > DEPTH_MAX:
        return None
    if isinstance(data, dict):
        return {key: _unpaired(value, depth + 1) for key, value in data.items()}
    if not isinstance(data, list) or not _pair(data):
        return data
    inner = data[1] if len(data) > 1 else None
    if isinstance(inner, list):
        return [_unpaired(one, depth + 1) for one in inner]
    return _unpaired(inner, depth + 1) if isinstance(inner, dict) else inner
