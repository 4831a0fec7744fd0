"""Pages in, raw lines out: what the spider writes during a crawl and what a re-extraction writes from its archive.

Both call the same class in the same order, so a dataset can be derived again from the bytes alone. Nothing here knows
Scrapy. A line is a plain dict, one of four kinds: `entry` of a list, `page` of an entry, item of the `feed`, `reject`.
"""

from __future__ import annotations

import re
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import PurePath
from typing import Any
from urllib.parse import urldefrag, urlsplit

import pandas as pd

from pipelines.repair.doubt import looks_cut
from scraper.listing import induce, page, paginate
from scraper.listing.entry import Entry, FoundList, ListSelectors
from scraper.listing.pinned import read_lists
from scraper.listing.shell import shell
from scraper.site import SiteFile

Line = dict[str, Any]

_FILES = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|odt|zip|rar|7z|gz|jpe?g|png|gif|webp|svg|mp[34]|avi|mov|ics|epub)\Z", re.I
)
"""Endings of links that are no page; asking for them would only fill the archive."""


@dataclass(frozen=True, slots=True)
class PageResult:
    """What one listing page holds.

    Attributes:
        lists: its lists, each with its entries.
        next: the next listing page, absolute, or None.
        language: what the page declares.
        feeds: feeds it names.
        notes: (reason, detail) of what the page did not give as it should.
    """

    lists: tuple[FoundList, ...]
    next: str | None
    language: str
    feeds: tuple[str, ...]
    notes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PageLines:
    """What the crawl does with one listing page: what to write, where to go."""

    entries: list[Line]
    rejects: list[Line]
    next: str | None
    wanted: list[str]
    feeds: list[str]


def extract(html: str, url: str, site: SiteFile, learned: Sequence[ListSelectors] = ()) -> PageResult:
    """Read one listing page.

    Args:
        html: the page as text, lone bytes as marks.
        url: where it was found, after redirects.
        site: its site file; without selectors, or where they find nothing, lists are found by their structure.
        learned: selectors of the lists found by structure on the chain's first page; a last page may hold too few
            entries to be recognised by itself.
    """
    html, notes = readable(html)
    selectors = site.selectors
    found = _selected(html, url, selectors)
    if not found:
        found = induce.chosen(induce.induce(html, url))
        known = _selected(html, url, learned)
        if _size(known) > _size(found):
            found = known
        if selectors:
            named = ", ".join(selector.entry for selector in selectors)
            notes = (
                *notes,
                ("selectors_found_nothing", f"{named}: no entry; lists found by structure instead"),
            )
    if not found and (told := shell(html)):
        notes = (*notes, ("shell", told))
    return PageResult(
        lists=tuple(found),
        next=paginate.next_page(html, url, site.next or ""),
        language=page.declared_language(html),
        feeds=tuple(page.feeds(html, url)),
        notes=notes,
    )


def _selected(html: str, url: str, selectors: Sequence[ListSelectors]) -> list[FoundList]:
    return [found for found in read_lists(html, url, selectors) if found.entries] if selectors else []


def _size(lists: Iterable[FoundList]) -> int:
    return sum(len(found.entries) for found in lists)


