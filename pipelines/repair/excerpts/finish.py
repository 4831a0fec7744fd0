"""From a mended teaser to a record's excerpt: the cut word completed, the marker dropped, and what the cut destroyed.

A word is completed only from a source that proves it; otherwise the text stands as it is, or stops before a last word
that its list's rule makes doubtful. What the cut destroyed is named from the strongest sign: a lost character, a source that
goes on inside the word, a source or a marker that goes on in mid-sentence. Without source, marker or rule the text counts as
whole.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Literal, NamedTuple

from pipelines.repair.columns.gaps import GAP
from pipelines.repair.ends.restore import MARKED, Source, stops

_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
"""Scripts that write no gap between words: Thai, Lao, Burmese, Khmer, kana, ideographs."""
ENDS_SENTENCE = f"[.!?…。！？؟۔।॥։።‽][{GAP}\"'”’»“‘›」』)\\]］）*]*$"
"""In RE2's syntax: a sentence's last mark in the scripts of the web, and what may close behind it."""
_FINISHED = re.compile("[.!?…。！？؟۔।॥։።‽][\\s\"'”’»“‘›」』)\\]］）*]*\\Z")
LONGEST_REST = 48
"""Letters of a word that a source may add; the longest rest of a word seen in 45 languages' profiles is 31."""


_GAPLESS = _UNSPACED.pattern[1:-1]
_LAST_WORD = re.compile(rf"(?:(?<!\s)\s++)?(?<![^\s{_GAPLESS}])[^\s{_GAPLESS}]++\Z")
"""What stands after the last gap, or after the last letter of a script without gaps."""

Ruled = Literal["", "word", "sentence"]


class Finished(NamedTuple):
    """An excerpt, what the cut destroyed, and where its end comes from."""

    text: str
    cut: str
    source: str


def finish(
    body: str,
    marker: str,
    lost: bool,
    source: str,
    sources: Iterable[Source],
    ruled: Ruled,
    habit: bool = False,
) -> Finished:
    """Finish one excerpt.

    Args:
        body: the mended teaser without its marker.
        marker: what the site put after it.
        lost: whether a character was cut.
        source: where the lost character came from, "" where none was lost.
        sources: texts that may hold the whole teaser, best first.
        ruled: what the list's rule says of this teaser: that it was cut here, perhaps inside a word; or nothing.
        habit: whether the list puts this marker behind its teasers, so that it is no author's.
    """
    sources = tuple(sources)
    after, name = _first_rest(body, sources, ruled)
    dots = marker.strip()
    if dots and after is not None and after.startswith(dots):
        body, marker, after = body + marker.rstrip(), "", after[len(dots) :]  # the author's own dots
    elif dots == "...." and after is not None and after.startswith("."):
        body, marker, after = body + ".", "...", after[1:]  # the sentence's, and the site's three
    elif dots and after is None and not (lost or ruled or habit) and _ends_block(body + dots, sources):
        body, marker = body + marker.rstrip(), ""
    text, found = body, source or "listing"
    finished = ends_sentence(body)
    inside = after is not None and not finished and _inside_word(body, after)
    if inside and after is not None and found != "trimmed":
        grown = body + _rest_of_word(after)
        if grown != body:
            text, found = grown, name
    if lost:
        cut = "character"
    elif inside:
        cut = "word"
    elif after is None and not finished and ruled == "word":
        cut = "word"
        # half a word is worse than none, and a whole word is never guessed
        if whole := without_last_word(body):
            text, found = whole, "trimmed"
    else:
        cut = "no" if finished or not (marker or after or ruled) else "sentence"
    return Finished(text.rstrip(), cut, found)


def without_last_word(body: str) -> str:
    """A text before its last gap, or before its last letter in a script without gaps; "" where there is none."""
    return _LAST_WORD.sub("", body)


def _first_rest(body: str, sources: Iterable[Source], ruled: Ruled) -> tuple[str | None, str]:
    for source in sources:
        after = source.after(body)
        if after and _proves(body, after, source, ruled):
            return after, source.name
    return None, ""


def _proves(body: str, after: str, source: Source, ruled: Ruled) -> bool:
    """Whether what a source goes on with is its author's, so that it tells where the word ends.

    Dots at the very place where the list cuts are the site's own; a word that a marker or a summary's end breaks off is
    half a word there, too.
    """
    if ruled and after.lstrip().startswith(("…", "...")):
        return False
    word = _rest_of_word(after) if _may_go_on(body) else ""
    if not word:
        return True
    behind = after[len(word) :]
    if not stops(behind[: MARKED + 1]):
        return True
    return source.whole and not behind[:MARKED].partition("\n")[0].strip()


def _ends_block(text: str, sources: Iterable[Source]) -> bool:
    """Whether a text with its dots stands at the end of a block of the entry's own text, or in one."""
    return any(source.whole and source.after(text) is not None for source in sources)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A text that ends in a word, and the rest of a word.

    Words are letters, their vowel signs and marks, and digits, over apostrophes and hyphens inside them; they end before
    a script that writes no gaps (`50` in `50周年`).
    """
    marks = "".join(
        chr(code) for code in range(0x300, 0x10000) if unicodedata.category(chr(code)) in ("Mn", "Mc")
    )
    letters = f"(?:(?![{_GAPLESS}])[^\\W_]|[{marks}\u200c\u200d])+"
    rest = rf"(?:[’'](?=[^\W\d_]))?{letters}(?:['’\-\u2010\u2011](?=[^\W_]){letters})*"
    return re.compile(f"(?:[^\\W_]|[{marks}])\\Z"), re.compile(rest)


def ends_sentence(body: str) -> bool:
    """Whether a text ends in a sentence's last mark."""
    return _FINISHED.search(body) is not None


def ends_in_word(body: str) -> bool:
    """Whether a text ends in a letter, sign or digit of a word that could go on, in a script that parts its words."""
    return _patterns()[0].search(body, max(0, len(body) - 1)) is not None and not _UNSPACED.match(body[-1])


def _inside_word(body: str, after: str) -> bool:
    return _may_go_on(body) and _patterns()[1].match(after) is not None


def _may_go_on(body: str) -> bool:
    """Whether letters that follow belong to the last word: `wasn’` goes on as `wasn` does."""
    return ends_in_word(body.removesuffix("’").removesuffix("'") or body)


def _rest_of_word(after: str) -> str:
    found = _patterns()[1].match(after)
    return found[0] if found and len(found[0]) <= LONGEST_REST else ""
