"""Whether a page is a listing at all: an article, a login, an error or a front page is not.

The best list alone does not tell: an article shows related ones, a front page its three latest. What tells is how much
of the page the list is, and what else the page says of itself: prose outside the list, an address that reads like a
headline, a password field, a type in its head. The sum is a logistic one, so it is a probability.
"""

from __future__ import annotations

import math
import re
from itertools import pairwise

from scraper.listing.dates.date_alone import is_period
from scraper.listing.grouping.catalogue import catalogue
from scraper.listing.grouping.comments import comments
from scraper.listing.grouping.contents import contents
from scraper.listing.grouping.menus import menus
from scraper.listing.kind.addresses import (
    headline_address,
    leads_away,
    leads_below,
    leads_beside,
    scattered,
    shows_addresses,
)
from scraper.listing.kind.asking import asking, passwords
from scraper.listing.kind.complete import HALF, STANDS_OUT, complete
from scraper.listing.kind.dates_beside import dates_above, dates_beside
from scraper.listing.kind.headline import headline
from scraper.listing.kind.neighbours import names_neighbours
from scraper.listing.kind.own_part import filled, opened, outside_main, own_part
from scraper.listing.kind.prose import INTRODUCES_MAX, article_beside, prose_outside
from scraper.listing.kind.terse import terse, topics
from scraper.listing.lists.headed_part import apart
from scraper.listing.markup.bearers import between, headings
from scraper.listing.markup.tree import Tree
from scraper.listing.markup.zones import zone
from scraper.listing.paginate import paged
from scraper.listing.records.candidate import Candidate
from scraper.listing.records.counts import Counts, amount, holding
from scraper.listing.words.wording import called_error, called_listing, called_login, is_root

# A prior moved by a logistic regression (`bench/listing_weights.py pages`) over 68 captured listings and 272 pages
# made from them, each also bare and without dates; with one source of pages held out at a time the area under the curve
# is 0.999, 0.990 and 0.952 (many of their addresses are known by the host alone: without dates a front page's).
# `HELD` there names what made pages cannot teach and the prior alone sets; those of few entries were chosen on 90 lists of two to five in
# rich frames and 120 other pages of these (docs/listing-figures.md). The password's weight
# is less than fitted (-3.7): of real listings many have a login beside them, and 387 real forms are told as well with it.
WEIGHTS = {
    "score": 0.450, "records": 0.199, "share": 0.753, "prose": 0.025, "prose_share": -1.778,
    "dated": 0.752, "typed_article": -2.000, "typed_list": 1.000, "password": -3.000,
    "headline_url": -1.500, "beside": -1.074, "aside": -0.500, "text": 0.302, "linked_share": -0.174,
    "above": 5.000, "offset": 0.848, "few": -0.700, "complete": 0.200, "linked": 3.579, "paged": 1.500, "error": -12.000,
    "called": 2.000, "front_few": -1.000, "named": 2.000, "below": 2.720, "headline": -2.000,
    "comments": -5.000, "apart": -9.000, "sources": -6.000, "catalogue": -5.000,
    "menu": -2.000, "terse": -5.000, "front": -5.000, "scattered": -5.500,
    "filled": 0.500, "opened": 0.500, "among": -4.000, "asking": -16.000, "outside": -10.000, "neighbours": -6.000,
    "contents": -14.000,
}  # fmt: skip
BIAS = -14.80

# An entry that is told whole on the page, in so many characters, is worth so much of one that leads to its own; a post's link
# leads to who wrote it.
UNLINKED, TOLD_MIN = 0.6, 90.0
# Below this many entries a list may be a page's latest news; the shortest of 78 captured lists has five.
FEW = 6
# Few entries of a month or year say so much less against it.
OF_PERIOD = 0.5
# Of the page's text: a list that holds less is a box beside something else; with half of it two of the 78 captured pages are judged
# otherwise, twice as much judges alike.
BOX_SHARE = 0.15
_ARTICLE_TYPE = re.compile(
    r'"@type"\s*:\s*(?:\[[^\]]{0,200}?)?"(?:(?:News|Report|Analysis|Opinion)?Article|BlogPosting|Product|Recipe|JobPosting|'
    r'DiscussionForumPosting|(?:FAQ|QA|Contact|About|Item|Checkout)Page)"'
)
_LIST_TYPE = re.compile(r'"@type"\s*:\s*"(?:ItemList|CollectionPage|Blog)"')