def readable(html: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return the page with a comment that never closes taken as text, and a note where there was one.

    A browser would hide the rest of the page. What follows the broken comment are entries all the same.
    """
    start = html.rfind("<!--")
    if start < 0 or html.find("-->", start) >= 0:
        return html, ()
    before, after = html[:start].lower(), html[start:].lower()
    for block in ("script", "style"):
        if before.rfind(f"<{block}") > before.rfind(f"</{block}") and f"</{block}" in after:
            return html, ()  # inside a script it is code, not a comment
    detail = f"the comment at character {start} never closes; the {len(html) - start} characters after it were read"
    return html[:start] + html[start + 4 :], (("comment_unclosed", detail),)


@dataclass(slots=True)
class Walk:
    """The state of one crawl: positions in each list, what was seen, which entry pages were asked for."""

    site: SiteFile
    positions: Counter[str] = field(default_factory=Counter)
    seen: set[str] = field(default_factory=set)
    asked: set[str] = field(default_factory=set)
    feeds: set[str] = field(default_factory=set)
    visited: set[str] = field(default_factory=set)
    learned: list[ListSelectors] = field(default_factory=list)
    pages: int = 0

    def listing(self, html: str, url: str, *, encoding: str, fetched: datetime, number: int) -> PageLines:
        """Read one listing page of a chain.

        Args:
            html: the page as text.
            url: where it was found.
            encoding: what it was read as.
            fetched: when, aware.
            number: its place in its chain, from 0.
        """
        self.pages += 1
        self.visited.add(urldefrag(url).url)
        try:
            result = extract(html, url, self.site, self.learned if number else ())
        except Exception as fault:  # noqa: BLE001 - a strange page is counted and told, the others are read
            return PageLines([], [unreadable(url, fault)], None, [], [])
        if number == 0:
            self.learned += [found.selectors for found in result.lists if found.selectors is not None]
        keys = {_key(list_, entry) for list_ in result.lists for entry in list_.entries}
        news = keys - self.seen
        self.seen |= keys
        rejects = [reject(url, *note) for note in result.notes]
        if keys and not news:
            rejects.append(
                reject(url, "page_repeated", "every entry of this listing page was seen on an earlier one")
            )
            return PageLines([], rejects, None, [], [])
        entries = [
            line
            for found in result.lists
            for line in self._entries(found, url, encoding, fetched, number, result.language)
        ]
        return PageLines(
            entries,
            rejects,
            self._onward(result.next, entries, number),
            self._wanted(entries, url),
            self._feeds(result.feeds),
        )

    def _entries(
        self, found: FoundList, url: str, encoding: str, fetched: datetime, number: int, language: str
    ) -> Iterator[Line]:
        for entry in found.entries:
            yield {
                "kind": "entry",
                "list": found.name,
                "page": number,
                "position": self.positions[found.name],
                "url": entry.url,
                "title": entry.title,
                "excerpt": entry.excerpt,
                "date": entry.date,
                "datetime": entry.datetime,
                "category": entry.category,
                "author": entry.author,
                "listing_url": url,
                "encoding": encoding,
                "fetched_at": stamp(fetched),
                "page_language": language,
            }
            self.positions[found.name] += 1

    def _onward(self, address: str | None, entries: list[Line], number: int) -> str | None:
        if address is None or not entries or number + 1 >= self.site.pages_max:
            return None
        return None if urldefrag(address).url in self.visited else address

    def _wanted(self, entries: list[Line], url: str) -> list[str]:
        """URLs of the entry pages to fetch, each once in a crawl: of teasers that look cut, or of all."""
        if self.site.detail == "never" or not entries:
            return []
        wanted = [True] * len(entries)
        if self.site.detail == "cut":
            teasers = pd.Series([line["excerpt"] for line in entries], dtype="str")
            cut = looks_cut(teasers).tolist()
            wanted = [bool(broken) or not line["title"] for broken, line in zip(cut, entries, strict=True)]
        out = []
        for line, want in zip(entries, wanted, strict=True):
            address = urldefrag(line["url"]).url
            if want and address not in self.asked and fetchable(address, url) and not self._enough():
                self.asked.add(address)
                out.append(line["url"])
        return out

    def _enough(self) -> bool:
        return self.site.detail_max is not None and len(self.asked) >= self.site.detail_max

    def _feeds(self, found: Iterable[str]) -> list[str]:
        named = (
            []
            if self.site.feed == "never"
            else [*found][:1]
            if self.site.feed == "auto"
            else [self.site.feed]
        )
        new = [address for address in named if address not in self.feeds]
        self.feeds.update(new)
        return new


def fetchable(address: str, url: str) -> bool:
    """Whether an entry's link leads to a page of the same site: http or https, its registrable host, no file."""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname or address == urldefrag(url).url:
        return False
    return same_site(parts.hostname, urlsplit(url).hostname or "") and not _FILES.search(parts.path)


def same_site(one: str, other: str) -> bool:
    """Whether two host names are of one registrable domain, by the public suffix list as installed."""
    return one == other or (registrable(one) == registrable(other) != "")


def registrable(host: str) -> str:
    """Return the registrable domain of a host name; "" for an address and for a name without a dot."""
    global _suffixes
    if _suffixes is None:
        import tldextract  # its list takes 60 ms to load and most sites never leave their host

        _suffixes = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
    found = _suffixes(host)
    return found.top_domain_under_public_suffix if hasattr(found, "top_domain_under_public_suffix") else ""


_suffixes: Any = None


def own_page_line(html: str, url: str, *, linked: str, encoding: str, fetched: datetime) -> Line:
    """Return the raw line of an entry's own page; `linked` is its URL as the list gives it."""
    try:
        own = page.own_page(readable(html)[0], url)
    except Exception as fault:  # noqa: BLE001 - a strange page is counted and told, the others are read
        return unreadable(linked, fault)
    return {
        "kind": "page",
        "url": linked,
        "final_url": url,
        "title": own.title,
        "text": own.text,
        "summary": own.summary,
        "date": own.date,
        "language": own.language,
        "encoding": encoding,
        "fetched_at": stamp(fetched),
    }


def feed_lines(text: str, url: str) -> list[Line]:
    """Return the raw lines of a feed's items."""
    try:
        items = page.read_feed(text, url)
    except Exception as fault:  # noqa: BLE001 - a strange feed is counted and told, the pages are read
        return [unreadable(url, fault)]
    return [
        {
            "kind": "feed",
            "url": item.url,
            "title": item.title,
            "text": item.text,
            "summary": item.summary,
            "date": item.date,
        }
        for item in items
    ]


def reject(url: str, reason: str, detail: str) -> Line:
    """Return the raw line of something that was not taken."""
    return {"kind": "reject", "url": url, "reason": reason, "detail": detail}


def unreadable(url: str, fault: Exception) -> Line:
    """Return the reject line of a page that our reading of it failed on: a defect of ours, with its place."""
    frames = traceback.extract_tb(fault.__traceback__)
    place = f"{PurePath(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    return reject(url, "unreadable", f"{type(fault).__name__} at {place}: {str(fault)[:200]}")


def stamp(moment: datetime) -> str:
    """Return a moment as raw lines write it: ISO, UTC, seconds."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _key(found: FoundList, entry: Entry) -> str:
    return f"{found.name}\n{entry.url or entry.title + entry.excerpt}"
