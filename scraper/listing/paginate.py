"""The next page of a list, by what the page itself says.

In the order of their worth: what a site file names, `rel=next`, a link that calls itself next, the number after the
current one (`numbered`), an address kept for a script, the month before in an archive (`onward`).
Whether to follow, and when to stop, is the spider's business.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from scraper.listing.numbered import endless, label_of, page_number
from scraper.listing.onward import asked, in_data, month_before, plainly
from scraper.listing.select import SelectorError
from scraper.listing.tree import Tree, absolute, bounded, parse

# "next", in the languages of the web's listings; compared with the whole text of a link, arrows and spaces aside.
NEXT_WORDS = frozenset(
    "next|next page|older|older posts|older entries|older articles|more|load more|show more|view more|more posts|"
    "suivant|suivante|page suivante|suivants|articles plus anciens|articles précédents|plus anciens|"
    "charger plus|voir plus|afficher plus|"
    "weiter|nächste|nächste seite|vor|ältere beiträge|ältere artikel|mehr laden|mehr anzeigen|vorwärts|"
    "siguiente|página siguiente|siguientes|entradas anteriores|entradas antiguas|entradas más antiguas|cargar más|ver más|"
    "próxima|próximo|seguinte|próxima página|página seguinte|posts mais antigos|postagens mais antigas|carregar mais|ver mais|"
    "successivo|successiva|pagina successiva|avanti|articoli meno recenti|post più vecchi|prossima|succ|carica altri|"
    "volgende|volgende pagina|oudere berichten|meer laden|toon meer|"
    "następna|następny|następna strona|dalej|starsze wpisy|starsze posty|następne|"
    "další|další stránka|následující|starší|starší příspěvky|ďalej|ďalšia|nasledujúca|staršie|"
    "следующая|следующая страница|далее|вперед|вперёд|дальше|след|ранее|показать еще|показать ещё|загрузить ещё|старые записи|"
    "наступна|далі|вперед|следваща|напред|по-стари|следећа|sljedeća|sljedeće|naslednja|naprej|slijedeća|"
    "επόμενη|επόμενο|επόμενη σελίδα|επόμενα|παλαιότερα|παλαιότερα άρθρα|"
    "sonraki|sonraki sayfa|ileri|daha eski|eski yazılar|"
    "nästa|nästa sida|neste|neste side|næste|næste side|äldre inlägg|eldre innlegg|ældre indlæg|"
    "seuraava|seuraava sivu|vanhemmat|következő|következő oldal|régebbi bejegyzések|"
    "următoarea|următorul|pagina următoare|înainte|articole mai vechi|"
    "järgmine|nākamā|kitas|toliau|tiếp|trang sau|tiếp theo|selanjutnya|berikutnya|pos-pos lama|seterusnya|"
    "次へ|次|次のページ|次ページ|前の記事|下一页|下一頁|下页|下頁|后页|더보기|다음|다음 페이지|이전 글|"
    "التالي|التالية|الصفحة التالية|بعدی|صفحه بعد|הבא|הבאה|לעמוד הבא|अगला|आगे|পরবর্তী|পরের পাতা|ถัดไป|հաջորդ|següent".split(
        "|"
    )
)
# "Next entries", "Nächste Meldungen": a word for next and one for what comes.
_BEGINS_NEXT = re.compile(
    r"(?:next|older|suivante?s?|nächste|ältere|siguientes?|próxim[ao]s?|volgende|następn[aey]|další|nästa|neste|næste)\s\S+(?:\s\S+)?$"
)
_TRIM = " \t\n\r\xa0>»›→▶►⟩⇒⏵❯<«‹←…-–—+.()[]|:"
_FORWARD = re.compile(r"^[>»›→▶►⟩⇒⏵❯]{1,2}$|^&?gt;$")
_NEXT_NAME = re.compile(
    r"(?<![a-z])(next|nextpage|next-page|page-next|suivant|older|nav-previous|siguiente|weiter)(?![a-z])"
)
_PREVIOUS_NAME = re.compile(r"(?<![a-z])(prev|previous|newer)(?![a-z])")
_PAGER_NAME = re.compile(
    r"pagina|pager|page-num|wp-page|pages|pagenav|page_nav|nav-links|paging|(?<![a-z])page(?![a-z])"
)


def next_page(html: str | bytes, url: str, css: str = "") -> str | None:
    """The address of the list's next page.

    Args:
        html: the page.
        url: where it came from.
        css: selector of the link, from the site file; when it is given nothing else is looked at.

    Returns:
        An absolute address on the same host that differs from the page's own, or None at the last page.

    Raises:
        SelectorError: `css` is not a CSS selector.
    """
    if css:
        return _by_selector(html, url, css)
    return from_tree(parse(html, url))


def _by_selector(html: str | bytes, url: str, css: str) -> str | None:
    parser = LexborHTMLParser(bounded(html))
    try:
        found = parser.css_first(css)
    except SelectolaxError as error:
        raise SelectorError(f"next = {css!r} is not a CSS selector ({error})") from error
    if found is None:
        return None
    link = found if found.attributes.get("href") else found.css_first("a[href]")
    base = parser.css_first("base[href]")
    root = absolute(url, (base.attributes.get("href") or "") if base is not None else "") or url
    return _allowed(absolute(root, (link.attributes.get("href") or "") if link is not None else ""), url)


@lru_cache(maxsize=1)
def from_tree(tree: Tree) -> str | None:
    """As `next_page`, for a page already parsed; asked twice, for the walk and as evidence of a listing (`judge`)."""
    url = tree.url
    for rel, href, _ in tree.rels:
        following = _allowed(tree.link(href), url) if "next" in rel else None
        if following and _continues(url, following):
            return following
    return _by_claims(tree) or _by_script(tree)


def _by_claims(tree: Tree) -> str | None:
    """The link, or button with an address, whose claim to be the next page is best."""
    best, target, own = 0.0, None, 0
    for node, given in enumerate(tree.attrs):
        href = _target(tree.tags[node], given) if given else ""
        if not href:
            continue
        text = tree.text(node)
        if len(text) > LABEL_MAX and "rel" not in given:
            continue
        claim = _claim(tree, node, text)
        if not claim or claim <= best:
            continue
        address = _allowed(tree.link(href), tree.url)
        if not address:
            continue
        own = own or _own_label(tree)
        score = _weighed(tree, node, claim, text, address, own)
        if score > best:
            best, target = score, address
    return target


def _by_script(tree: Tree) -> str | None:
    """An address kept for a script, or the month before."""
    held = (asked(given) for given in tree.attrs if given)
    for href in (*filter(None, held), *in_data(tree)):
        address = _allowed(tree.link(href), tree.url)
        if address and _goes_on(tree.url, address):
            return address
    return _allowed(month_before(tree), tree.url)


def _goes_on(url: str, address: str) -> bool:
    """Whether a script's address asks for more of a list: a later number, or a parameter; a bare path is an article."""
    here, there = page_number(url), page_number(address)
    if there is None:
        return "?" in address
    return here is None or there > here


