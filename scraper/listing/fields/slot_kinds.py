"""What the texts of a slot are where they are no titles: buttons, files, addresses, stamps of publication, codes, labels of days."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scraper.listing.dates.notations import date_share, dates_in
from scraper.listing.fields.slot_measures import DAY_HEAD
from scraper.listing.fields.slots import Slot
from scraper.listing.records.labels import is_more, names_file, says_own_file
from scraper.listing.records.lines import Record
from scraper.listing.words.sentence_ends import WHOLE_ENDS
from scraper.listing.words.wording import says_published

# Share of a slot's texts that must name files; .4 and 1 read the 78 captured pages alike.
MOST = 0.8


def button(slot: Slot) -> bool:
    """Whether the slot says nothing but "read more", in a language whose phrase is known."""
    return all(is_more(piece.text) for piece in slot.firsts.values())


def is_file(slot: Slot) -> bool:
    """Whether most texts of a slot name a file and no more."""
    return sum(names_file(piece.text) for piece in slot.firsts.values()) > MOST * len(slot.firsts)


def is_address(slot: Slot) -> bool:
    """Whether most texts of a slot are a written-out address, with a name before it or without: `Register: https://…`."""
    firsts = slot.firsts.values()
    # most titles have neither a point nor a stroke
    texts = [piece.text for piece in firsts if "." in piece.text or "/" in piece.text]
    return sum(_ADDRESS.fullmatch(text) is not None for text in texts) > MOST * len(firsts)


_ADDRESS = re.compile(r"(?:[^\W\d_][^:/]{0,30}[::]\s?)?(?:https?://|www\.)\S+", re.IGNORECASE)


def file_names(slot: Slot) -> bool:
    """Whether most links of a slot say the name of the file that they lead to."""
    firsts = slot.firsts.values()
    return sum(says_own_file(piece.text, piece.href) for piece in firsts) > MOST * len(firsts)


def begin_so(slot: Slot, names: set[str]) -> bool:
    """Whether most texts of a slot are lines that begin with the name of a file: `12-345.pdf 3 May State v. Berg`."""
    firsts = slot.firsts.values()
    return sum(piece.text.partition(" ")[0] in names for piece in firsts) > MOST * len(firsts)


def rest_on_days(records: list[Record], slot: Slot) -> bool:
    """Whether a slot's texts are labels of shown days, which repeat what stands below; a headline's is its whole text, and a card's its own."""
    resting = 0
    for number, piece in slot.firsts.items():
        if piece.kind != "label":
            return False
        shown = [one for one in records[number].lines if one.first <= piece.last and piece.first <= one.last]
        resting += bool(shown) and all(date_share(one.text) > DAY_HEAD for one in shown)
    return resting > MOST * len(slot.firsts)


def are_codes(slot: Slot) -> bool:
    """Whether all texts of a slot are one word that only its numbers tell from another: `120/QĐ-UBND`, `RFT-2026-107`, `No. 26-107`."""
    kinds = {_NUMBER.sub("0", piece.text) for piece in slot.firsts.values()}
    return len(kinds) == 1 and (_CODE.fullmatch(min(kinds)) or _COUNTED.fullmatch(min(kinds))) is not None


_NUMBER = re.compile(r"\d+")
# A number with letters or signs at it; a version says what a word says.
_COUNTED = re.compile(
    r"(?:[^\W\d_]+\.? )?(?:[^\W\d_]{1,3}\.|№|#|[Nn][°º]) ?[^\W\d_]{0,3}[ -]?0(?:[-/.:]\w{1,4}){0,3}"
)
_CODE = re.compile(r"(?=\S*0)(?=\S*[^\W\d_])(?!v?0(?:\.0)+$)\S{3,24}")


def is_measure(slot: Slot) -> bool:
    """Whether all texts of a slot are numbers with their units, the same ones but for a plural: `01h 40m`, `24 pages`; not `2025 Report`."""
    if all(_YEAR.match(piece.text) for piece in slot.firsts.values()):
        return False
    kinds = {_NUMBER.sub("0", piece.text) for piece in slot.firsts.values()}
    return len(kinds) <= UNITS_MAX and all(map(_MEASURE.fullmatch, kinds))


