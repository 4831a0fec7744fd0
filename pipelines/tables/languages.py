"""Which language a text is in, for the ladder: letters are likely or not in a language, never in general.

The detector of the build is asked, list by list where lists are named, over the beginnings of the texts. A user who
knows better says so once for the whole table.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
from babel import Locale, UnknownLocaleError

from pipelines.errors import UsageError
from pipelines.tables.column_mender import Languages

_BEGINNING = 240
"""Characters that are enough to name a language."""
_AT_ONCE = 256
"""Texts judged together: 512 of a list are as good a list as 5,000, and 4,096 took 100 MB more."""
_UNKNOWN = "und"


def languages_of(declared: str | None) -> Languages:
    """A function that names languages; `declared` is the tag a user gave.

    Raises:
        UsageError: no language is called so.
    """
    if declared is not None:
        known_language(declared, "--language")
        return lambda texts, _: [declared] * len(texts)
    return _detected


def known_language(tag: str, option: str) -> None:
    """Refuse a tag that names no language; `option` is what the user gave it with.

    Raises:
        UsageError: no language is called so.
    """
    try:
        Locale.parse(tag.replace("-", "_").partition("_")[0].lower())
    except (ValueError, UnknownLocaleError) as fault:
        raise UsageError(
            f"{option} {tag!r}: no language is known by that code", "give a code such as fr or pt-BR"
        ) from fault


def _detected(texts: Sequence[str], lists: Sequence[str]) -> Sequence[str]:
    order = sorted(range(len(texts)), key=lists.__getitem__)
    found = [""] * len(texts)
    for start in range(0, len(order), _AT_ONCE):
        some = order[start : start + _AT_ONCE]
        for row, code in zip(
            some, _named([texts[row] for row in some], [lists[row] for row in some]), strict=True
        ):
            found[row] = "" if code == _UNKNOWN else code
    return found


def _named(texts: Sequence[str], lists: Sequence[str]) -> list[str]:
    from pipelines.language.verdict import detect

    beginnings = pd.Series([text[:_BEGINNING] for text in texts], dtype="str")
    # a whole file is no list with one language
    groups = pd.Series(list(lists), dtype="str") if any(lists) else None
    codes: list[str] = detect(beginnings, groups=groups)["language"].tolist()
    return codes