def evidence(
    tree: Tree,
    counts: Counts,
    best: Candidate | None,
    number: int,
    score: float,
    called: float,
    *,
    of_period: bool = False,
) -> dict[str, float]:
    """The numbers the judgement is made from, one for each name of `WEIGHTS`.

    Args:
        tree: the page.
        counts: its running totals.
        best: its best candidate, None where nothing repeats.
        number: how many entries it holds; more than records where these are days with their entries.
        score: the candidate's.
        called: what the page's system calls it (`platforms.called`).
        of_period: whether the page is one of a month or year, and few records are of it: they may be all that there are.
    """
    spans = best.spans if best else []
    inside = amount(counts.chars, spans)
    few = float(max(FEW - number, 0))
    own_dates = dates_beside(tree, counts, best, boxes=not few)
    whole = complete(tree, counts, best, own_dates) if few and best else 0.0
    few *= 1.0 - max(OF_PERIOD * of_period, whole)
    numbers = {
        "score": score,
        "called": called,
        "beside": 0.0 if of_period else math.log1p(own_dates),  # a box of the newest goes back further
        "few": few,
        "complete": (whole > HALF) * max(FEW - number, 0),
        # A short list there is the site's latest news, and one of many sections its front.
        "front_few": is_root(tree.url) * max(few, float(_sections(tree, counts, spans))),
        **(_records(tree, counts, best, spans, inside) if best else _NO_RECORDS),
        **_surroundings(tree, counts, best, spans, inside),
        **_page(tree),
    }
    # `/blog/` to `/blog/900.html` under a title of two words: a menu leads all over the site.
    numbers["terse"] = max(numbers["terse"] * (1.0 - numbers["below"]), float(topics(tree, counts, spans)))
    alone = is_root(tree.url) and not numbers["paged"] and not _parted_by_periods(tree, spans)
    numbers["front"] = _front(numbers) if alone else 0.0
    numbers["scattered"] = scattered(tree, counts, spans) * (1.0 - numbers["share"]) if alone else 0.0
    if best:
        numbers |= _of_few(tree, counts, best, inside, numbers, of_period)
        numbers["neighbours"] = float(len(best.starts) < FEW and names_neighbours(tree))
        numbers["outside"] = (1.0 - numbers["named"]) * outside_main(tree, counts, best.holder)
        # A box beside an article has few entries, below another heading than the page's own.
        called_so = numbers["called"] or numbers["named"]
        if numbers["opened"] <= 0.0 and len(best.starts) < FEW and not called_so:
            numbers["among"] = leads_beside(tree, counts, spans)
    # A form beside the part that the list stands in is the site's.
    own = own_part(tree, counts, best.holder) if best and numbers["password"] else None
    if own:
        numbers["password"] = float(any(own[0] <= node < own[1] for node in passwords(tree)))
    # A login stands beside the lists of many sites, above all of boards and blogs; their newest posts beside the login as well.
    if numbers["password"] and called_login(tree):
        numbers["named"] = 0.0
    else:
        numbers["password"] *= 1.0 - numbers["share"] * numbers["dated"] * (1.0 - numbers["aside"])
    # What fills a page is what it is for: courses above a form to register for one.
    outside = 1.0 - numbers["share"] * (1.0 - numbers["aside"])
    numbers["asking"] *= 0.0 if numbers["named"] else outside
    return numbers


