"""Links that nothing but their order tells apart: `<li>10:45 <a>Culture</a> <a>The mill opens again</a>`, without elements or classes of their own.

Their slots (see `lines`) are one, of which the first link of each record was the field: a category. The list decides: where first links
return in other entries, and lead there where they did, the title is the first that does not return, if it is a headline. A play that
is given again returns, too, beside the link to its tickets. So does the number of an entry, `<a>#4711</a> [<a>quay</a>] <a>The lamp
is out</a>`, which leads where its title does.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from scraper.listing.records.headlines import are_headlines
from scraper.listing.records.lines import Piece, Record

SEVERAL = 3
"""Records of which repetition tells something."""
RETURN_SHARE = 0.5
"""Of the first links, those that return in other records: a category may stand in a list once."""
OWN_SHARE = 0.9
"""Of the links behind them, those that no other record has, and of the records, those that have such a link."""


def tell_links_apart(records: list[Record]) -> None:
    """Give the title's link a slot of its own where categories before it stand in the same.

    Args:
        records: the list's records, changed in place.
    """
    least = max(SEVERAL, OWN_SHARE * len(records))
    if sum(len(record.links) > 1 for record in records) < least:  # most lists
        return
    by_slot: dict[str, list[list[Piece]]] = defaultdict(list)
    for record in records:
        found: dict[str, list[Piece]] = defaultdict(list)
        for link in record.links:
            found[link.slot].append(link)
        for slot, links in found.items():
            if len(links) > 1:
                by_slot[slot].append(links)
    for rows in by_slot.values():
        if len(rows) >= least:
            _by_order(rows)


def _by_order(rows: list[list[Piece]]) -> None:
    times = Counter(said for links in rows for said in {(link.text, link.href) for link in links})

    def names(links: list[Piece], at: int) -> bool:
        link = links[at]
        return times[link.text, link.href] == 1 and not _is_number(link, links[at + 1 :])

    own = [next((at for at in range(len(links)) if names(links, at)), 0) for links in rows]
    place = Counter(own).most_common(1)[0][0]
    returning = sum(not names(links, 0) for links in rows)
    if not place or returning < RETURN_SHARE * len(rows):
        return
    named = [links[place] for links in rows if len(links) > place]
    least = OWN_SHARE * len(rows)
    if min(len({link.text for link in named}), len({link.href for link in named})) < least:
        return
    before = [[link.text for link in links[:place]] for links in rows if len(links) > place]
    if sum(not link.is_date() for link in named) < least:
        return
    if not are_headlines([link.text for link in named], before):
        return
    for link in named:
        link.slot += "@own"


def _is_number(link: Piece, behind: list[Piece]) -> bool:
    """Whether a link is called by a number alone, and one behind it leads where it does."""
    return not _LETTER.search(link.text) and any(other.href == link.href for other in behind)


_LETTER = re.compile(r"[^\W\d_]")