_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")
# of the alphabets that put a unit behind its number; `2026年第12期` is an issue
_MEASURE = re.compile(r"(?:0(?:[.,]0)?\s?[A-Za-zÀ-ɏͰ-ϿЀ-ӿ]{1,8}\.?\s?){1,3}")
UNITS_MAX = 3
"""Texts that differ in more than their numbers: `2h 5m`, `2h`, `45m`."""


def is_labelled(slot: Slot) -> bool:
    """Whether all texts of a slot begin with the same words and a colon: `Source: Ministry of Fish`."""
    fronts = {_LABELLED.match(piece.text) for piece in slot.firsts.values()}
    return None not in fronts and len({front[1] for front in fronts if front}) == 1


_LABELLED = re.compile(r"([^\W\d_][^:\d]{0,28}?)\s?[:：](?!//)\s?(?=\S)")


def is_counter(slot: Slot) -> bool:
    """Whether all texts of a slot are the same label and a number: `Views: 1198`, `點閱次數：97 次`."""
    first = next(iter(slot.firsts.values())).text
    if ":" not in first and "：" not in first:  # most
        return False
    said = {_NUMBER.sub("0", piece.text) for piece in slot.firsts.values()}
    return len(said) == 1 and _COUNTER.fullmatch(min(said)) is not None and is_labelled(slot)


_COUNTER = re.compile(r"[^:：]*[:：]\s?0(?:[.,]0)*\s?[^\W\d_]{0,9}")


def undated(slot: Slot) -> Iterator[str]:
    """What the texts of a slot say beside their dates, case folded."""
    for piece in slot.firsts.values():
        text = piece.text
        for start, end, _ in reversed(dates_in(text)):
            text = f"{text[:start]} {text[end:]}"
        yield " ".join(_WORDS.findall(text.casefold()))


def say_hours(slot: Slot) -> bool:
    """Whether most texts of a slot say a day and its hour, and nothing else: `January 14 10:00 AM EST`."""
    told = len(slot.firsts)
    for words in undated(slot):  # of a slot of titles the first ones tell
        told -= not (words and _CLOCK.issuperset(words.split()))
        if told <= MOST * len(slot.firsts):
            return False
    return True


# what stands beside the numbers of an hour
_CLOCK = frozenset(
    "am pm noon at uhr um hrs hours kl klo klokken est edt cst cdt mst mdt pst pdt akst akdt hst gmt utc bst cet cest eet eest ist jst "
    "aest aedt".split()
)


def differ_in_words(slot: Slot) -> bool:
    """Whether most texts of a slot say what no other says, whatever their days and numbers: `24 pages, 5 EUR` is said of each issue."""
    return len(set(undated(slot))) >= MOST * len(slot.firsts)


def is_stamp(slot: Slot) -> bool:
    """Whether all texts of a slot say when entries were published, in the same words, and nothing else."""
    said = undated(slot)
    first = next(said)
    return says_published(first) and all(text == first for text in said)


_WORDS = re.compile(r"[^\W\d_]{2,}")


def are_cut_alike(slot: Slot) -> bool:
    """Whether nearly all texts are cut at one length: long, within a word of the longest, and few end as sentences do."""
    texts = [piece.text for piece in slot.firsts.values()]
    longest = max(map(len, texts), default=0)
    if longest < CUT_CHARS_MIN:
        return False
    alike = sum(len(text) >= longest - WORD_CHARS for text in texts)
    ended = sum(text.endswith(WHOLE_ENDS) for text in texts)
    return alike >= MOST * len(texts) and ended <= (1 - MOST) * len(texts)


CUT_CHARS_MIN = 100  # of a teaser; sites cut at 120 and more
WORD_CHARS = 10  # a long word that did not fit, or bytes of accents
