"""From a short look at a site to the site file a person may approve.

Every line of the file is something that was seen and tried: selectors that give the entries the structure gave, a
`next` that leads where the page's own form leads, the languages and the date order the whole list decided, bounds a
good run must hold. What could not be settled is left out, and a run settles it anew.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from itertools import pairwise
from typing import Any

import pandas as pd

from pipelines.build import mend_batch
from pipelines.decisions import ListDecision, decisions
from pipelines.handed_on import Decided
from pipelines.site import Site
from scraper.listing import induce, paginate
from scraper.listing.answer import read_answer
from scraper.listing.entry import AUTO, FoundList
from scraper.listing.pager.unfollowed import unfollowed
from scraper.listing.selectors.freeze import Shown, freeze
from scraper.pages.archive_reader import Kept
from scraper.pages.feed_list import feed_list
from scraper.pages.turned import turned
from scraper.pages.unclosed import readable
from scraper.site import SiteFile
from scraper.site_files.next_link import next_selector
from scraper.site_files.probe import Probe

ROWS_SHARE = 0.6
"""Share of the entries seen that a good run must hold: a list shrinks when entries move off its first pages, and a
selector that misses loses all of it or a whole list."""

LANGUAGE_SHARE = 0.05
LANGUAGE_ENTRIES = 3
"""Share of the entries, and entries, that a language needs to be the site's own, unless it is that of half of them; a
language seen less is expected, not pinned. A name or two read as another language put a second or third one into the
files of 9 of 62 captured lists, and made one of names alone read as English what it then held for Danish."""

QUIET = 3.0
"""How many times its longest silence so far a list may stay silent; see `quiet_days` for the measurement."""

QUIET_LEAST = 14
"""Days of silence that are never a fault: holidays."""

QUIET_MOST = 366
"""Days; a list that is silent for more than a year gives no bound that would ever be missed in time."""

DATED_DROP = 0.15
"""How much the share of dated entries may fall below what was seen."""

COMPARED = {"title": "title", "link": "url", "date": "date", "excerpt": "excerpt"}
"""Fields that must not depend on whether selectors or structure found them, and their columns of a record."""

_NAME = re.compile(r"[^\w-]+")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A site file to be, and what speaks for it.

    Attributes:
        site: the file.
        found: the lists of the first page, with their selectors.
        rows: the entries seen, mended under the facts of the file.
        decided: what was decided of each list, by its name.
        next_address: where the first page leads on, or None.
        notes: what was left out of the file, and why.
        doubt: why a run would have taken none of these lists, "" where it would have.
    """

    site: SiteFile
    found: tuple[FoundList, ...]
    rows: pd.DataFrame
    decided: dict[str, ListDecision]
    next_address: str | None
    notes: tuple[str, ...]
    doubt: str = ""


def propose(
    site: SiteFile, probe: Probe, clock: datetime, *, by_structure: bool = False, auto: Collection[str] = ()
) -> Proposal:
    """Make a site file of what a look found.

    Args:
        site: the site as it was looked at: its id and start, and the lists that a person has to vouch for (`vouched`).
        probe: the look; at least one page of it holds entries.
        clock: now.
        by_structure: leave selectors out, so that every run finds the lists by their structure.
        auto: fields to leave to structure though they have a selector.
    """
    first = probe.read[0]
    found = tuple(_named(vouched_lists(first) if site.lists else frozen_lists(first, later=probe.read[1:])))
    frozen = [one.selectors for one in found if one.selectors is not None]
    notes = []
    if len(frozen) < len(found):
        loose = ", ".join(one.name for one in found if one.selectors is None)
        notes.append(
            f"lists: no short selector gives the entries of {loose}; every run finds the lists by structure"
        )
    following = next_selector(probe.read)
    html = readable(first.read().text)[0]
    address = paginate.next_page(html, first.url)
    if not address and (told := unfollowed(html, first.url)[1]):
        notes.append(f"next: {told}")
    if address and not following:
        notes.append("next: no short selector leads there on every page; every run finds it by its form")
    lists = [] if by_structure or len(frozen) < len(found) else [_form(one, auto) for one in found]
    base: dict[str, Any] = {
        "id": site.id,
        "start": probe.feeds or list(site.start),
        "browser": site.browser or probe.rendered,
    }
    base |= {"lists": lists, "next": following}
    draft = SiteFile.model_validate(base)
    rows, decided = _mended(probe.raw.entries, draft.facts(clock))
    facts = {"languages": languages(rows), "date_order": date_order(decided.values())}
    pinned = SiteFile.model_validate({**base, **facts})
    rows, decided = _mended(probe.raw.entries, pinned.facts(clock))
    # of the rows a run will give: what is pinned may change a language
    expect = expectations(rows, clock.date())
    whole = SiteFile.model_validate({**base, **facts, "expect": expect})
    doubt = _doubt(found[0]) if site.lists else ""
    return Proposal(whole, found, rows, decided, address, tuple(notes), doubt)


def _doubt(best: FoundList) -> str:
    return (
        f"the page does not look like a listing ({best.confidence:.0%} sure): is this the list that you mean?"
    )


