"""Running totals over a page's nodes: what a stretch of it holds is one subtraction.

A link is what leads a reader on: an `<a href>`, but also a row or a card whose address is kept for a script, and a title
whose script alone knows where it leads (`javascript:view(12)`); the last has no address an entry could be given, and
tells entries from menus all the same.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from scraper.listing.dates.dated import Spot, date_in_file, day_in_address
from scraper.listing.dates.dated_files import days_in_files, has_six
from scraper.listing.markup.bearers import bearing, between, by_tag, called, headings
from scraper.listing.markup.shown import shown_texts
from scraper.listing.markup.tree import Attributes, Tree
from scraper.listing.records.pictured import pictured

# A link of this many characters may be a title: of the links that are titles on 78 captured pages 98.5 % are at least
# as long, of the others 53 %.
TITLE_MIN = 12.0
# A page with fewer dates than this has none that entries could share.
DATES_MIN = 3
LINKED, DATED, HEADED = 1, 2, 4
"""What an element may hold, as bits of `Counts.holds`."""
SCRIPTED = "javascript:"
"""How the address of a link begins that only a script follows."""


@dataclass(slots=True, eq=False)
class Counts:
    """Running totals over nodes: what stands before node `i`; an interval's count is one subtraction.

    Attributes:
        chars: visible characters, a CJK one counted as 2.5.
        links: links that lead to a page.
        dates: dates shown or given by machine-readable attributes.
        headings: `h1` to `h6`.
        titles: links long enough for a title that lead elsewhere than the one before.
        holds: of each node whether there is any in it of links, dates, headings: `LINKED`, `DATED`, `HEADED`.
        hrefs: address of each link, as written, in page order.
        link_lengths: characters of each link.
        totals: the running totals again as arrays, for questions about many intervals at once.
        ends: `Tree.ends` as an array, for the same.
    """

    chars: list[float]
    links: list[int]
    dates: list[int]
    headings: list[int]
    titles: list[int]
    holds: list[int]
    hrefs: dict[int, str] = field(default_factory=dict)
    link_lengths: dict[int, float] = field(default_factory=dict)
    totals: dict[str, npt.NDArray[np.float64]] = field(default_factory=dict)
    ends: npt.NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))

    def unlinked(self, start: int, end: int) -> float:
        """Characters that a stretch of the page shows outside links."""
        linked = self.totals["link_chars"]
        return self.chars[end] - self.chars[start] - float(linked[end] - linked[start])


def amount(totals: Sequence[float], spans: Iterable[tuple[int, int]]) -> float:
    """How much several stretches of a page hold together of what was counted."""
    return sum(totals[end] - totals[start] for start, end in spans)


def holding(totals: Sequence[int], spans: Iterable[tuple[int, int]]) -> int:
    """How many stretches of a page hold any of what was counted."""
    return sum(totals[end] > totals[start] for start, end in spans)


def count(tree: Tree, spots: list[Spot], machine: dict[int, str]) -> Counts:
    """Count once what candidates are made of and judged by."""
    size = len(tree)
    hrefs = _links(tree)
    widths, linked = _widths(tree, hrefs)
    running = _running(size, widths, widths.values())
    lengths: list[float] = running.tolist()
    worded = {node for node in hrefs if lengths[tree.ends[node]] > lengths[node]}
    if labels := pictured(tree, hrefs, worded):
        said = {node: _width(text) for node, text in labels.items()}
        widths, linked = {**widths, **said}, {**linked, **said}
        running = _running(size, widths, widths.values())
        lengths = running.tolist()
    link_lengths = {node: lengths[tree.ends[node]] - lengths[node] for node in hrefs}
    totals = {
        "chars": running,
        "links": _running(size, hrefs),
        "link_chars": _running(size, linked, linked.values()),
        "dates": _running(size, _dates(tree, hrefs, spots, machine)),
        "headings": _running(size, headings(tree)),
        "titles": _running(size, _titles(hrefs, link_lengths)),
    }
    whole = {
        name: totals[name].astype(np.int64).tolist() for name in ("links", "dates", "headings", "titles")
    }
    ends = np.fromiter(tree.ends, np.int64, size)
    links, dates, heads = (totals[name][ends] > totals[name][:-1] for name in ("links", "dates", "headings"))
    holds = LINKED * links + DATED * dates + HEADED * heads
    return Counts(
        lengths,
        whole["links"],
        whole["dates"],
        whole["headings"],
        whole["titles"],
        holds.tolist(),
        hrefs,
        link_lengths,
        totals,
        ends,
    )


def links_of(counts: Counts, spans: list[tuple[int, int]]) -> list[list[int]]:
    """The links of each record."""
    nodes = list(counts.hrefs)  # in page order
    return [between(nodes, *span) for span in spans]


def _links(tree: Tree) -> dict[int, str]:
    """Links a reader sees, in page order."""
    hrefs = {}
    for node in called(tree, ("a",)):
        if tree.unseen[node]:
            continue
        href = (tree.attrs[node].get("href") or "").strip()
        if href[:1] in _PLAIN:  # nearly all
            hrefs[node] = href
            continue
        if not href or href[0] == "#" or href[:11].lower() == SCRIPTED:
            href = _scripted(tree, node, href)
        elif href[:7].lower().startswith(("mailto:", "tel:")):
            continue
        if href:
            hrefs[node] = href
    kept = [  # elements other than links whose address is kept for a script
        (node, address)
        for node in bearing(tree, (*_ADDRESSES, "onclick"))
        if tree.tags[node] in _KEEPERS and not tree.unseen[node] and (address := _kept(tree.attrs[node]))
        if tree.tags[node] != "span" or width(tree.text(node)) >= TITLE_MIN
        if tree.tags[node] != "button" or _LEAVES.search(tree.attrs[node].get("onclick") or "")
    ]
    kept += [  # components that a script makes links of: `<news-teaser href>`
        (node, address)
        for node in called(tree, [tag for tag in by_tag(tree) if "-" in tag])
        if (address := tree.attr(node, "href").strip()) and address[0] in _PLAIN and not tree.unseen[node]
        if width(tree.text(node)) >= TITLE_MIN
    ]
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
        address = (said[1] or said[2]) if said else ""
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


_PLAIN = frozenset("/h?.")
"""How the addresses begin that are neither a script nor a mail's."""
_KEEPERS = frozenset({"button", "tr", "li", "div", "article", "td", "section", "span"})
_ADDRESSES = ("data-href", "data-url", "data-link")
_GOES_TO = re.compile(
    r"(?:location(?:\.href)?\s*=|location\.assign\(|window\.open\()\s*['\"]([^'\"]+)|\w\(\s*['\"](https?://[^'\"]+)['\"]\s*\)"
)
_LEAVES = re.compile(r"\blocation\b")  # what a button opens beside the page shares or shows something


