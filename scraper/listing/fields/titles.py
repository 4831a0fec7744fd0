"""Which slot of a list holds the titles: decided over all records, not one by one.

Each slot (see `lines`) is measured over the list: how many records have it, how much its texts differ, whether it is
a heading, a link, bold; then one weighted sum orders the slots and every record takes its best. "Read more" loses
because it repeats, a category because it repeats and is short, a teaser because it is long.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from string import ascii_letters
from urllib.parse import unquote

import numpy as np
import numpy.typing as npt

from scraper.listing.dates.notations import date_share, dates_in
from scraper.listing.fields.kind_titles import day_beside, say_all
from scraper.listing.grouping.alike_lines import TEXT
from scraper.listing.records.labels import is_more, label, leads_to_file, names_file
from scraper.listing.records.lines import Piece, Record
from scraper.listing.records.versions import is_version
from scraper.listing.words import date_words
from scraper.listing.words.wording import says_published

Floats = npt.NDArray[np.float64]

NAMES = (
    "cover", "distinct", "length", "long", "tiny", "heading", "linked", "targets", "order", "dated", "letters",
    "title_word", "other_word", "strong", "label", "line", "excess", "longest", "tailed",
    "sentence",
)  # fmt: skip

_TITLE_WORD = re.compile(
    r"titl|headline|heading|name(?<![a-z]name)|tit(?<![a-z]tit)(?![a-z])|subject|titre|titulo|entry-header|caption"
)
_OTHER_WORD = re.compile(
    r"date|time|meta|author|byline|categor|tag(?<![a-z]tag)|more|comment|excerpt|summary|desc|teaser|snippet|content|"
    r"button|btn|badge|label|share|cite"
)
# Names of teasers, of the element itself only: many a box is called "text".
_TEXT_WORD = re.compile(r"(?<![a-z-])(?:te?xt|lead|lede|intro|dek|abstract|perex|standfirst)(?![a-z-])")
_LEVEL = re.compile(r"/h([1-6])(?![\w])")
# Mean characters of a slot that may be the title; with 150 two of the 78 captured pages lose long ones, 600 reads alike.
TITLE_CHARS_MAX = 300
# A heading below another one of the same record is a subtitle or a teaser, and speaks against a title.
LOWER_HEADING = -0.5
# A bold line over a text is half a heading: who has no headings writes so.
BOLD_HEAD = 0.5
# Slots are weighed on about this many records, spread over the list; more did not change one choice on 78 pages.
SAMPLE = 40
# Whether a slot holds dates shows in its first texts.
DATED_SAMPLE = 10
# Characters of a text that may be hardly more than its date: half and twice as many read the 78 captured pages alike.
DATED_CHARS_MAX = 120
# A heading of which less than this share is a date is a title; `Posted on 5 May 2026` has 0.62.
DAY_HEAD = 0.6
SENTENCE_MIN = 25  # characters; "Poole Inc." is a name
LETTERS_SEEN = 120  # characters of a text that tell a title from a number


@dataclass(slots=True)
class Slot:
    """A slot of a list: the first piece of each record that has it, by the record's number, and how many pieces there are in all."""

    firsts: dict[int, Piece] = field(default_factory=dict)
    pieces: int = 0


def slots(records: list[Record]) -> dict[str, Slot]:
    """Every slot that could hold titles."""
    found: dict[str, Slot] = {}
    for number, record in enumerate(records):
        for piece in (*record.lines, *record.parts):
            slot = found.get(piece.slot)
            if slot is None:
                slot = found[piece.slot] = Slot()
            slot.firsts.setdefault(number, piece)
            slot.pieces += 1
    return found


