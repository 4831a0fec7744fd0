"""`check`: a site file against pages, and where they have drifted apart, the line that would mend it.

Each page is read twice, as the file says and as its structure says. What the structure still finds and the file no
longer does is drift; then the changed line is proposed and tried on the same pages. Pages come from one of three places:
the golden ones beside the file, a run's archive, the live site.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from scraper.listing import paginate
from scraper.listing.entry import AUTO, Entry, FoundList, ListSelectors
from scraper.listing.selectors.negated import negating
from scraper.listing.selectors.pinned import CELLS, filled
from scraper.pages.chain import Expected
from scraper.pages.listing_reader import extract
from scraper.site import SiteFile
from scraper.site_files.both_ways import SURE_MIN, BothWays
from scraper.site_files.findings import Change, Drift, Finding, Source
from scraper.site_files.golden_drift import golden_drift
from scraper.site_files.next_link import next_selector

COVER_MIN = 0.6
"""Share of the entries the structure shows that the selectors must find; as much as `add` asks of a good run. Structure
may be wrong about single entries, an advert for one, never about two in five."""

FILLED_MIN = 0.5
"""Share of its entries that a field must fill, of what it filled in the golden rows where there are any."""


def check(site: SiteFile, source: Source) -> Finding:
    """Check a site file against pages.

    Args:
        site: the site file.
        source: the pages; at least one must be a page.
    """
    read = [page for page in source.pages if page.refusal() is None]
    refused = tuple(
        f"{page.url}: {why.reason}: {why.detail}" for page in source.pages if (why := page.refusal())
    )
    results = [
        extract(page.read().text, page.url, site, Expected(page.number == 0), header=page.link)
        for page in read
    ]
    whole = [page for page, result in zip(read, results, strict=True) if not result.data]
    pages = BothWays(site, whole, [one for result in results if result.data for one in result.lists])
    following = results[0].next if results and results[0].data else None
    if results and not results[0].data:
        following = paginate.next_page(*pages.texts[0], site.next or "")
    drifts = [*_lists(pages, source), *_next(pages), *golden_drift(site, read, source.rows)]
    return Finding(source.name, len(read), refused, tuple(_told(pages)), following, tuple(drifts))


def _told(pages: BothWays) -> list[dict[str, Any]]:
    """Each list's entries over all pages; what came as data is counted with the list it continues."""
    keys = {form.name: _keys(form) for form in pages.site.selectors}
    found: dict[str, list[Entry]] = {name: [] for name in keys}
    for one in (one for page in (pages.old if keys else pages.new) for one in page):
        found.setdefault(one.name, []).extend(one.entries)
    main = pages.main()
    for one in pages.data:
        found.setdefault(main or one.name, []).extend(one.entries)
    return [_counts(name, entries, keys.get(name, list(CELLS))) for name, entries in found.items()]


def _counts(name: str, entries: Sequence[Entry], keys: Sequence[str]) -> dict[str, Any]:
    counts = {key: filled(entries, key) for key in keys}
    return {"name": name, "entries": len(entries), "filled": counts, "first": _titles(entries)}


def _keys(form: ListSelectors) -> list[str]:
    """The fields a list names, and the link, which every entry should have."""
    return [key for key in CELLS if key == "link" or getattr(form, key)]


def _pages(pages: BothWays) -> str:
    return "the page" if len(pages.texts) == 1 else f"{len(pages.texts)} pages"


def _titles(entries: Sequence[Entry], most: int = 3) -> tuple[str, ...]:
    return tuple((entry.title or entry.excerpt or entry.url)[:60] for entry in entries[:most])


