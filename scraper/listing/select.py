"""Entries by the selectors of a site file: no guessing, a cell is what the selector names or empty.

CSS as selectolax (lexbor) understands it; `selector::attr(name)` reads an attribute instead of the text. An entry is
one element or, with `until` or `between`, a run of them (`runs`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from scraper.listing.dates.dated import FULL, clock_alone, dates_in
from scraper.listing.dates.day_headings import tells_whole_date
from scraper.listing.dates.from_visit import relative
from scraper.listing.dates.titled import whole_date
from scraper.listing.entry import AUTO, Entry, FoundList, ListSelectors
from scraper.listing.grouping.runs import Run, between, single, until, written
from scraper.listing.markup.tree import BLOCKS, UNSEEN, absolute, bounded, collapse

NEXT = "next"
"""Value of `until`: an entry goes on to the next one."""
LINE = "line"
"""Value of `between`: an entry is a line of a `<pre>`, as it is written."""

_ATTR = re.compile(r"\s*::attr\(\s*([\w:-]+)\s*\)\s*$")


class SelectorError(ValueError):
    """A selector that is no CSS; the message names the list, the key and the selector."""


def select(html: str, url: str, lists: Sequence[ListSelectors]) -> list[FoundList]:
    """Read the lists a site file describes.

    Args:
        html: the page; lone bytes as marks.
        url: where it came from; links are resolved against it and `<base>`.
        lists: selectors, one object a list.

    Returns:
        One list a description, in the given order, empty ones included, confidence 1.0.

    Raises:
        SelectorError: a selector is not CSS.
    """
    parser = LexborHTMLParser(bounded(html))
    base_node = parser.css_first("base[href]")
    base = absolute(url, (base_node.attributes.get("href") or "") if base_node else "") or url
    found = []
    for wanted in lists:
        runs = runs_of(parser, wanted)
        rows = entries_among([entry_of(run.box, wanted, base) for run in runs], wanted)
        found.append(
            FoundList(wanted.name, rows, 1.0, f"{len(rows)} elements match {wanted.entry!r}", wanted)
        )
    return found


def known_to_reader(query: str, *, cell: bool = False) -> bool:
    """Whether pages can be read with a selector; that of a cell may end in `::attr(…)`.

    CSS has more than the reader knows, and Scrapy's `::text` is no CSS.
    """
    plain = _ATTR.sub("", query) if cell else query
    if cell and query and not plain:
        return True
    try:
        LexborHTMLParser("").css(plain)
    except SelectolaxError:
        return False
    return True


def matches(html: str, lists: Sequence[ListSelectors]) -> int:
    """Return how many entries the selectors would find at most, without reading them."""
    parser = LexborHTMLParser(bounded(html))
    return sum(len(runs_of(parser, one)) for one in lists)


def entries_among(rows: Sequence[Entry], wanted: ListSelectors) -> tuple[Entry, ...]:
    """Return the rows that are entries, of those that a list's selectors give.

    An element that holds none of the fields is a gap between entries. One that, unlike the others, holds neither of two
    or more and has the link alone that every box has is an advert of the entries' class, or stands in a box beside them;
    where structure finds one of the fields, most must have some: else the selectors are out of date, and that is to be seen.
    """
    keys = [key for key in _NAMED if getattr(wanted, key)]
    told = tuple(row for row in rows if row.datetime or any(getattr(row, _NAMED[key]) for key in keys))
    sure = 2 * len(told) > len(rows) or AUTO not in (getattr(wanted, key) for key in keys)
    if told and sure and len(keys) > 1 and not wanted.link:
        return told
    named = any(getattr(wanted, key) for key in ("title", "link", "date", "excerpt"))
    return tuple(row for row in rows if row != _NOTHING or not named)


_NOTHING = Entry()
_NAMED = {"title": "title", "date": "date", "excerpt": "excerpt"}
"""Fields that tell an entry, and their cells."""


def runs_of(parser: LexborHTMLParser, wanted: ListSelectors) -> list[Run]:
    """The entries of a list as what each is made of: one element, or a run of them (see `runs`).

    Args:
        parser: the page; it is not changed.
        wanted: the list's selectors.

    Raises:
        SelectorError: a selector is not CSS.
    """
    if parser.root is None:
        return []
    heads = list({node.mem_id: node for node in _css(parser.root, wanted.entry, wanted, "entry")}.values())
    if wanted.between == LINE:
        return [run for head in heads for run in written(parser, head)]
    if wanted.between:
        parted = ((head, _css(head, wanted.between, wanted, "between")) for head in heads)
        return [run for head, parting in parted for run in between(parser, head, parting)]
    if not wanted.until:
        return [single(head) for head in heads]
    query = "" if wanted.until == NEXT else wanted.until
    stops = {node.mem_id for node in _css(parser.root, query, wanted, "until")} if query else set()
    return until(parser, heads, stops)


def _css(node: LexborNode, query: str, wanted: ListSelectors, key: str) -> list[LexborNode]:
    try:
        return [match for match in node.css(query) if match.mem_id != node.mem_id or key == "entry"]
    except SelectolaxError as error:
        raise SelectorError(
            f"list {wanted.name!r}: {key} = {query!r} is not a CSS selector ({error})"
        ) from error


def entry_of(node: LexborNode, wanted: ListSelectors, base: str) -> Entry:
    """One entry of a list, read from its element."""
    title_node = _first(node, wanted.title, wanted, "title")
    date, moment = date_of(node, wanted)
    return Entry(
        title=_said(title_node, wanted.title),
        url=absolute(base, _href(node, wanted, title_node)),
        date=date,
        datetime=moment,
        excerpt=cell_of(node, wanted, "excerpt"),
        category=cell_of(node, wanted, "category"),
        author=cell_of(node, wanted, "author"),
    )


def date_of(node: LexborNode, wanted: ListSelectors) -> tuple[str, str]:
    """The date that an entry shows, and the one it gives to machines; an hour beside that is none."""
    date_node = _dated(node, wanted, _first(node, wanted.date, wanted, "date"))
    machine = _machine(date_node)
    date = _titled(date_node) or shown_date(_said(date_node, wanted.date, apart=True))
    return "" if machine and clock_alone(date) else date, machine


def cell_of(node: LexborNode, wanted: ListSelectors, kind: str) -> str:
    """The title, excerpt, category or author of an entry; a teaser may be several elements."""
    query = getattr(wanted, kind)
    return _joined(node, query, wanted) if kind == "excerpt" else _value(node, query, wanted, kind)


def link_of(node: LexborNode, wanted: ListSelectors, base: str) -> str:
    """Where an entry leads."""
    return absolute(base, _href(node, wanted, _first(node, wanted.title, wanted, "title")))


def _first(node: LexborNode, query: str, wanted: ListSelectors, key: str) -> LexborNode | None:
    """The first element that a selector names; a title is the first that says anything: before it may stand a link with a picture."""
    plain = _ATTR.sub("", query) if "::" in query else query
    if not plain:
        return node if query else None
    try:
        match = node.css_first(plain)
    except SelectolaxError:
        match = node  # told by `_css`
    if match is not None and match.mem_id == node.mem_id:
        matches = _css(node, plain, wanted, key)
        match = matches[0] if matches else None
    if key == "title" and match is not None and plain == query and not shown_text(match):
        return next((one for one in _css(node, plain, wanted, key) if shown_text(one)), match)
    return match


def _dated(node: LexborNode, wanted: ListSelectors, first: LexborNode | None) -> LexborNode | None:
    """Of the elements that a date's selector names the first that says a day, where the first of all is a word: `New`."""
    if first is None or "::" in wanted.date or first.mem_id == node.mem_id:
        return first
    text = shown_text(first)
    if len(text) > WORD_MAX or any(map(str.isdigit, text)) or _machine(first) or relative(text):
        return first
    matches = _css(node, wanted.date, wanted, "date")
    return next(
        (one for one in matches if _machine(one) or tells_whole_date(shown_text(one, apart=True))), first
    )


