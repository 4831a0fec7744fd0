"""Headlines that share a line with their hour and the channel they ran in: `18:02 <a>Culture</a> <a>The otters are back</a>`.

The line would be the title and its first link the address, one page for half of the list. The list decides: the first links
return, each last one leads to a page of its own and says what no other says, and before them stands an hour or a day or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from scraper.listing.dates.date_alone import is_date
from scraper.listing.markup.tree import Tree
from scraper.listing.records.lines import SENTENCE, Piece, Record

SEVERAL = 3  # entries; fewer tell nothing
RETURNING = 0.5  # of the entries, the channels at most
_HOUR = re.compile(r"(?:\d{1,2}[:.h]\d{2}(?::\d{2})?)?")


def without_channels(tree: Tree, records: Sequence[Record], titles: list[Piece | None]) -> list[Piece | None]:
    """The titles that are lines, as their last link where all stand behind a channel; else as given.

    Args:
        tree: the page.
        records: the list's records.
        titles: the piece that names each.
    """
    apart = [
        _apart(tree, record, title) if title is not None else None
        for record, title in zip(records, titles, strict=True)
    ]
    held = [one for one in apart if one is not None]
    if len(held) < len(records) or len(held) < SEVERAL:
        return titles
    channels = {channel for channel, _ in held}
    pages = {headline.href for _, headline in held}
    names = {headline.text for _, headline in held}
    if len(channels) > RETURNING * len(held) or min(len(pages - channels), len(names)) < len(held):
        return titles
    return [headline for _, headline in held]


def _apart(tree: Tree, record: Record, title: Piece) -> tuple[str, Piece] | None:
    """Where the channel of a line leads and its headline; nothing for a line of other parts."""
    if title.kind not in ("line", SENTENCE):
        return None
    inside = [(node, href) for node, href in record.hrefs if title.first <= node <= title.last]
    if len(inside) != 2:
        return None
    (channel, topic), (last, href) = inside
    name, said = tree.text(channel), tree.text(last)
    if not name or not said or not title.text.endswith(f"{name} {said}"):
        return None
    before = title.text.removesuffix(f"{name} {said}").strip()
    if not _HOUR.fullmatch(before) and not is_date(before):
        return None
    return topic, replace(title, kind="link", first=last, text=said, href=href)
