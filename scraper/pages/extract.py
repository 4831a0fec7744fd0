"""Pages in, raw lines out: what the spider writes during a crawl and what a re-extraction writes from its archive.

Both call the same class in the same order, so a dataset can be derived again from the bytes alone. Nothing here knows
Scrapy. The kinds of line are in `scraper.pages.raw_lines`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import datetime
from urllib.parse import urldefrag

from pipelines.address_key import key_of
from pipelines.known_pages import called
from pipelines.repair.doubt import looks_cut
from pipelines.taken_back import REPLACED
from scraper.known_entries import NOTHING, Known
from scraper.listing import feed, page
from scraper.listing.entry import Entry, FoundList
from scraper.listing.markup.tree import parse
from scraper.listing.selectors.freeze import Shown, freeze
from scraper.pages.asked_in import asked_in
from scraper.pages.chain import Chains
from scraper.pages.feed_list import json_feed
from scraper.pages.going_on import first_page
from scraper.pages.in_place import FIRST, Before, in_place
from scraper.pages.judgement import Refusal
from scraper.pages.listing_reader import PageResult, dated_only, extract, named
from scraper.pages.nearest_feeds import nearest
from scraper.pages.own_site import fetchable, file_ending
from scraper.pages.raw_lines import (
    EntryLine,
    FeedLine,
    Line,
    OwnPageLine,
    RejectLine,
    reject,
    stamp,
    unreadable,
)
from scraper.pages.refused_links import refused
from scraper.pages.turned import Turned, turned
from scraper.pages.unclosed import readable
from scraper.site import SiteFile


@dataclass(frozen=True, slots=True)
class PageLines:
    """What the crawl does with one listing page: what to write, where to go.

    Attributes:
        entries, rejects: raw lines.
        next: the next listing page, or None.
        wanted: entry pages to fetch.
        feeds: feeds to fetch.
        tried: entry pages to fetch first: what they are tells whether others like them are fetched (`Walk.released`).
    """

    entries: list[EntryLine]
    rejects: list[RejectLine]
    next: str | None
    wanted: list[str]
    feeds: list[str]
    tried: list[str] = field(default_factory=list)


NEWEST = 50
"""Entries of a start page whose own pages are fetched whatever their teasers look like; 70 of 78 captured pages have no more."""
TRIES = 3
"""Of these the first to be fetched: where none is a page with a text (errors, logins, scripts), the others are left. One of
those that end as a file's link does, by ending."""


@dataclass(frozen=True, slots=True)
class _First:
    """The first page of a chain, until the second one has shown whether its list is the one that the pager turns."""

    page: Shown
    encoding: str
    fetched: datetime
    language: str


