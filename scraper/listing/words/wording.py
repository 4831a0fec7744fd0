"""What a page calls itself: a listing or a calendar, by its first heading or the last part of its address; an error, by its headings.

A heading of more than a few words is a headline, and the front page of a site calls itself nothing.

The words are in 45 languages and more, each table a file beside this one: what sites write over their news (`news.txt`), press
releases (`releases.txt`), publications (`papers.txt`), notices, decisions and archives (`listings.txt`, with all of these), over
days to come (`events.txt`), over staff, services, products, prices and hours (`catalogues.txt`), where one logs in (`logins.txt`)
or is asked to write or to register (`askings.txt`), before the day of publication (`published.txt`) and of making
(`created.txt`), of a change (`changes.txt`) or another day (`other_days.txt`), over a table's titles, its documents and what they
are about (`titles.txt`, `documents.txt`, `matters.txt`) or days of birth and of office (`born.txt`, `in_office.txt`), on a button that
tells more (`details.txt`, stems), where a page is not to be had (`errors.txt`, phrases, and what such a message speaks of,
`error_names.txt`), beside an entry's links to the ones before and after it (`neighbours.txt`); `topics.txt` names folders of what is
posted about something.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from urllib.parse import parse_qsl, unquote

from pipelines.day_labels import CHANGED, DEADLINES, PUBLISHED
from scraper.listing.markup.bearers import called, headings
from scraper.listing.markup.resolve import parts_of
from scraper.listing.markup.tree import Tree
from scraper.listing.markup.zones import zone
from scraper.listing.words.date_words import word_file
from scraper.listing.words.journal_issues import names_issue

# A heading of more words, or of more characters where words are not parted, is a headline: "News from the harbour office".
WORDS_MAX, CHARS_MAX = 5, 40
# From here on a script writes words without spaces: part of the heading may be the word.
_DENSE = re.compile(r"[\u0e00-\u0e7f\u3000-\u9fff\uac00-\ud7a3]")
# vowel signs are marks in writings of India and its neighbours, and no letters: निविदा is one word
_MARKS = r"\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0963\u0966-\u0dff\u1000-\u109f\u1780-\u17ff"
_WORD = re.compile(rf"[^\W\d_][^\W_]*(?:[{_MARKS}]+[^\W_]*)*")


@cache
def _vocabulary(name: str) -> tuple[frozenset[str], tuple[str, ...], frozenset[str]]:
    """The words of a table, those of scripts without spaces, and those that only count as the whole text, written `=services`."""
    parts = (name, *_PARTS.get(name, ()))
    told = [word.casefold() for part in parts for word in (*word_file(part), *_SHARED.get(part, ()))]
    words = [word for word in told if not word.startswith(_WHOLE)]
    whole = frozenset(word.removeprefix(_WHOLE) for word in told)
    return frozenset(words), tuple(word for word in words if _DENSE.search(word)), whole


_WHOLE = "="
_SHARED = {"published.txt": PUBLISHED, "changes.txt": CHANGED, "other_days.txt": DEADLINES}
"""Words of a table that the reader of dates has, too."""
_PARTS = {"listings.txt": ("news.txt", "releases.txt", "papers.txt"), "other_days.txt": ("changes.txt",)}
"""Tables that are a part of another: what names news names a listing."""


def is_root(url: str) -> bool:
    """Whether an address is a site's first page, or that of one of its languages; `/?id=42` may be any page's."""
    scheme, _, rest = url.partition("://")
    path = url if url[:1] == "/" != url[1:2] else rest[rest.find("/") :] if "/" in rest else ""
    plain = path is url or scheme in _SCHEMES
    if plain and url.isprintable() and not _STEPS.search(url):
        # most: without the six steps of the standard library
        return path.count("/") <= DEEP and _ROOT.match(path) is not None
    parts = parts_of(url)
    return not parts.query and _ROOT.match(parts.path) is not None


_SCHEMES = frozenset({"http", "https"})
_STEPS = re.compile(r"[?#\[\]\\ ]")
DEEP = 3  # slashes behind the first that no first page's path has: `en/index.html/` has two


_ROOT = re.compile(r"^/?(?:[a-z]{2}(?:[-_][a-zA-Z]{2})?/?)?(?:(?:index|home|default)(?:\.\w+)?/?)?$")


def folder_of(url: str) -> str:
    """The path a page's entries lie below, `/news/` for `/news/`, `/news` and `/news/index.html`; "" at the root."""
    path = parts_of(url).path
    if is_root(path):
        return ""
    folder, _, last = path.rpartition("/")
    return folder + "/" if INDEX.match(last) else path + "/"


