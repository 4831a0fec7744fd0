"""What a person is told where no entry was found: what was seen, and what to try."""

from __future__ import annotations

from collections.abc import Iterable

from scraper.browser import lacking

_TOLD = 3
"""Different rejects that are told; the others are in `rejects.jsonl`."""


def what_to_try(
    last: str = "write a site file by hand with `entry` naming one entry (docs/site-file.md)",
) -> str:
    """What to do where nothing is known of the site, the browser among it that is missing here."""
    lack = lacking()
    scripts = (
        "of a page built by scripts give the feed, or the address that its scripts load"
        if lack is None
        else f"a page built by scripts needs a browser: {lack.next}"
    )
    return f"1. give the page that lists the entries, not the front page; 2. {scripts}; 3. {last}"


def to_try(check: str, *, selectors: bool, before: bool) -> str:
    """What to do about a run without entries.

    Args:
        check: the command that holds the site file against its pages.
        selectors: the site file names the entries.
        before: the dataset has entries of the site.
    """
    if not before:
        return (
            what_to_try(f"look which selectors of the site file fit: {check}") if selectors else what_to_try()
        )
    stale = f", or its selectors no longer fit: {check}" if selectors else ""
    return (
        "entries were found there before: open the page in a browser; where it is as it was, the next run may find them"
        f" again{stale}; where it is another page now, correct `start`: listmend add URL shows what is found at an address"
    )


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
