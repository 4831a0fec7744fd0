"""One selector for the elements of a list: short, named, and matching them only.

Candidates go from what names the entries themselves (`article.post`) over what names an element around them
(`ul.news > li`) to bare structure (`main article`). Each is tried on the page. Where a name matches more than the
entries, what all entries hold and the others lack is added (`tr:has(td)`); where entries are of two kinds, each kind has
its selector (`div.lead, div.post`). The first that matches the entries and nothing else that says something is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from scraper.listing.selectors import stable
from scraper.listing.selectors.held import (
    SPANNING,
    element_behind,
    has,
    kids,
    kids_behind,
    says_something,
    tag_behind,
    words,
)

# Of the elements matched this share may be others, where nothing exact is found: an advert between, a header row.
STRANGERS_MAX = 0.1
# Elements around an entry whose classes may name it; 3 and 12 freeze alike what is found on the 78 captured pages.
ANCESTORS_MAX = 6
# A path of bare elements longer than this is a description of the page, not a name.
STEPS_MAX = 3
# Named elements inside an entry that may tell it from others.
INNER_MAX = 12
# A selector that matches so many more elements is no name of entries, and looking at each of 10,000 takes half a second.
MATCHED_MAX = 3_000
# Kinds of entries a list may mix: the promoted first one and the rest.
KINDS_MAX = 3
# What entries hold and the elements between them lack, most general first.
_HELD = ("td", "> a", "a", "> td + td", SPANNING, "td a", "h2", "h3", "h4", "p", "time", "img", "li")
# Where nothing names the entries, what makes them entries.
_TELLING = ("h2 a", "h3 a", "h4 a", "a h2", "a h3", "a h4", "h2", "h3", "h4", "time")
_LACKED = ("th",)
_HEADED = "h2, h3, h4, h5, time"
# Below a named element two steps without a name: what two kinds of entries are called says more.
_BARE_STEPS = re.compile(r"> [a-z]+ > [a-z]+$")
_SCOPES = frozenset("main article section table tbody ul ol dl form td blockquote".split())
_FOLDER, _YEAR = re.compile(r"[A-Za-z][A-Za-z_-]+"), re.compile(r"20\d\d")
_SCRIPT = re.compile(r"(?:^|/)([A-Za-z][\w-]*\.\w{2,5}\?)")  # `case.php?` of `case.php?id=12`
# Selectors of more than the records that words are tried with.
NEAR_MAX = 4
_PLAIN_TAGS = frozenset("article tr dt".split())


def entry_selector(roots: Sequence[LexborNode], records: Sequence[LexborNode]) -> str:
    """Return the selector, "" where none is short and sure enough.

    Args:
        roots: the page, or several pages of the list.
        records: the list's elements, in page order.
    """
    search = _Search(roots, records)
    found = search.exact()
    if found and not _BARE_STEPS.search(found):
        return found
    kinds = _kinds(records)
    if 1 < len(kinds) <= KINDS_MAX:
        each = [_Search(roots, kind, others=records).exact() for kind in kinds]
        if all(each) and not any(found and _BARE_STEPS.search(one) for one in each):
            return ", ".join(dict.fromkeys(each))
    return found or search.incidental() or search.by_link() or search.by_context() or search.tolerant()


def _kinds(records: Sequence[LexborNode]) -> list[list[LexborNode]]:
    """The records by what names them: by tag and first naming class token or attribute."""
    groups: dict[tuple[str, str], list[LexborNode]] = {}
    for record in records:
        key = (record.tag or "", next(iter([*stable.tokens(record, stable.KIND), *_attributes(record)]), ""))
        groups.setdefault(key, []).append(record)
    if len(groups) > 1:
        return list(groups.values())
    parents: dict[int, list[LexborNode]] = {}
    for record in records:
        parents.setdefault(record.parent.mem_id if record.parent is not None else 0, []).append(record)
    return list(parents.values())


class _Search:
    """The candidates for one kind of records, each tried once."""

    def __init__(
        self,
        roots: Sequence[LexborNode],
        records: Sequence[LexborNode],
        others: Sequence[LexborNode] = (),
    ) -> None:
        self.roots, self.records = roots, records
        self.wanted = {record.mem_id for record in records}
        self.allowed = self.wanted | {record.mem_id for record in others}
        tags = {stable.tag(record) for record in records}
        self.tag = tags.pop() if len(tags) == 1 else "*"
        self.first = records[0]
        self._inside: list[str] | None = None
        self._held: dict[str, bool] = {}
        self.near: list[tuple[str, list[LexborNode]]] = []  # match all records, and others

    def exact(self) -> str:
        """A selector that matches the records and nothing else that says something."""
        for candidates in (self._named(), self._loose()):
            near = []
            for selector in _once(candidates):
                strangers = self._strangers(selector)
                if strangers == []:
                    return selector
                if strangers:
                    near.append((selector, strangers))
            for selector, strangers in near:
                if told := self._told_apart(selector, strangers):
                    return told
            self.near += near
        return ""

    def tolerant(self) -> str:
        """The first selector, after `exact` found none, that matches few others."""
        most = STRANGERS_MAX * len(self.wanted) + 1
        return next((selector for selector, strangers in self.near if len(strangers) <= most), "")

    def incidental(self) -> str:
        """The first selector with something that all records hold and no stranger does: `p:has(b)`, `p:has(a[href*="news/"])`."""
        inside = (stable.tag(node) for node in self.first.css("*") if node.mem_id != self.first.mem_id)
        held = [tag for tag in dict.fromkeys(inside) if tag not in ("*", *_HELD)][:INNER_MAX]
        held = [one for tag in held for one in (tag, f"> {tag}") if self._all(one)]
        held += filter(self._all, self._folders())
        for selector, strangers in self.near:
            for one in held:
                told = selector != self.tag or "[" in one  # a bare tag says too little
                if told and not any(has(stranger, one) for stranger in strangers):
                    return f"{selector}:has({one})"
        return ""

    def by_link(self) -> str:
        """The records by the way down to their link, or by what stands beside it, where nothing in them or around them has a name."""
        told = (selector for link in self.first.css("a[href]")[:1] for selector in self._holding(link))
        pairs = (f"{self.tag}:has(> {one} + {other})" for one, other in pairwise(kids(self.first)))
        hashes = self._own(stable.HASH)
        return next((one for one in chain(told, pairs, hashes) if self._strangers(one) == []), "")

    def by_context(self) -> str:
        """The records by what stands behind each, `p:has(+ p > a)`, or by words that all say alike: a label, the button of two lines a record."""
        held = words(self.records)
        if others := self._behind():
            first, *rest = map(kids_behind, self.records)
            held = [f"+ {one}" for one in first if all(one in other for other in rest)] + held
            held += [f"+ {stable.tag(others[0])} {one}" for one in words(others)]
        told = (f"{selector}:has({one})" for selector, _ in self.near[:NEAR_MAX] for one in held)
        return next((one for one in told if self._strangers(one) == []), "")

    def _folders(self) -> list[str]:
        """Links of the first record by the folders they lead into, the innermost first, of a year's what all have in common; or by what they ask."""
        paths = [_path(link.attributes.get("href") or "") for link in self.first.css("a[href]")]
        parts = dict.fromkeys(part for path in paths for part in reversed(path.split("/")[:-1]))
        named = (
            f"{part}/" if _FOLDER.fullmatch(part) else "/20" if _YEAR.fullmatch(part) else ""
            for part in parts
        )
        asked = {
            found[1]
            for link in self.first.css("a[href]")
            if (found := _SCRIPT.search(link.attributes.get("href") or ""))
        }
        return [f'a[href*="{one}"]' for one in (*filter(None, named), *sorted(asked))]

    def _strangers(self, selector: str) -> list[LexborNode] | None:
        """What a selector matches besides the records; None where it misses one."""
        matched = {node.mem_id: node for root in self.roots for node in root.css(selector)}
        if not self.wanted <= matched.keys() or len(matched) > MATCHED_MAX + len(self.wanted):
            return None
        return [node for key, node in matched.items() if key not in self.allowed and says_something(node)]

    def _told_apart(self, selector: str, strangers: list[LexborNode]) -> str:
        """The selector with what all records hold and no stranger does, or the other way round; "" if nothing does."""
        for held in (*_HELD, *self._inner()):
            if self._all(held) and not any(has(one, held) for one in strangers):
                return f"{selector}:has({held})"
        behind = {tag_behind(record) for record in self.records}
        if len(behind) == 1 and not behind & {"", "*", self.tag, *map(tag_behind, strangers)}:
            return f"{selector}:has(+ {behind.pop()})"
        for lacked in (*_LACKED, self.tag):
            if lacked == "*" or any(has(record, lacked) for record in self.records):
                continue
            left = [one for one in strangers if not has(one, lacked)]
            if not left and selector != self.tag:
                return f"{selector}:not(:has({lacked}))"
            telling = _TELLING if selector == self.tag else _HELD  # a bare tag says too little
            for held in (*telling, *self._inner()):
                if len(left) < len(strangers) and self._all(held) and not any(has(one, held) for one in left):
                    return f"{selector}:has({held}):not(:has({lacked}))"
        return ""

    def _behind(self) -> list[LexborNode]:
        """The elements behind the records, if each has one that is none itself."""
        found = [node for record in self.records if (node := element_behind(record)) is not None]
        whole = len(found) == len(self.records) and all(node.mem_id not in self.wanted for node in found)
        return found if whole else []

    def _all(self, held: str) -> bool:
        """Whether all records hold something; it is asked for each selector that matches more than them."""
        if held not in self._held:
            self._held[held] = all(has(record, held) for record in self.records)
        return self._held[held]

    def _inner(self) -> list[str]:
        """Named elements inside the first record."""
        if self._inside is None:
            named = (
                f"{stable.tag(node)}.{token}"
                for node in self.first.css("*")
                if node.mem_id != self.first.mem_id
                for token in stable.tokens(node, stable.KIND)[:1]
            )
            self._inside = list(dict.fromkeys(named))[:INNER_MAX]
        return self._inside

    def _own(self, rank: int) -> list[str]:
        return [f"{self.tag}.{token}" for token in self._shared(rank)]

    def _shared(self, rank: int) -> list[str]:
        """Class tokens of this rank that all records bear."""
        kept = stable.tokens(self.first, rank)
        for record in self.records[1:]:
            if not kept:
                break
            own = set(stable.tokens(record, rank))
            kept = [token for token in kept if token in own]
        return sorted(kept, key=lambda token: not self._of_parts(token)) if len(kept) > 1 else kept

    def _of_parts(self, token: str) -> bool:
        """Whether the parts of an entry are called after a token: `card` of `card__title`, beside `news`."""
        return self.first.css_first(f'[class^="{token}-"], [class^="{token}_"]') is not None

    def _named(self) -> Iterator[str]:
        """Selectors that name the entries or what is around them."""
        own = self._own(stable.KIND)
        yield from own
        if "-" in self.tag:  # an element of the site's own
            yield self.tag
        yield from (f"{self.tag}{name}" for name in self._attributes())
        yield from self._scoped([self.tag, *own], named=True)

    def _loose(self) -> Iterator[str]:
        """Selectors by the state of the entries, by structure alone."""
        states = self._own(stable.STATE)
        yield from self._scoped([self.tag], named=False)
        if self.tag in _PLAIN_TAGS:
            yield self.tag
        yield from self._scoped([self.tag, *self._own(stable.LOOK)], named=True, numbered=True)
        yield from self._own(stable.LOOK)
        yield from self._by_path()
        yield from self._by_place()
        yield from states
        yield from self._scoped(states, named=True)
        if self.tag != "*":
            yield self.tag

    def _by_path(self) -> Iterator[str]:
        """The records by the way down to them from a named element, or on to a named one, their heading or their moment.

        Where no class names them: all are hashes of the day, or say how a box looks.
        """
        path, at = self.tag, self.first.parent
        for _ in range(STEPS_MAX + 1):
            if at is None or not at.tag or at.tag in ("body", "html"):
                break
            yield from (
                f"{name if name[0] == '#' else stable.tag(at) + name} > {path}" for name in stable.names(at)
            )
            path, at = f"{stable.tag(at)} > {path}", at.parent
        for kid in self.first.iter():
            yield from (f"{self.tag}:has(> {kid.tag}{name})" for name in stable.names(kid) if name[0] == ".")
        for node in self.first.css(_HEADED):
            yield from self._holding(node)

    def _holding(self, node: LexborNode) -> Iterator[str]:
        """The records by the way down to an element in the first."""
        path, at = node.tag or "", node.parent
        while at is not None and at.mem_id != self.first.mem_id:
            path, at = f"{stable.tag(at)} > {path}", at.parent
        if path.count(">") < STEPS_MAX:
            yield f"{self.tag}:has(> {path})"

    def _by_place(self) -> Iterator[str]:
        """The records by the way down to them from an element that is named for its place alone: `div.content > ul > li`."""
        path, at = self.tag, self.first.parent
        for _ in range(STEPS_MAX):
            if at is None or not at.tag or at.tag in ("body", "html"):
                break
            yield from (f"{stable.tag(at)}.{token} > {path}" for token in stable.tokens(at, stable.LOOK))
            path, at = f"{stable.tag(at)} > {path}", at.parent

    def _attributes(self) -> Iterator[str]:
        for name in _attributes(self.first):
            if all(name in _attributes(record) for record in self.records[1:]):
                yield name

    def _scoped(self, ends: Iterable[str], *, named: bool, numbered: bool = False) -> Iterator[str]:
        """The records' tag below an element around them, which has a name or is one that holds lists."""
        path, ends = self.tag, list(ends)
        at = self.first.parent
        forms: list[str] = []
        main: list[str] = []
        bare: list[str] = []
        for depth in range(ANCESTORS_MAX):
            if at is None or not at.tag or at.tag in ("body", "html"):
                break
            if named:
                for name in [*stable.counted(at), *stable.numbered(at)] if numbered else stable.names(at):
                    anchor = name if name.startswith("#") else f"{stable.tag(at)}{name}"
                    if at.tag == "form":  # some systems write one around all of each page
                        forms += [f"{anchor} {end}" for end in ends]
                        continue
                    if depth < 2:
                        yield f"{anchor} > {path}"
                    yield from (f"{anchor} {end}" for end in ends)
            elif at.tag in _SCOPES and depth < STEPS_MAX:
                scoped = [f"{at.tag} > {path}", *(f"{at.tag} {end}" for end in ends if depth)]
                main, bare = (main + scoped, bare) if at.tag == "main" else (main, bare + scoped)
            path = f"{stable.tag(at)} > {path}"
            at = at.parent
        yield from (*main, *bare, *forms)


def _attributes(node: LexborNode) -> list[str]:
    return [*(name for name in stable.names(node) if name.startswith("[")), *stable.counted(node)]


def _once(selectors: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for selector in selectors:
        if selector not in seen:
            seen.add(selector)
            yield selector


def _path(link: str) -> str:
    try:
        return urlsplit(link).path
    except ValueError:  # a host that is none: `http://[`
        return ""