WORD_MAX = 24
"""Characters of a mark beside a date: "New", "Updated", a topic; a line that says more is what the selector is for."""


def _value(node: LexborNode, query: str, wanted: ListSelectors, key: str) -> str:
    return _said(_first(node, query, wanted, key), query) if query else ""


def _said(match: LexborNode | None, query: str, *, apart: bool = False) -> str:
    if match is None:
        return ""
    attribute = _ATTR.search(query) if "::" in query else None
    if attribute:
        return collapse(match.attributes.get(attribute[1]) or "")
    text = shown_text(match, apart=apart)
    return text if text.strip() else ""  # an editor's no-break space


@lru_cache(maxsize=1024)
def shown_date(text: str) -> str:
    """The date in a line such as "Posted on 3 May 2026 by Ana"; the whole line where no date is recognised."""
    found = dates_in(text)
    best = max(found, key=lambda spot: spot[2], default=None)
    return text[best[0] : best[1]].strip() if best else text


def _joined(node: LexborNode, query: str, wanted: ListSelectors) -> str:
    """The texts of all elements that match, nested ones once: a teaser may be several paragraphs."""
    plain = _ATTR.sub("", query)
    if not plain or plain != query:
        return _value(node, query, wanted, "excerpt")
    texts: list[str] = []
    for match in _css(node, plain, wanted, "excerpt"):
        text = shown_text(match)
        if text.strip() and not any(text in said for said in texts):
            texts.append(text)
    return " ".join(texts)


