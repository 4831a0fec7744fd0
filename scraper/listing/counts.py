"""Running totals over a page's nodes: what a stretch of it holds is one subtraction.

A link is what leads a reader on: an `<a href>`, but also a row or a card whose address is kept for a script, and a title
whose script alone knows where it leads (`javascript:view(12)`); the last has no address an entry could be given, and
tells entries from menus all the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import accumulate

from scraper.listing.dated import Spot, day_in_address
from scraper.listing.tree import HEADINGS, Attributes, Tree

# A link of this many characters may be a title: of the links that are titles on 78 captured pages 98.5 % are at least
# as long, of the others 53 %.
TITLE_MIN = 12.0
# A page with fewer dates than this has none that entries could share.
DATES_MIN = 3
SCRIPTED = "javascript:"
"""How the address of a link begins that only a script follows."""


@dataclass(slots=True)
class Counts:
    """Running totals over nodes: what stands before node `i`; an interval's count is one subtraction.

    Attributes:
        chars: visible characters, a CJK one counted as 2.5.
        links: links that lead to a page.
        link_chars: characters inside links.
        dates: dates shown or given by machine-readable attributes.
        headings: `h1` to `h6`.
        titles: links long enough for a title that lead elsewhere than the one before.
    """

    chars: list[float]
    links: list[int]
    link_chars: list[float]
    dates: list[int]
    headings: list[int]
    titles: list[int]
    hrefs: dict[int, str] = field(default_factory=dict)
    link_lengths: dict[int, float] = field(default_factory=dict)


def count(tree: Tree, spots: list[Spot], machine: dict[int, str]) -> Counts:
    """Count once what candidates are made of and judged by."""
    size = len(tree)
    hrefs = _links(tree)
    chars, link_chars = _chars(tree, hrefs)
    links, headings = [0] * size, [0] * size
    for node in hrefs:
        links[node] = 1
    for node, tag in enumerate(tree.tags):
        if tag in HEADINGS:
            headings[node] = int(not tree.unseen[node])
    lengths = _running(chars)
    link_lengths = {node: lengths[tree.ends[node]] - lengths[node] for node in hrefs}
    return Counts(
        lengths, _running(links), _running(link_chars), _running(_dates(tree, hrefs, spots, machine)),
        _running(headings), _running(_titles(size, hrefs, link_lengths)),
        hrefs, link_lengths,
    )  # fmt: skip


def _links(tree: Tree) -> dict[int, str]:
    """Links a reader sees, in page order."""
    hrefs = {}
    kept = []  # elements other than links whose address is kept for a script
    for node, tag in enumerate(tree.tags):
        if tag == "a":
            if not tree.unseen[node]:
                href = (tree.attrs[node].get("href") or "").strip()
                if not href or href[0] == "#" or href[:11].lower() == SCRIPTED:
                    href = _scripted(tree, node, href)
                elif href.lower().startswith(("mailto:", "tel:")):
                    continue
                if href:
                    hrefs[node] = href
        elif tag in _KEEPERS and len(tree.attrs[node]) > 0 and not tree.unseen[node]:
            address = _kept(tree.attrs[node])
            if address:
                kept.append((node, address))
    return _with_kept(tree, hrefs, kept)


def _with_kept(tree: Tree, hrefs: dict[int, str], kept: list[tuple[int, str]]) -> dict[int, str]:
    linked = set(hrefs)
    more = [
        (node, address)
        for node, address in kept
        if linked.isdisjoint(range(node, tree.ends[node]))  # a row that repeats its own link says nothing new
    ]
    return dict(sorted([*hrefs.items(), *more])) if more else hrefs


def _kept(given: Attributes) -> str:
    address = next((given[name] or "" for name in _ADDRESSES if name in given), "")
    if not address and "onclick" in given:
        said = _GOES_TO.search(given["onclick"] or "")
        address = said[1] if said else ""
    return address if "/" in address or "." in address or "?" in address else ""


def _scripted(tree: Tree, node: int, href: str) -> str:
    """The address a link keeps for its script, else the script's call where the link reads like a title, else ""."""
    given = tree.attrs[node]
    address = _kept(given)
    if address:
        return address
    code = href[len(SCRIPTED) :] if href[:11].lower() == SCRIPTED else given.get("onclick") or ""
    if not _CALLS.search(code) or code.lstrip().startswith("void"):
        return ""
    return SCRIPTED + code if width(tree.text(node)) >= TITLE_MIN else ""


_KEEPERS = frozenset({"tr", "li", "div", "article", "td", "section"})
_ADDRESSES = ("data-href", "data-url", "data-link")
_GOES_TO = re.compile(r"(?:location(?:\.href)?\s*=|location\.assign\(|window\.open\()\s*['\"]([^'\"]+)")
_CALLS = re.compile(r"\w\(\s*['\"]?[\w./-]")


def _chars(tree: Tree, hrefs: dict[int, str]) -> tuple[list[float], list[float]]:
    """Visible characters of each text node, and of those inside a link."""
    size = len(tree)
    chars, inside = [0.0] * size, [0.0] * size
    link_end = 0
    for node, (tag, piece) in enumerate(zip(tree.tags, tree.pieces, strict=True)):
        if tag:
            if node in hrefs:
                link_end = max(link_end, tree.ends[node])
        elif piece and not tree.unseen[node]:
            chars[node] = width(piece)
            if node < link_end:
                inside[node] = chars[node]
    return chars, inside


def _dates(tree: Tree, hrefs: dict[int, str], spots: list[Spot], machine: dict[int, str]) -> list[int]:
    dates = [0] * len(tree)
    if len(machine) + len(spots) < DATES_MIN:  # a site that dates its entries in their addresses only
        for node, href in hrefs.items():
            dates[node] = int(day_in_address(href) != "")
    for spot in spots:
        dates[spot.first] = 1
    shown = _running(dates)
    for node in machine:
        if shown[tree.ends[node]] == shown[node]:
            dates[node] = 1
    return dates


def _titles(size: int, hrefs: dict[int, str], lengths: dict[int, float]) -> list[int]:
    titles = [0] * size
    before = ""
    for node, href in hrefs.items():
        if lengths[node] >= TITLE_MIN and href != before:
            titles[node], before = 1, href
    return titles


def _running(values: list) -> list:  # type: ignore[type-arg]  # one function for int and float columns
    return list(accumulate(values, initial=0))


def width(text: str) -> float:
    """Length of a text without its white space at the ends; dense scripts say more in a character."""
    stripped = " ".join(text.split())
    if stripped.isascii():
        return float(len(stripped))
    return len(stripped) + 1.5 * len(_DENSE.findall(stripped))


_DENSE = re.compile(r"[\u3000-\u9fff\uac00-\ud7a3]")