@dataclass(slots=True)
class Walk:
    """The state of one crawl: positions in each list, what was seen, which entry pages were asked for; `known` says what before it."""

    site: SiteFile
    known: Known = NOTHING
    positions: Counter[str] = field(default_factory=Counter)
    seen: set[str] = field(default_factory=set)
    days: set[int] = field(default_factory=set)
    asked: set[str] = field(default_factory=set)
    tries: Counter[str] = field(default_factory=Counter)
    held: dict[str, list[str]] = field(default_factory=dict)
    proved: set[str] = field(default_factory=set)
    refused: set[str] = field(default_factory=set)
    feeds: set[str] = field(default_factory=set)
    visited: set[str] = field(default_factory=set)
    pages: int = 0
    before: Before = FIRST
    chains: Chains = field(init=False)
    _first: _First | None = None
    _instead: bool = False

    def __post_init__(self) -> None:
        self.chains = Chains(self.site.selectors, len(self.site.start))

    def listing(
        self, html: str, url: str, *, encoding: str, fetched: datetime, number: int, header: str = ""
    ) -> PageLines:
        """Read one listing page of a chain.

        Args:
            html: the page as text.
            url: where it was found.
            encoding: what it was read as.
            fetched: when, aware.
            number: its place in its chain, from 0.
            header: its `Link` header.
        """
        self.pages += 1
        try:
            html = asked_in(html, encoding)
            self.visited.add(urldefrag(url).url)
            result = extract(html, url, self.site, self.chains.expected(number), header=header)
            result = self._in_place(result, html, number)
            if self._instead and number:
                result = dated_only(result)
            self._instead = result.instead is not None
            if number:
                result = named(result, self.chains.main)
            first, self._first = self._first, None
            if number == 1 and first is not None and not result.data:
                found = turned(first.page, Shown(readable(html)[0], url, result.lists))
                if found is not None:
                    return self._lines_anew(first, found, result, url, encoding, fetched)
            self.chains.read(number, result.lists, result.selected)
            onward = result.next or (self.chains.tells_others and result.lists)
            if number == 0 and onward and not self.site.lists and not result.data:
                page, frozen = readable(html)[0], result.lists
                if any(found.selectors is None for found in frozen):
                    frozen = tuple(freeze(page, url, frozen))
                learned = [found.selectors for found in frozen if found.selectors is not None]
                self.chains.learn(learned, first_page(parse(page, url), result.lists))
                self._first = _First(Shown(page, url, result.lists), encoding, fetched, result.language)
            return self._lines(result, url, encoding, fetched, number)
        except Exception as fault:  # noqa: BLE001 - a strange page is counted and told, the others are read
            return PageLines([], [unreadable(url, fault)], None, [], [])

    def _lines_anew(
        self,
        first: _First,
        found: Turned,
        result: PageResult,
        url: str,
        encoding: str,
        fetched: datetime,
    ) -> PageLines:
        """The lines of a second page whose list is another than the first page's, and those of the first page with that list."""
        wrong = [one.name for one in first.page.lists]
        name = next(name for name in (found.first.name, f"{found.first.name}-2") if name not in wrong)
        here, there = replace(found.first, name=name), replace(found.second, name=name)
        page = first.page
        before = PageResult((here,), url, first.language, ())
        frozen = freeze(page.html, page.url, [here])
        self.chains.begin_anew(frozen, wrong, first_page(parse(page.html, page.url), frozen))
        earlier = self._lines(before, page.url, first.encoding, first.fetched, 0)
        made = self._lines(replace(result, lists=(there,)), url, encoding, fetched, 1)
        made.rejects[:0] = [reject(page.url, REPLACED, one) for one in dict.fromkeys(wrong)]
        made.entries[:0] = earlier.entries
        made.wanted[:0] = earlier.wanted
        made.tried[:0] = earlier.tried
        return made

    def _in_place(self, result: PageResult, html: str, number: int) -> PageResult:
        """Say that a page without entries is another one, shown in place of a page of the list."""
        if number == 0:
            self.before = FIRST
        if result.lists:
            links = tuple(entry.url for found in result.lists for entry in found.entries)
            self.before = FIRST if result.data else Before(html, links)
            return result
        if result.data or any(reason == "shell" for reason, _ in result.notes):
            return result
        if (told := in_place(html, self.before)) is None:
            return result
        return replace(result, notes=(*(note for note in result.notes if note[0] != "list_over"), told))

    def _lines(
        self, result: PageResult, url: str, encoding: str, fetched: datetime, number: int
    ) -> PageLines:
        shown = {(_key(list_, entry), entry.date) for list_ in result.lists for entry in list_.entries}
        repeated = self._repeated(shown)
        rejects = [reject(url, *note) for note in result.notes]
        rejects += [reject(link, *why) for link, why in self._unasked(result.refused)]
        if repeated:
            rejects.append(
                reject(url, "page_repeated", "every entry of this listing page was seen on an earlier one")
            )
            return PageLines([], rejects, None, [], [])
        entries = [
            line
            for found in result.lists
            for line in self._entries(found, url, encoding, fetched, number, result.language)
        ]
        for line in entries:
            if names := result.names.get(line["url"]):
                line["else"] = "\n".join(names)
            if teaser := result.teasers.get(line["url"]):
                line["excerpt_else"] = teaser
        onward = self._onward(result.next if entries else result.instead)
        if onward is not None and number + 1 >= self.site.pages_max:
            told = f"page {number + 2} was not asked for ({onward}); raise pages_max = {self.site.pages_max} in the site file"
            rejects.append(reject(url, "pages_max", told))
            onward = None
        wanted, tried = self._wanted(entries, url, number)
        return PageLines(entries, rejects, onward, wanted, self._feeds(result.feeds, url), tried)

    def own_page(
        self, html: str, url: str, *, linked: str, encoding: str, fetched: datetime
    ) -> OwnPageLine | RejectLine:
        """Return the raw line of an entry's own page; what else that calls itself refutes no title that the site file names."""
        line = own_page_line(html, url, linked=linked, encoding=encoding, fetched=fetched)
        if self.site.lists and line["kind"] == "page":
            line.pop("else", None)
        return line

    def released(self, address: str, lines: Iterable[Line]) -> list[str]:
        """Entry pages to fetch now that one of those tried came: the ones held back for it.

        Args:
            address: what was tried.
            lines: what came.
        """
        like = file_ending(address)
        pages = [line for line in lines if line["kind"] == "page" and (like or line["text"])]
        if like in self.proved or not pages:
            return []
        self.proved.add(like)
        return [link for link in self.held.pop(like, []) if self._ask(link)]

    def _repeated(self, shown: Set[tuple[str, str]]) -> bool:
        """Whether a page shows nothing but entries of earlier ones, most of them on the days they had there.

        A weekly event has the same link on every page; "5 minutes ago" is 6 on the same page asked for again.
        """
        keys = {key for key, _ in shown}
        days = {hash(each) for each in shown}  # a number is smaller than its texts
        again = bool(keys) and keys <= self.seen and 2 * len(days - self.days) < len(days)
        self.seen |= keys
        self.days |= days
        return again

    def _entries(
        self, found: FoundList, url: str, encoding: str, fetched: datetime, number: int, language: str
    ) -> Iterator[EntryLine]:
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

    def _onward(self, address: str | None) -> str | None:
        return None if address is None or urldefrag(address).url in self.visited else address

    def _unasked(self, found: Iterable[tuple[str, Refusal]]) -> list[tuple[str, Refusal]]:
        new = [(link, why) for link, why in found if link not in self.refused]
        self.refused.update(link for link, _ in new)
        return new

    def _wanted(self, entries: list[EntryLine], url: str, number: int) -> tuple[list[str], list[str]]:
        """URLs of the entry pages to fetch, each once in a crawl, and of those to try first."""
        wanted: list[str] = []
        tried: list[str] = []
        for place, line in enumerate(entries):
            link = line["url"]
            doubtful = self._is_doubtful(line)
            new = number == 0 and place < NEWEST and self._is_new(line)
            if not (doubtful or new) or not fetchable(urldefrag(link).url, url):
                continue
            if refused(link, (url, *self.site.start)) is not None:
                continue
            like = file_ending(link)
            if like and self.site.detail == "cut":
                continue
            if like in self.proved or (doubtful and not like):
                wanted += [link] if self._ask(link) else []
            elif self.tries[like] >= (1 if like else TRIES):
                self.held.setdefault(like, []).append(link)
            elif self._ask(link):
                self.tries[like] += 1
                tried.append(link)
        return wanted, tried

    def _is_doubtful(self, line: EntryLine) -> bool:
        """Whether the list alone does not tell an entry: its teaser looks cut, its title is missing or one of two; by the site file all or none."""
        if self.site.detail in ("always", "never"):
            return self.site.detail == "always"
        return looks_cut(line["excerpt"]) or not line["title"] or "else" in line

    def _is_new(self, line: EntryLine) -> bool:
        if self.site.detail != "newest":
            return False
        return called(line["url"], line["title"]) not in self.known.read

    def _ask(self, link: str) -> bool:
        """Whether a page is asked for now: not yet in this crawl, and no more than the site file allows."""
        address = urldefrag(link).url
        enough = self.site.detail_max is not None and len(self.asked) >= self.site.detail_max
        if enough or address in self.asked:
            return False
        self.asked.add(address)
        return True

    def _feeds(self, found: Sequence[str], url: str) -> list[str]:
        """The feeds that a page is read with: its own and the site's, which may be the same."""
        named = (
            []
            if self.site.feed == "never"
            else [*nearest(found, url)[:1], *found[:1]]
            if self.site.feed == "auto"
            else [self.site.feed]
        )
        new = [address for address in dict.fromkeys(named) if address not in self.feeds]
        self.feeds.update(new)
        return new


def own_page_line(
    html: str, url: str, *, linked: str, encoding: str, fetched: datetime
) -> OwnPageLine | RejectLine:
    """Return the raw line of an entry's own page; `linked` is its URL as the list gives it."""
    try:
        own = page.own_page(readable(html)[0], url)
    except Exception as fault:  # noqa: BLE001 - a strange page is counted and told, the others are read
        return unreadable(linked, fault)
    line: OwnPageLine = {
        "kind": "page",
        "url": linked,
        "final_url": url,
        "title": own.title,
        "text": own.text,
        "summary": own.summary,
        "beside": own.beside,
        "date": own.date,
        "language": own.language,
        "encoding": encoding,
        "fetched_at": stamp(fetched),
    }
    if own.names and key_of(url) == key_of(linked):
        line["else"] = own.names
    return line


def feed_lines(text: str, url: str) -> list[FeedLine | RejectLine]:
    """Return the raw lines of a feed's items."""
    try:
        items = json_feed(text, url) or feed.read_feed(text, url)
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


def _key(found: FoundList, entry: Entry) -> str:
    return f"{found.name}\n{entry.url or entry.title + entry.excerpt}"