def _href(node: LexborNode, wanted: ListSelectors, title: LexborNode | None) -> str:
    if wanted.link:
        link = _first(node, wanted.link, wanted, "link")
        return _own_href(link) if link is not None else ""
    at = title
    while at is not None:  # the title may lie in its link
        if at.tag == "a" and at.attributes.get("href"):
            return at.attributes["href"] or ""
        if at.mem_id == node.mem_id:
            break
        at = at.parent
    return (_own_href(title) if title is not None else "") or _own_href(node)


def _own_href(node: LexborNode) -> str:
    own = node.attributes.get("href")
    if own:
        return own
    inner = node.css_first("a[href]")
    return (inner.attributes.get("href") or "") if inner is not None else ""


def _machine(node: LexborNode | None) -> str:
    if node is None:
        return ""
    below = _only_text(node) is None
    if not node.attributes and not (below and node.css_first("[datetime], [content], abbr[title]")):
        return ""
    for match in (node, *(node.css_first(query) for query in _GIVEN if below)):
        if match is not None:
            given = match.attributes
            value = (given.get("datetime") or given.get("content") or "").strip()
            if value:
                return value
            if match.tag == "abbr" and _ISO.match(given.get("title") or ""):  # as microformats write it
                return (given["title"] or "").strip()
    return ""


_GIVEN = ("[datetime]", "[content]", "abbr[title]")


def _titled(node: LexborNode | None) -> str:
    """The whole date that the title of a date's element says where less is shown, or ""."""
    if node is None:
        return ""
    bearer: LexborNode | None = node
    if not node.attributes.get("title"):
        bearer = node.css_first("[title]") if _only_text(node) is None else None
    if bearer is None:
        return ""
    shown = shown_text(bearer, apart=True)
    short = all(strength < FULL for _, _, strength in dates_in(shown))
    return whole_date(bearer.attributes.get("title") or "", shown) if short else ""


_ISO = re.compile(r"\s*\d{4}-\d\d-\d\d")


def shown_text(node: LexborNode, *, apart: bool = False) -> str:
    """Text of an element as a browser shows it: blocks and `<br>` part words, scripts and styles are left out.

    Args:
        node: the element.
        apart: part words at inline elements too, for a day and a month in two boxes.
    """
    only = _only_text(node)
    if only is not None:
        return collapse(only)
    pieces: list[str] = []
    skip: int | None = None
    opened: list[tuple[int, bool]] = []
    for inner in node.traverse(include_text=True):
        parent = inner.parent
        above = parent.mem_id if parent is not None else 0
        while opened and opened[-1][0] != above:
            identity, block = opened.pop()
            if block:
                pieces.append(" ")
            if identity == skip:
                skip = None
        if inner.is_text_node:
            if skip is None:
                pieces.append(inner.text_content or "")
        elif inner.is_element_node:
            tag = inner.tag or ""
            block = apart or tag in BLOCKS
            opened.append((inner.mem_id, block))
            if block:
                pieces.append(" ")
            if skip is None and tag in UNSEEN and inner.mem_id != node.mem_id:
                skip = inner.mem_id
    return collapse("".join(pieces))


def _only_text(node: LexborNode) -> str | None:
    """The text of an element that holds nothing else, as most that are a cell do, or None: there nothing is sought below it."""
    inner = node.child
    if inner is None:
        return ""
    return (inner.text_content or "") if inner.is_text_node and inner.next is None else None