def _of_few(
    tree: Tree, counts: Counts, best: Candidate, inside: float, numbers: dict[str, float], of_period: bool
) -> dict[str, float]:
    """What speaks for and against few entries, by how many are missing: whether they fill the page's own part and stand right below its heading."""
    missing = max(FEW - len(best.starts), 0)
    if not missing:
        return {}
    below = max(opened(tree, counts, best), 0.0 if of_period else -1.0)  # `3 posts` heads them as well
    share = 0.0 if below < 0 else filled(tree, counts, best, inside)
    named = 0.0 if below < 0 else numbers["named"]  # by another heading's words
    if below > 0 and not named:  # undated ones below a heading that names no listing may be topics
        mostly = max(2.0 * numbers["dated"] - 1.0, 0.0)
        below, share = below * mostly, share * mostly
    return {"opened": missing * below, "filled": missing * share, "named": named}


def _front(numbers: dict[str, float]) -> float:
    """How much of a site's first page without further pages is not its list, where that has no dates.

    The front of a blog or of notices is dated, leads on to older ones or is little else; that of a shop or a newspaper
    shows one box of many.
    """
    return (1.0 - max(numbers["dated"], numbers["above"])) * (1.0 - numbers["share"])


# Where nothing repeats.
_NO_RECORDS = dict.fromkeys(
    ("records", "share", "dated", "text", "linked_share", "linked", "above", "apart", "comments", "catalogue", "menu", "terse", "contents"), 0.0
) | {"aside": 1.0, "offset": 1.0}  # fmt: skip


def _records(
    tree: Tree, counts: Counts, best: Candidate, spans: list[tuple[int, int]], inside: float
) -> dict[str, float]:
    """What the records are, and how much of the page."""
    number, total = len(spans), max(counts.chars[-1], 1.0)
    dated = holding(counts.dates, spans)
    above = 0.0 if dated else dates_above(tree, counts, best)
    posts = comments(tree, counts, spans)
    linked = max(
        (posts < 1.0) * holding(counts.links, spans),
        UNLINKED * sum(_told_whole(tree, counts, span) for span in spans),
    )
    # A box of news is short, or says little of what the page says.
    box = number < FEW or inside < BOX_SHARE * total
    return {
        "records": math.log1p(number),
        "share": inside / total,
        "dated": dated / number,
        "text": math.log1p(inside / number),
        "linked_share": amount(counts.links, spans) / max(counts.links[-1], 1),
        "linked": linked / number,
        "above": above,
        "offset": counts.chars[spans[0][0]] / total,
        "aside": zone(tree, best.holder)[0],
        "apart": max(
            apart(tree, counts, best.holder, inside) if box else 0.0,
            article_beside(tree, counts, best.holder, spans[0][0], inside),
        ),
        "comments": posts,
        "catalogue": catalogue(tree, counts, spans),
        "contents": float(contents(tree, counts, spans)),
        "menu": float(menus(tree, counts, [best])[0]),
        "terse": 0.0 if above else terse(tree, counts, spans),
    }


def _surroundings(
    tree: Tree, counts: Counts, best: Candidate | None, spans: list[tuple[int, int]], inside: float
) -> dict[str, float]:
    """What stands around the records, and where they lead."""
    own = own_part(tree, counts, best.holder) if best else None
    prose, paragraphs = prose_outside(counts, spans, own)
    prose_share = prose / (prose + inside + 1.0)
    return {
        "prose": math.log1p(prose),
        "prose_share": prose_share,
        "headline": headline(tree, counts, spans),
        "below": leads_below(tree, counts, spans),
        "among": 0.0,
        "outside": 0.0,
        "neighbours": 0.0,
        "filled": 0.0,
        "opened": 0.0,
        "asking": asking(tree, spans),
        "sources": _sources(tree, counts, spans, paragraphs) * prose_share,
    }