def _lists(pages: BothWays, source: Source) -> list[Drift]:
    """Lists that find nothing, fields that stay empty, and entries nobody names."""
    shown = pages.shown()
    forms = pages.site.selectors
    if pages.data and not pages.texts:  # selectors have nothing to be tried on
        return []
    if not forms:
        return (
            [] if shown or any(pages.new) or pages.data else [Drift("no list found by structure on any page")]
        )
    drifts: list[Drift] = []
    known = {entry.url for number in range(len(forms)) for entry in pages.rows(number) if entry.url}
    dead = [number for number in range(len(forms)) if not pages.rows(number)]
    heirs = _heirs(pages, dead, known)
    drifts += [_dead(pages, number, heirs.get(number)) for number in dead]
    unlinked = False
    for number, form in enumerate(forms):
        if number in dead:
            continue
        lacking = [key for key in _keys(form) if _lacks(pages, number, key, source)]
        if "title" in lacking and not form.link:  # the link is the title's own
            lacking = [key for key in lacking if key != "link"]
            unlinked = True
        within = _within(pages, number) if lacking else None
        drifts += (
            [_overfull(pages, number, lacking, within)]
            if within is not None
            else [_empty(pages, number, key) for key in lacking]
        )
    missed = [entry for entry in shown if entry.url and entry.url not in known]
    sound = all(_sound(form, pages.rows(number)) for number, form in enumerate(forms))
    if sound and len(missed) <= sum(len(pages.rows(number)) for number in range(len(forms))):
        return drifts
    if not dead and not unlinked and len(missed) > (1 - COVER_MIN) * len(shown):
        drifts.append(_uncovered(pages, shown, missed))
    return drifts


def _heirs(pages: BothWays, dead: Sequence[int], known: set[str]) -> dict[int, FoundList]:
    """For lists that find no entry, the structure's lists that no other list of the file covers.

    The surest ones, as many as there are dead lists; by name where one kept it, the others in page order.
    """
    options: dict[str, FoundList] = {}
    for one in (one for page in pages.new for one in page if not _covered(one, known)):
        options.setdefault(one.name, one)
    surest = sorted(options.values(), key=lambda one: (-one.confidence, -len(one.entries)))[: len(dead)]
    left = [one for one in options.values() if one in surest]
    heirs: dict[int, FoundList] = {}
    for number in dead:
        same = next((one for one in left if one.name == pages.site.lists[number].name), None)
        if same is not None:
            heirs[number] = same
            left.remove(same)
    for number in (number for number in dead if number not in heirs):
        if left:
            heirs[number] = left.pop(0)
    return heirs


def _dead(pages: BothWays, number: int, heir: FoundList | None) -> Drift:
    """A list that finds no entry, and the list that takes its place."""
    form = pages.site.selectors[number]
    says = f"list {form.name!r}: {form.entry!r} finds no entry on {_pages(pages)}"
    if heir is None:
        return Drift(says)
    new = (f"{len(heir.entries)} entries: {heir.reason}", *_titles(heir.entries))
    return Drift(says, (), new, _changes(pages, number, heir) if heir.selectors else ())


def _covered(one: FoundList, known: set[str]) -> bool:
    return 2 * sum(entry.url in known for entry in one.entries) >= len(one.entries)


def _changes(pages: BothWays, number: int, best: FoundList) -> tuple[Change, ...]:
    """The fewest lines that make a list of the file find what the structure found: a field that still fills stays."""
    form = pages.site.selectors[number]
    runs = best.selectors or form
    trial = replace(form, entry=runs.entry, until=runs.until, between=runs.between)
    for key in _keys(form):
        other = replace(trial, **_offered(trial, best, key))
        more = filled(pages.tried(other), key) > filled(pages.tried(trial), key)
        if more or _dangles(pages, trial, key) or _says_other(pages, trial, best, key):
            trial = other
    for key in CELLS:
        if getattr(trial, key) != getattr(form, key):
            trial = replace(trial, **_renamed(pages, trial, form, best, key))
    return tuple(
        Change(key, number, getattr(form, key), getattr(trial, key))
        for key in ("entry", "until", "between", *CELLS)
        if getattr(form, key) != getattr(trial, key)
    )


