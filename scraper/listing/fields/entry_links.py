"""Where entries lead whose titles are no links: to the page behind their day, to their own place, to what is told of them below.

- *Permalinks*: the link on the day of a post without a title, `<a href=/posts/7>3 May 2026</a>`. The first sentence is such a post's
  title, and what it links is somebody's account, or the site that it speaks of.
- *Own places*: parts of one page lead to themselves, by the empty link or the sign (`#`, `¶`) that programs set in their headings, or,
  where nothing in a part leads anywhere but to the form that changes it, by the names of these.
  What is new in a version mentions pages of the handbook, and none of them is the version's.
- *Told below*: talks of a programme, each with its abstract below: the title leads there, `#talk-7`, and what else an entry links is
  who speaks, or where.
- *Numbers*: of several links those that are called by the number that they ask for, beside a pencil that leads to a form.
- *Links below*: of two links that are called alike the one below the page's own address: a release's page beside the tree of its tag.
"""

from __future__ import annotations

import re
from collections import Counter

from scraper.listing.markup.bearers import bearing
from scraper.listing.markup.resolve import parts_of
from scraper.listing.markup.tree import HEADINGS, Tree
from scraper.listing.records.counts import SCRIPTED
from scraper.listing.records.labels import is_more, leads_to_file
from scraper.listing.records.lines import Piece, Record, record_around
from scraper.listing.records.pictured import label_of
from scraper.listing.words.wording import is_root

# Of the records, those whose day is a link, or whose heading or title leads to a place of its own; a way back to the top is the same in all.
COVER_MIN = 0.8
# Of the records, those whose title holds a link or is one.
TITLED_MAX = 0.5
# Characters that a link on a day may have beside the day: "6:24 PM", "on".
BESIDE_MAX = 8
# Of a title's characters, those of a link that it is; a name or a word of a sentence has fewer.
NAMED_MIN = 0.5
# Records that are told in full elsewhere on their page.
RECORDS_MIN = 3
# Letters and digits in a link to its own place: it has none.
_SAYS = re.compile(r"[^\W_]")


def _by_and_large(records: list[Record], found: list[str]) -> list[str]:
    """One address a record as found, nothing where few have one, or two have the same."""
    led = [href for href in found if href]
    return found if len(led) >= COVER_MIN * len(records) and len({*led}) == len(led) else []


def permalinks(tree: Tree, records: list[Record], titles: list[Piece | None]) -> list[str]:
    """One address a record, "" for one that has none or whose whole title leads to a page of the site.

    Returns:
        Nothing where titles are links by and large, or few days are.
    """
    linked = sum(map(_is_linked, records, titles))
    if not 0 < linked <= TITLED_MAX * len(records):
        return []
    return [
        "" if href and _is_called(tree, record, title, href) else href
        for record, title, href in zip(records, titles, on_days(tree, records), strict=False)
    ]


def on_days(tree: Tree, records: list[Record]) -> list[str]:
    """The link on the day of each record, "" for one that has none; nothing where few have one, or two have the same."""
    return _by_and_large(records, [_on_the_day(tree, record) for record in records])


def _is_linked(record: Record, title: Piece | None) -> bool:
    if title is None:
        return False
    return bool(title.href) or any(title.first <= node <= title.last for node, _ in record.hrefs)


def _on_the_day(tree: Tree, record: Record) -> str:
    for node, href in record.hrefs:
        text = tree.text(node)
        if (
            any(
                node <= spot.first < tree.ends[node] and len(text) <= len(spot.text) + BESIDE_MAX
                for spot in record.spots
            )
            and not href.startswith(SCRIPTED)
            and tree.is_home(href)
        ):
            return href
    return ""


def _is_called(tree: Tree, record: Record, title: Piece | None, day: str) -> bool:
    """Whether another page of the site is called by most of a title."""
    return title is not None and any(
        href != day
        and (text := tree.text(node)) in title.text
        and len(text) > NAMED_MIN * len(title.text)
        and tree.is_home(href)
        for node, href in record.hrefs
    )


def own_places(tree: Tree, records: list[Record], titles: list[Piece | None], links: list[str]) -> list[str]:
    """One place a record, "" for one without.

    Args:
        tree: the page.
        records: the list's records.
        titles: what each is called.
        links: where each leads as far as its links tell, as written.

    Returns:
        Nothing where headings are links themselves, few lead to their own place, half of the records have a button, a picture,
        a file or a line of their own that leads on, or each leads to one page that is no other's.
    """
    if len(records) < 2 or (tree.base or tree.here).partition("#")[0] != tree.here:
        return []
    if any(title is not None and title.href for title in titles):
        return []
    if 2 * sum(_leads_on(tree, *each) for each in zip(records, links, strict=True)) >= len(records):
        return []
    if _one_each(records):
        return []
    return _by_and_large(records, [_place(tree, *each) for each in zip(records, titles, strict=True)])


def _one_each(records: list[Record]) -> bool:
    """Whether each record leads to one page that no other leads to: news that tell their story elsewhere, in a word of a sentence.

    A category, an author or an office that two of them name is no story of either.
    """
    pages = [{href for _, href in record.hrefs if not href.startswith("#")} for record in records]
    named = Counter(href for each in pages for href in each)
    return all(sum(named[href] == 1 for href in each) == 1 for each in pages)