INDEX = re.compile(r"$|(?:index|default|home|list)[\w-]*\.\w+$")
"""The last part of a folder's own address."""


def called_listing(tree: Tree) -> float:
    """1 where the first heading or the last part of the address names a listing, else 0; `/news/4711` is one of its entries."""
    if is_root(tree.url):
        return 0.0
    named = not _ENTRY.search(parts_of(tree.url).path) and _says(_last_part(tree.url), "listings.txt")
    return float(named or headed_listing(tree))


_ENTRY = re.compile(
    r"(?<!\d)(?<!/page[/-])(?!(?:19|20)\d\d(?:(?:0[1-9]|1[0-2])(?:[0-3]\d)?)?(?!\d))\d{3,}(?:\.\w{2,5})?/?$"
)
"""An address that ends in a number of three digits or more which is no year, month or day: pages are numbered lower, or called so."""


def headed_listing(tree: Tree) -> bool:
    """Whether the first heading names a listing, or an issue; `Press contact` asks to write."""
    heading = _heading(tree)
    return (names_listing(heading) and not _says(heading, "askings.txt")) or headed_issue(tree)


def headed_issue(tree: Tree) -> bool:
    """Whether the first heading names one issue of a journal or a gazette."""
    return names_issue(_heading(tree))


def tells_of(said: str, other: str) -> bool:
    """Whether a text holds a word of another: `Latest press releases` below `Press releases`."""
    words = (set(_WORD.findall(text.casefold())) for text in (said, other))
    return any(len(word) >= TELLING_MIN or _DENSE.search(word) for word in set.intersection(*words))


TELLING_MIN = 4  # letters: shorter words join others


def names_listing(title: str) -> bool:
    """Whether a short title names a listing: "News archive"."""
    return _says(title, "listings.txt")


def kinds_named(title: str) -> frozenset[str]:
    """Which kinds of list a short title names, of `KINDS`: "News and events" names two, "Archive" and "Press contact" none."""
    if _says(title, "askings.txt"):
        return frozenset()
    kinds = frozenset(kind for kind in KINDS if _says(title, kind))
    if NEWS in kinds and RELEASES in kinds:
        of_releases = {word for phrase in _vocabulary(RELEASES)[0] for word in phrase.split()}
        words = [word for word in _WORD.findall(title.casefold()) if word not in of_releases]
        kinds -= frozenset() if _says(" ".join(words), NEWS) and not _DENSE.search(title) else {NEWS}
    return kinds


@lru_cache(maxsize=1)
def called_kinds(tree: Tree) -> frozenset[str]:
    """Which kinds of list a page is for: those that its first heading and the last part of its address name.

    Releases are news of a page called so, news are none of its releases. A site's first page and one headed "Minutes" are for none. Where
    the address names a kind, a first heading of a lower rank is a section's.
    """
    node, told = _first_heading(tree), kinds_named(_last_part(tree.url))
    lower = node >= 0 and tree.tags[node] != "h1" and bool(told)
    heading = tree.text(node) if node >= 0 and not lower else ""
    kinds = kinds_named(heading)
    if is_root(tree.url) or (not kinds and names_listing(heading)):
        return frozenset()
    kinds |= told
    return kinds | {RELEASES} if NEWS in kinds and kinds_named(heading) != {RELEASES} else kinds


NEWS, RELEASES = "news.txt", "releases.txt"
KINDS = (NEWS, RELEASES, "events.txt", "papers.txt")
"""News and releases, days to come, publications: what the sections of one page mostly are."""


def names_login(title: str) -> bool:
    """Whether a short title names a login: "Please sign in"."""
    return _says(title, "logins.txt")


def names_events(word: str) -> bool:
    """Whether a part of an address names days to come."""
    return _says(word, "events.txt")


def called_login(tree: Tree) -> bool:
    """Whether the first heading or the last part of the address names a login."""
    return _called(tree, "logins.txt")


def called_asking(tree: Tree) -> tuple[bool, bool]:
    """Whether the first `h1`, the end of the address or a value of its query names a login; and contact, registration or passwords.

    A heading below the first rank may be that of a login below a board.
    """
    return _called_plainly(tree, "logins.txt"), _called_plainly(tree, "askings.txt")


def _called_plainly(tree: Tree, words: str) -> bool:
    if is_root(tree.url):
        return False
    node = _first_heading(tree)
    single, _, _ = _vocabulary(words)
    return (
        (node >= 0 and tree.tags[node] == "h1" and _says(tree.text(node), words))
        or _says(_last_part(tree.url), words)
        or any(value.casefold() in single for _, value in parse_qsl(parts_of(tree.url).query))
    )