def _renamed(
    pages: BothWays, trial: ListSelectors, form: ListSelectors, one: FoundList, key: str
) -> dict[str, str]:
    """The fields that leave out what a field of the file named, as a found list would have them."""
    new: dict[str, str] = {}
    for other in negating(form, key):
        offer = _offered(trial, one, other)
        if filled(pages.tried(replace(trial, **offer)), other) >= filled(pages.tried(trial), other):
            new |= offer
    return new


def _offer(one: FoundList, key: str) -> str:
    """What a found list would have a field be: its selector, or `auto` where it fills it and no selector does."""
    if one.selectors is not None:
        return str(getattr(one.selectors, key))
    return AUTO if filled(one.entries, key) else ""


def _offered(form: ListSelectors, one: FoundList, key: str) -> dict[str, str]:
    """What a found list would have a field be, and the link with it where that was the link of the title."""
    new = {key: _offer(one, key)}
    if key == "title" and new[key] == AUTO and not form.link and (link := _offer(one, "link")):
        new["link"] = link
    return new


def _says_other(pages: BothWays, form: ListSelectors, one: FoundList, key: str) -> bool:
    """Whether a field without a name still matches, and says something else in most entries of a found list.

    After a relaunch `a` is each entry's "Read more", `p` its date as well. What a person has named by a class stays.
    """
    if _NAMED.search(getattr(form, key)):
        return False
    same = "title" if key == "link" else "url"
    read = {getattr(entry, same): entry for entry in pages.tried(form)}
    given = [entry for entry in one.entries if filled([entry], key)]
    alike = sum(
        any(
            getattr(entry, cell) == getattr(other, cell) != ""
            for cell in CELLS[key]
            if (other := read.get(getattr(entry, same))) is not None
        )
        for entry in given
    )
    return 2 * alike < len(given)


_NAMED = re.compile(r"[.#\[]")


def _dangles(pages: BothWays, form: ListSelectors, key: str) -> bool:
    """Whether a field's selector matches nothing in the entries."""
    return bool(getattr(form, key)) and not filled(pages.tried(form), key)


def _lacks(pages: BothWays, number: int, key: str, source: Source) -> bool:
    """Whether a field stays empty where it should not."""
    entries = pages.rows(number)
    if (
        key == "date"
        and getattr(pages.site.selectors[number], key) == AUTO
        and not pages.site.expect.dated_min
    ):
        return False  # a day in one title of a hundred: the file expects none
    share = filled(entries, key) / len(entries)
    name = pages.site.selectors[number].name
    rows = [row for row in source.rows or source.known if row["list"] == name]
    before = sum(any(cell in row for cell in CELLS[key]) for row in rows) / len(rows) if rows else 0.0
    if source.rows is not None:
        return share < FILLED_MIN * before
    if not rows and not getattr(
        pages.site.selectors[number], key
    ):  # the link, of which the file says nothing
        return share == 0 and any(entry.url for page in pages.new for one in page for entry in one.entries)
    # on other pages a field that some entries fill is as the site is, and one that none of the golden rows had
    return share == 0 and (before > 0 or not rows)


def _sound(form: ListSelectors, entries: Sequence[Entry]) -> bool:
    """Whether what selectors find is entries beyond doubt: dates or teasers fill as the file says, which no menu has.

    Structure, which is asked anew each time, may take another link for an entry's own, or another list for the main one.
    """
    named = [key for key in ("date", "excerpt") if getattr(form, key)]
    return bool(named) and all(filled(entries, key) >= FILLED_MIN * len(entries) for key in named)


