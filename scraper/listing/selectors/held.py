"""What an element holds, and what stands behind it: asked of entries, which have it in common, and of elements that are none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from selectolax.lexbor import LexborNode

from scraper.listing.selectors import stable

SPANNING = "> td[rowspan]"
"""A row that begins an entry of several."""
WORDS_MAX = 12
"""Words that elements have in common and that are tried as what names them."""
_LABEL = re.compile(r"[^\W\d_](?:[^\W\d_]| ){1,28}[^\W_]")  # words, no number


def has(node: LexborNode, selector: str) -> bool:
    """Whether an element has a descendant (or, after `>`, a child) that the selector matches."""
    if selector.startswith("> "):
        if selector == SPANNING:
            return any(kid.tag == "td" and "rowspan" in kid.attributes for kid in node.iter())
        first, _, rest = selector[2:].partition(" + ")
        inner = [kid.tag for kid in node.iter()]
        return any(
            kid == first and (not rest or rest in inner[at : at + 1]) for at, kid in enumerate(inner, 1)
        )
    match = node.css_first(selector)
    if match is None or match.mem_id != node.mem_id:
        return match is not None
    return len(node.css(selector)) > 1


def element_behind(node: LexborNode) -> LexborNode | None:
    """The element that stands behind another."""
    at = node.next
    while at is not None and not at.is_element_node:
        at = at.next
    return at


def tag_behind(node: LexborNode) -> str:
    """The tag of the element that stands behind another, "" behind the last."""
    other = element_behind(node)
    return stable.tag(other) if other is not None else ""


def kids_behind(node: LexborNode) -> list[str]:
    """The element behind another by its tag and that of each of its children."""
    other = element_behind(node)
    if other is None:
        return []
    return [f"{stable.tag(other)} > {kid}" for kid in dict.fromkeys(kids(other))]


def kids(node: LexborNode) -> list[str]:
    """The tags of an element's children."""
    return [tag for kid in node.iter() if (tag := stable.tag(kid)) != "*"]


def words(nodes: Sequence[LexborNode]) -> list[str]:
    """Selectors of the elements inside that say a few words, the same in each of some nodes."""
    shared: dict[str, None] | None = None
    for node in nodes:
        inner = [one for one in node.css("*") if one.mem_id != node.mem_id and stable.tag(one) != "*"]
        said = [
            (stable.tag(one), one.text().strip())
            for one in inner
            if one.child is not None and one.child.is_text_node
        ]
        own = dict.fromkeys(
            f'{tag}:lexbor-contains("{text}")' for tag, text in said if _LABEL.fullmatch(text)
        )
        shared = own if shared is None else {one: None for one in shared if one in own}
        if not shared:
            return []
    return list(shared or ())[:WORDS_MAX]


def says_something(node: LexborNode) -> bool:
    """Whether an element has a text, a link or a picture."""
    return node.css_first("a, img") is not None or bool(node.text().strip())