_DIGIT = re.compile(r"\d")
_CALLS = re.compile(r"\w\(\s*['\"]?[\w./-]")


def _widths(tree: Tree, hrefs: dict[int, str]) -> tuple[dict[int, float], dict[int, float]]:
    """Visible characters of each text node, and of those inside a link."""
    widths, inside = {}, {}
    link_end = 0
    links, size = iter(hrefs), len(tree)
    link = next(links, size)
    for node, text in shown_texts(tree).items():
        while link < node:
            link_end = max(link_end, tree.ends[link])
            link = next(links, size)
        said = widths[node] = float(len(text)) if text.isascii() else _width(text)
        if node < link_end:
            inside[node] = said
    return widths, inside


def _dates(tree: Tree, hrefs: dict[int, str], spots: list[Spot], machine: dict[int, str]) -> set[int]:
    dates = {spot.first for spot in spots}
    if len(machine) + len(spots) < DATES_MIN:  # a site that dates its entries in their addresses only
        numbered = {node: href for node, href in hrefs.items() if _DIGIT.search(href)}  # one in three
        dates.update(node for node, href in numbered.items() if day_in_address(href) or date_in_file(href))
        files = [node for node, href in numbered.items() if has_six(href)]
        days = days_in_files([hrefs[node] for node in files])
        dates.update(node for node, day in zip(files, days, strict=True) if day)
    shown = sorted(dates)
    dates.update(node for node in machine if bisect_left(shown, node) == bisect_left(shown, tree.ends[node]))
    return dates


def _titles(hrefs: dict[int, str], lengths: dict[int, float]) -> list[int]:
    titles = []
    before = ""
    for node, href in hrefs.items():
        if lengths[node] >= TITLE_MIN and href != before:
            titles.append(node)
            before = href
    return titles


def _running(
    size: int, nodes: Collection[int], values: Collection[float] = (1.0,)
) -> npt.NDArray[np.float64]:
    """What stands before each node, and at the end; each node counts once or with its value."""
    column = np.zeros(size + 1)
    if nodes:
        column[np.fromiter(nodes, np.int64, len(nodes)) + 1] = np.fromiter(values, np.float64, len(values))
    return column.cumsum()


def width(text: str) -> float:
    """Length of a text without its white space at the ends; dense scripts say more in a character."""
    if text.isprintable() and "  " not in text:  # nearly all: as a page shows it
        return _width(text.strip(" "))
    return _width(" ".join(text.split()))


def _width(stripped: str) -> float:
    if stripped.isascii() or len(stripped.encode("latin-1", "ignore")) == len(stripped):
        return float(len(stripped))
    return len(stripped) + (DENSE_WIDTH - 1.0) * len(DENSE.findall(stripped))


DENSE = re.compile(r"[\u3000-\u9fff\uac00-\ud7a3]")
DENSE_WIDTH = 2.5
"""Width of a character of the dense scripts, that of a Latin letter being 1."""