def _empty(pages: BothWays, number: int, key: str) -> Drift:
    """A field that no longer fills: the selector the structure would take for it, tried inside the file's entries."""
    form = pages.site.selectors[number]
    entries = pages.rows(number)
    selector = getattr(form, key)
    says = f"list {form.name!r}: {key} = {selector!r} fills {filled(entries, key)} of {len(entries)} entries"
    for one in (one for page in pages.new for one in page):
        new = _offered(form, one, key)
        urls = {entry.url for entry in one.entries}
        trial = pages.tried(replace(form, **new)) if new[key] not in ("", selector) else []
        if filled(trial, key) > filled(entries, key) and any(entry.url in urls for entry in trial):
            found = tuple(
                next((told for cell in CELLS[key] if (told := getattr(entry, cell))), "")
                for entry in trial[:3]
            )
            told = (f"{filled(trial, key)} of {len(trial)} entries", *found)
            new |= _renamed(pages, replace(form, **new), form, one, key)
            changes = tuple(Change(name, number, getattr(form, name), value) for name, value in new.items())
            return Drift(says, _titles(entries), told, changes)
    return Drift(says, _titles(entries))


def _within(pages: BothWays, number: int) -> FoundList | None:
    """The structure's list that a list of the file holds among as many other elements, on the first page that shows one."""
    for old, new in zip(pages.old, pages.new, strict=True):
        urls = Counter(entry.url for entry in old[number].entries if entry.url)
        for one in new:
            entries = len(one.entries)
            if one.selectors is not None and one.confidence >= SURE_MIN and _covered(one, set(urls)):
                return one if 2 * entries <= len(old[number].entries) else None
    return None


def _overfull(pages: BothWays, number: int, lacking: Sequence[str], within: FoundList) -> Drift:
    """Selectors that find much besides the entries, which lacks their fields: `a` finds the links of a new menu."""
    form = pages.site.selectors[number]
    rows = pages.rows(number)
    says = (
        f"list {form.name!r}: {form.entry!r} finds {len(rows)} elements that lack {', '.join(lacking)}, where the structure"
        f" shows {len(within.entries)} entries"
    )
    new = (f"{len(within.entries)} entries: {within.reason}", *_titles(within.entries))
    return Drift(says, _titles(rows), new, _changes(pages, number, within))


def _uncovered(pages: BothWays, shown: Sequence[Entry], missed: Sequence[Entry]) -> Drift:
    """Selectors that find a part only."""
    says = f"the selectors miss {len(missed)} of the {len(shown)} entries the structure shows"
    urls = {entry.url for entry in missed}
    old = [entry for number in range(len(pages.site.lists)) for entry in pages.rows(number)]
    drift = Drift(says, _titles(old), _titles(missed))
    for one in (one for page in pages.new for one in page):
        if one.selectors is None or 2 * sum(entry.url in urls for entry in one.entries) <= len(one.entries):
            continue
        shared, number = _nearest(pages, one)
        if shared or len(one.entries) > len(pages.rows(number)):  # else a list beside it, in nobody's place
            return replace(drift, changes=_changes(pages, number, one))
    return drift


def _nearest(pages: BothWays, one: FoundList) -> tuple[int, int]:
    """The entries shared with a found list by the list of the file that shares most, and its number; else that of its name, else the longest."""
    urls = {entry.url for entry in one.entries}
    scores = [
        (
            sum(entry.url in urls for entry in pages.rows(number)),
            form.name == one.name,
            len(pages.rows(number)),
        )
        for number, form in enumerate(pages.site.selectors)
    ]
    return max(scores)[0], scores.index(max(scores))


def _next(pages: BothWays) -> list[Drift]:
    """A `next` that leads nowhere while the page has a next link by its form."""
    if not pages.site.next or not pages.texts:
        return []
    led = [paginate.next_page(html, url, pages.site.next) for html, url in pages.texts]
    forms = [paginate.next_page(html, url) for html, url in pages.texts]
    if any(led) or not forms[0]:
        return []
    says = f"next = {pages.site.next!r} finds no link on {_pages(pages)}"
    new = next_selector(pages.kept)
    return [Drift(says, (), (forms[0],), (Change("next", None, pages.site.next, new or ""),))]
