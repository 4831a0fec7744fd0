"""Giving text back: from a source that proves it, else one character from the lexicon, else nothing.

A source (the entry's page, the feed, another list's longer teaser) proves what follows a teaser where the teaser's
end stands in it and everything that follows there is the same. Quotes, dashes and composition are compared alike and
white space not at all, so that a page that sets its text differently still counts, and so does a list that takes the
tags off and leaves no gap between two paragraphs (`the end.The next`). A page may also show the teaser as the list does,
cut: where a block of it ends with the teaser, or with a marker behind it, that place says nothing of what follows.
The lexicon gives back one character, never a word: the letters that leave the kept bytes are weighed by the
language and by the site's words, and the first must hold `SURE` of the weight; or all frequent words of the language that
begin so go on with it (`beginnings`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from pipelines.repair import markers
from pipelines.repair.encodings.readings import LOST, Tail, decode_open, encode, fits
from pipelines.repair.likelihood import beginnings
from pipelines.repair.likelihood.alphabets import alphabet_of
from pipelines.repair.likelihood.before import last_word
from pipelines.repair.likelihood.corpus import Corpus
from pipelines.repair.likelihood.heads import eastern, in_capitals
from pipelines.repair.likelihood.signs import QUOTES, is_quoting
from pipelines.repair.marks import MARKS

CONTEXTS = (80, 48, 28, 16)
"""Characters before the cut that must be found again, longest first."""
SHORTEST = 16
"""A shorter head must be found at the beginning of the source."""
IDEOGRAPHS = 8
"""Characters that do instead in scripts without gaps."""
AHEAD = 24
"""Characters that must agree after every place where the end was found."""
BESIDE = 40
"""Characters that a line beside the entry's text must go on for, or to the end of its sentence: the line may be the list's own teaser
again, cut at the same place or a little further, with "Read more" or a count of comments behind it."""
MARKED = 90
"""Characters in which a block can end behind a marker: the longest phrase, its brackets and gaps."""
SURE = 0.98
"""Share of the weight that the site's words and the language's letters must give a character by themselves. On 3,683 cut
ends of 45 languages without their pages, it was right 784 of 784 times at 0.98 and 886 of 888 at 0.97."""
FIT = 0.75
"""Share of a text's 3-letter groups that its language must know, so that a page's wrong declaration decides nothing:
the median is 0.85 in the right language, 0.5 to 0.75 in a wrong one of the same alphabet."""
LEAST = 0.9
"""Share that is enough where the language's frequent words make the same letter likely: right 1,645 of 1,652 times in the
14 languages that have likely answers; at 0.5 twice wrong on the repair set."""
LONG = 4
"""Letters of a word's beginning from which the site's words are believed alone, where the language has a table that leaves
the letter open. On 34,000 lost letters of manual pages in 16 languages, looked at only after all else was settled, 98.9 % of
the answers were right without this, 95.6 to 97.7 % in German, Spanish, Danish and Norwegian; with it 99.7 %."""
WITNESSES = 2
"""Words of the site that do instead."""
SELDOM = 0.003
"""Share of letters above ASCII below which a language writes them in names and loans, whose letters are not its own: English
`Bokm` and `Voil` before C3. There the site's words must go on so."""

_QUOTES = str.maketrans(
    dict.fromkeys("“”„‟«»″〝〞", '"') | dict.fromkeys("‘’‚‛′`´ʼ‹›", "'") | dict.fromkeys("‐‑‒–—―−", "-")
)
_UNSEEN = {ord("…"): "..."} | dict.fromkeys(map(ord, "\u00ad\u200b\ufeff\u2060\u200e\u200f"))
_ALIKE = _QUOTES | _UNSEEN
_GAP = re.compile(r"\s+")
_RUN = re.compile("[^\\s\u00ad\u200b\ufeff\u2060\u200e\u200f]+")
_LEFT_OVER = LOST + "".join(map(chr, range(ord(MARKS[0]), ord(MARKS[-1]) + 1)))
"""What a page itself shows of a character that it cut."""
_LEFT = tuple(_LEFT_OVER)
_GAPS = "\u00a0\u202f"
_CLOSING = {"“": "”", "„": "“", "«": "»"}
"""What closes a quotation, by what opens it."""


