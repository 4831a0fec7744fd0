"""What stands in an entry like a second paragraph and is none: what an image shows and who made it, and points below the teaser.

A reader takes the paragraph for the teaser. Points belong to it where it announces them, or where there is nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from scraper.listing.markup.bearers import called
from scraper.listing.markup.tree import Tree
from scraper.listing.records.lines import Piece, Record

# An image's box is looked for in so many elements around a line.
LEVELS_MAX = 2
# What names who made an image is short.
CREDIT_CHARS_MAX = 200
_CAPTION = re.compile(
    r"caption-?text|(?:img|image|photo|picture|media|figure)[-_]{0,2}(?:caption|credit|legend)|"
    r"(?:img|image|photo|picture)[-_]{0,2}description|"
    r"(?<![a-z])credits?(?![a-z])|copyright|bildunterschrift|bildnachweis"
)
_CREDIT = re.compile(  # behind a letter `©` is half of one, `Ã©`, and behind words "photo" is one of a sentence
    r"(?:^|[\s(\[|/,;:.–—-])(?:©|\(c\)\s?(?:19|20)\d\d)|(?:^|[(\[|/,;.!?…·•–—]\s?|\s-\s)(?:\(c\)|"
    r"(?:photos?|fotos?|fotografía|fotografia|image|imagem|imagen|immagine|bild|bilder|picture|credit|crédits?|"
    r"zdjęcie|fot|valokuva|kuva|kép|fotó|фото|світлина|снимка|φωτο|fotoğraf|写真|图片|圖片|사진|صورة)\s?[.:：/])",
    re.IGNORECASE,
)
_IMAGES = frozenset({"img", "picture"})
_LISTS = frozenset({"ul", "ol"})


Held = Sequence[tuple[Record, Sequence[Piece], Piece | None]]
"""The records of a list, those of each one's lines that may be its teaser, and its title."""


def own_lines(tree: Tree, held: Held) -> list[list[Piece]]:
    """Return the lines of each teaser without captions and unannounced points.

    Captions go where any entry says more than its caption, points where the paragraph above does not announce them.

    Args:
        tree: the page.
        held: a list's records with their lines and titles.
    """
    plain = [
        [line for line in lines if not _is_caption(tree, record, line, title)]
        for record, lines, title in held
    ]
    both = any(own and len(own) < len(lines) for own, (_, lines, _) in zip(plain, held, strict=True))
    told = plain if both else [list(lines) for _, lines, _ in held]
    return [
        _without_points(tree, record, lines, title)
        for (record, _, title), lines in zip(held, told, strict=True)
    ]


def _without_points(tree: Tree, record: Record, lines: list[Piece], title: Piece | None) -> list[Piece]:
    """The lines without a list below the only paragraph, unless that ends in a colon; a whole article keeps its lists."""
    if len(lines) < 2 or lines[0].text.endswith(_COLONS):
        return lines
    below = all(_is_point(tree, record, line, title) for line in lines[1:])
    return lines[:1] if below and not _is_point(tree, record, lines[0], title) else lines


_COLONS = (":", "：")


def _is_point(tree: Tree, record: Record, line: Piece, title: Piece | None) -> bool:
    """Whether a line stands in a list of several points that holds neither the title nor the entry."""
    node = _above(tree, record, line.first, _LISTS)
    if node < 0 or (title is not None and node < title.first < tree.ends[node]):
        return False
    return sum(tree.tags[kid] == "li" for kid in tree.kids(node)) > 1


def _is_caption(tree: Tree, record: Record, line: Piece, title: Piece | None) -> bool:
    """Whether a line is in a caption that holds no title, is called one, or names a maker in a box with an image and nothing else."""
    figure = _above(tree, record, line.first, _CAPTIONS) if called(tree, _CAPTIONS) else -1
    if figure >= 0 and title is not None:
        return not figure < title.first < tree.ends[figure]
    if _names_caption(line.path):
        return True
    short = len(line.text) <= CREDIT_CHARS_MAX
    return short and _CREDIT.search(line.text) is not None and _beside_image(tree, record, line)


@lru_cache(maxsize=4096)
def _names_caption(path: str) -> bool:
    return _CAPTION.search(path.rsplit("|", 1)[-1]) is not None


def _beside_image(tree: Tree, record: Record, line: Piece) -> bool:
    """Whether the smallest elements around a line hold an image before it, and no other text."""
    box = line.first
    for _ in range(LEVELS_MAX):
        box = tree.parents[box]
        if box <= record.start:
            return False
        if not tree.fits(box, len(line.text)) or tree.text(box) != line.text:
            return False
        if not _IMAGES.isdisjoint(tree.tags[box : line.first]):
            return True
    return False


def _above(tree: Tree, record: Record, node: int, tags: frozenset[str]) -> int:
    """The innermost element of these tags around a node, below the record's own; -1 where there is none."""
    found = tree.within(tree.parents[node], tags)
    return found if found > record.start else -1


_CAPTIONS = frozenset({"figcaption"})
