r"""Mojibake that lost bytes on its way: `Ä�` and `Ä?` for `č`, `Ã` whose soft hyphen was taken out, or whose gap became a space.

A byte that Windows-1252 does not know comes out as `�` or `?`, or not at all; a soft hyphen is invisible, and half the programs
that meet it take it out; the no-break space is taken for a space, and one with the space that follows it. ftfy decodes such a
sequence to one `�`, and keeps the space except before a few words. Here the missing byte is filled in first, as the language and
the site's words have it, so that the text then reads back as a whole. What cannot be told apart stays for ftfy.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, partial
from heapq import nlargest

from pipelines.repair.encodings.readings import LOST, byte_of
from pipelines.repair.ends.odd_ends import SHORTEST_TEASER
from pipelines.repair.likelihood import beginnings, frequent_words
from pipelines.repair.likelihood.corpus import Corpus
from pipelines.repair.likelihood.letters_alone import EAST
from pipelines.repair.mojibake import rivals
from pipelines.repair.mojibake.apart import set_apart
from pipelines.repair.mojibake.between import (
    INDIC,
    Scripts,
    in_place,
    in_the_east,
    is_seldom,
    of_indic,
    scripts_of,
)
from pipelines.repair.mojibake.broken_words import BrokenWords
from pipelines.repair.mojibake.kept_bytes import Spaces, keep_controls
from pipelines.repair.mojibake.lossy_codecs import (
    CODEC,
    OTHERS,
    UNKNOWN_IN_TURKISH,
    codec_of,
    signs_of,
    unknown_to,
)
from pipelines.repair.mojibake.lost_bytes import (
    GAPS,
    JOINER,
    STRAIGHT,
    UNSEEN,
    Filled,
    characters,
    sequences_of,
    spaced_at_end,
    unseen_of,
)
from pipelines.repair.mojibake.selectors import SELECTOR
from pipelines.repair.mojibake.traces import PLACE, Traces

SURE = 0.9
"""Share of the weight that one character must hold; what it replaces is lost for certain."""
ANY_CONTROL, UNDEFINED = 0.03, 5 / 32
"""Share of the texts that lost every control of Latin-1, and of these what Windows-1252 does not define: a text that shows none of
its signs for the others lost the more of them the more it lost. `OnemoguÄ�i` may be `Onemogući`, which Windows-1252 shows as `Ä‡`.
A tenth as much reads one of 187 texts with `?` for such bytes otherwise, ten times as much one more rightly."""
ANY_IN_WORDS = 0.01
"""Share of the losses that stand for each control of Latin-1 in a text that shows others: words tell whether it was one."""
DROPPED_SHARE = 0.01
"""Bytes that are gone for each no-break space that became a space, in a text that shows none to be gone. Of 36 texts whose no-break
spaces became spaces 28 come back, with 0.001, too, and 25 with 0.1."""
SMALL_FIRST = 0.1  # small letters that a text begins with for each capital
SURE_COUNTED = 0.99
"""The same in a language without a profile, whose letters are counted from the text: of 2,059 texts that lost bytes 271 hold
a wrong letter at 0.9 and 214 at 0.99, and 13 fewer come back whole."""
TOLD = 30.0
"""How much likelier the letter is that the frequent words of a language go on with behind the same beginning and first byte. Of 1,871
texts in 35 languages that lost bytes 670 come back whole and 464 hold a wrong letter, without it 658 and 471; 10 and 100 do as much."""
MOST_WEIGHED = 64
"""Characters that a broken sequence is held to be one of, as many as one lost byte leaves; two leave up to 4,096."""
MOST_BESIDE = 8  # letters of a broken sequence that one beside it is weighed with
SURE_INDIC = 0.97
"""The same for signs of India: of 253 texts of nine languages that lost bytes 21 get another sign so, 42 with `between.LESS` of
0.03; at 0.99 it is 16, but of 38 that come back whole 27 do."""
_LETTER_BYTES = 2  # of an alphabet with a profile; kana have three, and their neighbours tell nothing
_LOSSES, _SPACED_LOSSES = (re.compile(f"[Î-ÑØ-Ûà-ï][^\x00-\x7f]?[?{LOST}{gap}]") for gap in ("", " "))
"""A broken letter of another script than Latin, which has one letter above all in many languages (`č`)."""
_OF_MANY = 3  # bytes of a letter of Thai, Georgian or Chinese
_PICTURES = "\U0001f000"  # first code point of the pictures: which one has lost a byte, tells nothing
_SYMBOLS = dict.fromkeys("❤⏰⏱⏳⭐", 1e-4)
"""Signs of three bytes that are by far the commonest of those with the same other bytes."""
_OTHER_SCRIPT = re.compile("[Î-Ñ×-Ûàáãä-ï]")  # first bytes of letters beyond Latin: no quote is behind them
SEVERAL = 3
"""Whole sequences of a text that tell that its letters are bytes, where nobody knows the language's letters."""
_VIRAMA, _QUOTES_BEGIN = 9, "â€"
_EMOJI = re.compile("[\u2600-\u27bf\U0001f300-\U0001faff]")
_NEAR = 40
"""Characters read on each side of a broken sequence: the words it stands in or between. 20 and 80 give the same letters."""


