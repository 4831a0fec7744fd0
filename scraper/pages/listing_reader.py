"""One listing page, whatever form it comes in: HTML, a feed, or an endpoint's JSON.

In the order of the evidence: a feed says what it is, so does JSON; the rest is markup, read by the site file's selectors
and, where these find nothing, by its structure. What a page leads to that is not asked for is told with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from scraper.listing import induce, page, paginate
from scraper.listing.answer import Answer, read_answer
from scraper.listing.dates.dated import machine_dates, spots
from scraper.listing.entry import FoundList, ListSelectors
from scraper.listing.fields.other_names import other_names
from scraper.listing.fields.other_teasers import other_teasers
from scraper.listing.kind.divided import divided
from scraper.listing.kind.judge import says_article
from scraper.listing.kind.prose import at_length
from scraper.listing.kind.shell import shell
from scraper.listing.lists.held_back import with_held_back
from scraper.listing.markup.tree import NODES_MAX, Tree, absolute, parse
from scraper.listing.markup.uncollected import uncollected
from scraper.listing.pager.allowed import allowed, is_foreign
from scraper.listing.pager.filled_later import filled_later
from scraper.listing.pager.onward import preloaded
from scraper.listing.pager.told_counts import told_count
from scraper.listing.pager.unfollowed import on_another_host, unfollowed
from scraper.listing.records.counts import count
from scraper.listing.select import matches
from scraper.listing.selectors.pinned import read_lists
from scraper.listing.words.wording import called_error
from scraper.pages.chain import ALONE, Expected
from scraper.pages.feed_list import feed_list, feed_next
from scraper.pages.frames import framed
from scraper.pages.going_on import ENOUGH, FirstPage, beside, going_on, other_start
from scraper.pages.judgement import Refusal
from scraper.pages.large_page import is_large, read_large
from scraper.pages.missed_entries import missed_entries
from scraper.pages.nearest_feeds import nearest
from scraper.pages.refused_links import refused, refused_links
from scraper.pages.sitemap import UNTITLED, sitemap_list
from scraper.pages.stale_lists import refilled, replaced
from scraper.pages.unclosed import Note, readable
from scraper.site import SiteFile


@dataclass(frozen=True, slots=True)
class PageResult:
    """What one listing page holds.

    Attributes:
        lists: its lists, each with its entries.
        next: the next listing page, absolute, or None.
        language: what the page declares.
        feeds: feeds it names.
        notes: (reason, detail) of what the page did not give as it should.
        refused: links of its entries and to its next page that are never followed, and why.
        data: whether it is no page of its own but an answer to a script, or a feed.
        names: what else the page calls an entry, by its address (`other_names`).
        teasers: what another box of the page says of an entry, likewise (`other_teasers`).
        selected: the selectors, the site file's or learned ones, that found entries on it.
        instead: where what it lacks is: the data that an empty shell is made from, or what a script puts into an empty box.
    """

    lists: tuple[FoundList, ...]
    next: str | None
    language: str
    feeds: tuple[str, ...]
    notes: tuple[Note, ...] = ()
    refused: tuple[tuple[str, Refusal], ...] = ()
    data: bool = False
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    teasers: Mapping[str, str] = field(default_factory=dict)
    selected: tuple[ListSelectors, ...] = ()
    instead: str | None = None


@dataclass(frozen=True, slots=True)
class _Read:
    """The lists of a page, what is to be told of them, and the selectors that found entries."""

    lists: list[FoundList]
    notes: tuple[Note, ...] = ()
    selected: tuple[ListSelectors, ...] = ()


@uncollected()
def extract(
    html: str,
    url: str,
    site: SiteFile,
    expected: Expected = ALONE,
    *,
    header: str = "",
) -> PageResult:
    """Read one listing page.

    Args:
        html: the page as text, lone bytes as marks.
        url: where it was found, after redirects.
        site: its site file; without selectors, or where they find nothing, lists are found by their structure.
        expected: what the pages before say of it.
        header: its `Link` header.
    """
    if (feed := feed_list(html, url)) is not None:
        return _of_feed(feed, html, url, first=expected.first)
    if (mapped := sitemap_list(html, url)) is not None:
        untitled = () if mapped.entries else (("no_list", UNTITLED),)
        return PageResult((mapped,) if mapped.entries else (), None, "", (), untitled, data=True)
    answer = read_answer(html, url)
    if answer is not None and not answer.html:
        return _of_answer(answer, url, site, header)
    html, notes = readable(answer.html if answer is not None else html)
    read = _lists(html, url, site, expected)
    stale = bool(site.selectors and read.lists and not read.selected)
    tree = parse(html, url)
    following = _following(html, url, site, answer, header, stale=stale)
    instead = _instead(tree, read.notes)
    if instead is not None:
        read = replace(read, notes=tuple(_with_data(read.notes, instead)))
    feeds = tuple(page.feeds(html, url))
    unasked = _unfollowed(html, url, site, answer, following)
    lists = read.lists
    if any(reason == "next_by_script" for reason, _ in unasked):
        lists, more = with_held_back(tree, lists)
        unasked = tuple(
            (reason, f"{told}; {more} more entries are in the page's data") if more else (reason, told)
            for reason, told in unasked
        )
    if following is None and not unasked and not site.next and answer is None and not is_large(html):
        unasked = tuple(_uncounted(tree, lists, expected.read))
    notes = (*notes, *_with_feed(read.notes, nearest(feeds, url)), *_without(read.lists), *unasked)
    entries = [entry for list_ in lists for entry in list_.entries]
    return PageResult(
        lists=tuple(lists),
        next=following,
        instead=instead,
        language=page.declared_language(html),
        feeds=feeds,
        notes=notes,
        refused=tuple(refused_links(html, url, entries, following, site.start)),
        data=answer is not None,
        names={} if site.selectors else other_names(tree, entries),
        teasers={} if site.selectors else other_teasers(tree, lists),
        selected=read.selected,
    )


def _of_feed(feed: FoundList, text: str, url: str, *, first: bool) -> PageResult:
    following = allowed(absolute(url, feed_next(text)), url)
    told = f"read as a list of its {len(feed.entries)} items; a feed holds the newest entries only, start at a listing page for the others"
    notes = (("feed_as_start", told),) if first else ()
    return PageResult((feed,), following, "", (url,), notes, data=True)


def _of_answer(answer: Answer, url: str, site: SiteFile, header: str) -> PageResult:
    """A list as JSON, or JSON that is none: that is told."""
    if answer.list is None:
        return PageResult((), None, "", (), (("no_list", answer.says),), data=True)
    following = _answered(answer, url, header)
    away: tuple[tuple[str, Refusal], ...] = tuple(
        refused_links("", url, answer.list.entries, following, site.start)
    )
    onward = absolute(url, answer.next)
    if following is None and onward and (why := refused(onward, (url, *site.start))) is not None:
        away += ((onward, why),)
    notes = _unfollowed("", url, site, answer, following)
    return PageResult((answer.list,), following, "", (), notes, away, data=True)


def _answered(answer: Answer, url: str, header: str) -> str | None:
    return allowed(absolute(url, answer.next), url) or paginate.linked_next(header, url)


def _following(
    html: str, url: str, site: SiteFile, answer: Answer | None, header: str, *, stale: bool
) -> str | None:
    """The next page; where the lists are found by structure since their selectors are stale, it may be so, too."""
    if answer is not None and (address := _answered(answer, url, header)):
        return address
    address = paginate.next_page(html, url, site.next or "")
    if address is None and site.next and stale:
        address = paginate.next_page(html, url)
    return address if address or site.next else paginate.linked_next(header, url)


def _instead(tree: Tree, notes: Iterable[Note]) -> str | None:
    """What a page without a list has its browser fetch: a shell's data, else what a script puts into an empty box."""
    lacks = {reason for reason, _ in notes}
    if _LISTLESS.keys().isdisjoint(lacks):
        return None
    data = (allowed(tree.link(one), tree.url) for one in preloaded(tree)) if "shell" in lacks else ()
    boxes = filled_later(tree)
    if boxes and (says_article(tree) >= 1.0 or called_error(tree) >= 1.0 or _is_text(tree)):
        boxes = []  # below an article are its comments and others like it
    return next(filter(None, (*data, *boxes)), None)


