"""What a site puts after a teaser to say that it goes on: `…`, `[...]`, `[&hel`, « Lire la suite », "Read more".

A marker is split off before anything looks at the end of the text, because a cut character stands before it. Only
closed forms count, at the very end, so that an author's own sentence is never taken for one: the phrases are what
the big content systems and their translations print, and a phrase needs a gap or an ellipsis before it.
"""

from __future__ import annotations

import re

from pipelines.read_more import PHRASES, SPOKEN
from pipelines.repair.columns.gaps import GAP
from pipelines.repair.encodings.readings import LOST
from pipelines.repair.marks import MARKS

_DOTS = r"(?:…|\.{3,}|&hellip;|&\#8230;|&\#x2026;)"
_HALF = r"(?:&(?:h(?:e(?:l(?:l(?:ip?)?)?)?)?)?|&\#(?:8(?:2(?:30?)?)?)?|&\#x(?:2(?:0(?:26?)?)?)?|\.{1,2})"
"""A marker's own entity can be cut too: `[&hel`, `[&#82`."""

_SHORT = frozenset(
    {
        "more", "mehr", "weiter", "continua", "više", "viac", "více", "več", "więcej", "mai mult", "更多", "详细", "詳細", "자세히", "المزيد",
        "ادامه", "بیشتر", "המשך", "περισσότερα", "διαβάστε", "подробнее", "детальніше", "падрабязней", "опширније", "tovább",
        "bővebben", "devamı", "plačiau", "nánar", "ətraflı", "толығырақ", "batafsil", "дэлгэрэнгүй", "ვრცლად", "বিস্তারিত", *SPOKEN,
    }
)  # fmt: skip
"""Words that sentences also end in: they count only after dots, in brackets, before an arrow, or behind a lost byte."""

_LONG = "|".join(re.escape(phrase) for phrase in sorted(set(PHRASES) - _SHORT, key=len, reverse=True))
_ANY = "|".join(re.escape(phrase) for phrase in sorted(PHRASES, key=len, reverse=True))
_TAIL = rf"(?:\s*{_DOTS})?\s*[»›>→]*"
_LOSS = f"[{LOST}{MARKS}]"

MARKER = re.compile(
    rf"""(?<={_LOSS})\s*(?:[\[(«]?\s*(?:{_ANY}){_TAIL}[\])]?|[»›→]+)\s*\Z
    | \s*(?:
        [\[(](?:{_DOTS}|(?:{_DOTS}\s*)?(?:{_ANY}){_TAIL})[\])]
      | \[(?:{_DOTS}|{_HALF})?
      | (?:{_DOTS}|[\[(]{_DOTS}[\])])\s*[\[(]?(?:{_ANY}){_TAIL}[\])]?
      | (?<=[\s.!?…。！？])(?:«\s*(?:{_LONG})\s*»|(?:{_LONG}){_TAIL}|(?:{_ANY})\s*[›→])
      | {_DOTS}(?:\s*[»›→])?
    )\s*\Z""",
    re.VERBOSE | re.IGNORECASE,
)
_OPENING = re.compile(r"(?:\A|(?<=[\s(\[\-–—'’\"“/]))«")
_ARROWED = re.compile(rf"\s+[»›→]\s*(?:{_ANY})\s*\Z", re.IGNORECASE)
_WORDS = re.compile(rf"\s*(?<=\s)[«(\[]?\s*(?:{_ANY}){_TAIL}[)\]]?\s*\Z", re.IGNORECASE)
_UNGAPPED = tuple(
    phrase
    for phrase in sorted(PHRASES, key=len, reverse=True)
    if re.match("[\u0e01-\u0e5b\u3041-\u9fff]", phrase)
)
"""Phrases in Thai, Japanese and Chinese, the longer before."""
LAST_WORDS = frozenset(phrase.split()[-1] for phrase in PHRASES)
"""The words that phrases end in."""
_LOST = re.compile(_LOSS)
_WHITE = " \t\n\r\f\v"
_SIGN = re.compile(rf"[….!?。！？«({LOST}{MARKS}]")
_LAST_LETTERS = frozenset(word[-1] for word in LAST_WORDS)
_LAST_TWO = frozenset(word[-2:] for word in LAST_WORDS)
_BEHIND_WORDS = "»›>→)] \u00a0\u202f\n\t\r"
_LAST_OF_WORDS = _LAST_LETTERS.union(_BEHIND_WORDS)
_IDEOGRAPHS, _BESIDE = "\u2e80", 4
"""From where on ideographs and kana stand, whose ellipsis is two signs, and how many characters before the second are asked."""
NEAR_END = 60
"""Characters of the end that a marker can span: the longest phrase, its brackets and gaps."""


def _any_case(word: str) -> str:
    """A word for RE2, which does not take Turkish `ı` and `İ` for cases of `i`."""
    return "".join("[iıIİ]" if letter in "iı" else re.escape(letter) for letter in word)


