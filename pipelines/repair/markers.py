"""What a site puts after a teaser to say that it goes on: `…`, `[...]`, `[&hel`, « Lire la suite », "Read more".

A marker is split off before anything looks at the end of the text, because a cut character stands before it. Only
closed forms count, at the very end, so that an author's own sentence is never taken for one: the phrases are what
the big content systems and their translations print, and a phrase needs a gap or an ellipsis before it.
"""

from __future__ import annotations

import re

from pipelines.repair.gaps import GAP

_DOTS = r"(?:…|\.{3,}|&hellip;|&\#8230;|&\#x2026;)"
_HALF = r"(?:&(?:h(?:e(?:l(?:l(?:ip?)?)?)?)?)?|&\#(?:8(?:2(?:30?)?)?)?|&\#x(?:2(?:0(?:26?)?)?)?|\.{1,2})"
"""A marker's own entity can be cut too: `[&hel`, `[&#82`."""

PHRASES: tuple[str, ...] = (
    "lire la suite", "lire plus", "lire l'article", "lire l’article", "continuer la lecture", "en savoir plus", "read more",
    "continue reading", "keep reading", "more", "full story", "weiterlesen", "weiter lesen", "zum artikel", "mehr lesen", "mehr erfahren", "mehr", "leer más", "seguir leyendo", "ver más", "leggi tutto",
    "continua a leggere", "leggi di più", "leia mais", "ler mais", "continue lendo", "saiba mais", "lees meer",
    "lees verder", "les mer", "les hele saken", "läs mer", "læs mere", "lue lisää", "czytaj więcej", "czytaj dalej",
    "więcej", "číst více", "číst dále", "čítať ďalej", "čítaj viac", "citește mai mult", "citește mai departe",
    "više", "pročitaj više", "opširnije", "preberi več", "tovább", "tovább olvasom", "devamını oku", "devamı",
    "читать далее", "читать дальше", "подробнее", "читати далі", "детальніше", "прочети още", "διαβάστε περισσότερα",
    "περισσότερα", "اقرأ المزيد", "المزيد", "ادامه مطلب", "קרא עוד", "xem thêm", "đọc thêm", "続きを読む", "もっと見る",
    "阅读全文", "阅读更多", "继续阅读", "閱讀全文", "查看更多", "更多", "더보기", "더 보기", "อ่านต่อ", "और पढ़ें", "selengkapnya", "baca selengkapnya",
)  # fmt: skip
_SHORT = frozenset(
    {"more", "mehr", "više", "więcej", "更多", "المزيد", "περισσότερα", "подробнее", "tovább", "devamı"}
)
"""Words that sentences also end in: they count only after dots or in brackets."""

_LONG = "|".join(re.escape(phrase) for phrase in sorted(set(PHRASES) - _SHORT, key=len, reverse=True))
_ANY = "|".join(re.escape(phrase) for phrase in sorted(PHRASES, key=len, reverse=True))
_TAIL = r"\s*[»›>→]*"
_GAP = r"[\s\u00a0\u202f]*"

MARKER = re.compile(
    rf"""{_GAP}(?:
        [\[(](?:{_DOTS}|(?:{_DOTS}\s*)?(?:{_ANY}){_TAIL})[\])]
      | \[(?:{_DOTS}|{_HALF})?
      | {_DOTS}{_GAP}[\[(]?(?:{_ANY}){_TAIL}[\])]?
      | (?<=[\s.!?…])(?:{_LONG}){_TAIL}
      | {_DOTS}(?:{_GAP}[»›→])?
    ){_GAP}\Z""",
    re.VERBOSE | re.IGNORECASE,
)
_LAST_WORDS = frozenset(phrase.split()[-1] for phrase in PHRASES)
_LAST_LETTERS = frozenset(word[-1] for word in _LAST_WORDS)
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


def split(text: str) -> tuple[str, str]:
    """Split a text into its body and the marker at its end, gap included; the marker is "" where there is none."""
    last = text[-1:]
    if last > "\x7f" and last.isalpha() and last.lower() not in _LAST_LETTERS:
        return text, ""
    if not _may_end_in_marker(text):
        return text, ""
    first = max(0, len(text) - NEAR_END)
    start = _dots(text)
    if start is None or start < first:
        found = MARKER.search(text, first)
        start = found.start() if found is not None else 0
    return (text[:start], text[start:]) if start else (text, "")


def _dots(text: str) -> int | None:
    """Where the most common markers begin, dots with or without an open bracket; None where the expression must tell."""
    end = text.rstrip()
    bare = end[:-1] if end.endswith("…") else end.rstrip(".")
    if len(end) - len(bare) < 3 and not end.endswith("…"):
        return None
    return len(bare.removesuffix("[").rstrip())


def _may_end_in_marker(text: str) -> bool:
    """A cheap look before the expression is tried: most texts end in none of these."""
    end = text[-NEAR_END:].rstrip()
    last = end[-1:]
    if last == ".":
        return end.endswith("...") or "[" in end[-3:]
    if last in "…])»›→[" or "[" in end[-9:]:
        return True
    words = end.rsplit(None, 1) if last.isalpha() else []
    return bool(words) and words[-1].lower().lstrip("….") in _LAST_WORDS
