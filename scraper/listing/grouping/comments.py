"""How much the records of a list are readers' comments or the posts of a thread rather than entries."""

from __future__ import annotations

import re
from collections import Counter

from scraper.listing.dates.notations import date_share
from scraper.listing.grouping.self_links import lead_to_themselves
from scraper.listing.markup.bearers import between, called, headings
from scraper.listing.markup.resolve import parts_of
from scraper.listing.markup.tree import HEADINGS, Tree
from scraper.listing.records.counts import Counts, holding, links_of
from scraper.listing.records.labels import is_more, leads_to_file
from scraper.listing.records.versions import go_down
from scraper.listing.words.wording import called_events, called_listing, promises_details


def comments(tree: Tree, counts: Counts, spans: list[tuple[int, int]]) -> float:
    """How much records are what readers wrote: called comments, and without titles that lead to pages of their own.

    A newspaper calls its opinions comments, a court's reviewer his notes: the name alone says little. Posts of a thread are
    called anything; they name the same few writers, or lead to themselves, and have neither titles nor headings. Footnotes
    lead back into the text, and on to other sites.
    """
    if not spans:
        return 0.0
    usual = spans[len(spans) // 2][0]  # the first may be the headline, the last what is related
    if not _called_comments(tree, usual):
        posts = _name_writers(tree, counts, spans) or _answer_headline(tree, counts, spans)
        return float(posts or _in_one_text(tree, counts, spans) or lead_to_themselves(tree, counts, spans))
    if lead_to_themselves(tree, counts, spans):
        return 1.0
    titled = sum(any(_leads_on(tree, counts, node) for node in nodes) for nodes in links_of(counts, spans))
    return 1.0 - (1.0 - CALLED_COMMENTS) * titled / len(spans)


def _name_writers(tree: Tree, counts: Counts, spans: list[tuple[int, int]]) -> bool:
    """Whether records name a few pages again and again, with no title that leads on and no heading.

    A map of the place that all meetings are held at is another site's, and called the same beside each.
    """
    said = sum(counts.unlinked(start, end) for start, end in spans)
    if holding(counts.headings, spans) or len(spans) < POSTS_MIN or said < POST_MEAN_MIN * len(spans):
        return False
    links = links_of(counts, spans)
    called_alike = Counter(
        tree.text(nodes[0]) for nodes in links if nodes and not tree.is_home(counts.hrefs[nodes[0]])
    )
    maps = {text for text, times in called_alike.items() if times > WRITERS_SHARE * len(links)}
    named = (
        next(
            (node for node in nodes if tree.is_home(counts.hrefs[node]) or tree.text(node) not in maps), None
        )
        for nodes in links
    )
    firsts = [counts.hrefs[node] for node in named if node is not None]
    if len(firsts) < POSTS_MIN or len(set(firsts)) > WRITERS_SHARE * len(firsts):
        return False
    files = sum(any(leads_to_file(counts.hrefs[node]) for node in nodes) for nodes in links)
    if files > WRITERS_SHARE * len(links) or any(map(leads_to_file, firsts)):
        return False  # what companies announce; one file may decide several cases
    if any(_leads_on(tree, counts, node) for nodes in links for node in nodes):
        return False
    return not (_named_apart(tree, links) or _told_more(tree, counts, links))


def _told_more(tree: Tree, counts: Counts, links: list[list[int]]) -> bool:
    """Whether most records have a button that says "read more" and leads to another page each: they are news below their category."""
    more = [
        next(
            (
                counts.hrefs[node]
                for node in nodes
                if is_more(said := tree.text(node)) or promises_details(said)
            ),
            "",
        )
        for nodes in links
    ]
    pages = {page for href in more if href and (page := tree.link(href).split("#")[0]) != tree.here}
    return len(pages) > MORE_SHARE * len(links)


MORE_SHARE = 0.8  # of the records, different pages that a button leads to


def _answer_headline(tree: Tree, counts: Counts, spans: list[tuple[int, int]]) -> bool:
    """Whether records are what several people say below a headline: each begins with a name that leads to a page of the site.

    None has a heading, a title or a page of its own, and the headline, which the page's title begins with, names no listing, as
    the address of the page names one thread.
    """
    here = parts_of(tree.url)
    one = _OF_ONE.search(f"{here.query}/{here.path}".rstrip("/"))
    if len(spans) < ANSWERS_MIN or one is None or called_listing(tree) or called_events(tree):
        return False
    headlines = (
        node
        for node in between(headings(tree), 0, spans[0][0])
        if len((said := tree.text(node)).split()) >= HEADLINE_WORDS and tree.title.startswith(said)
    )
    if next(headlines, -1) < 0 or holding(counts.headings, spans):
        return False
    links = links_of(counts, spans)
    if any(_leads_on(tree, counts, node) for nodes in links for node in nodes) or _have_pages(
        tree, counts, links
    ):
        return False
    named = [tree.text(nodes[0]) for nodes in links if nodes and tree.is_home(counts.hrefs[nodes[0]])]
    names = sum(_NAME.fullmatch(name) is not None for name in named)
    told = sum(counts.unlinked(start, end) for start, end in spans)
    different = len(set(named)) > 1  # buttons are called alike
    return different and names >= NAMES_SHARE * len(spans) and told >= ANSWER_MEAN_MIN * len(spans)


ANSWERS_MIN, HEADLINE_WORDS, NAMES_SHARE, ANSWER_MEAN_MIN = 3, 4, 0.6, 80.0
"""Answers, words of a headline, the share of answers whose writer's name has no number in it, and characters of one in the mean."""
_NAME = re.compile(r"[^\W\d_]+(?:[ .'’-]+[^\W\d_]+){0,2}\.?")


def _have_pages(tree: Tree, counts: Counts, links: list[list[int]]) -> bool:
    """Whether most records lead, behind their first link, to a page of their own that is no post of this thread."""
    own = parts_of(tree.url).path.rstrip("/")
    thread = own if _OF_ONE.search(own) else tree.url
    paths = [
        {
            parts_of(tree.link(counts.hrefs[node])).path
            for node in nodes[1:]
            if tree.is_home(counts.hrefs[node])
        }
        for nodes in links
    ]
    times = Counter(path for each in paths for path in each if not path.startswith(thread))
    return 2 * sum(any(times[path] == 1 for path in each) for each in paths) > len(links)


def _in_one_text(tree: Tree, counts: Counts, spans: list[tuple[int, int]]) -> bool:
    """Whether records are parts of this page: each leads to a place on it, and none by a title to another page of the site.

    Parts with a day in each heading, or versions that go down, half of them with their day, are a page's releases.
    """
    own_heads = [between(headings(tree), *span) for span in spans]
    heads = [node for own in own_heads for node in own]
    if len(spans) < POSTS_MIN or any(_is_wide(counts, node) for node in heads):
        return False
    if sum(counts.dates[tree.ends[node]] > counts.dates[node] for node in heads) >= len(spans) - UNRELEASED:
        return False  # `v2.4, 20 November 2026` over what is new in it
    versions = go_down([tree.text(own[0]) for own in own_heads if own])
    if versions and 2 * holding(counts.dates, spans) >= len(spans):
        return False
    anchors = called(tree, ("a",))
    announced = 0
    for start, end in spans:  # most pages show it in the first
        own = between(anchors, start, end)
        inside = [node for node in own if _leads_inside(tree, node)]
        if not inside:
            return False
        announced += counts.dates[end] > counts.dates[start] and any(
            _is_wide(counts, node) for node in inside
        )
    if announced == len(spans):
        return False  # a talk's day, and its title, which leads to what is told of it below
    return not any(
        _is_wide(counts, node) and tree.is_home(counts.hrefs[node])
        for nodes in links_of(counts, spans)
        for node in nodes
    )


UNRELEASED = 1
"""Parts without a day in their heading, of a page's releases: what is to come."""


def _is_wide(counts: Counts, node: int) -> bool:
    return bool(counts.chars[counts.ends[node]] - counts.chars[node] >= TITLE_MIN)


def _leads_inside(tree: Tree, node: int) -> bool:
    """Whether a link leads to a place of this page, and opens no panel; or, called by a day or a number, to one post of it."""
    given = tree.attrs[node]
    href = (given.get("href") or "").strip()
    page, _, place = href.partition("#")
    if not href or not _OPENERS.isdisjoint(given) or given.get("role") == "button":
        return False
    own, led = tree.here, tree.link(page) if page else ""
    if place and (not page or led == own):
        return True
    before = parts_of(own).path.rstrip("/")
    if not _OF_ONE.search(before) or before not in led or led == own:
        return False
    path = parts_of(led).path.rstrip("/")
    if not (path.startswith(before) and _ONE_POST.fullmatch(path[len(before) :])):
        return False
    said = tree.text(node)
    return _POST_NUMBER.fullmatch(said) is not None or date_share(said) > DATE_SHARE


_OF_ONE = re.compile(r"\d|[^/-]+(?:-[^/-]+){2}$")
"""A path that names one thread, by its number or in three words; below `/notes` each number is a note of its own."""
_ONE_POST, _POST_NUMBER = re.compile(r"(?:/\d+)?"), re.compile(r"#?\d{1,6}")
# Of a text that is hardly more than its date; .45 and 1 read the 78 captured pages alike.
DATE_SHARE = 0.9
_OPENERS = frozenset(
    ("aria-controls", "aria-expanded", "data-toggle", "data-bs-toggle", "data-target", "onclick")
)


def _named_apart(tree: Tree, links: list[list[int]]) -> bool:
    """Whether most records have a link of a name of their own: minutes of a committee, whose buttons are not all alike."""
    names = [{tree.text(node) for node in nodes} for nodes in links]
    times = Counter(name for own in names for name in own)
    apart = sum(any(times[name] == 1 and _WORD.search(name) for name in own) for own in names)
    return apart > NAMED_SHARE * len(names)


_WORD = re.compile(r"[^\W\d_]{2}")
# Of the records, those that must have a link of a name of their own; .25 and 1 read the 78 captured pages alike.
NAMED_SHARE = 0.5
# A post says this much in the mean, a row of a table less; the writers of a short thread may be all different.
POST_MEAN_MIN = 40.0


# Posts of a thread, and different writers a post: several come back. Half and twice as many posts read the 78 captured pages alike;
# where all may be different one of them is held for a thread.
POSTS_MIN, WRITERS_SHARE = 6, 0.7
CALLED_COMMENTS = 0.1
"""What the name says of records that have titles: a list of ten dated entries falls from 0.992 to 0.987."""
TITLE_MIN = 24.0
"""Width (`counts.width`) of a link that is a title outside a heading; a writer's name and "Reply" are shorter."""


def _leads_on(tree: Tree, counts: Counts, node: int) -> bool:
    """Whether a link is a title and leads to another page than this one."""
    wide = counts.chars[tree.ends[node]] - counts.chars[node] >= TITLE_MIN
    titled = wide or tree.inside(node, HEADINGS) or not HEADINGS.isdisjoint(tree.tags[node : tree.ends[node]])
    return titled and tree.link(counts.hrefs[node]).split("#")[0] != tree.here


def _called_comments(tree: Tree, node: int) -> bool:
    """Whether an element, or one around it, is called comments."""
    for at in tree.around(node):
        named = " ".join(filter(None, map(tree.attrs[at].get, _NAMES))).lower()
        if any(map(named.__contains__, _OF_COMMENTS)) and _COMMENTS.search(named):
            return tree.tags[at] not in ("body", "html")
    return False


_NAMES = ("class", "id", "itemprop", "itemtype")
"""Attributes that say what an element is; microdata has `itemprop="comment"` and `schema.org/Comment`."""
_OF_COMMENTS = ("comment", "kommentar", "comentario", "reacties")
"""Of each name a part that is found fast."""
_COMMENTS = re.compile(
    r"(?<![a-z])(?:comment(?:s|aires?|lists?)?|kommentare?|comentarios?|reacties)(?![a-z])"
)
