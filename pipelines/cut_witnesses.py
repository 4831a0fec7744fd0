"""Which raw teasers of a list prove its cut rule.

The repair decides by mended texts, and a letter given back from the entry's page makes a teaser a byte longer than the site
cut it, as it is for 13 of the bundled site's 28 teasers cut at 210 bytes. What a person can check is the raw cell, so the
witnesses are counted there, markers taken off and the lone bytes of half a character counted as bytes; and where raw
teasers agree better on another rule by the same inference, that rule is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from pipelines.repair.ends.cut_rules import NONE, infer, measured
from pipelines.repair.evidence import REPRESENTED
from pipelines.repair.marks import MARKS

LOOKED_AT = 5_000
"""Teasers of a list that are measured: all 100,000 of one list take 0.4 s, and prove no more."""


class Proved(NamedTuple):
    """A rule and the raw teasers that end exactly there: `unit` none and 0 where no rule has any."""

    unit: str
    budget: int
    by: int


def proved(teasers: pa.Array, unit: str, budget: int, markers: Iterable[str]) -> Proved:
    """Return the rule of a list with its witnesses.

    Args:
        teasers: raw teasers of the list, strings, none missing.
        unit: what the build decided the site cuts by; `none` where it saw no rule.
        budget: how many of them.
        markers: markers that were taken off teasers of the list.
    """
    whole, lost = _ends(teasers, markers)
    decided = Proved(unit, budget, _number(whole, lost, unit, budget))
    seen = infer(
        [(text, int(extra))] for text, extra in zip(whole[:REPRESENTED].to_pylist(), lost, strict=False)
    )
    other = Proved(seen.unit, seen.budget, _number(whole, lost, seen.unit, seen.budget))
    return other if other.by > decided.by else decided


def _ends(teasers: pa.Array, markers: Iterable[str]) -> tuple[pa.Array, NDArray[np.int64]]:
    """The teasers without marker and lone bytes, and how many lone bytes each ended in."""
    texts = teasers
    if known := "|".join(re.escape(marker) for marker in markers if marker):
        texts = pc.replace_substring_regex(texts, rf"\s*(?:{known})\s*$", "")
    whole = pc.replace_substring_regex(texts, f"[{MARKS}]+$", "")
    lost = pc.subtract(pc.utf8_length(texts), pc.utf8_length(whole))
    return whole, lost.to_numpy(zero_copy_only=False).astype(np.int64)


def _number(whole: pa.Array, lost: NDArray[np.int64], unit: str, budget: int) -> int:
    if unit == NONE.unit:
        return 0
    extra = {"bytes": lost, "words": np.zeros_like(lost)}.get(unit, (lost > 0).astype(np.int64))
    return int((measured(whole, unit) + extra == budget).sum())
