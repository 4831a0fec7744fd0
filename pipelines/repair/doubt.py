"""Which teasers are worth a look at their entry's own page.

Asked while the crawl still can fetch, so it errs on the side of a page too many: a teaser is settled only when it ends
as a sentence does and holds nothing that a wrong reading leaves behind. A page's teasers are few, and the crawl starts
without the libraries of the columns, so this is plain `re`.
"""

from __future__ import annotations

import re

_ENDING = re.compile(r"""[.!?。！？؟।։።᠃][\s"'»”’)\]」』】〉》]*\Z""")
"""A sentence's last mark in the scripts of the web, with what may close behind it."""
_MARKER = re.compile(r"(?:\.{3}|…|\[\W*|\.\s*\])\W*\Z")
"""Dots and brackets that say a text goes on."""
_TRACES = re.compile("[\U0010f700-\U0010f7ff\ufffd\x80-\x9f]|[ÃÂâÄÅÎÏÐÑØÙ×ĂĹ][^\\x00-\\x7f]|&#?[a-zA-Z0-9]+;")
"""What wrong readings leave: marks of lone bytes, C1 controls, two letters that start a sequence, entities."""
_LAST = 200
"""Characters at a teaser's end in which its ending is looked for; what closes a sentence takes a few."""


def looks_cut(teaser: str | None) -> bool:
    """Whether a teaser may have lost something at its end or in it; false where it is missing or ends a sentence.

    Args:
        teaser: as found, lone bytes as marks.
    """
    if not teaser:
        return False
    end = teaser[-_LAST:]
    whole = _ENDING.search(end) is not None and _MARKER.search(end) is None
    return not whole or _TRACES.search(teaser) is not None
