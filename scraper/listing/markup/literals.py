"""JavaScript's object literals as values: JSON with bare keys, other quotes, comments, `!0`, `void 0` and dates.

Frameworks print the state of a page as JavaScript rather than JSON (Nuxt 2, SvelteKit, SolidStart), and so do people who
write an array of entries into a page. Nothing is run: what is neither a value nor made of values is refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import unquote

DEPTH_MAX = 60
"""Levels of a literal; pages' states nest 25 deep at most."""
_TOKEN = re.compile(
    r"(?:\s|//[^\n]*|/\*.*?\*/)*+(?:"
    r"(?P<string>\"(?:[^\"\\]|\\.)*+\"|'(?:[^'\\]|\\.)*+'|`(?:[^`\\$]|\\.)*+`)"
    r"|(?P<number>-?(?:\d++\.?\d*+|\.\d++)(?:[eE][+-]?\d++)?)"
    r"|(?P<word>[A-Za-z_$][\w$]*+(?:\.[\w$]++)*+)"
    r"|(?P<mark>[{}\[\]():,;!=-]))",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(\r\n|.))", re.DOTALL)
_NAMED = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0", "\n": "", "\r\n": ""}
_WORDS: Mapping[str, Any] = {
    "true": True,
    "false": False,
    "null": None,
    "undefined": None,
    "NaN": None,
    "Infinity": None,
}


class _Name(str):
    """A parameter whose value is given where its function is called."""

    __slots__ = ()


def literal_at(source: str, start: int) -> tuple[Any, int]:
    """Read the literal that begins at a place of a script, whatever stands behind it, and tell where it ends.

    Dates become ISO strings, maps and sets the arrays they are made from, a function that only returns a literal that
    literal with the arguments in place of the parameters, a place that was filled before what it was filled with.

    Raises:
        NoLiteralError: what stands there is no literal, or one nested too deep; `at` says how far it was read.
    """
    reader = _Reader(source, start)
    try:
        return reader.value(0), reader.at
    except ValueError as fault:
        raise NoLiteralError(str(fault), reader.at) from None


class NoLiteralError(ValueError):
    """A text that is no literal from some place on.

    Attributes:
        at: the place.
    """

    def __init__(self, told: str, at: int) -> None:
        super().__init__(told)
        self.at = at