def measure(found: dict[str, Slot], records: list[Record]) -> Floats:
    """One row a slot, one column a name of `NAMES`."""
    rows = []
    total = max(len(records), 1)
    lengths = {name: _mean_length(slot) for name, slot in found.items()}
    longest = max([mean for mean in lengths.values() if mean < TITLE_CHARS_MAX] or [1.0])
    lines = [max(len(record.lines) - 1, 1) for record in records]
    levels = {name: int(level[1]) for name in found if (level := _LEVEL.search(name))}
    top = _top_levels(found, levels, len(records))
    bold = _bold_heads(records, top)
    for name, slot in found.items():
        firsts, mean = slot.firsts.values(), lengths[name]
        count = len(firsts)
        texts = [piece.text for piece in firsts]
        hrefs = [piece.href for piece in firsts if piece.href]
        linked = len(hrefs)
        dated = [
            _dated(records[number], piece) for number, piece in slot.firsts.items() if number < DATED_SAMPLE
        ]
        heads = _headed(slot, top, levels.get(name)) + BOLD_HEAD * sum(
            piece.order == 0 and bold.get(number) == piece.text for number, piece in slot.firsts.items()
        )
        words = [piece.path for piece in firsts]
        columns = {
            "cover": count / total,
            "distinct": _distinct(texts, labels=name.startswith("label")),
            "length": math.log1p(mean),
            "long": sum(len(text) > TITLE_CHARS_MAX for text in texts) / count,
            "tiny": sum(len(text) < 8 and not is_version(text) for text in texts) / count,
            "heading": heads / count,
            "linked": linked / count,
            "targets": len(set(hrefs)) / linked if linked else 0.0,
            "order": sum(piece.order / lines[number] for number, piece in slot.firsts.items()) / count,
            "dated": sum(dated) / max(len(dated), 1),
            "letters": sum(_letters(text[:LETTERS_SEEN]) for text in texts) / count,
            "title_word": sum(map(_says_title, words)) / count,
            "other_word": sum(map(_says_other, words)) / count,
            "strong": float(name.startswith("strong")),
            "label": float(name.startswith("label")),
            "line": float(name.startswith("line")),
            "excess": math.log(slot.pieces / count),
            "longest": mean / longest if mean <= longest else 0.0,
            "tailed": sum(piece.tailed for piece in firsts) / count,
            "sentence": sum(map(_is_sentence, texts)) / count,
        }
        rows.append([columns[name] for name in NAMES])
    return np.array(rows, dtype=np.float64).reshape(-1, len(NAMES))


def _distinct(texts: list[str], *, labels: bool) -> float:
    """Share of different texts; a link's label that differs only in its date, `link to October 2026 agenda`, is a button's."""
    if len(texts) < 2:
        return 0.5
    different = set(map(label, texts))
    if labels and len(different) > 1:
        undated = {_without_month(text) for text in different}
        if len(undated) == 1 and None not in undated:
            return 1 / len(texts)
    return len(different) / len(texts)


def _without_month(text: str) -> str | None:
    """A text without the name of a month and digits; None where it has no month."""
    words = text.split()
    left = [word for word in words if word.casefold().strip(".,") not in date_words.months()]
    return re.sub(r"\d", "", " ".join(left)) if len(left) < len(words) else None


def _mean_length(slot: Slot) -> float:
    """Characters of a slot's texts in the mean, of each at most `LENGTH_MAX`."""
    return sum(min(len(piece.text), LENGTH_MAX) for piece in slot.firsts.values()) / len(slot.firsts)


# Characters that a text counts in its slot's mean, so that one long text makes no slot of teasers; with 800 one of the 78 captured
# pages takes another line for the title, 200 reads alike.
LENGTH_MAX = 400


def _top_levels(found: dict[str, Slot], levels: dict[str, int], records: int) -> list[int]:
    """The highest heading of each record, 0 where it has none."""
    top = [0] * records
    for name, level in levels.items():
        for number in found[name].firsts:
            top[number] = min(top[number] or level, level)
    return top


def _headed(slot: Slot, top: list[int], own: int | None) -> float:
    """How many of a slot's texts are headings, less for those below another one of their record."""
    return sum(
        1.0 if own is None or own == top[number] else LOWER_HEADING
        for number, piece in slot.firsts.items()
        if piece.heading
    )


def _bold_heads(records: list[Record], top: list[int]) -> dict[int, str]:
    """The first lines that are all bold, over other lines, and the bold beginnings of lines that stand alone, by number of their record.

    Only of the records that have no heading.
    """
    heads = {}
    for number, (record, level) in enumerate(zip(records, top, strict=True)):
        if level or not record.lines:
            continue
        first, alone = record.lines[0].text, len(record.lines) == 1
        bold = next((part.text for part in record.parts if part.kind == "strong"), "")
        if bold and (first.startswith(bold) and bold != first if alone else bold == first):
            heads[number] = bold
    return heads


@lru_cache(maxsize=4096)
def _letters(text: str) -> float:
    """Share of letters in a text; a version says what a word says."""
    if is_version(text):
        return 1.0
    if text.isascii():
        return 1.0 - len(text.encode().translate(None, _ASCII_LETTERS)) / len(text)
    return sum(map(str.isalpha, text)) / len(text)