def _sources(tree: Tree, counts: Counts, spans: list[tuple[int, int]], paragraphs: int) -> float:
    """How many records are an article's sources, or what another text refers to by its addresses."""
    if paragraphs > INTRODUCES_MAX or (paragraphs and shows_addresses(tree, counts, spans)):
        return leads_away(tree, counts, spans)
    return 0.0


def _page(tree: Tree) -> dict[str, float]:
    """What the page says of itself."""
    return {
        "typed_article": says_article(tree),
        "typed_list": float(
            any(_LIST_TYPE.search(text) for kind, _, text in tree.scripts if "ld+json" in kind)
        ),
        "password": float(bool(passwords(tree))),
        "headline_url": headline_address(tree.url),
        "paged": paged(tree),
        "error": called_error(tree),
        "named": called_listing(tree),
    }


def _told_whole(tree: Tree, counts: Counts, span: tuple[int, int]) -> bool:
    """Whether an entry without a link says all there is: a date, a title that stands out, and some lines."""
    start, end = span
    if counts.links[end] > counts.links[start] or counts.dates[end] == counts.dates[start]:
        return False
    said = counts.chars[end] - counts.chars[start] >= TOLD_MIN
    return said and any(tree.tags[node] in STANDS_OUT for node in range(start, end))


def _sections(tree: Tree, counts: Counts, spans: list[tuple[int, int]]) -> int:
    """How much headings that belong to no record part the list into several, `FEW` at most.

    Of undated records it is how many there are; dated ones, the news and the days to come, are as few as the most below one.
    Months and years part one list, the archive of a blog.
    """
    if len(spans) < FEW:
        return 0
    parted = [
        at
        for at, ((_, end), (start, _)) in enumerate(pairwise(spans), 1)
        if counts.headings[start] > counts.headings[end]
    ]
    if not parted:
        return 0
    heads = [node for node in headings(tree) if not is_period(tree.text(node))]
    headed = [at for at in parted if between(heads, spans[at - 1][1], spans[at][0])]
    dated = holding(counts.dates, spans)
    if 2 * dated > len(spans):
        if len(spans) > PARTED_MAX:
            return 0
        return max(FEW - max(end - start for start, end in pairwise((0, *headed, len(spans)))), 0)
    return min(len(headed), FEW) if len(headed) >= SECTIONS_MIN else 0


def _parted_by_periods(tree: Tree, spans: list[tuple[int, int]]) -> bool:
    """Whether months or years head the records: an archive is one list, wherever it stands and leads."""
    first, end = (spans[0][0], spans[-1][1]) if spans else (0, 0)
    heads = between(headings(tree), first, end)[:PERIODS_SEEN]
    return any(is_period(tree.text(node)) for node in heads)


PERIODS_SEEN = 60  # headings among the records, theirs too: an archive's first month has fewer


SECTIONS_MIN = 3  # a list may be in two halves
# more dated records are a list whatever parts it has: of a captured page's thirty each part holds five
PARTED_MAX = 2 * FEW


def says_article(tree: Tree) -> float:
    """What the head says of one article or product: its moment of publication, a single one in JSON-LD.

    A bare `og:type` of an article is weak, many themes write it everywhere; a product's or a film's is not. Of a site's first page the
    data say no more, since some themes call it a posting.
    """
    kind = tree.metas.get("og:type", "").lower()
    if (
        "article:published_time" in tree.metas
        or kind in ("product", "og:product")
        or kind.startswith("video.")
    ):
        return 1.0
    data = [text for kind, _, text in tree.scripts if "ld+json" in kind]
    single = sum(len(_ARTICLE_TYPE.findall(text)) for text in data) == 1 and not any(
        _LIST_TYPE.search(text) for text in data
    )
    if single and not is_root(tree.url):
        return 1.0
    return 0.2 if single or kind == "article" else 0.0


def probability(numbers: dict[str, float]) -> float:
    """The judgement: the probability that the page is a listing."""
    total = BIAS + sum(weight * numbers[name] for name, weight in WEIGHTS.items())
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))