class Plain(NamedTuple):
    """A text made comparable, and for each of its characters the place in the text it came from."""

    text: str
    at: tuple[int, ...]


def plain(text: str) -> str:
    """A text made comparable: quotes, dashes and white space alike, composed, without invisible characters."""
    return _GAP.sub(" ", _composed(text).translate(_ALIKE)).lstrip()


def alike(text: str) -> str:
    """A text of the same length with quotes and dashes of all kinds alike."""
    return text.translate(_QUOTES)


def comparable(text: str) -> Plain:
    """A text as `plain` gives it, and where each of its characters came from."""
    out: list[str] = []
    at: list[int] = []
    gap = True
    for place, character in enumerate(_composed(text).translate(_QUOTES)):
        if character.isspace():
            if not gap:
                out.append(" ")
                at.append(place)
            gap = True
            continue
        written = character.translate(_UNSEEN)
        if written:
            out.append(written)
            at += [place] * len(written)
            gap = False
    return Plain("".join(out), tuple(at))


def _composed(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFC", text)


@lru_cache(maxsize=64)
def gapless(text: str) -> str:
    """A text as `plain` gives it, without its white space."""
    return "".join(_composed(text).translate(_ALIKE).split())


def _behind(text: str, size: int) -> int:
    """The place in a text behind so many of the characters that `gapless` leaves of it."""
    for run in _RUN.finditer(text):
        length = len(run[0]) + 2 * run[0].count("…")
        if size > length:
            size -= length
            continue
        for place in range(*run.span()):
            size -= 3 if text[place] == "…" else 1
            if size <= 0:
                return place + 1
    return len(text)


class Source(NamedTuple):
    """A text that may hold the whole of a teaser.

    Attributes:
        name: where it is from: page, feed, listing.
        text: its blocks, a line each.
        whole: whether it ends where its author ended; a summary or another list's teaser may be cut itself.
        least: characters before the cut that must be found again: more where nothing says that the text is the entry's.
    """

    name: str
    text: str
    whole: bool = True
    least: int = SHORTEST

    def after(self, head: str, shown: str = "") -> str | None:
        """What follows the end of `head` here, as `rest` has it."""
        return rest(head, self.text, shown, self.least)


def rest(head: str, source: str, shown: str = "", least: int = SHORTEST) -> str | None:
    """What the source goes on with after the end of `head`; None where it is not there or more than one thing is.

    Of several places the one that goes on longest counts, as long as they agree. An empty string means that the source
    stops there, too, at every place.

    Args:
        head: a text up to its last whole character.
        source: blocks, a line each.
        shown: what is left of the character that was cut; a source that shows the same is cut there, too.
        least: characters before the cut that must be found again; in a script without gaps half as many do.
    """
    ahead = BESIDE if least > SHORTEST else 0
    if len(head) >= least and source.startswith(head) and _goes_far(source, len(head)):
        return source[len(head) :]
    if len(head) >= least:
        found = _agreed(source, _ends(source, head[-CONTEXTS[1] :]), shown, ahead)
        if found:
            return found
    whole, wanted = gapless(source), gapless(head)
    if not wanted:
        return None
    composed = _composed(source)
    there = False
    for size in _sizes(wanted, whole, least // 2 if eastern(head) else least):
        ends = [_behind(composed, end) for end in _ends(whole, wanted[-size:])]
        if size == len(wanted):
            ends = ends[:1]
        if head[-1].isspace():
            lines = ahead > 0  # what follows a line beside the text is another entry's
            ends = [_over_gap(composed, end, lines) for end in ends if composed[end : end + 1].isspace()]
        found = _agreed(composed, ends, shown, ahead)
        if found or (ends and found is None):
            return found
        there |= bool(ends)
    return "" if there else None


def _over_gap(text: str, start: int, lines: bool) -> int:
    """Where white space ends that begins at `start`, in its line alone or wherever it does."""
    after = text[start:].partition("\n")[0] if lines else text[start:]
    return start + len(after) - len(after.lstrip())


def _sizes(wanted: str, text: str, least: int) -> list[int]:
    """Characters before the cut that must be found again, longest first; all of them where the source begins so."""
    sizes = [size for size in (*CONTEXTS, IDEOGRAPHS) if least <= size <= len(wanted)]
    return [len(wanted), *sizes] if text.startswith(wanted) else sizes


def _agreed(source: str, ends: Iterable[int], shown: str, ahead: int) -> str | None:
    """What follows all of some places that do not stop, the longest of it: "" where all stop, None where they differ.

    A block that ends within `ahead` characters, and no sentence with it, may be another list's teaser and its link.
    """
    best, longest = "", ""
    for end in ends:
        after = source[end : end + MARKED + AHEAD]
        if stops(after) or (after.startswith(_LEFT) and stops(after.lstrip(_LEFT_OVER))):
            continue
        if ahead and _ends_soon(source[end : end + ahead]):
            continue
        behind = after[len(shown) :] if shown and after.startswith(shown) else ""
        if behind and stops(behind):
            continue  # a source that is nothing else is the page's title, and says that it stands
        said = plain("." + after[: 2 * AHEAD].partition("\n")[0])[: AHEAD + 1]
        if not (said.startswith(longest) or longest.startswith(said)):
            return None
        if not best or len(said) > len(longest):
            best, longest = source[end:], said
    return best


def stops(after: str) -> bool:
    """Whether a block ends here: nothing follows in it, or nothing but a marker.

    Args:
        after: what follows, `MARKED` characters of it at least where there are as many.
    """
    line = after[: MARKED + 1].partition("\n")[0]
    return len(line) <= MARKED and (not line.strip() or markers.split("x" + line)[0] == "x")


def _ends_soon(after: str) -> bool:
    """Whether a block ends in what follows, and not as sentences do."""
    line, found, _ = after.partition("\n")
    said = line.rstrip()
    return bool(found or len(line) < BESIDE) and (said.endswith("...") or not said.endswith(_SENTENCE_ENDS))


_SENTENCE_ENDS = (".", "!", "?", "。", "।", "؟", "۔")


def _goes_far(source: str, end: int) -> bool:
    """Whether a block goes on so long that no other place in the source could tell more."""
    return len(source) - end > MARKED and "\n" not in source[end : end + MARKED + 1]


def _ends(text: str, part: str) -> list[int]:
    found, at = [], text.find(part)
    while at >= 0:
        found.append(at + len(part))
        at = text.find(part, at + 1)
    return found


def from_lexicon(tail: Tail, corpus: Corpus, tables: bool = True) -> str | None:
    """The one character that the site's words and the language leave, None where two could have stood there.

    Args:
        tail: the cut end.
        corpus: the site's words in the language.
        tables: whether the language's frequent words are asked, too.
    """
    if not corpus.language:
        return None
    best, share = corpus.likeliest(tail)
    said = _from_beginnings(tail, corpus, best if share >= LEAST else "") if tables else ""
    if share < SURE:
        if not said or (best.lower() != said and corpus.continues(tail.head, best) >= WITNESSES):
            return None  # the site's own words say otherwise
        best = said
    elif tables and best.isalpha() and best.lower() != said and _is_short(tail, corpus):
        return None  # a few letters that the language's many words go on with otherwise, too
    if best.islower() and len(best.upper()) == 1 and in_capitals(tail.head):
        best = best.upper()  # a word in capitals loses a capital
        if not fits(best, tail):
            return None
    if corpus.foreign_share(tail.head + best, tail.head[-1:] or " "):
        return None  # the language is not the text's: its letters would choose the wrong one
    if best in QUOTES and not (tail.head[-1:].isspace() or is_quoting(tail.head)):
        return None  # behind a word a quotation ends, and none has begun
    if not best.isalpha() and best not in QUOTES and best != "’" and is_quoting(tail.head):
        return None  # and here one may
    if corpus.continues(tail.head, best) >= WITNESSES:
        return best
    if best.isalpha() and not corpus.profiled:
        return None  # a few texts are no measure of a language: of 30 letters given so in lone texts of such 14 were others
    seldom = best.isalpha() and best.lower() != said and corpus.letters.above_ascii < SELDOM
    return best if not seldom and corpus.letters.fit(tail.head) >= FIT else None


def _is_short(tail: Tail, corpus: Corpus) -> bool:
    """Whether the beginning of a word is too short for one site's words to tell, where a language's words do not."""
    letters = len(last_word(tail.head))
    return 0 < letters < LONG and beginnings.of_language(corpus.language) is not None


def _from_beginnings(tail: Tail, corpus: Corpus, likeliest: str) -> str:
    """The letter that the language's frequent words go on with, "" where more than one can be it.

    Args:
        tail: the cut end.
        corpus: the site's words in the language.
        likeliest: what the site's words and the language's letters put first: enough where frequent words do so, too.
    """
    table = beginnings.of_language(corpus.language)
    if table is None or not tail.head[-1:].isalpha():
        return ""
    if alphabet_of(tail.head) and in_capitals(tail.head):
        return ""  # a Greek or Cyrillic capital has another first byte than its small letter
    kept = _bytes_of(tail)
    letter = table.letter(tail.head, kept)
    if not letter and likeliest and table.likely(tail.head, kept) == likeliest.lower():
        letter = likeliest.lower()
    if not kept and letter != likeliest.lower() and corpus.lexicon.onward(last_word(tail.head)).whole:
        return ""  # a whole word of the site: a sign may have followed, or a no-break space (`rapidement� !`)
    return letter if letter and fits(letter, tail) else ""


def _bytes_of(tail: Tail) -> bytes:
    """The bytes that are left of the lost character itself, below all its wrong readings."""
    left = tail.kept
    for codec in reversed(tail.reading[:-1]):
        opened = decode_open(left)
        left = (encode(opened[0], codec) or b"") if opened else b""
    return left


def first_character(text: str) -> str:
    """The first character of a text, composed with the marks that follow it where they make one."""
    first, end = text[:1], 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
        composed = unicodedata.normalize("NFC", text[:end])
        first = composed if len(composed) == 1 else first
    return first


class Proof(NamedTuple):
    """The lost character as a source has it, the source's name, and whether the source's block ends with it."""

    character: str
    source: str
    ends: bool


def proven(tail: Tail, sources: Iterable[Source]) -> Proof | None:
    """The lost character and the source that proves it, None where none does.

    The source may set another quote or gap there than the list did, and has no soft hyphen where the list has one: of
    that nothing is given back, and the character is "".
    """
    for source in sources:
        after = source.after(tail.head, tail.shown)
        if after:
            character = first_character(after)
            if character[0] in _LEFT_OVER:
                continue
            for given in (character, *_set_otherwise(character, tail.head)):
                if fits(given, tail):
                    return Proof(given, source.name, stops(after[len(character) :]))
            if tail.head[-1:].isalpha() and character.isalpha() and fits("\u00ad", tail):
                return Proof("", source.name, ends=False)
    return None


def _set_otherwise(character: str, head: str) -> Iterator[str]:
    """The characters that a list may have where its page has this one, as far as the text before tells which."""
    said = alike(character)
    if character.isspace():
        yield from _GAPS
    elif said == "'" and head[-1:].isalpha():
        yield "’"
    elif said == "-":
        yield from (sign for sign in reversed(head) if alike(sign) == said)
    elif said == '"':
        opening = next((sign for sign in head if sign in _CLOSING), "")
        if opening:
            yield _CLOSING[opening] if head.rstrip(" ([") == head else opening
