"""What a person is told where no list was found: what was seen, and three things to try."""

from __future__ import annotations

from collections.abc import Iterable

from scraper.browser import INSTALL

TRY = (
    f"1. give the page that lists the entries, not the front page; 2. a page built by scripts needs a browser: {INSTALL}; "
    "3. write a site file by hand with `entry` naming one entry (docs/site-file.md)"
)
_TOLD = 3
"""Different rejects that are told; the others are in `rejects.jsonl`."""


def seen(rejects: Iterable[tuple[str, str]]) -> str:
    """What the crawl had to say of its pages.

    Args:
        rejects: reason and detail of each reject, in their order.
    """
    said = list(dict.fromkeys(f"{reason}: {detail}" if detail else reason for reason, detail in rejects))
    more = f"; and {len(said) - _TOLD} more, see rejects.jsonl" if len(said) > _TOLD else ""
    return "; ".join(said[:_TOLD]) + more
