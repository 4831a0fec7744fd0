"""What would cost a parser seconds is taken out of a page before it is read."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import islice

from scraper.listing.markup.kept_markup import unpacked
from scraper.listing.markup.shadow import opened
from scraper.listing.markup.spoken import spoken

# Bounds that keep any page under a second. Lexbor's walk is quadratic in depth and in attributes of one element:
# 10,000 levels took 0.10 s, 100,000 took 11 s; 100,000 attributes took 14 s.
DEPTH_MAX = 12_000
# Characters inside one start tag after which its attributes are dropped (data: URIs are values)
TAG_MAX = 60_000
_LONG_TAG = re.compile(rf"<([a-zA-Z][^\s/>]{{0,40}})\s[^<>]{{{TAG_MAX},}}>")
# Lexbor's time for the options of one box is quadratic: 1,000 took 8 ms, 8,000 took .5 s, 60,000 took 70 s.
OPTIONS_MAX = 1_000
_SELECT = re.compile(
    r"<select(?=[\s>]).*?(?=</select|<select|<textarea|<input|\Z)", re.IGNORECASE | re.DOTALL
)
_OPTION = re.compile(r"<option(?=[\s>])", re.IGNORECASE)
_ATTRIBUTE_START = re.compile(r"""\s[^\s"'<>=]+(?:\s*=|(?=\s))""")
_SURROGATE = re.compile("[\ud800-\udfff]")
_OPENING = re.compile(
    r"(?P<raw><!--.*?(?:-->|\Z)|<(?P<text>script|style|textarea|title|template|svg)\b.*?(?:</(?P=text)\b|\Z))"
    r"|<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)",
    re.IGNORECASE | re.DOTALL,
)
RAW = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|textarea|title|template|svg)\b[^<]*+(?:<(?!/\1\b)[^<]*+)*+",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]*")


def _decoded(data: bytes) -> str:
    text = data.decode("utf-8", "surrogateescape").removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")
    return re.sub("[\udc80-\udcff]", lambda lone: chr(0x10F700 + ord(lone[0]) - 0xDC00), text)


@lru_cache(maxsize=2)
def bounded(html: str | bytes) -> str:
    """Disarm what would cost seconds: lone surrogates, endless start tags, bottomless nesting, endless boxes of options."""
    text = html if isinstance(html, str) else _decoded(html)
    if not text.isascii():
        try:
            text.encode()  # a sixth of what the search for surrogates takes
        except UnicodeEncodeError:
            text = _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)
    text = _without_long_tags(unpacked(text))
    tags = text.count("<")
    unclosed = tags - text.count("</") if tags > OPTIONS_MAX else tags
    if unclosed > DEPTH_MAX and _may_be_deep(text):
        text = text[: _bottom(text)]
    # most pages have fewer tags than options are read of one box
    if unclosed > OPTIONS_MAX and text.count("<option") + text.count("<OPTION") > OPTIONS_MAX:
        text = _SELECT.sub(_thinned, text)
    return spoken(opened(text))


def _without_long_tags(text: str) -> str:
    """A page with the attributes of its endless tags taken out; only what stands before so much text without a `<` is one."""
    half, at, kept, parts = TAG_MAX // 2, 0, 0, []
    while at < len(text) - half:
        if text.find("<", at, at + half) >= 0:
            at += half
            continue
        start = text.rfind("<", kept, at)
        tag = _LONG_TAG.match(text, start) if start >= 0 else None
        if tag is not None:
            parts += [text[kept:start], _shorn(tag)]
            kept = at = tag.end()
        else:
            at = text.find("<", at)
            if at < 0:
                break
    return "".join((*parts, text[kept:])) if parts else text


def _may_be_deep(text: str) -> bool:
    """Whether more elements than a page may nest can be open anywhere, as `_bottom` counts them; errs on one side.

    Asked where so many tags close nothing at all, which few pages have. Each name is counted by itself, as an end tag
    closes nothing of another: `<div></b>` 100,000 times is a page of 100,000 levels, and took lexbor 24 s.
    """
    tags = _TAG.findall(RAW.sub(" ", text))
    open_ones: Counter[str] = Counter()
    # Part by part, as if all that a part closes stood before what it opens.
    for at in range(0, len(tags), PART):
        part = Counter(tags[at : at + PART])
        opened: Counter[str] = Counter()
        for tag, times in part.items():
            name = tag.strip("</").lower()
            if name in _NEVER_NESTED:
                continue
            if tag[1] == "/":
                open_ones[name] = max(open_ones[name] - times, 0)
            else:
                opened[name] += times
        open_ones.update(opened)
        if open_ones.total() > DEPTH_MAX:
            return True
    return False


PART = 2_000  # tags


def _shorn(tag: re.Match[str]) -> str:
    crowded = len(_ATTRIBUTE_START.findall(tag[0], 0, TAG_MAX)) > TAG_MAX // 40
    return f"<{tag[1]}>" if crowded else tag[0]


def _thinned(box: re.Match[str]) -> str:
    """A box of options without those after the first thousand."""
    starts = islice(_OPTION.finditer(box[0]), OPTIONS_MAX, None)
    beyond = next(starts, None)
    return box[0] if beyond is None else box[0][: beyond.start()]


def _bottom(text: str) -> int:
    """Where open elements exceed `DEPTH_MAX`, or the end; a rough count that never stops a page of many siblings."""
    depth: dict[str, int] = {}
    total = 0
    for found in _OPENING.finditer(text):
        if found["raw"]:  # tags inside a comment or a script are text
            continue
        name = found["name"].lower()
        if name in _NEVER_NESTED:
            continue
        held = depth.get(name, 0)
        if not found["close"]:
            depth[name] = held + 1
            total += 1
        elif held:
            depth[name] = held - 1
            total -= 1
        if total > DEPTH_MAX:
            return found.start()
    return len(text)


# Those without an end, and those whose end tags may be left out: open ones are not nested ones.
_NEVER_NESTED = frozenset(
    "area base br col embed hr img input link meta param source track wbr "
    "li dt dd p tr td th thead tbody tfoot option optgroup colgroup rp rt".split()
)