def refill(text: str, corpus: Corpus, spaces: Spaces, weighs: bool, marker: str) -> str:
    """Fill in the missing bytes of a text that is mojibake in an encoding of Windows or in Latin-1.

    Without `weighs`, as where nobody knows which letters the language writes, only where one character alone may have stood. What a
    `marker` behind the text may have a byte of is left to those who weigh it (`marker_or_byte`); behind half an entity, `&`, it is cut.
    """
    return _Refill(text, corpus, spaces, weighs, marker).filled()


class _Refill:
    """One text and what its broken sequences may have been."""

    def __init__(self, text: str, corpus: Corpus, spaces: Spaces, weighs: bool, marker: str) -> None:
        self._text = text
        self._marker = marker
        self._spaces = spaces
        self._corpus = corpus
        self._weighs = weighs
        self._strange = False
        self._codec = codec_of(text, corpus.letters.knows)
        self._traces = Traces(text, self._codec)
        sequences = list(sequences_of(self._codec).finditer(text))
        self._broken = [found.start() for found in sequences if found[1]]
        self._starts = frozenset(self._broken)
        self._nothing_left = len(self._broken) == len(
            sequences
        )  # a text of lost letters says less than its bytes
        self._is_mojibake = len(sequences) - len(self._broken) >= SEVERAL
        self._dropped = 0.0
        self._likeliest: dict[str, Sequence[Filled]] = {}
        self._shows_nothing = len(self._broken) == len(sequences) and not any(
            map(self._traces.has_place, self._broken)
        )
        if self._shows_nothing:
            return
        signs, unknown = signs_of(self._codec), unknown_to(self._codec)
        self._shows_none = self._codec != "latin-1" and not any(c in text for c in signs)
        kept = keep_controls((text.replace(SELECTOR, ""),))  # one that came back tells nothing
        lost = "" if kept else signs if self._shows_none else unknown
        spaced = any(" " in text[start : start + self._traces.size(start)] for start in self._broken)
        self._gone = lost + unseen_of(text, self._codec, spaced)
        turkish = () if self._codec != CODEC else (c for c in UNKNOWN_IN_TURKISH if c not in text)
        self._gone_in_words = self._gone + "".join(turkish)
        losses = len((_SPACED_LOSSES if spaces.control else _LOSSES).findall(text))
        self._control = min(1.0, ANY_CONTROL / UNDEFINED ** min(losses, 9)) if self._shows_none else 0.0
        self._folded = not any(map(self._traces.before_two, self._broken))
        self._dropped = 1.0 if any(map(self._without_trace, self._broken)) else DROPPED_SHARE
        if self._dropped == 1.0:  # what takes controls for spaces leaves no byte out
            self._spaces = spaces._replace(control=0.0, control_in_words=0.0)
        if len(self._broken) == len(sequences):  # nothing whole tells that it is mojibake
            self._dropped = 0.0

    def filled(self) -> str:
        """The text, nothing lost where it is sure."""
        if self._shows_nothing:
            return self._text
        done, end = "", 0
        told = self._told_by_words()
        for start in self._broken:
            if start < end:
                continue
            before = self._read(done[-_NEAR:] + self._text[max(end, start - _NEAR) : start])
            filled = told.get(start) or self._filled(start, before, is_lost=start in told)
            if filled is not None:
                done += self._text[end:start] + filled.whole
                end = start + filled.taken
                self._nothing_left = self._nothing_left and filled.character == LOST
        return self._text if self._nothing_left else done + self._text[end:]

    @cached_property
    def _east(self) -> Scripts:
        return scripts_of(self._read(self._text), self._corpus.language)

    @cached_property
    def _frequent(self) -> frequent_words.Frequent | None:
        return frequent_words.of_language(self._corpus.language) if self._corpus.language else None

    def _told_by_words(self) -> dict[int, Filled | None]:
        """What the language's frequent words say of the broken sequences, by place."""
        if not self._broken or self._frequent is None:
            return {}
        asked = self._text, self._codec, self._broken, self._lost_at, self._corpus, self._frequent
        found, strange = BrokenWords(*asked).told()
        self._strange = strange and self._shows_none
        told = {at: filled for at, filled in found.items() if not self._may_have_gap(at)}
        return dict.fromkeys(told) if self._strange else told

    def _may_have_gap(self, start: int) -> bool:
        """Whether white space may have been taken off behind a broken sequence, at the text's end or with its last byte."""
        window = self._text[start : start + self._traces.size(start)]
        return len(window) < self._traces.size(start) or (self._folded and window.endswith(" "))

    def _lost_at(self, start: int) -> Iterable[Filled]:
        """What the broken sequence at a place may have been, and how often: `_filled` without its neighbours."""
        size = self._traces.size(start)
        spaces = self._spaces._replace(control=self._spaces.control_in_words)
        window = self._text[start : start + size]
        control = max(self._control, ANY_IN_WORDS)
        for option in characters(window, self._codec, self._gone_in_words, control, spaces):
            yield option if option.taken == size else option._replace(share=option.share * self._dropped)

    def _weight(self, character: str, before: str, after: str, window: str) -> float:
        """Weight of a character in its place: `in_place`, but for the signs of India and what joins them and emoji."""
        joined = before[-1:] and (unicodedata.combining(before[-1]) == _VIRAMA or _EMOJI.match(before[-1]))
        if character == JOINER:
            return 1.0 if joined and after[:1] > "\x7f" else 0.0
        if before.endswith("Ã") and "\x80" <= character <= "\xbf":  # a letter that was misread twice
            return in_place(chr(ord(character) + 0x40), before[:-1], after, self._corpus)
        if character in UNSEEN:
            return 0.0
        if joined and window.startswith(_QUOTES_BEGIN) and after[:1] > "\x7f":
            return 0.0
        if character in _SYMBOLS:
            return _SYMBOLS[character]
        if INDIC.match(character) and " " not in window and self._corpus.profiled:
            return of_indic(character, before, after, self._corpus)
        return in_place(character, before, after, self._corpus, self._east)

    def _options(self, window: str) -> Sequence[Filled]:
        """What a broken sequence may have been; of more than one lost byte leaves, the likeliest."""
        known = self._likeliest.get(window)
        if known is None:
            found = characters(window, self._codec, self._gone, self._control, self._spaces)
            known = found if len(found) <= MOST_WEIGHED else nlargest(MOST_WEIGHED, found, self._often)
            self._likeliest[window] = known
        return known

    def _often(self, option: Filled) -> float:
        """How likely a character is wherever it stands."""
        often = option.share * self._corpus.alone(option.character, "")
        return often * in_the_east(option.character, self._east) if EAST.match(option.character) else often

    def _without_trace(self, start: int) -> bool:
        """Whether a byte of a broken sequence is gone: nothing stands in its place."""
        gone = self._traces.is_gone(start)
        return self._dropped_at_end(start) if gone is None else gone

    def _dropped_at_end(self, start: int) -> bool:
        """Whether the text ends in a letter that lost a byte nothing shows, rather than in one whose last byte was a space."""
        if not self._corpus.language:
            return False  # nobody knows which of them the language writes
        window = self._text[start:]
        before = self._read(self._text[max(start - _NEAR, 0) : start])

        def likeliest(options: Iterable[Filled]) -> float:
            return max((in_place(one.character, before, " ", self._corpus) for one in options), default=0.0)

        dropped = likeliest(self._options(window))
        return dropped > likeliest(spaced_at_end(window, self._codec))

    def _read(self, part: str) -> str:
        """A stretch of the text read back, what does not fit left out."""
        return part.encode(self._codec, "ignore").decode("utf-8", "ignore")

    def _after(self, end: int, window: str, character: str) -> str:
        """What follows a sequence, read back; one that is broken alike, by the one byte that is lost so, shows the same character."""
        if end in self._starts:
            if len(window) == _LETTER_BYTES and ("?" in window or LOST in window):
                return LOST  # which of several bytes is gone here, and may be another one there
            return character if self._text.startswith(window, end) else ""
        place = bisect_left(self._broken, end)
        stop = self._broken[place] if place < len(self._broken) else len(self._text)
        if stop >= end + _NEAR:
            return self._read(self._text[end : end + _NEAR])
        return self._read(self._text[end:stop]) + LOST * (stop < len(self._text))

    def _afters(self, end: int) -> tuple[str, ...]:
        """What may follow a broken sequence where the next one has lost a byte, too: each letter of the language, and what is behind it."""
        if end not in self._starts:
            return ()
        beside = self._text[end : end + self._traces.size(end)]
        knows = self._corpus.letters.knows
        found = [
            option.character + self._after(end + option.taken, beside, "")
            for option in characters(beside, self._codec, self._gone, self._control, self._spaces)
            if option.share >= 1.0 and knows(option.character)
        ]
        return tuple(found) if len(found) <= MOST_BESIDE else ()

    def _filled(self, start: int, before: str, *, is_lost: bool) -> Filled | None:
        """What a broken sequence was, where one character holds enough of the weight."""
        size = self._traces.size(start)
        window = self._text[start : start + size]
        if self._is_none(window, size, start) or (len(window) < size and self._is_cut(len(window), size)):
            return None
        options = self._options(window)
        if len(window) < size:  # as likely a space that was taken off the end
            options = (*options, *spaced_at_end(window, self._codec))
        if not self._weighs and (len(options) > 1 or rivals.rise(options, before)):
            return None
        return self._chosen(self._weights(options, start, size, before), start, size, is_lost=is_lost)

    def _is_none(self, window: str, size: int, start: int) -> bool:
        """Whether what looks like a broken sequence is none: nothing stands in the place of a byte, or it is a space or a quote itself."""
        shown = self._dropped == 1 if len(window) < size else self._dropped > 0
        if not shown and not PLACE.search(window):
            return True
        twice = self._text[start - 2 : start] == "Ãƒ"
        if window[1:] == " " and byte_of(self._codec)[window[0]] == 0xC2 and not twice:
            return True  # a no-break space, and no sign of Latin-1 whose byte is gone before a space
        return window[-1] in STRAIGHT and self._traces.closes(start + len(window) - 1)

    def _is_cut(self, left: int, size: int) -> bool:
        """Whether a text's last sequence is rather cut, or goes on in its marker, than without a byte that is gone.

        Letters of three bytes are too many to be told from the one that a dropped byte leaves, in a text that shows no other such.
        """
        if self._marker.startswith("&") or (self._marker.startswith("…") and left == size - 1):
            return True
        teaser = self._marker != "" or len(self._text) >= SHORTEST_TEASER
        return teaser and size >= _OF_MANY and not any(map(self._traces.is_gone, self._broken))

    def _weights(self, options: Sequence[Filled], start: int, size: int, before: str) -> dict[Filled, float]:
        """How much speaks for each option, from the letters beside it and what was told."""
        window = self._text[start : start + size]
        told = (
            beginnings.told(before, byte_of(self._codec)[window[0]], self._corpus.language)
            if size == 2
            else ""
        )
        weights: dict[Filled, float] = {}
        beside: dict[int, tuple[str, ...]] = {}
        for option in options:
            end = start + option.taken
            letter, after = option.character, self._after(end, window, option.character)
            gapped = letter * before.endswith(" ") + after[1:2] * after.startswith(" ")
            if any(unicodedata.category(one)[0] == "M" for one in gapped):
                continue  # no mark stands behind a space
            share = option.share if option.taken == size else option.share * self._dropped
            if not before:  # letters are counted inside sentences, where capitals are few
                share *= SMALL_FIRST if letter.islower() else 1.0
                letter = letter.lower() if len(letter.lower()) == 1 else letter
            share *= TOLD if letter == told else 1.0
            if after == LOST and end not in beside:
                beside[end] = self._afters(end)
            afters = beside[end] if after == LOST else ()
            weights[option] = share * sum(
                self._weight(letter, before, one, window) for one in afters or (after,)
            )
            if self._folded and window.endswith(" ") and option.taken == size:
                weigh = partial(self._weight, option.character, before)
                set_apart(weights, option, share, (before, after), weigh, self._corpus)
        return weights

    def _chosen(
        self, weights: Mapping[Filled, float], start: int, size: int, *, is_lost: bool
    ) -> Filled | None:
        """The option that outweighs the others, its letter shown as lost where it does not by enough; None where the sequence stays."""
        window = self._text[start : start + size]
        knows = self._corpus.letters.knows
        own = knows(self._text[start]) and (self._corpus.profiled or not self._is_mojibake)
        best = max(weights, key=lambda option: weights[option], default=None)
        if best is None or not weights[best] or (len(window) < size and best.whole[-1] in GAPS):
            return None
        if best.character >= _PICTURES and len({option.character for option in weights}) > 1:
            return self._not_told(rivals.lost_picture(weights))
        if " " in window[: best.taken] and (is_seldom(best.character) or self._is_foreign(best.character)):
            return self._not_told(best)  # the space was another byte
        if rivals.are_many(best, weights):
            return None if own else self._not_told(best)
        alike = sum(weight for option, weight in weights.items() if option.character == best.character)
        counted = not self._corpus.profiled and " " not in window
        sure = SURE_INDIC if INDIC.match(best.character) else SURE_COUNTED if counted else SURE
        if is_lost or self._is_strange(best, weights) or alike < sure * sum(weights.values()):
            gone = self._dropped == 1 and best.taken < size and self._codec not in OTHERS
            straight = _OTHER_SCRIPT.match(window) and not STRAIGHT.keys().isdisjoint(window)
            spaced = " " in window and self._spaces.control > 0
            best = best._replace(taken=size) if spaced else best
            shown = LOST in window or "?" in window or gone or straight or spaced
            return self._not_told(best) if shown and not own else None
        return None if own and best.character.isalpha() and not knows(best.character) else best

    def _is_foreign(self, letter: str) -> bool:
        """Whether nothing whole of the text is in a letter's script, where the language's letters are counted from its texts."""
        return not self._corpus.profiled and rivals.is_of_another_script(letter, self._read(self._text))

    def _is_strange(self, best: Filled, options: Iterable[Filled]) -> bool:
        """Whether a letter is none that the language is known or seen to write, or of another one's text, and others lose as many bytes so."""
        letter, profiled = best.character, self._corpus.profiled
        known = EAST.match(letter) if profiled else self._frequent is not None  # the East's by kinds
        if letter < rivals.BEYOND_LATIN or ((known or self._corpus.shows(letter)) and not self._strange):
            return False
        return rivals.are_letters(best, options)

    def _not_told(self, best: Filled) -> Filled:
        """A sequence of which only that it was a character is known, so that the rest of its text is read back."""
        return Filled(LOST, LOST.encode().decode(self._codec), best.taken, 1.0)