def frozen_lists(
    page: Kept, known: int = 0, later: Sequence[Kept] = (), first: Kept | None = None
) -> list[FoundList]:
    """Return the lists a run would keep of a page, found by structure, each with selectors where there are any.

    Args:
        page: a listing page.
        known: lists of its site file; more of one build are taken together where one selector finds them all.
        later: pages that it leads to; a selector gives their entries, too, where one does.
        first: the first page of its chain, for a later one.
    """
    shown = _shown(page)
    if shown is None:
        return []
    others = [*filter(None, map(_shown, later))]
    if first is not None:
        shown = _behind(_shown(first), shown)
    elif others and (found := turned(shown, others[0])) is not None:
        others = [_behind(shown, one) for one in others]
        shown = replace(shown, lists=(found.first,))
    html, url, lists = shown.html, shown.url, shown.lists
    together = freeze(html, url, lists, known) if 0 < known < len(lists) else []
    whole = bool(together) and all(one.selectors is not None for one in together)
    return together if whole else freeze(html, url, lists, later=others)


def vouched(site: SiteFile, probe: Probe) -> SiteFile | None:
    """Return the site with the list that comes nearest on its first page, for a person to vouch for; None where none has a selector."""
    found = list(_named(vouched_lists(probe.read[0]))) if probe.read else []
    lists = [_form(one, ()) for one in found if one.selectors is not None]
    return SiteFile.model_validate(site.model_dump() | {"lists": lists}) if lists else None


def vouched_lists(page: Kept) -> list[FoundList]:
    """Return the lists of a page that is one of entries, whatever it looks like, each with selectors where there are any."""
    shown = _shown(page, vouched=True)
    return [] if shown is None else freeze(shown.html, shown.url, shown.lists)


def _behind(first: Shown | None, page: Shown) -> Shown:
    """A later page with the list that the pager turns, where its own lists are those of its first page."""
    found = turned(first, page) if first is not None else None
    return page if found is None else replace(page, lists=(found.second,))


def _shown(page: Kept, *, vouched: bool = False) -> Shown | None:
    """A page's text and the lists a run would keep; None of a feed and an endpoint's answer, where no selector is asked."""
    text = page.read().text
    if feed_list(text, page.url) is not None or read_answer(text, page.url) is not None:
        return None
    html = readable(text)[0]
    return Shown(html, page.url, tuple(induce.chosen(induce.induce(html, page.url), vouched=vouched)))


def languages(rows: pd.DataFrame) -> list[str]:
    """Return the site's own languages, most frequent first."""
    named = rows["language"][rows["language"] != "und"].value_counts()
    least = max(LANGUAGE_SHARE * named.sum(), min(LANGUAGE_ENTRIES, len(rows) / 2))
    return [str(name) for name, count in named.items() if count >= least and len(str(name)) == 2]


def date_order(decided: Iterable[ListDecision]) -> str | None:
    """Return the order the lists' dates were read in, where all agree and no other reading survives."""
    read = [one.dates for one in decided if one.dates.order is not None and one.dates.read]
    orders = {dates.order for dates in read}
    return orders.pop() if len(orders) == 1 and all(dates.certain == dates.read for dates in read) else None


def expectations(rows: pd.DataFrame, today: date) -> dict[str, Any]:
    """Return the bounds a good run must hold, keys of `[expect]`."""
    expect: dict[str, Any] = {"rows_min": max(1, math.floor(ROWS_SHARE * rows["id"].nunique()))}
    spoken = [str(name) for name in rows["language"].value_counts().index if name != "und"]
    if spoken and all(len(name) == 2 for name in spoken):  # a site file takes ISO 639-1 codes only
        expect["languages"] = spoken
    days = [day for day in rows["date"].dropna() if isinstance(day, date)]
    if (quiet := quiet_days(days, today)) is not None:
        expect["newest_days"] = quiet
    dated = len(days) / len(rows)
    if dated > DATED_DROP:
        expect["dated_min"] = math.floor(20 * (dated - DATED_DROP)) / 20
    return expect


def quiet_days(days: Sequence[date], today: date) -> int | None:
    """Return the greatest age of the newest entry that is no fault, in whole weeks; None where too little is known.

    A list may be silent `QUIET` times as long as it ever was between two of its entries. On 31 captured lists, bounded
    by their older half, the newer half was silent longer than that in 2; with twice the longest silence in 5.
    """
    passed = sorted({day for day in days if day <= today})
    if len(passed) < 5 or any(day > today for day in days):
        return None
    gaps = [(later - earlier).days for earlier, later in pairwise(passed)]
    longest = max(*gaps, (today - passed[-1]).days)
    quiet = 7 * math.ceil(max(QUIET_LEAST, QUIET * longest) / 7)
    return quiet if quiet <= QUIET_MOST else None


def _mended(entries: pd.DataFrame, site: Site) -> tuple[pd.DataFrame, dict[str, ListDecision]]:
    """The entries mended under some facts, and what was decided of their lists."""
    decided: Decided = {}
    rows = mend_batch(entries, site, decided=decided)
    return rows, decisions(rows, decided)


def _named(found: Sequence[FoundList]) -> Iterator[FoundList]:
    """The lists with names a site file takes, each its own."""
    taken: set[str] = set()
    for one in found:
        stem = _NAME.sub("-", one.name).strip("-") or "list"
        name = next(name for name in (stem, *(f"{stem}-{n}" for n in range(2, 99))) if name not in taken)
        taken.add(name)
        selectors = replace(one.selectors, name=name) if one.selectors else None
        yield replace(one, name=name, selectors=selectors)


def _form(one: FoundList, auto: Collection[str]) -> dict[str, str]:
    """The keys of a list, some left to structure."""
    form = {key: value for key, value in asdict(one.selectors).items() if value} if one.selectors else {}
    return form | dict.fromkeys(auto, AUTO)
