r"""Which texts may be damaged: one Arrow regex over a column, so that clean text never meets Python.

The expression is a superset: whatever a rung could change must match (a test holds that), and most of the real web
must not. It is built from the same tables as the rungs: ftfy's badness, the codecs' lead and continuation
characters, the tidy rungs' classes, the markers' dots.
"""

from __future__ import annotations

import re
from functools import cache

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from ftfy.badness import BADNESS_RE

from pipelines.repair import tidy
from pipelines.repair.readings import PRIOR, byte_of

_ENTITY_OR_TAG = r"&[#A-Za-z][0-9A-Za-z]{1,31};|<[Bb][Rr]"
_LOSS = "[\ufffd\U0010f780-\U0010f7ff]"
_CUT_END = "[\\s\u00a0\u202f]*(?:…|\\.\\.+|\\[[^\\[\\]]{0,40}\\]?|\\([…. ]+\\))?[\\s\u00a0»›→]*$"


@cache
def pattern() -> str:
    """The expression, in RE2's syntax."""
    parts = [
        _re2(BADNESS_RE), _ENTITY_OR_TAG, _LOSS, _pairs(), r"\p{L}\?[\p{Ll}]", _tail() + _CUT_END, r"\?" + _CUT_END,
        *(_re2(wanted) for _, wanted, _ in tidy.RUNGS),
    ]  # fmt: skip
    return "|".join(f"(?:{part})" for part in parts)


def suspects(texts: pd.Series) -> np.ndarray:
    """Row numbers of the texts that may be damaged; missing texts never are."""
    column = pa.array(texts.array)
    mask = pc.match_substring_regex(column, pattern())
    return pc.indices_nonzero(pc.fill_null(mask, False)).to_numpy()  # type: ignore[no-any-return]


def _re2(compiled: re.Pattern[str]) -> str:
    """A pattern of `re` in RE2's syntax: white space and comments of a verbose one taken out, `\\s` and `\\w` of Unicode."""
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


def _leads() -> set[str]:
    return {c for codec in PRIOR for c, byte in byte_of(codec).items() if 0xC2 <= byte <= 0xF4}


def _follows() -> set[str]:
    return {c for codec in PRIOR for c, byte in byte_of(codec).items() if byte < 0xC0}


def _class(characters: set[str]) -> str:
    return "[" + "".join(f"\\x{{{ord(c):x}}}" for c in sorted(characters)) + "]"


def _pairs() -> str:
    """A lead and a sign that can follow it, in any codec; letters of one alphabet beside each other are no pair."""
    latin = {c for c in _leads() if c < "\u0250"}
    other = _leads() - latin
    signs = {c for c in _follows() if not c.isalpha() and c not in "’”»…–—\u00a0“«„"}
    latin_follow = {c for c in _follows() if not c.isalpha() or c > "\u0250"}
    return (
        f"{_class(latin)}{_class(latin_follow)}|{_class(other)}{_class(signs)}"
        "|[A-Za-z][\\p{Greek}\\p{Cyrillic}]|[\\p{Greek}\\p{Cyrillic}][A-Za-z]"
    )


def _tail() -> str:
    """One to three characters at the end that can begin a lost one."""
    letters = {c for c in _leads() if not ("\u0370" <= c <= "\u04ff")}
    foreign = _leads() - letters
    upper = {c for c in foreign if c.isupper()}
    more = _class(_follows()) + "{0,2}"
    same = r"\p{Greek}\p{Cyrillic}"
    return f"(?:{_class(letters)}|[^{same}]{_class(foreign)}|[{same}]{_class(upper)}){more}"
