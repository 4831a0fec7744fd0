"""Labels in a row before a teaser, with a stroke behind the last: `<b>Vans</b> - <b>Old Quay</b> - <span>Seats nine.</span>`.

Each label stands in an element of its own, and so does the teaser: what its author wrote is the last element, the others a program
put there. A name in bold that opens a sentence has the sentence behind it in bare text. One label may be a place that opens a report
(`Aarvik – …`), two are none, but where each says another thing (`Aarvik 2 - Skoll 1 - …`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from scraper.listing.markup.shown import shown_texts
from scraper.listing.markup.tree import Tree
from scraper.listing.records.counts import width
from scraper.listing.records.lines import Piece
from scraper.listing.words.sentence_ends import SENTENCE_ENDS

# so large a share of a list's teasers, of so many at least, has labels before it, and in so many of them what follows begins anew: of
# 191 captured pages one list has them, in all of its 18 entries, and of 122 own ones none
MOST, TEASERS_MIN, ANEW = 0.6, 3, 0.9
# a label has so many words at most and is so wide (`counts.width`)
WORDS_MAX, WIDTH_MAX = 3, 30.0
# of the labels so many stand before several teasers: on the two captured pages that have them 0.85 and 0.87 do, of scores none
RETURNING = 0.5
# labels that a teaser has before it at least
LABELS_MIN = 2
# what follows them says so much (`counts.width`): it is no further label
TEASER_MIN = 30.0
_STROKE = re.compile(r"\s*[-–—|·•/»]\s*")
_SAID = re.compile(r"\w")
_ENDED = (*SENTENCE_ENDS, ",", ";")
_LOWER = re.compile(r"[\W_]*[a-zß-öø-ÿа-яёα-ω]")


def parted_labels(tree: Tree, teasers: Sequence[Sequence[Piece]]) -> dict[int, int]:
    """Find the labels that stand in a row before the teasers of a list.

    Args:
        tree: the page.
        teasers: the lines of each teaser, in page order.

    Returns:
        The last node before the teaser, the stroke, by the first node of the teaser's first line; nothing unless most have such labels.
    """
    told = [lines[0] for lines in teasers if lines]
    if len(told) < TEASERS_MIN:
        return {}
    texts = shown_texts(tree)
    parted = {line.first: one for line in told if (one := _behind(tree, texts, line)) is not None}
    found = {first: said for first, (said, _) in parted.items()}
    times = Counter(label for _, labels in parted.values() for label in {*labels})
    returning = sum(count for count in times.values() if count > 1)
    anew = sum(not _LOWER.match(texts[said]) for said in found.values())
    if len(found) < MOST * len(told) or anew < ANEW * len(found) or returning < RETURNING * times.total():
        return {}
    return {first: said - 1 for first, said in found.items()}


def _behind(tree: Tree, texts: Mapping[int, str], line: Piece) -> tuple[int, list[str]] | None:
    """The first node of what a line says behind its labels, and these; None where it does not begin with enough of them."""
    labels: list[str] = []
    parted = False
    for node in range(line.first, line.last + 1):
        text = texts.get(node, "")
        if not text:
            continue
        if _STROKE.fullmatch(text):
            parted = True
        elif not _apart(tree, node, line):
            return None
        elif width(text) >= TEASER_MIN:
            return (node, labels) if parted and len(labels) >= LABELS_MIN else None
        elif not _is_label(text):
            return None
        else:
            labels.append(text)
            parted = False
    return None


def _apart(tree: Tree, node: int, line: Piece) -> bool:
    """Whether a text node is in an element of its own within the line."""
    return tree.parents[node] >= line.first - 1 and tree.parents[node] == node - 1


def _is_label(text: str) -> bool:
    return (
        width(text) <= WIDTH_MAX
        and len(text.split()) <= WORDS_MAX
        and _SAID.search(text) is not None
        and not text.endswith(_ENDED)
    )
