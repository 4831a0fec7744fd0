"""Which teasers are worth a look at their entry's own page.

Asked while the crawl still can fetch, so it errs on the side of a page too many: a teaser is settled only when it ends
as a sentence does and holds nothing that a wrong reading leaves behind.
"""

from __future__ import annotations

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

ENDING = r"[.!?。！？؟।։።᠃][\s\x{A0}\x{202F}\"'»”’)\]」』】〉》]*$"
"""A sentence's last mark in the scripts of the web, with what may close behind it."""
MARKER = r"(?:\.{3}|…|\[\W*|\.\s*\])\W*$"
"""Dots and brackets that say a text goes on."""
TRACES = r"[\x{10F700}-\x{10F7FF}\x{FFFD}\x{80}-\x{9F}]|[ÃÂâÄÅÎÏÐÑØÙ×ĂĹ][^\x{0}-\x{7F}]|&#?[a-zA-Z0-9]+;"
"""What wrong readings leave: marks of lone bytes, C1 controls, two letters that start a sequence, entities."""


def looks_cut(teasers: pd.Series) -> pd.Series:
    """True where a teaser may have lost something at its end or in it; false where it is missing or ends a sentence.

    Args:
        teasers: raw teasers, lone bytes as marks.
    """
    texts = pa.array(teasers, type=pa.string(), from_pandas=True)
    whole = pc.and_(
        pc.match_substring_regex(texts, ENDING), pc.invert(pc.match_substring_regex(texts, MARKER))
    )
    doubtful = pc.or_(pc.invert(whole), pc.match_substring_regex(texts, TRACES))
    present = pc.greater(pc.utf8_length(texts), 0)
    found = pc.fill_null(pc.and_(doubtful, present), False)
    return pd.Series(found.to_pandas(), index=teasers.index, dtype=bool)
