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
AGAIN = (
    "entries were found there before: open the page in a browser; where it is as it was, the next run may find them again; "
    "where it is another page now, correct `start`: listmend add URL shows what is found at an address"
)
"""The same where the dataset has entries of the site."""


def seen(rejects: Iterable[tuple[str, str, str]], start: Iterable[str], told: str) -> str:
    """What the crawl had to say of its pages; where a start page led elsewhere, with the address.

    Args:
        rejects: address, reason and detail of each reject, in their order.
        start: addresses of the site's start pages.
        told: what is said already.
    """
    begun, said = {*start}, []
    for url, reason, detail in rejects:
        what = f"{reason}: {detail}" if detail else reason
        if what not in told:
            said.append(what if url in begun else f"{url}: {what}")
    said = [*dict.fromkeys(said)]
    more = f"; and {len(said) - _TOLD} more, see rejects.jsonl" if len(said) > _TOLD else ""
    return "; ".join(said[:_TOLD]) + more
