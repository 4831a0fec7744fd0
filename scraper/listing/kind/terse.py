"""How much shorter undated records are than titles: links of a word or two to other pages are a menu's.

A heading in each, or a number, makes short ones entries: `Bulletin 60`, `Act 12/2026` are whole titles. Headings of one word each are
topics, whatever text stands below them.
"""

from __future__ import annotations

import math
import re

from scraper.listing.markup.bearers import between, headings
from scraper.listing.markup.tree import Tree
from scraper.listing.records.counts import DENSE, DENSE_WIDTH, Counts, amount, holding
from scraper.listing.words.wording import called_listing

# Characters of a record that may be a title. Of 94 captured listings none says less a record without
# dates, headings and numbers, and of the 32 of 289 other pages that are nearest to listings 16 do.
TITLE_CHARS = 32.0
# So many letters say what one East Asian character does: headlines of a Chinese list have eight and more, names in menus two to six.
# `Counts.chars` has 2.5, which is what they fill.
DENSE_CHARS = 4.0
# Records of which half hold a number that counts nothing (an act's, a room's) are no menu.
NUMBERED_SHARE = 0.5
# Of a thousand values to filter by ten read like dates.
MARKED_SHARE = 0.05
_DIGIT = re.compile(r"\d")
_COUNT = re.compile(r"[(\[（]\s*\d[\d., ]*\s*[)\]）]\W*$")  # how many there are of a kind


def terse(tree: Tree, counts: Counts, spans: list[tuple[int, int]]) -> float:
    """How much less records say than titles: the logarithm of the ratio, 0 where some are dated or headed, or half numbered.

    Args:
        tree: the page.
        counts: its running totals.
        spans: the records' nodes.
    """
    if not spans:
        return 0.0
    said = amount(counts.chars, spans)
    if said < TITLE_CHARS * len(spans):
        said += (DENSE_CHARS - DENSE_WIDTH) * sum(len(DENSE.findall(tree.text(*span))) for span in spans)
    short = math.log1p(TITLE_CHARS) - math.log1p(said / len(spans))
    marked = sum(
        counts.dates[end] > counts.dates[start] or counts.headings[end] > counts.headings[start]
        for start, end in spans
    )
    if short <= 0.0 or marked > MARKED_SHARE * len(spans):
        return 0.0
    numbered = sum(_DIGIT.search(_COUNT.sub("", tree.text(start, end))) is not None for start, end in spans)
    return short if numbered < NUMBERED_SHARE * len(spans) else 0.0


def topics(tree: Tree, counts: Counts, spans: list[tuple[int, int]]) -> bool:
    """Whether undated records have headings of one short word each: `Housing`, `Schools`, `Parks`.

    A long one may be a title, as many languages put words together. On a page that is called a listing they are topics where
    nothing stands beside the word: an episode or a recipe of one word has a text, a duration or who wrote it.
    """
    if len(spans) < TOPICS_MIN or holding(counts.dates, spans):
        return False
    listing = called_listing(tree)
    told = 0
    for span in spans:
        own = between(headings(tree), *span)
        said = tree.text(own[0]) if own else ""
        short = 0 < len(said) <= TOPIC_MAX and said.isalpha() and not DENSE.search(said)
        told += short and not (listing and tree.text(*span) != said)
    return told >= TOPICS_SHARE * len(spans)


# Without dates; half and twice as many read the 78 captured pages alike.
TOPICS_MIN, TOPICS_SHARE = 4, 0.8
TOPIC_MAX = 12  # letters: `Environment`; `Gemeinderatssitzung` has 19
