"""Which of the records found are one list, and what it is called.

Records under parents that look alike are one list (rows of cards, days); under parents that look different, or that have
headings of their own, they are several. A name has to be the same on the next page, so it is made of what a site's
template gives: id, class, the heading above; never of an entry.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise, takewhile
from urllib.parse import urlsplit

from scraper.listing.dates.date_alone import is_period
from scraper.listing.dates.notations import date_share
from scraper.listing.dates.periods_alone import period_alone
from scraper.listing.lists.rows import Row, agreed
from scraper.listing.markup.hashes import hashed, stem
from scraper.listing.markup.tree import HEADINGS, Tree
from scraper.listing.records.candidate import Candidate, tokens
from scraper.listing.records.lines import record_around
from scraper.listing.words import date_words

# Where this share of a list's records stand in one element, the list is called after it.
HOME_SHARE = 0.8
# Cards in a row of a grid.
GRID_MAX = 4


def split(tree: Tree, candidate: Candidate, kept: list[Row]) -> tuple[list[tuple[str, list[Row]]], bool]:
    """Cousins under parents that look different are different lists; under parents that look alike, one. Siblings are parted by headings.

    Returns:
        The lists with their names, and whether they are one but for the folders that they lead to, or the headings among them.
    """
    if candidate.shape != "cousins":
        beside = _headed_groups(tree, _between_headings(tree, candidate.holder, kept))
        return beside or [(list_name(tree, _home(tree, candidate, kept)), kept)], bool(beside)
    parts = _parts(tree, kept)
    if headed := _headed_groups(tree, parts):
        return headed, False
    if apart := _by_folders(parts):
        return apart, True
    groups: dict[tuple[str, ...], list[Row]] = {}
    holders: dict[tuple[str, ...], int] = {}
    for record, row in kept:
        holder = tree.parents[record.start]
        key = _build(tree, holder)
        groups.setdefault(key, []).append((record, row))
        holders.setdefault(key, holder)
    if len(groups) == 1 or any(len(part) < 2 for part in groups.values()):
        return [(list_name(tree, _home(tree, candidate, kept)), kept)], False
    return [(list_name(tree, holders[key]), part) for key, part in groups.items()], False


def _home(tree: Tree, candidate: Candidate, kept: list[Row]) -> int:
    """The element most records stand in, if most stand in one, else the one around all."""
    return agreed((tree.parents[record.start] for record, _ in kept), HOME_SHARE, candidate.holder)


def _parts(tree: Tree, kept: list[Row]) -> list[list[Row]]:
    """Records under one parent after another; none where a parent has one alone or has all."""
    parts: list[list[Row]] = []
    last = -1
    for record, row in kept:
        holder = tree.parents[record.start]
        if holder != last or not parts:
            parts.append([])
        parts[-1].append((record, row))
        last = holder
    return [] if len(parts) < 2 or any(len(part) < 2 for part in parts) else parts


def _between_headings(tree: Tree, holder: int, kept: list[Row]) -> list[list[Row]]:
    """Records side by side, parted by the headings of one build that stand among them; none where one is alone.

    `h2 div div h2 div div`: the first has to stand above the first record, for one further down heads a box. What returns below
    another heading, a programme on its second day, is one list.
    """
    records = [record for record, _ in kept]
    starts = [record.start for record in records]
    above = {  # the last of those above each part: the page's own stands over the first
        bisect_left(starts, kid): kid
        for kid in tree.kids(holder)
        if tree.tags[kid] in HEADINGS and kid < starts[-1] and record_around(records, kid) < 0
    }
    if len(above) < 2 or 0 not in above or len({_build(tree, head) for head in above.values()}) > 1:
        return []
    parts = [kept[first:last] for first, last in pairwise([*above, len(kept)])]
    pages = [{row.url for _, row in part if row.url} for part in parts]
    again = len(set().union(*pages)) < sum(map(len, pages))
    return [] if again or any(len(part) < 2 for part in parts) else parts


def _build(tree: Tree, node: int) -> tuple[str, ...]:
    return tree.tags[node], *tokens(tree, node)


def _by_folders(
    parts: list[list[Row]],
) -> list[tuple[str, list[Row]]]:
    """Parts that lead to a folder with a name of its own each: notices and laws, not two years, nor rows of a grid.

    A row of two to four cards is of one folder by chance, and of several on the next page.
    """
    if max(map(len, parts), default=0) <= GRID_MAX:
        return []
    folders = [_named_folder([row.url for _, row in part]) for part in parts]
    for at, folder in enumerate(folders):
        if not folder or any(one.startswith(folder) for one in (*folders[:at], *folders[at + 1 :])):
            return []
    return [
        (section_name(folder.strip("/").rpartition("/")[2]), part)
        for folder, part in zip(folders, parts, strict=True)
    ]


def _named_folder(addresses: list[str]) -> str:
    """The folder that all addresses lie in, down to its last part without a digit; "" where that is the site's root."""
    paths = [urlsplit(address).path.split("/")[1:-1] for address in addresses]
    shared = [steps[0] for steps in takewhile(lambda steps: len({*steps}) == 1, zip(*paths, strict=False))]
    while shared and any(map(str.isdigit, shared[-1])):
        shared.pop()
    return f"/{'/'.join(shared)}/" if shared else ""