MAY_END = (
    rf"(?i:(?:{_DOTS}|[\])»›→]|\[[^\]\[]{{0,12}}|"
    + "|".join(sorted({_any_case(phrase.split()[-1]) for phrase in PHRASES}))
    + rf")[{GAP}»›→]*)$"
)
"""In RE2's syntax, what every text with a marker matches, and few others: a column asks this first."""


def apart(text: str) -> tuple[str, str]:
    """A text and the white space at its end, which HTML does not show; a no-break space is none."""
    bare = text.rstrip(_WHITE)
    if len(bare) == len(text) or (bare.endswith("Ã") and "Ã " in bare):
        return text, ""  # the second is a text whose no-break spaces became spaces
    return bare, text[len(bare) :]


def split(text: str) -> tuple[str, str]:
    """Split a text into its body and the marker at its end, gap included; the marker is "" where there is none."""
    end = text[-2:]
    if end.isalnum() and end.lower() not in _LAST_TWO and "[" not in text[-9:]:
        return text, ""  # most ends, and so before any other look
    if not _may_end_in_marker(text):
        return text, ""
    first = max(0, len(text) - NEAR_END)
    start = _dots(text)
    if start is None or start < first or ends_in_phrase(text[first:start]):
        found = _behind_arrow(text, first) or MARKER.search(text, first)
        start = found.start() if found is not None else 0
    return (text[:start], text[start:]) if start else (text, "")


def _behind_arrow(text: str, first: int) -> re.Match[str] | None:
    """The words of a link behind an arrow that closes no quote: ` » Read more`."""
    found = _ARROWED.search(text, first)
    return found if found and _opened(text) < text.count("»") + (found[0].lstrip()[0] != "»") else None


def _opened(text: str) -> int:
    """How many quotes a text opens; `«` behind a letter or a sign is none, but a byte of mojibake: `Ã«`."""
    return len(_OPENING.findall(text))


def split_words(text: str) -> tuple[str, str]:
    """`split` by any phrase or arrow behind a gap, or two dots behind no ASCII: a marker only if what stands before says so."""
    if text[-1:].lower() not in _LAST_OF_WORDS:
        return _two_dots(text)
    end = text[-NEAR_END:].rstrip(_BEHIND_WORDS)
    found = _WORDS.search(text, max(0, len(text) - NEAR_END)) if end and ends_in_phrase(end) else None
    start = found.start() if found else _arrow(text)
    return (text[:start], text[start:]) if start else (text, "")


def split_ungapped(text: str) -> tuple[str, str]:
    """Take off words of a script that leaves no gaps, and white space behind them: `続きを読む` stands right behind its text."""
    bare = text.rstrip()
    for phrase in _UNGAPPED:
        if bare.endswith(phrase) and len(bare) > len(phrase):
            return text[: len(bare) - len(phrase)], text[len(bare) - len(phrase) :]
    return text, ""


def _two_dots(text: str) -> tuple[str, str]:
    """Two dots come off what is no ASCII: `exhortÃ..`."""
    body = text[:-2].rstrip(" ") if text.endswith("..") else ""
    return (body, text[len(body) :]) if body[-1:] > "\x7f" else (text, "")


def _arrow(text: str) -> int:
    """Where an arrow behind a gap begins that closes no quote; 0 where there is none."""
    if text[-1] not in "»›→" or not text[-2:-1].isspace() or "«" in text or text.count("»") > 1:
        return 0
    return len(text[:-1].rstrip())


def _dots(text: str) -> int | None:
    """Where the most common markers begin, dots alone, behind an open bracket or in brackets; None where the expression must tell."""
    end = text.rstrip()
    if end.endswith(("[...]", "[…]")):
        return len(end[: end.rindex("[")].rstrip())
    bare = end[:-1] if end.endswith("…") else end.rstrip(".")
    if bare.endswith("…") and any(character >= _IDEOGRAPHS for character in bare[-_BESIDE:-1]):
        bare = bare[:-1]
    if len(end) - len(bare) < 3 and not end.endswith("…"):
        return None
    return len(bare.removesuffix("[").rstrip())


def _may_end_in_marker(text: str) -> bool:
    """A cheap look before the expression is tried: most texts end in none of these."""
    end = text[-NEAR_END:].rstrip()
    last = end[-1:]
    if last == ".":
        return end.endswith("...") or "[" in end[-3:]
    if last in "…[" or "[" in end[-9:]:
        return True
    if last in "])»›→>":
        end = end.rstrip(_BEHIND_WORDS)
        if not end or end[-1] in "….;" or _LOST.match(end[-1]):
            return True
    return ends_in_phrase(end)


def ends_in_phrase(end: str) -> bool:
    """Whether the last word of an end without white space behind it is the last of a known phrase."""
    if end[-2:].lower() not in _LAST_TWO:
        return False
    word = end.rsplit(None, 1)[-1].lower()
    return word in LAST_WORDS or (not word.isalpha() and _SIGN.split(word)[-1] in LAST_WORDS)