class _Reader:
    def __init__(self, source: str, at: int) -> None:
        self.source, self.at = source, at
        self.seen: tuple[int, re.Match[str] | None] = (-1, None)
        self.names: frozenset[str] = frozenset()
        self.kept: dict[str, Any] = {}

    def token(self) -> re.Match[str] | None:
        """The token at the place, each matched once."""
        if self.seen[0] != self.at:
            self.seen = (self.at, _TOKEN.match(self.source, self.at))
        return self.seen[1]

    def next(self) -> tuple[str, str]:
        found = self.token()
        if found is None or found.lastgroup is None:
            raise ValueError("no literal")
        self.at = found.end()
        return found.lastgroup, found[found.lastgroup]

    def peek(self) -> str:
        found = self.token()
        return "" if found is None or found.lastgroup is None else found[found.lastgroup]

    def expect(self, mark: str) -> None:
        if self.next()[1] != mark:
            raise ValueError(f"no {mark}")

    def value(self, depth: int) -> Any:
        if depth > DEPTH_MAX:
            raise ValueError("nested too deep")
        kind, said = self.next()
        if kind == "string":
            return _unescaped(said[1:-1])
        if kind == "number":
            return float(said) if re.search(r"[.eE]", said) else int(said)
        if kind == "word":
            return self.word(said, depth)
        if said == "[":
            return self.several("]", depth)
        if said == "{":
            return self.members(depth)
        if said == "!":
            return not self.value(depth + 1)
        if said == "-":
            self.value(depth + 1)  # -Infinity
            return None
        if said == "(":
            held = self.value(depth + 1)
            self.expect(")")
            return self.called(held, depth)
        raise ValueError("no literal")

    def word(self, said: str, depth: int) -> Any:
        if said in _WORDS:
            return _WORDS[said]
        if self.peek() == "[":
            return self.place(said, depth)
        if said in self.names:
            return _Name(said)
        if said in self.kept:
            return self.kept[said]
        if said == "void":
            self.value(depth + 1)
            return None
        if said == "function":
            return self.called(self.function(depth), depth)
        made = said == "new"
        name = self.next()[1] if made else said
        if made and self.peek() != "(":
            raise ValueError("no literal")
        self.expect("(")
        given = self.several(")", depth)
        first = given[0] if given else None
        if name == "Date" and made:
            return _moment(first)
        if name == "JSON.parse" and isinstance(first, str):
            return _Reader(first, 0).value(depth + 1)
        return unquote(first) if name == "decodeURIComponent" and isinstance(first, str) else first

    def place(self, said: str, depth: int) -> Any:
        """A value that is kept in a place, `$R[3]={…}`, or the one that was: seroval, of Solid and TanStack, says each once."""
        while self.peek() == "[":
            self.next()
            said += f"[{self.value(depth + 1)}]"
            self.expect("]")
        if self.peek() == "=":
            self.next()
            self.kept[said] = None  # what holds itself
            self.kept[said] = self.value(depth + 1)
        if said not in self.kept:
            raise ValueError("no literal")
        return self.kept[said]

    def function(self, depth: int) -> tuple[list[str], Any]:
        """The parameters and what is returned of `function(a, b){return {…}}`, also where it names values first (`let c="…";`)."""
        self.expect("(")
        names: list[str] = []
        while (said := self.next()[1]) != ")":
            if said != ",":
                names.append(said)
        self.expect("{")
        while self.peek() in ("let", "const", "var", ",", ";"):
            if self.next()[0] == "word" or self.peek() not in ("let", "const", "var", "return"):
                name = self.next()[1]
                self.expect("=")
                self.kept[name] = self.value(depth + 1)
        self.expect("return")
        outer, self.names = self.names, self.names | set(names)
        held = self.value(depth + 1)
        self.names = outer
        if self.peek() == ";":
            self.next()
        self.expect("}")
        return names, held

    def called(self, held: Any, depth: int) -> Any:
        """What a function gives for the arguments behind it; anything else is itself."""
        if not isinstance(held, tuple) or self.peek() != "(":
            return held
        self.expect("(")
        given = self.several(")", depth)
        return _filled(held[1], dict(zip(held[0], given, strict=False)))

    def several(self, end: str, depth: int) -> list[Any]:
        held: list[Any] = []
        while (said := self.peek()) != end:
            if said == ",":
                self.next()
                continue
            held.append(self.value(depth + 1))
            if self.peek() not in (",", end):
                raise ValueError("no literal")
        self.next()
        return held

    def members(self, depth: int) -> dict[str, Any]:
        held: dict[str, Any] = {}
        while True:
            kind, said = self.next()
            if said == "}":
                return held
            if said == ",":
                continue
            if kind == "mark":
                raise ValueError("no key")
            key = _unescaped(said[1:-1]) if kind == "string" else said
            if kind == "word" and self.peek() in (",", "}"):  # `{posts}`
                held[key] = _Name(said) if said in self.names else self.kept.get(said)
                continue
            self.expect(":")
            held[key] = self.value(depth + 1)
            if self.peek() not in (",", "}"):
                raise ValueError("no literal")


def _filled(held: Any, given: Mapping[str, Any]) -> Any:
    if isinstance(held, _Name):
        return given.get(held, held if held not in given else None)
    if isinstance(held, list):
        return [_filled(one, given) for one in held]
    if isinstance(held, dict):
        return {key: _filled(one, given) for key, one in held.items()}
    return held


def _moment(said: Any) -> Any:
    if isinstance(said, int | float) and abs(said) < 4e14:
        return datetime.fromtimestamp(said / 1000, UTC).isoformat(timespec="seconds")
    return said if isinstance(said, str) else None


def _unescaped(said: str) -> str:
    return _ESCAPE.sub(_character, said) if "\\" in said else said


def _character(found: re.Match[str]) -> str:
    code = found[1] or found[2] or found[3]
    if code:
        return chr(int(code, 16)) if int(code, 16) < 0x110000 else "\N{REPLACEMENT CHARACTER}"
    return _NAMED.get(found[4], found[4])
