"""Teasers that several entries of a list have alike, told from buttons and categories, which return as well.

The place decides: where other entries say something else, and most of what stands there reads like prose, a short sentence
that returns is a teaser, too. Elsewhere only a long one is.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence, Set

from pipelines.repair.marks import MARKS
from scraper.listing.records.counts import width
from scraper.listing.records.labels import label
from scraper.listing.records.lines import Piece, Record
from scraper.listing.words.sentence_ends import SENTENCE_ENDS

# A sentence of this width (`counts.width`) is no button; a category, an office or a place is narrower than the second.
SENTENCE_MIN = 40.0
CATEGORY_MAX = 80.0
# A text shared by more than this share of the records is part of the page, not of the entry.
REPEATED_SHARE = 0.5
# But for a long sentence beside others: what a page adds to its entries it adds to nearly all.
SENTENCES_SHARE = 0.75
# A place holds prose where this share of its lines reads like it: of teasers cut by bytes not all end in a lone one.
PROSE_SHARE = 0.3
_CLOSERS = " \xa0)]»”\"'"  # "[…]", "(…)", "what is new?»"
_CUT = re.compile(rf"[{MARKS}][\s.…\[\]()]*\Z")
_NEXT_SENTENCE = re.compile(r"[^\W\d_]{3}[.!?]\s+\w|[。！？।]\s*\w")

Held = list[tuple[Record, Piece]]


def stock_teasers(
    records: Sequence[Record], repeated: Set[str], place_of: Callable[[Piece], str]
) -> set[str]:
    """Find the repeated texts (`labels.label`) that are teasers of several entries.

    Args:
        records: the list's records, in page order.
        repeated: what records say alike (`labels.label`).
        place_of: names the place a line stands in.
    """
    places: dict[str, Held] = defaultdict(list)
    records = _once(records)
    for record in records:
        for line in record.lines:
            places[place_of(line)].append((record, line))
    found: set[str] = set()
    for held in places.values():
        times = Counter(line.text for _, line in held)
        several = {text for text in times if label(text) in repeated}
        if not several or len(times) == 1:
            continue
        prose = _of_prose(held)
        for record, line in held:
            if line.text not in several:
                continue
            several.discard(line.text)
            said = _without_button(record, line, repeated)
            ended = reads_ended(said)
            count = times[line.text]
            few = count <= REPEATED_SHARE * len(records) and len(held) >= 2 * count
            if ended and width(said) >= CATEGORY_MAX:
                stock = few or count <= SENTENCES_SHARE * len(records)
            elif prose and not is_button(record, line):
                stock = few
            else:
                stock = few and width(said) >= (SENTENCE_MIN if ended else CATEGORY_MAX)
            if stock:
                found.add(label(line.text))
    return found


def _once(records: Sequence[Record]) -> Sequence[Record]:
    """One record for each entry: a weekly event stands in a list once for each of its days, and says the same there each time."""
    said: dict[tuple[object, ...], Record] = {}
    for record in records:
        links = tuple(href for _, href in record.hrefs)
        longest = max((line.text for line in record.lines), key=len, default="")
        said.setdefault((links, longest) if links else (record.start,), record)
    return [*said.values()] if len(said) > 1 else records


def is_button(record: Record, line: Piece) -> bool:
    """Whether a line is one link and the link no more than the line: that of a card holds several."""
    return line.href != "" and any(
        link.first <= line.first and line.last <= link.last for link in record.links
    )


def reads_ended(text: str) -> bool:
    """Whether a text ends as a sentence does, or as one that was cut: "The bridge is closed, and…"."""
    return text.rstrip(_CLOSERS).endswith(SENTENCE_ENDS) or _CUT.search(text) is not None


def _of_prose(held: Held) -> bool:
    """Whether a place holds one line an entry, and enough of them read like prose."""
    if len({record.start for record, _ in held}) < len(held):
        return False
    prose = sum(
        reads_ended(line.text)
        or width(line.text) >= CATEGORY_MAX
        or _NEXT_SENTENCE.search(line.text) is not None
        for _, line in held
    )
    return prose >= PROSE_SHARE * len(held)


def _without_button(record: Record, line: Piece, repeated: Set[str]) -> str:
    """A line without the buttons at its end: "The bridge is closed, and… Read more"."""
    said = line.text
    for link in reversed(record.links):
        inside = line.first < link.first and link.last <= line.last
        if inside and label(link.text) in repeated and said.endswith(link.text):
            said = said.removesuffix(link.text).rstrip()
    return said
