r"""Which texts may be damaged: one Arrow regex over a column, so that clean text never meets Python.

The expression is a superset: whatever a rung could change must match (a test holds that), and most of the real web
must not. It is built from the same tables as the rungs: ftfy's badness, the codecs' lead and continuation
characters, the tidy rungs' classes, the markers' dots.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from ftfy.badness import BADNESS_RE

from pipelines.repair import tidy
from pipelines.repair.readings import SENTENCE_SIGNS, characters, sequences

_ENTITY_OR_TAG = r"&[#A-Za-z][0-9A-Za-z]{1,31};|<[Bb][Rr]"
_LOSS = "[\ufffd\U0010f700-\U0010f7ff]"
_CUT_END = "[\\s\u00a0\u202f]*(?:…|\\.\\.+|\\[[^\\[\\]]{0,40}\\]?|\\([…. ]+\\))?[\\s\u00a0»›→]*$"


@cache
def _parts() -> dict[str, str]:
    """What calls for each rung, in RE2's syntax."""
    return {
        "markup": _ENTITY_OR_TAG,
        "mojibake": f"{_re2(BADNESS_RE)}|{_pairs()}",
        "loss": rf"{_LOSS}|\p{{L}}\?[\p{{Ll}}]",
        "end": f"(?:{_tail()}|[?]|{_LOSS}){_CUT_END}",
        **{name: _re2(wanted) for name, wanted, _ in tidy.RUNGS},
    }


@cache
def pattern() -> str:
    """The expression, in RE2's syntax."""
    return _joined(_parts().values())


def suspects(texts: pd.Series) -> np.ndarray:
    """Row numbers of the texts that may be damaged; missing texts never are."""
    return np.flatnonzero(_matches(pa.array(texts.array), pattern()))


def kinds(texts: pd.Series) -> dict[str, np.ndarray]:
    """For each rung, which of the suspects call for it.

    Most suspects call for nothing but a look at their end, so the other rungs' expressions meet only those that match
    all of them joined.
    """
    column = pa.array(texts.array)
    parts = _parts()
    more = np.flatnonzero(_matches(column, _joined([part for name, part in parts.items() if name != "end"])))
    some = column.take(pa.array(more))
    found = {}
    for name, part in parts.items():
        if name == "end":
            found[name] = _matches(column, part)
        else:
            found[name] = np.zeros(len(column), dtype=bool)
            found[name][more] = _matches(some, part)
    return found


def _joined(parts: Iterable[str]) -> str:
    return "|".join(f"(?:{part})" for part in parts)


def _matches(texts: pa.Array, expression: str) -> np.ndarray:
    mask = pc.match_substring_regex(texts, expression)
    return pc.fill_null(mask, False).to_numpy(zero_copy_only=False)  # type: ignore[no-any-return]


def _re2(compiled: re.Pattern[str]) -> str:
    """A pattern of `re` in RE2's syntax: verbose ones without white space and comments, classes for all of Unicode."""
    source = compiled.pattern
    if compiled.flags & re.VERBOSE:
        source = "".join(_unverbose(line) for line in source.splitlines())
    return (
        source.replace(r"[^\W\d_]", r"\p{L}").replace(r"\w", r"[\p{L}\p{N}_]").replace(r"\s?", r"[\s\x{a0}]?")
    )


def _unverbose(line: str) -> str:
    if line.lstrip().startswith("#"):
        return ""
    out, inside, skip = [], False, False
    for character in line:
        if skip:
            skip = False
        elif character == "\\":
            skip = True
        elif character == "[":
            inside = True
        elif character == "]":
            inside = False
        elif character in " \t" and not inside:
            continue
        out.append(character)
    return "".join(out)


def _pairs() -> str:
    """What can be the bytes of one character in any codec; letters of one alphabet beside each other are not."""
    return f"{sequences(escape)}|[A-Za-z][\\p{{Greek}}\\p{{Cyrillic}}]|[\\p{{Greek}}\\p{{Cyrillic}}][A-Za-z]"


def _tail() -> str:
    """One to three characters at the end that can begin a lost one."""
    leads = characters(0xC2, 0xF5) - SENTENCE_SIGNS
    letters = {c for c in leads if not ("\u0370" <= c <= "\u04ff")}
    foreign = leads - letters
    upper = {c for c in foreign if c.isupper()}
    more = escape(characters(0x80, 0xC0)) + "{0,2}"
    same = r"\p{Greek}\p{Cyrillic}"
    return f"(?:{escape(letters)}|[^{same}]{escape(foreign)}|[{same}]{escape(upper)}){more}"


def escape(some: frozenset[str] | set[str]) -> str:
    """A character class in RE2's syntax."""
    return "[" + "".join(f"\\x{{{ord(c):x}}}" for c in sorted(some)) + "]"