def called_events(tree: Tree) -> bool:
    """Whether the first heading or the last part of the address names days to come: events, agenda, Veranstaltungen."""
    return _called(tree, "events.txt")


def called_catalogue(tree: Tree, first: int) -> bool:
    """Whether the first heading or the address's end, and neither a listing's, names staff, services, goods, prices, hours, departures.

    Args:
        tree: the page.
        first: the list's first node; a heading below the first rank over links of its own heads those.
    """
    node = _first_heading(tree)
    of_links = node >= 0 and tree.tags[node] != "h1" and _links(tree, node, first) >= MENU_MIN
    named = not of_links and _says(_heading(tree), "catalogues.txt")
    topics, _, _ = _vocabulary("topics.txt")
    of_topic = not topics.isdisjoint(_named(tree.url)[:-1])  # posts about speakers, not speakers
    if is_root(tree.url) or not (named or (not of_topic and _says(_last_part(tree.url), "catalogues.txt"))):
        return False
    return not any(
        _says(said, "listings.txt") for said in (_heading(tree), *_ranked_lower(tree), *_named(tree.url))
    )


MENU_MIN = 3
"""Links below a heading and before the list that are a menu: `Products` over a column of them beside the news."""


def _links(tree: Tree, node: int, first: int) -> int:
    return sum(tree.tags[at] == "a" for at in range(tree.ends[node], first))


def _called(tree: Tree, words: str) -> bool:
    return not is_root(tree.url) and (_says(_heading(tree), words) or _says(_last_part(tree.url), words))


def _heading(tree: Tree) -> str:
    """The page's first `h1`, else its first heading that heads no menu."""
    node = _first_heading(tree)
    return tree.text(node) if node >= 0 else ""


def _first_heading(tree: Tree) -> int:
    first = -1
    for node in headings(tree):
        if not tree.text(node):
            continue
        if tree.tags[node] == "h1":
            return node
        if first < 0 and not zone(tree, node)[0]:
            first = node
    return first


def _ranked_lower(tree: Tree) -> list[str]:
    """The page's headings where it has no `h1`: the first may be a column's beside them."""
    seen = [node for node in headings(tree) if tree.text(node)]
    return [] if any(tree.tags[node] == "h1" for node in seen) else [tree.text(node) for node in seen]


def _last_part(url: str) -> str:
    return next(reversed(_named(url)), "")


def _named(url: str) -> list[str]:
    """The parts of an address that are words."""
    parts = [part for part in unquote(parts_of(url).path).split("/") if part]
    plain = [re.sub(r"\.\w{2,5}$", "", part) for part in parts]
    named = [part for part in plain if not part.isdecimal() and part not in ("index", "default", "page")]
    return [re.sub(r"[-_+]", " ", part) for part in named]


def promises_details(text: str) -> bool:
    """Whether a button says that it tells more of its entry: "Meeting details"."""
    return _any_line("details.txt").search(text.casefold()) is not None


def says_published(text: str) -> bool:
    """Whether a short text is the label of a day of publication: "Publié le", "Veröffentlicht am", "掲載日"."""
    return _says(text, "published.txt")


def says_created(text: str) -> bool:
    """Whether a short text is the label of the day a document was made: "Created on", "Data wytworzenia"."""
    return _says(text, "created.txt")


def says_other_day(text: str) -> bool:
    """Whether a short text is the label of another day than that of publication: "Updated", "Bewerbungsschluss", "до"."""
    return _says(text, "other_days.txt")


def says_changed(text: str) -> bool:
    """Whether a short text is the label of the day of a change: "Updated", "Zuletzt geändert am", 更新日."""
    return _says(text, "changes.txt")


def heads_days_of_people(text: str) -> bool:
    """Whether the head of a column or a label says that people were born, or are in office, from its days on: "Born", "Member since"."""
    return _is(text, "born.txt") or _is(text, "in_office.txt")


def label_of_people(text: str) -> str:
    """How a short text begins where such a label does, else ""."""
    folded = text.casefold() if len(text) <= CHARS_MAX else ""
    if not folded.startswith(_labels_of_people()):
        return ""
    label = next(label for label in _labels_of_people() if folded.startswith(label))
    return "" if folded[len(label) : len(label) + 1].isalpha() else text[: len(label)]


