"""The values that a page keeps for its scripts: JSON scripts, assigned and passed literals, attributes, flat and streamed ones.

No framework is known by name: what counts is how a value is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from scraper.listing.markup.bearers import by_tag
from scraper.listing.markup.flat_values import put_together
from scraper.listing.markup.flight import flight_values
from scraper.listing.markup.json_values import json_value, json_value_at
from scraper.listing.markup.literals import NoLiteralError, literal_at
from scraper.listing.markup.tree import Tree

SCRIPT_MAX = 6_000_000
"""Characters of one script that are still read."""
ARRAY_MIN = 3
"""Fewest objects of a list: two with a title and a link are a breadcrumb or a pair of languages."""
ATTRIBUTE_MIN = 100
"""Characters of an attribute that may hold entries: three with a title and a link each."""
LITERALS_MAX = 200
"""Literals of one script that are looked at: a program has thousands, and a page's state is among the first."""
IN_VAIN_MAX = 500_000
"""Characters of one script that are read and prove to be no literal: in a program that nests its calls each is read again."""
_STATE = re.compile(r"(?:window\.|self\.|var\s+|let\s+|const\s+)[\w$.\[\]\"']{1,200}\s*=\s*(?=[{\[])")
_GIVEN = re.compile(
    r"""(?:[\w$\])"']\s*=\s*(?=[\[{]|\(?\s*function\b|JSON\.parse\b|new\s+Map\b|Object\.freeze\b)"""  # an assignment
    r"""|[\w$]\((?:[\w$.]{1,40},\s*){0,4}(?=\{|\[|["'][\[{])"""  # a call
    r"""|[\w$"']\s*:\s*(?=\[\s*[\[{]))"""  # objects or rows in an object that is none, for it has functions, too
)


class Kept(NamedTuple):
    """A value that a page keeps.

    Attributes:
        place: what to call it: the script's id or type, or the attribute.
        value: the value.
        typed: whether its vocabulary is schema.org's.
        plain: whether it is JSON that a script is or assigns; anything else may be whatever a program needs, its menu too.
    """

    place: str
    value: Any
    typed: bool = False
    plain: bool = False


def page_values(tree: Tree) -> Iterator[Kept]:
    """Yield all that a page keeps for its scripts."""
    for kind, identity, text in tree.scripts:
        if len(text) <= SCRIPT_MAX:
            place = identity or kind or "script"
            whole = False
            for value in documents(kind, text):
                whole = "json" in kind or text.lstrip()[:1] in ("{", "[")
                yield Kept(place, value, "ld+json" in kind, plain=True)
                yield from _together(place, value)
            for value in _literals(text) if not whole else ():
                yield Kept(place, value)
                yield from _together(place, value)
    for value in flight_values(text for _, _, text in tree.scripts):
        yield Kept("flight", value, plain=True)
    for given in tree.attrs:
        for name, said in given.items():
            if said and len(said) >= ATTRIBUTE_MIN and "{" in said and "[" in said:
                for value in _written(said):
                    yield Kept(name, value)
                    yield from _together(name, value)
    for tag, nodes in by_tag(tree).items():
        if "-" in tag and len(nodes) >= ARRAY_MIN:  # components that a script draws from their attributes
            yield Kept(tag, [dict(tree.attrs[node]) for node in nodes])


def _written(said: str) -> Iterator[Any]:
    """Yield the values that an attribute holds, as JSON (`data-page`, `props`) or as JavaScript (`x-data`, `ng-init`)."""
    read = list(documents("json", said)) if said.lstrip()[:1] in ("{", "[") else []
    yield from read or _literals(f"given={said}")


def _together(place: str, value: Any) -> Iterator[Kept]:
    together = put_together(value)
    if together is not value:
        yield Kept(place, together)


def documents(kind: str, text: str) -> Iterator[Any]:
    """Yield the JSON values of a script: all of it, or what is assigned to a variable."""
    source = text.strip()
    try:
        if "json" in kind or source[:1] in "{[":
            yield json_value(source.removeprefix("<!--").removesuffix("-->"))
            return
        for start in _STATE.finditer(source):
            yield json_value_at(source, start.end())[0]
    except (ValueError, RecursionError):  # a script in a script's language, or cut off
        return


def _literals(text: str) -> Iterator[Any]:
    """Yield what a script assigns and what it gives to a function, JSON or not."""
    at, seen, vain = 0, 0, 0
    while seen < LITERALS_MAX and vain < IN_VAIN_MAX and (start := _GIVEN.search(text, at)) is not None:
        at, seen = start.end(), seen + 1
        try:
            value, at = _value_at(text, at)
        except NoLiteralError as fault:  # a script in a script's language, or cut off
            vain += fault.at - at
            continue
        yield from documents("json", value) if isinstance(value, str) else (value,)


def _value_at(text: str, at: int) -> tuple[Any, int]:
    """A literal and where it ends; JSON, which most are, is read faster."""
    try:
        return json_value_at(text, at)
    except ValueError:
        return literal_at(text, at)