_ASCII_LETTERS = ascii_letters.encode()


def _is_sentence(text: str) -> bool:
    """Whether a text ends as sentences do and titles do not; the point of a day ends none (`2026. október 12.`)."""
    if len(text) < SENTENCE_MIN or text[-1] not in ".。।" or text[-2] == ".":
        return False
    return not text[-2].isdigit() or not any(end >= len(text) - 1 for _, end, _ in dates_in(text))


@lru_cache(maxsize=4096)
def _says_title(path: str) -> bool:
    return _TITLE_WORD.search(path) is not None


@lru_cache(maxsize=4096)
def _says_other(path: str) -> bool:
    return bool(_OTHER_WORD.search(path) or _TEXT_WORD.search(path.rsplit("|", 1)[-1]))


def _dated(record: Record, piece: Piece) -> float:
    """Share of the text that is a date; that of a numbered act is part of its name: `Order no. 12 of 3 May 2026`."""
    over = [spot for spot in record.spots if spot.first <= piece.last and piece.first <= spot.last]
    label = piece.kind == "label"
    if not (over or label) or len(piece.text) > DATED_CHARS_MAX or _NUMBERED.match(piece.text):
        return 0.0
    if piece.heading and is_version(piece.text):
        return 0.0
    if label:
        return date_share(piece.text)
    if any(
        spot.first <= piece.first and piece.last <= spot.last and piece.text in spot.text for spot in over
    ):
        return 1.0  # a part of a date: `<abbr>Jun</abbr> 10, 2026`
    share = date_share(piece.text)
    return 0.0 if piece.heading and share < DAY_HEAD else share  # "Statement of 3 May 2026" is called so


_NUMBERED = re.compile(
    r"[^\W\d_]{3,}(?:\s[^\W\d_]+){0,4}\s(?:n\s?[.ºo°]{1,2}|n[rº°]o?\.?|№|n[uú]m\.?|αρ\.|αριθ\.)\s?\d",
    re.IGNORECASE,
)


# One weight a column: a prior set by hand, moved a little by a conditional logit over the slots of 76 captured pages
# (`bench/listing_weights.py titles`); the best slot's titles are right on 0.876 of the rows, as much with sources of
# pages held out, and 0.918 is the most any one slot could give.
WEIGHTS = {
    "cover": 3.12, "distinct": 3.05, "length": 0.71, "long": -4.13, "tiny": -1.41, "heading": 1.09,
    "linked": 0.89, "targets": 0.58, "order": -1.18, "dated": -4.74, "letters": 3.95, "title_word": 0.69,
    "other_word": -0.60, "strong": 0.16, "label": -1.75, "line": 0.01, "excess": -0.49, "longest": 0.42,
    "tailed": -1.17, "sentence": -1.45,
}  # fmt: skip

# A slot that is no heading, no link and says more than this many characters in the mean is text, not a title.
PLAIN_TITLE_MAX = 140
# Where every link is a button ("read more"), even this much plain text is the teaser of an entry without a title.
BESIDE_BUTTON_MAX = 90
# A slot whose texts repeat more than this names a button or a category.
DISTINCT_MIN = 0.34
# Where no other slot is left, repeated texts are titles if there are this many and each leads to a page of its own:
# "Minutes, 12 November" below every year.
KINDS_MIN = 3