def _leads_on(tree: Tree, record: Record, link: str) -> bool:
    """Whether a record's link is a button, a picture, a file or a line of its own, and no word of a sentence."""
    if not link:
        return False
    if leads_to_file(link) or any(line.href == link for line in record.lines):
        return True
    said = (tree.text(node) for node, href in record.hrefs if href == link)
    return any(is_more(text) or not _SAYS.search(text) for text in said)


def is_own_place(tree: Tree, record: Record, url: str) -> bool:
    """Whether an address is that of a place inside a record."""
    page, _, place = url.partition("#")
    if not place or page != tree.here:
        return False
    return any(
        place in (given.get("id"), given.get("name")) for given in tree.attrs[record.start : record.end]
    )


def _place(tree: Tree, record: Record, title: Piece | None) -> str:
    if title is None or not title.heading:
        return ""
    head = tree.within(title.first, HEADINGS)
    for node in range(head + 1, tree.ends[head]):
        href = tree.attr(node, "href") if tree.tags[node] == "a" else ""
        if href.startswith("#") and not _SAYS.search(tree.text(node)):
            place = tree.here + href
            return place if is_own_place(tree, record, place) else ""
    if record.hrefs:
        return ""
    names = (tree.attr(node, "id") for node in tree.around(title.first) if node >= head)
    named = next(filter(None, names), "")
    return f"{tree.here}#{named}" if named else ""


def told_below(tree: Tree, records: list[Record], titles: list[Piece | None], links: list[str]) -> list[str]:
    """Where records lead by their titles, if that is to places of this page outside the list.

    A place inside a record, or one that is not shown, is a panel that its title opens. So is any where the records have pages
    of their own, by links that say the same in each.

    Args:
        tree: the page.
        records: the list's records, in page order.
        titles: what each is called.
        links: where each leads as far as its other links tell, as written.

    Returns:
        One address a record, its other link where its title has no place; nothing where few have one.
    """
    if len(records) < RECORDS_MIN or any(title is not None and title.href for title in titles):
        return []
    hrefs = [_href(tree, title) for title in titles]
    led = [href for href in _by_and_large(records, hrefs) if href]
    if not led:
        return []
    places = {
        name: node
        for node in reversed(bearing(tree, ("id", "name")))
        if (name := tree.attr(node, "id") or tree.attr(node, "name"))
    }
    if not all(_outside(tree, records, places.get(href[1:], -1)) for href in led):
        return []
    if _further(tree, records, titles):
        return []
    return [tree.here + href if href else link for href, link in zip(hrefs, links, strict=True)]


def _href(tree: Tree, title: Piece | None) -> str:
    """The place that a title leads to: `#` and a name, "" for none."""
    if title is None:
        return ""
    node = tree.within(title.first, ("a",))
    href = tree.attr(node, "href") if node >= 0 and tree.ends[node] > title.last else ""
    return href if href[:1] == "#" and href[1:] else ""


def _further(tree: Tree, records: list[Record], titles: list[Piece | None]) -> bool:
    """Whether the records have pages of their own besides: by a button, a picture that says nothing, or the title again."""
    led: dict[str, set[str]] = {}
    for record, title in zip(records, titles, strict=True):
        said = {
            node: tree.text(node) or label_of(tree, node)
            for node, href in record.hrefs
            if not (href.startswith("#") or leads_to_file(href)) and tree.is_home(href)
        }
        if any(map(is_more, said.values())):
            return True
        worded = {tree.link(tree.attr(node, "href")) for node, text in said.items() if text}
        for node, text in said.items():
            address = tree.link(tree.attr(node, "href"))
            same = title is not None and text == title.text
            if text or address not in worded:
                led.setdefault("" if same else text, set()).add(address)
    return any(len(addresses) >= COVER_MIN * len(records) for addresses in led.values())


def _outside(tree: Tree, records: list[Record], node: int) -> bool:
    """Whether an element of the page is shown, and in none of the records."""
    return node >= 0 and not tree.unseen[node] and record_around(records, node) < 0


def links_below(tree: Tree, records: list[Record], titles: list[Piece | None], links: list[str]) -> list[str]:
    """The links of entries, where each title's text is another link's as well that leads below the page's address: these.

    Args:
        tree: the page.
        records: the list's records.
        titles: the title of each.
        links: where each title leads.

    Returns:
        One address a record; `links` unless none of these stands in a heading or leads below the page, and one other in each record does.
    """
    if len(records) < 2 or is_root(tree.url):
        return links
    folder = f"{parts_of(tree.url).path.rstrip('/')}/"
    found = []
    for record, title, link in zip(records, titles, links, strict=True):
        if (
            title is None
            or title.heading
            or not link
            or len(record.hrefs) < 2
            or _is_below(tree, link, folder)
        ):
            return links
        other = next(
            (
                href
                for node, href in record.hrefs
                if href != link and _is_below(tree, href, folder) and tree.text(node) == title.text
            ),
            "",
        )
        if not other:
            return links
        found.append(other)
    return found if len(set(found)) == len(found) else links


def by_id(tree: Tree, node: int, href: str) -> bool:
    """Whether a link is called by the number that it asks for, `<a href="?id=4711">#0004711</a>`: that of an entry's page."""
    number = tree.text(node).lstrip("#").lstrip("0")
    return number.isdecimal() and number in _NUMBERS.findall(href)


_NUMBERS = re.compile(r"[1-9]\d*")


def _is_below(tree: Tree, href: str, folder: str) -> bool:
    return parts_of(tree.link(href)).path.startswith(folder)