def _is_text(tree: Tree) -> bool:
    return at_length(tree, count(tree, spots(tree), machine_dates(tree)))


_LISTLESS = {"shell": "shell", "no_list": "box_read"}
"""What is said of a page without a list, and what of one in whose place something is read."""


def _with_data(notes: Iterable[Note], address: str) -> Iterator[Note]:
    for reason, told in notes:
        if reason in _LISTLESS:
            reason, told = _LISTLESS[reason], f"{told}; what it has the browser fetch is read: {address}"
        yield reason, told


def _unfollowed(
    html: str, url: str, site: SiteFile, answer: Answer | None, following: str | None
) -> tuple[Note, ...]:
    """What the page calls its next one and nobody asks for; addresses inside a network are told by `refused_links`."""
    if following is not None or site.next:
        return ()
    if answer is not None and answer.next:
        elsewhere = absolute(url, answer.next)
        away = is_foreign(elsewhere, url) and refused(elsewhere, (url, *site.start)) is None
        return (on_another_host(elsewhere),) if away else ()
    if answer is not None and answer.more:
        return (("next_by_script", "the answer says that there is more, and not where"),)
    reason, told = unfollowed(html, url)
    if reason == "next_elsewhere" and refused(told.split(" ", 1)[0], (url, *site.start)) is not None:
        return ()
    return ((reason, told),) if reason else ()