def ranked(records: list[Record]) -> list[str]:
    """Slots that may hold titles, best first; empty where the list shows none."""
    step = max(1, len(records) // SAMPLE)
    records = records[::step]
    found = slots(records)
    if not found:
        return []
    table = measure(found, records)
    scores = table @ np.array([WEIGHTS[name] for name in NAMES])
    column = {name: table[:, at] for at, name in enumerate(NAMES)}
    many = len(records) >= 3
    phrase = np.array([_button(slot) for slot in found.values()])
    plain = (column["heading"] < 0.5) & (column["linked"] < 0.5) & (column["title_word"] < 0.5)
    button = (column["distinct"] <= DISTINCT_MIN) & many
    links = np.array([slot.startswith("link:") for slot in found])
    buttons_only = bool(links.any()) and bool(np.all((button | phrase)[links]))
    wordy = plain & (column["length"] > np.log1p(BESIDE_BUTTON_MAX if buttons_only else PLAIN_TITLE_MAX))
    named = {name for name, slot in found.items() if _is_file(slot)}
    # what a file's link is called besides is no title either
    files = np.array([slot in named or slot.replace("label:", "link:", 1) in named for slot in found])
    # what stands beside a file is its name, however long
    if files.any() and np.all((button | phrase | files)[links]):
        wordy = plain & (column["length"] > np.log1p(TITLE_CHARS_MAX))
    told = np.array([slot.partition("#")[0].endswith(TEXT) for slot in found])
    addresses = np.array([_is_address(slot) for slot in found.values()])
    if all(len(record.hrefs) < 2 for record in records):  # a list of addresses has no other titles
        addresses[:] = False
    stamps = np.array(
        [
            STAMP_DATED < dated <= DATES_ONLY and _is_stamp(slot)
            for dated, slot in zip(column["dated"], found.values(), strict=True)
        ]
    )
    never = (
        wordy
        | told
        | phrase
        | files
        | addresses
        | stamps
        | (column["dated"] > DATES_ONLY)
        | (column["letters"] == 0)
    )
    names = list(found)
    order = np.argsort(-scores, kind="stable").tolist()
    kept = [at for at in order if not never[at] and not button[at]]
    if kept and _rest_on_days(records, found[names[kept[0]]]):
        kept = _shown_first(kept, names, scores)
    if kept and column["heading"][kept[0]] < 0.5 and _are_codes(found[names[kept[0]]]):
        worded = (np.minimum(column["cover"], column["distinct"]) >= MOST) & (column["sentence"] < 0.5)
        worded &= (column["length"] > np.log1p(CODED_MIN)) & (column["letters"] > WORDS_SHARE)
        shown = [at for at in kept if worded[at] and not names[at].startswith("label")]
        kept = [*shown[:1], *(at for at in kept if at not in shown[:1])]
    if any(told_apart := [_file_names(found[names[at]]) for at in kept]):
        own_names = {
            piece.text
            for at, own in zip(kept, told_apart, strict=True)
            if own
            for piece in found[names[at]].firsts.values()
        }
        told_apart = [
            own or _begin_so(found[names[at]], own_names) for at, own in zip(kept, told_apart, strict=True)
        ]
        said = column["letters"] / np.maximum(1.0 - column["dated"], WORDS_SHARE)  # a date has no letters
        says = [
            not own and min(column["cover"][at], column["distinct"][at], said[at]) > WORDS_SHARE
            for at, own in zip(kept, told_apart, strict=True)
        ]
        if any(says):  # a directory of files has nothing else
            kept = [at for at, own in zip(kept, told_apart, strict=True) if not own]
    if not many:
        return [names[at] for at in kept]
    own = button & links & ~never & (column["targets"] > 0.5)
    cells = [slot.firsts for slot in found.values()]
    called = [at for at in order if own[at] and say_all(records, cells[at])]
    kept = [at for at in kept if not any(day_beside(records, cells[at], cells[link]) for link in called)]
    if not kept:
        several = np.array([len({piece.text for piece in slot.values()}) >= KINDS_MIN for slot in cells])
        linked = (column["linked"] > 0.5) & (column["targets"] > 0.5)
        kept = called or [at for at in order if not never[at] and several[at] and linked[at]]
    if not kept:  # what stands beside links that are all called alike: `Ordinary meeting`, minutes, agenda
        whole = (column["cover"] >= MOST) & (column["line"] > 0) & (column["letters"] > WORDS_SHARE)
        kept = [at for at in order if whole[at] and not never[at] and not column["linked"][at]]
    if not kept:  # links that say a day and what is of it, and nothing else: `May 5, 2026 minutes`
        days = links & (column["dated"] > DAY_HEAD) & (column["targets"] > 0.5)
        worded_days = {at: found[names[at]] for at in order if days[at]}
        kept = [
            at
            for at, slot in worded_days.items()
            if min(map(len, _undated(slot))) >= WORD_MIN and not _is_stamp(slot)
        ]
    return [names[at] for at in kept]


def _shown_first(kept: list[int], names: list[str], scores: Floats) -> list[int]:
    """Slots, best first, a text that is shown before a label that is hardly better."""
    shown = [
        at for at in kept if not names[at].startswith("label") and scores[at] > scores[kept[0]] - LABEL_LEAD
    ]
    return [*shown[:1], *(at for at in kept if at not in shown[:1])]


def _rest_on_days(records: list[Record], slot: Slot) -> bool:
    """Whether a slot's texts are labels of shown days, which repeat what stands below; a headline's is its whole text, and a card's its own."""
    resting = 0
    for number, piece in slot.firsts.items():
        if piece.kind != "label":
            return False
        shown = [one for one in records[number].lines if one.first <= piece.last and piece.first <= one.last]
        resting += bool(shown) and all(date_share(one.text) > DAY_HEAD for one in shown)
    return resting > MOST * len(slot.firsts)


def _are_codes(slot: Slot) -> bool:
    """Whether all texts of a slot are one word that only its numbers tell from another: `120/QĐ-UBND`, `RFT-2026-107`."""
    kinds = {_NUMBER.sub("0", piece.text) for piece in slot.firsts.values()}
    return len(kinds) == 1 and _CODE.fullmatch(min(kinds)) is not None


_NUMBER = re.compile(r"\d+")
# A number with letters or signs at it; a version says what a word says.
_CODE = re.compile(r"(?=\S*0)(?=\S*[^\W\d_])(?!v?0(?:\.0)+$)\S{3,24}")
# Characters that a text beside codes says in the mean, and is what is numbered; a place or a name says fewer.
CODED_MIN = 20


def _undated(slot: Slot) -> Iterator[str]:
    """What the texts of a slot say beside their dates, case folded."""
    for piece in slot.firsts.values():
        text = piece.text
        for start, end, _ in reversed(dates_in(text)):
            text = f"{text[:start]} {text[end:]}"
        yield " ".join(_WORDS.findall(text.casefold()))


def _is_stamp(slot: Slot) -> bool:
    """Whether all texts of a slot say when entries were published, in the same words, and nothing else."""
    said = _undated(slot)
    first = next(said)
    return says_published(first) and all(text == first for text in said)


_WORDS = re.compile(r"[^\W\d_]{2,}")
# A slot of which more is a date is one, and holds no titles.
DATES_ONLY = 0.7
# A slot of which more is a date may say when entries were published, and nothing else: `Posted Oct 27, 2026 4:00 PM` has 0.65.
STAMP_DATED = 0.3
# Letters of what stands beside a day and names its entry: "minutes", 議事録; 2 and 5 read the 78 captured pages alike.
WORD_MIN = 3
# By so much a label has to lead what is shown; 0.5 and 1.5 read the 78 captured pages alike.
LABEL_LEAD = 1.0


def _is_file(slot: Slot) -> bool:
    """Whether most texts of a slot name a file and no more."""
    return sum(names_file(piece.text) for piece in slot.firsts.values()) > MOST * len(slot.firsts)


def _is_address(slot: Slot) -> bool:
    """Whether most texts of a slot are a written-out address, with a name before it or without: `Register: https://…`."""
    firsts = slot.firsts.values()
    # most titles have neither a point nor a stroke
    texts = [piece.text for piece in firsts if "." in piece.text or "/" in piece.text]
    return sum(_ADDRESS.fullmatch(text) is not None for text in texts) > MOST * len(firsts)


_ADDRESS = re.compile(r"(?:[^\W\d_][^:/]{0,30}[::]\s?)?(?:https?://|www\.)\S+", re.IGNORECASE)


def _file_names(slot: Slot) -> bool:
    """Whether most links of a slot say the name of the file that they lead to: `<a href="/op/12-345.pdf">12-345.pdf</a>`."""
    firsts = slot.firsts.values()
    own = sum(
        leads_to_file(piece.href)
        and unquote(re.split("[?#]", piece.href)[0]).rpartition("/")[2].casefold() == piece.text.casefold()
        for piece in firsts
    )
    return own > MOST * len(firsts)


def _begin_so(slot: Slot, names: set[str]) -> bool:
    """Whether most texts of a slot are lines that begin with the name of a file: `12-345.pdf 3 May State v. Berg`."""
    firsts = slot.firsts.values()
    return sum(piece.text.partition(" ")[0] in names for piece in firsts) > MOST * len(firsts)


# Where most records have a text beside a file's own name, as often another one and so much of it letters, that is the title.
WORDS_SHARE = 0.5
# Share of a slot's texts that must name files; .4 and 1 read the 78 captured pages alike.
MOST = 0.8


def _button(slot: Slot) -> bool:
    """Whether the slot says nothing but "read more", in a language whose phrase is known."""
    return all(is_more(piece.text) for piece in slot.firsts.values())