@cache
def _labels_of_people() -> tuple[str, ...]:
    """The longest first."""
    words = {*_vocabulary("born.txt")[2], *_vocabulary("in_office.txt")[2]}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def heads_titles(text: str) -> bool:
    """Whether the head of a column says that titles stand below it, of texts or of people in their offices: "Title", 标题."""
    return _is(text, "titles.txt")


def heads_matters(text: str) -> bool:
    """Whether the head of a column can only be one of titles: "Case name", "Talk title", 件名."""
    return _is(text, "matters.txt")


def heads_topics(text: str) -> bool:
    """Whether the head of a column says that what is spoken of stands below it: "Topic", "Thema"."""
    return _is(text, "topics.txt")


def heads_documents(text: str) -> bool:
    """Whether the head of a column says that documents stand below it: "Document description", "Order", 附件."""
    return _says(text, "documents.txt")


def _is(text: str, name: str) -> bool:
    """Whether a text is a word of a table, but for the marks that sort a column by it."""
    return len(text) <= CHARS_MAX and text.casefold().strip(_SORTS) in _vocabulary(name)[2]


_SORTS = " \t\n\xa0:.*▲▼△▽↑↓⇅↕"


@lru_cache(maxsize=1024)
def _says(text: str, name: str) -> bool:
    """Whether a short text holds a word of a table, or two that stand there together."""
    folded, words = _words_of(text)
    single, dense, whole = _vocabulary(name)
    return (
        not single.isdisjoint(words)
        or folded.strip() in whole
        or (_DENSE.search(folded) is not None and any(word in folded for word in dense))
    )


@lru_cache(maxsize=256)  # a text is asked for the words of several tables
def _words_of(text: str) -> tuple[str, frozenset[str]]:
    """A short text folded, and its words, each alone and with the next one; nothing of a longer one."""
    folded = text.casefold().replace(_DOT_ABOVE, "")
    words = _WORD.findall(folded)
    if len(folded) > CHARS_MAX or len(words) > WORDS_MAX:
        return "", frozenset()
    return folded, frozenset((*words, *map(" ".join, pairwise(words))))


_DOT_ABOVE = "\N{COMBINING DOT ABOVE}"  # what case folding leaves of `İ`

# A headline may have a 404 in it, but not in a title of an error's length.
ERROR_TITLE_MAX = 60
_ERROR = re.compile(r"(?<![\d.,/-])(?:40[0134]|410|50[0234])(?![\d.,/-]*\d)")
_ERROR_HEADINGS = frozenset({"h1", "h2"})


@cache
def _any_line(name: str) -> re.Pattern[str]:
    """Any line of a table, wherever it stands in a text that is case folded."""
    return re.compile("|".join(re.escape(line.casefold()) for line in word_file(name)))


def called_error(tree: Tree) -> float:
    """How much the title or a first heading gives the number of an HTTP error or says that a page is not there, 0 to 1.

    A heading that is a link, or holds one, is an entry's.
    """
    said = [
        tree.text(node)
        for node in called(tree, _ERROR_HEADINGS)
        if not tree.unseen[node] and not _linked(tree, node)
    ]
    return max(map(_error, (tree.title, *said[:HEADINGS_SEEN])))


def _linked(tree: Tree, node: int) -> bool:
    return tree.inside(node, ("a",)) or any(tree.tags[at] == "a" for at in range(node, tree.ends[node]))


def _error(text: str) -> float:
    """1 where a text names an error or a page that is not there, `MENTIONED` where it only holds such a number or phrase."""
    if len(text) > ERROR_TITLE_MAX:
        return 0.0
    folded = text.casefold()
    number, phrase = _ERROR.search(folded), _any_line("errors.txt").search(folded)
    if not (number or phrase):
        return 0.0
    parts = [part.strip(" .!:") for part in _TITLE_PARTS.split(folded)]
    alone = any(_ERROR.fullmatch(part) or _any_line("errors.txt").fullmatch(part) for part in parts)
    words, dense, _ = _vocabulary("error_names.txt")
    named = not words.isdisjoint(_WORD.findall(folded)) or any(word in folded for word in dense)
    return 1.0 if alone or named or (number and phrase) else MENTIONED


MENTIONED = 0.25
"""What "Raum 404" and "lost and not found" say of an error: a list of ten dated entries has 0.86 below such a title, and 0.001
below "Error 404"."""
_TITLE_PARTS = re.compile(r"\s+[|–—·:»-]\s+|\s*[|:»]\s+|\s?｜\s?")


HEADINGS_SEEN = 4  # the site's own name and a banner may come before the page's