def _uncounted(tree: Tree, lists: Sequence[FoundList], read: int) -> Iterator[Note]:
    """What a page counts that was not read, where its lists end with it."""
    size = sum(len(one.entries) for one in lists)
    if size and (told := told_count(tree, [place for one in lists for place in one.places], size, read)):
        yield (
            "counted_more",
            f"{read + size} {'entry was' if read + size == 1 else 'entries were'} read, and the page says {told!r}",
        )


def _lists(html: str, url: str, site: SiteFile, expected: Expected) -> _Read:
    """The lists by the site file's selectors, else by structure or by what was learned, and what is to be told."""
    selectors = site.selectors
    found = _selected(html, url, selectors)
    if found:
        return _by_selectors(html, url, selectors, found, expected)
    known = matches(html, expected.learned) if expected.learned else 0
    if expected.over and not known:
        return _Read([], (("list_over", "no entry of the list, unlike the pages before: it ends here"),))
    return _by_structure(html, url, selectors, expected, known)


def _by_selectors(
    html: str, url: str, selectors: Sequence[ListSelectors], found: list[FoundList], expected: Expected
) -> _Read:
    """The lists that selectors find, each whole, and by structure those they should find and do not."""
    selected = tuple(one.selectors for one in found if one.selectors is not None)
    whole = [refilled(html, url, one) for one in found]
    missing = [one for one in selectors if one in expected.lists and one not in selected]
    heirs, told = replaced(html, url, found, missing)
    notes = [note for _, notes in whole for note in notes]
    lists = [one for one, _ in whole]
    if expected.first or _size(lists) < expected.entries:
        told = (*missed_entries(html, url, lists), *told)
    return _Read([*lists, *heirs], (*notes, *told), selected)