def _own_label(tree: Tree) -> int:
    """What the pager calls the page itself: its number on the line of the others, what is marked current, else 1."""
    own = page_number(tree.url)
    if own is None:
        return _current_number(tree) or 1
    pairs = (
        (int(text), number)
        for node, given in enumerate(tree.attrs)
        if tree.tags[node] == "a" and (href := given.get("href"))
        if (text := tree.text(node)).isdecimal() and len(text) < LABEL_DIGITS
        if (number := page_number(tree.link(href))) is not None
    )
    return label_of(own, pairs) or own


def paged(tree: Tree) -> float:
    """How far a page is one of several: 3 a numbered continuation itself, 1 where it leads to one, else 0."""
    if (page_number(tree.url) or 0) > 1:
        return 3.0
    following = from_tree(tree)
    return float(following is not None and page_number(following) is not None)


def _target(tag: str, given: Mapping[str, str | None]) -> str:
    """Where a link, or a button with an address in its data, leads."""
    if tag == "a" and (href := given.get("href")) and href[0] != "#" and not href.startswith("javascript:"):
        return href
    return asked(given) or plainly(given)


# What calls itself "next" is short; the longest phrase of `NEXT_WORDS` has 27 characters.
LABEL_MAX = 40
LABEL_DIGITS = 5
_REL, _SAID, _NAMED, _NUMBERED, _ARROW, _WEAKLY = 10.0, 8.0, 7.0, 6.0, 5.0, 2.0


