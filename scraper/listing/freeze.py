"""From a found list to selectors that a person can read and that hold on the site's other pages.

A selector is tried, not trusted: candidates go from short and named (`article.post`, `.news li`) to scoped by the
nearest named ancestor, and the first whose matches are the list's own entries wins. Class names with digits are never
used (ids of posts, hashes of a style tool), nor positions except a table's columns.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scraper.listing.candidates import naming
from scraper.listing.entry import Entry, FoundList, ListSelectors
from scraper.listing.select import entry_of, shown_text
from scraper.listing.tree import HEADINGS, Tree, bounded, parse

# An entry selector may match this share of strangers (a header row): `select` drops those without link and title.
STRANGERS_MAX = 0.1
# A field selector must give the found value in this share of the entries that have one.
FIELD_MIN = 0.9
ANCESTORS_MAX = 4
_IDLE_TOKENS = frozenset(
    "clearfix row col active first last odd even current show visible open fade in".split()
)


def freeze(html: str, url: str, lists: Sequence[FoundList]) -> list[FoundList]:
    """Give found lists their selectors.

    Args:
        html: the page the lists were found in.
        url: where it came from.
        lists: what `induce` or `chosen` returned for that page.

    Returns:
        The same lists; `selectors` is None where entries are no elements of their own or nothing short matches them.
    """
    tree = parse(html, url)
    parser = LexborHTMLParser(bounded(html))
    if parser.root is None:
        return list(lists)
    nodes = [node for node in parser.root.traverse(include_text=False) if node.is_element_node]
    numbers = [number for number, tag in enumerate(tree.tags) if tag]
    by_number = dict(zip(numbers, nodes, strict=False))
    return [replace(one, selectors=_selectors(tree, parser.root, by_number, one)) for one in lists]


def _selectors(
    tree: Tree, root: LexborNode, nodes: dict[int, LexborNode], one: FoundList
) -> ListSelectors | None:
    records = [nodes[place] for place in one.places if place in nodes and tree.tags[place]]
    if len(records) < len(one.places) or not records or one.shape.startswith("segments"):
        return None
    entry = _entry_selector(root, records)
    if not entry:
        return None
    rows = list(one.entries)
    title = _field(records, [row.title for row in rows], kind="title")
    link = _link_selector(records, rows, tree.base, title)
    return ListSelectors(
        name=one.name,
        entry=entry,
        title=title,
        link=link,
        date=_field(records, [row.date for row in rows], kind="date"),
        excerpt=_field(records, [row.excerpt for row in rows], kind="excerpt"),
        category=_field(records, [row.category for row in rows]),
        author=_field(records, [row.author for row in rows]),
    )


def _named(node: LexborNode) -> list[str]:
    """Simple selectors that name an element, best first: its id, its class tokens."""
    given = node.attributes
    identity = given.get("id") or ""
    names = (
        [f"#{identity}"]
        if identity.isascii() and identity.replace("-", "").replace("_", "").isalpha()
        else []
    )
    return names + [f".{token}" for token in naming(given.get("class") or "") if _plain(token)]


def _plain(token: str) -> bool:
    return token not in _IDLE_TOKENS and token.replace("-", "").replace("_", "").isalpha()


def _entry_selector(root: LexborNode, records: list[LexborNode]) -> str:
    wanted = {record.mem_id for record in records}
    tag = records[0].tag or "*"
    counts = Counter(token for record in records for token in naming(record.attributes.get("class") or ""))
    shared = [token for token, times in counts.items() if times == len(records) and _plain(token)]
    own = [f"{tag}.{token}" for token in shared] or []
    for selector in (
        *own,
        *_scoped(records, tag, shared),
        *([tag] if tag in ("article", "tr", "dt") else []),
    ):
        matched = [node.mem_id for node in root.css(selector)]
        if wanted <= set(matched) and len(matched) <= len(wanted) * (1 + STRANGERS_MAX) + 1:
            return selector
    return ""


def _scoped(records: list[LexborNode], tag: str, shared: list[str]) -> Iterator[str]:
    """The record's tag below a named ancestor, or a path of children to it."""
    path = tag
    names = [tag, *(f"{tag}.{token}" for token in shared)]
    at = records[0].parent
    for _ in range(ANCESTORS_MAX):
        if at is None or not at.tag or at.tag in ("body", "html"):
            return
        for name in _named(at):
            yield from (f"{at.tag if name.startswith('.') else ''}{name} > {path}",)
            yield from (f"{at.tag if name.startswith('.') else ''}{name} {one}" for one in names)
        if at.tag in ("main", "article", "section", "table", "tbody", "ul", "ol", "dl"):
            yield f"{at.tag} > {path}"
        path = f"{at.tag} > {path}"
        at = at.parent