def _by_structure(
    html: str, url: str, selectors: Sequence[ListSelectors], expected: Expected, known: int
) -> _Read:
    """The lists of a page that the site file's selectors do not find; learned ones match `known` entries of it."""
    notes: tuple[Note, ...] = ()
    likely: list[FoundList] = []
    large = is_large(html)
    found = read_large(html, url) if large else []
    if not found:
        likely = induce.induce(html, url)
        found = induce.chosen(likely)
        if large:
            notes = (("page_cut", _CUT),)
    over = False
    if expected.began is not None and expected.first:
        found = other_start(
            parse(html, url), found, _selected(html, url, expected.learned) if known else [], expected.began
        )
    elif expected.began is not None:
        before = found
        found = _going_on(html, url, likely, found, expected.learned, known, expected.began)
        over = bool(before) and not found
    if selectors:
        named = ", ".join(selector.entry for selector in selectors)
        notes = (*notes, ("selectors_found_nothing", f"{named}: no entry; lists found by structure instead"))
    if over:
        told = "all that repeats on it stood beside the list on the first page, too: the list ends here"
        return _Read([], (*notes, ("list_over", told)))
    frames = "" if found else framed(html, url)
    if not found and (told := shell(html, url)):
        told += f"; {frames}" if frames else ""
        notes = (*notes, ("shell", told))
    elif not found and expected.first:
        notes = (*notes, ("no_list", frames or _divided(html, url) or _likeliest(likely)))
    return _Read(found, notes, expected.learned if known and not expected.first else ())


def _going_on(
    html: str,
    url: str,
    likely: Sequence[FoundList],
    found: list[FoundList],
    learned: Sequence[ListSelectors],
    known: int,
    began: FirstPage,
) -> list[FoundList]:
    """The lists of a later page, with what the first one tells of them; `learned` selectors match `known` entries of it."""
    boxes = beside(parse(html, url), found, began) if found else []
    if boxes:
        found = induce.chosen([one for one in likely if one not in boxes])
        found = [one for one in found if one not in beside(parse(html, url), found, began)]
    elif not known or ENOUGH <= known == _size(found):  # to read them takes as long as to find them
        return found
    return going_on(found, _selected(html, url, learned), began)


def _with_feed(notes: Iterable[Note], feeds: Sequence[str]) -> list[Note]:
    """The notes; of a page without entries that names a feed, that its newest ones can be had there without a browser."""
    more = f"; its feed lists the newest entries: start at {feeds[0]}" if feeds else ""
    return [(reason, told + more if reason in ("shell", "no_list") else told) for reason, told in notes]


def _without(lists: Iterable[FoundList]) -> tuple[Note, ...]:
    """What entries lack that stand below where a page is read by structure."""
    fields = ", ".join(dict.fromkeys(name for one in lists for name in one.lacks))
    told = f"{fields}: given for the entries in its first {NODES_MAX:,} nodes only"
    return (("page_cut", told),) if fields else ()


_CUT = f"only its first {NODES_MAX:,} nodes were looked at; entries below them may be missing"


def _divided(html: str, url: str) -> str:
    """What to start at where a page of a year only leads to its months."""
    parts = divided(parse(html, url))
    return (
        f"it leads to {len(parts)} months and lists no entries: start at {parts[0]} and those beside it"
        if parts
        else ""
    )


def _likeliest(lists: Sequence[FoundList]) -> str:
    if not lists:
        return "nothing on it repeats as the entries of a list do"
    best = lists[0]
    return f"what comes nearest is too unsure to be taken ({best.confidence:.0%}): {best.reason}"


def _selected(html: str, url: str, selectors: Sequence[ListSelectors]) -> list[FoundList]:
    return [found for found in read_lists(html, url, selectors) if found.entries] if selectors else []


def _size(lists: Iterable[FoundList]) -> int:
    return sum(len(found.entries) for found in lists)


def named(result: PageResult, name: str) -> PageResult:
    """The result with its list called as the chain's own: what a script loads continues the page it was loaded into."""
    if not result.data or not name or len(result.lists) != 1:
        return result
    return replace(result, lists=(replace(result.lists[0], name=name),))


def dated_only(result: PageResult) -> PageResult:
    """The result without lists of which fewer than half of the entries are dated: a shell preloads its menu, too."""
    lists = tuple(
        one for one in result.lists if 2 * sum(entry.dated for entry in one.entries) >= len(one.entries)
    )
    if len(lists) == len(result.lists):
        return result
    told = "data that the page before has its browser fetch, whose titles have no days: no list of entries"
    return replace(result, lists=lists, next=None, notes=(*result.notes, ("no_list", told)))