def _continues(url: str, address: str) -> bool:
    """Whether an address continues the page's own; themes name the next *article* by `rel=next` in the head, too."""
    here, there = urlsplit(url).path, urlsplit(address).path
    if page_number(address) is not None or here == there:
        return True
    if len(here) > 1 and there.startswith(here.rstrip("/") + "/"):
        return True
    folder, last = there.rstrip("/").rpartition("/")[::2]
    return (
        folder == here.rstrip("/").rpartition("/")[0]
        and any(map(str.isdigit, last))
        and last.count("-") < HEADLINE_HYPHENS
    )


HEADLINE_HYPHENS = 3  # `index_2.html` and `list-48-3.html` are pages, `a-headline-of-2026` is not


def _claim(tree: Tree, node: int, text: str) -> float:
    """What a link says it is, from its relation, words, class names and sign, before its address is looked at."""
    given = tree.attrs[node]
    rel = (given.get("rel") or "").lower().split()
    if "next" in rel:
        return _REL
    if "prev" in rel:
        return 0.0
    bare = text.strip(_TRIM).casefold()
    said = (
        bare in NEXT_WORDS
        or _BEGINS_NEXT.match(bare) is not None
        or any(
            (given.get(name) or "").strip(_TRIM).casefold() in NEXT_WORDS for name in ("aria-label", "title")
        )
    )
    if said:
        return _SAID
    names = _names(tree, node)
    if _NEXT_NAME.search(names) and not _PREVIOUS_NAME.search(names.rsplit("|", 1)[-1]):
        return _NAMED
    if bare.isdecimal() and len(bare) < LABEL_DIGITS:
        return _NUMBERED
    return _ARROW if _FORWARD.match(text.strip()) else 0.0


def _weighed(tree: Tree, node: int, claim: float, text: str, address: str, own: int) -> float:
    """The claim, once the address is known: a page number must not go back, a bare word needs a pager around it."""
    number, here = page_number(address), page_number(tree.url)
    if claim == _REL:
        return claim if number is not None else claim - 0.5
    if number is not None and number < (own - 1 if here is None else here):  # counted from 0
        return 0.0
    pager = number is not None or bool(_PAGER_NAME.search(_names(tree, node)))
    bare = text.strip(_TRIM).casefold()
    if claim == _SAID:
        return claim if pager else _WEAKLY if bare not in _WEAK else 0.0
    if claim == _NUMBERED and int(bare) != own + 1:  # `?page=1` may be called 2
        return claim if here is not None and number == here + 1 and int(bare) in (number, number + 1) else 0.0
    return claim if pager else 0.0


_WEAK = frozenset(
    (
        "more",
        "ver más",
        "ver mais",
        "voir plus",
        "vor",
        "view more",
        "show more",
        "weiter",
        "avanti",
        "далее",
        "dalej",
    )
)


def _names(tree: Tree, node: int) -> str:
    """Class and id words of the link and three elements around it, the link's own last."""
    words = []
    for _ in range(4):
        if node < 0:
            break
        given = tree.attrs[node]
        words.append(f"{given.get('class') or ''} {given.get('id') or ''}".lower())
        node = tree.parents[node]
    return "|".join(reversed(words))


def _current_number(tree: Tree) -> int | None:
    for node, given in enumerate(tree.attrs):
        if not given:
            continue
        words = f"{given.get('class') or ''} {given.get('aria-current') or ''}".lower()
        if "current" in words or "active" in words or given.get("aria-current") == "page":
            text = tree.text(node)
            if text.isdigit() and len(text) < 4:
                return int(text)
    return None


def _allowed(address: str, url: str) -> str | None:
    """The address without its fragment, if it is another page of the same host."""
    if not address.startswith(("http://", "https://")):
        return None
    here, there = urlsplit(url), urlsplit(address)
    if _host(here.netloc) != _host(there.netloc) or endless(address):
        return None
    if (there.path or "/", _query(there.query)) == (here.path or "/", _query(here.query)):
        return None
    return urlunsplit(there._replace(fragment=""))


def _host(netloc: str) -> str:
    return netloc.lower().removeprefix("www.")


def _query(query: str) -> str:
    return urlencode(sorted(parse_qsl(query, keep_blank_values=True)))