def _field(records: list[LexborNode], values: list[str], *, kind: str = "") -> str:
    """The shortest selector whose first match says the found value in nearly every entry; "" if there is none."""
    wanted = [(record, value) for record, value in zip(records, values, strict=True) if value]
    if len(wanted) < 0.5 * len(records):
        return ""
    tried: dict[str, None] = {}
    for record, value in wanted[:3]:
        for selector in _holders(record, value, kind):
            tried.setdefault(selector)
    for selector in tried:
        right = sum(_says(record, selector, value, kind) for record, value in wanted)
        if right >= FIELD_MIN * len(wanted):
            return selector
    return ""


def _says(record: LexborNode, selector: str, value: str, kind: str) -> bool:
    trial = ListSelectors("", "", **{kind or "category": selector})
    return _same(getattr(entry_of(record, trial, ""), kind or "category"), value, kind)


def _same(shown: str, value: str, kind: str) -> bool:
    """Whether a selector's text is the found value: a teaser may end in its "read more", a date in its clock."""
    spare = {"excerpt": 40, "date": 8}.get(kind, 0)
    return shown == value or (bool(shown) and value in shown and len(shown) <= len(value) + spare)


# A date's own element says little else; an author and a category fit.
DATE_LINE_MAX = 120


def _holders(record: LexborNode, value: str, kind: str) -> list[str]:
    """Selectors of the elements that say the value, deepest first, named before bare."""
    found = []
    for node in record.css("*"):
        if node.mem_id == record.mem_id:
            continue
        text = shown_text(node, apart=kind == "date")
        if kind == "date":
            fits = value in text and len(text) <= DATE_LINE_MAX
        elif kind == "excerpt":  # one of its paragraphs, or the box around them
            fits = _same(text, value, kind) or (len(text) >= PARAGRAPH_MIN and value.startswith(text))
        else:
            fits = _same(text, value, kind)
        if fits:
            found.append(node)
    named, bare = [], []
    for node in reversed(found):
        tag = node.tag or ""
        named += [f"{tag}{name}" for name in _named(node) if name.startswith(".")]
        if tag == "time" or (kind == "title" and tag in HEADINGS):
            named.insert(0, tag)
        if tag in ("td", "th"):
            bare.append(f"{tag}:nth-child({_place(node)})")
        parent = node.parent
        if parent is not None and parent.mem_id != record.mem_id:
            bare += [f"{parent.tag}{name} {tag}" for name in _named(parent) if name.startswith(".")]
            bare.append(f"{parent.tag} {tag}")
        bare.append(tag)
    return [*named, *bare]


PARAGRAPH_MIN = 40  # characters of a teaser's first paragraph


def _place(node: LexborNode) -> int:
    place, before = 1, node.prev
    while before is not None:
        place += before.is_element_node
        before = before.prev
    return place


def _links_right(records: list[LexborNode], rows: list[Entry], base: str, title: str, link: str) -> bool:
    trial = ListSelectors("", "", title=title, link=link)
    right = sum(
        entry_of(record, trial, base).url == row.url for record, row in zip(records, rows, strict=True)
    )
    return right >= FIELD_MIN * len(records)


def _link_selector(records: list[LexborNode], rows: list[Entry], base: str, title: str) -> str:
    if _links_right(records, rows, base, title, ""):
        return ""
    tried: dict[str, None] = {}
    for record in records[:3]:
        for node in record.css("a[href]"):
            for name in _named(node):
                tried.setdefault(f"a{name}")
            parent = node.parent
            if parent is not None and parent.mem_id != record.mem_id:
                for name in _named(parent):
                    tried.setdefault(f"{parent.tag}{name} a")
                if parent.tag in ("td", "th"):
                    tried.setdefault(f"{parent.tag}:nth-child({_place(parent)}) a")
                tried.setdefault(f"{parent.tag} a")
    return next((one for one in tried if _links_right(records, rows, base, title, one)), "")