def _headed_groups(tree: Tree, parts: list[list[Row]]) -> list[tuple[str, list[Row]]]:
    """Parts with a heading of their own each that is no date or weekday: sections, but for those of an index from A to Z.

    Headings that differ in their numbers alone, `Week 47`, `News 2026`, divide one list.
    """
    heads = []
    end = 0
    for part in parts:
        start = part[0][0].start
        heading = next((node for node in range(start - 1, end - 1, -1) if tree.tags[node] in HEADINGS), -1)
        if heading < 0 or is_period(tree.text(heading)):
            return []
        heads.append(tree.text(heading))
        end = part[-1][0].end
    of_index = all(len(letters) == 1 for head in heads for letters in _LETTERS.findall(head))
    of_week = date_words.days() >= {*map(str.casefold, heads)}
    if of_index or of_week or _count_up(heads):
        return []
    own = [own_name(tree, tree.parents[part[0][0].start]) for part in parts]
    if parts and len(set(own)) == len(parts) and all(own):
        return list(zip(own, parts, strict=True))
    return [(section_name(head), part) for head, part in zip(heads, parts, strict=True)]


def _count_up(heads: list[str]) -> bool:
    """Whether headings differ, and in their numbers alone."""
    return len({*heads}) > 1 == len({_DIGITS.sub("", head) for head in heads})


_DIGITS = re.compile(r"\d+")
_LETTERS = re.compile(r"[^\W\d_]+")


def section_name(heading: str) -> str:
    """A heading as a short name: lower case, words joined by hyphens."""
    return "-".join(re.findall(r"[^\W_]+", heading.casefold())[:6]) or "list"


# Names of layout, not of lists.
_LAYOUT = frozenset(
    "container row wrap wrapper inner col column grid clearfix main content page site-main section box block view body "
    "d-flex flex".split()
)


def list_name(tree: Tree, holder: int) -> str:
    """A short name for a list: id or class of the element around it, else the heading above, else an outer name."""
    outer = ""
    node = holder
    while node >= 0 and tree.tags[node] not in ("body", "html"):
        name = own_name(tree, node)
        if name and name not in _LAYOUT:
            return name
        outer = outer or name
        node = tree.parents[node]
    heading = next((at for at in range(holder, -1, -1) if _titles_a_list(tree, at)), -1)
    if heading < 0:
        inside = range(holder, tree.ends[holder])
        heading = next((at for at in inside if tree.tags[at] == "h1" and _titles_a_list(tree, at)), -1)
    return section_name(tree.text(heading)) if heading >= 0 else outer or "list"


def _titles_a_list(tree: Tree, node: int) -> bool:
    """Whether an element is a heading that is neither an entry's (those are links) nor a date."""
    if (
        tree.tags[node] not in HEADINGS
        or tree.unseen[node]
        or date_share(tree.text(node)) >= 0.5
        or period_alone(tree.text(node))
    ):
        return False
    around = (node, tree.parents[node], *range(node + 1, tree.ends[node]))
    return not any(tree.tags[at] == "a" and tree.attr(at, "href") for at in around)


def panel_around(tree: Tree, node: int) -> int:
    """The panel of tabs around a node, by its role or its class; -1 where it stands in none."""
    panels = (
        at
        for at in tree.around(node)
        if tree.attr(at, "role") == "tabpanel" or _PANEL.search(tree.attr(at, "class").lower())
    )
    return next(panels, -1)


_PANEL = re.compile(r"(?<![a-z])tabs?[-_]?(?:pane|panel)(?![a-z])")


def own_name(tree: Tree, node: int) -> str:
    """An element's id, else its first class token, without digits and hashes of a style tool; "" where it has none."""
    identity = (tree.attrs[node].get("id") or "").strip()
    if identity.isascii() and not any(map(str.isdigit, identity)) and (lasting := _lasting(identity)):
        return lasting
    named = [token for token in tokens(tree, node) if _lasting(token)]
    names = [token for token in named if token not in _LAYOUT] or named
    return _lasting(names[0]) if names else ""


def _lasting(name: str) -> str:
    """A name in small letters without the hash at its end, `card_title` of `Card_title__aBcDe`; "" where it is all hash."""
    return (stem(name).rstrip("_-") if hashed(name) else name).lower()
