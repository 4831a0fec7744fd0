"""Which slot of a list holds the titles: decided over all records, not one by one.

Each slot (see `slots`) is measured over the list: how many records have it, how much its texts differ, whether it is
a heading, a link, bold; then one weighted sum orders the slots and every record takes its best. "Read more" loses
because it repeats, a category because it repeats and is short, a teaser because it is long.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from scraper.listing.fields import slot_kinds
from scraper.listing.fields.cited_titles import cited_first
from scraper.listing.fields.kind_titles import as_shown, day_beside, say_all
from scraper.listing.fields.slot_kinds import MOST
from scraper.listing.fields.slot_measures import DAY_HEAD, NAMES, TITLE_CHARS_MAX, Floats, measure
from scraper.listing.fields.slots import Slot, slots
from scraper.listing.grouping.alike_lines import TEXT
from scraper.listing.records.lines import SENTENCE, Record

Flags = npt.NDArray[np.bool_]

# Slots are weighed on about this many records, spread over the list; more did not change one choice on 78 pages.
SAMPLE = 40

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
# Where most records have a text beside a file's own name, as often another one and so much of it letters, that is the title.
WORDS_SHARE = 0.5
# Of the records, those that have a part of a text that may be a title before it.
FRAGMENT_COVER = 0.5
# A slot of which more is a date is one, and holds no titles.
DATES_ONLY = 0.7
# A slot of which more is a date may say when entries were published, and nothing else: `Posted Oct 27, 2026 4:00 PM` has 0.65.
STAMP_DATED = 0.3
# Characters of an hour that stands alone: `10:30 AM to 12 noon EST`.
HOUR_CHARS_MAX = 24
# Letters of what stands beside a day and names its entry: "minutes", 議事録; 2 and 5 read the 78 captured pages alike.
WORD_MIN = 3
# By so much a label has to lead what is shown; 0.5 and 1.5 read the 78 captured pages alike.
LABEL_LEAD = 1.0
# Characters that a text beside codes says in the mean, and is what is numbered; a place or a name says fewer.
CODED_MIN = 20


class _Weighed(NamedTuple):
    """The slots of a list, weighed.

    Attributes:
        names, cells: of each slot its name and its pieces.
        column: by name of `NAMES`, one number a slot.
        scores: one a slot.
        order: places of the slots, the best first.
        links: which are links.
        repeated: which say the same again and again: buttons and categories.
        never: which hold no titles, whatever else there is.
    """

    names: list[str]
    cells: list[Slot]
    column: dict[str, Floats]
    scores: Floats
    order: list[int]
    links: Flags
    repeated: Flags
    never: Flags

    def naming(self) -> Flags:
        """Which shown slots tell most records apart, in words."""
        told = np.minimum(self.column["cover"], self.column["distinct"]) >= MOST
        shown = [not name.startswith("label") for name in self.names]
        naming: Flags = told & (self.column["letters"] > WORDS_SHARE) & np.array(shown)
        return naming

    def stands_out(self, at: int) -> bool:
        """Whether a slot is a heading, a link or called a title."""
        return any(self.column[name][at] >= 0.5 for name in ("heading", "linked", "title_word"))


def ranked(records: list[Record]) -> list[str]:
    """Slots that may hold titles, best first; empty where the list shows none."""
    records = records[:: max(1, len(records) // SAMPLE)]
    found = slots(records)
    if not found:
        return []
    weighed = _weighed(found, records)
    kept = [at for at in weighed.order if not weighed.never[at] and not weighed.repeated[at]]
    if kept and slot_kinds.rest_on_days(records, weighed.cells[kept[0]]):
        kept = _shown_first(weighed, kept)
    kept = _own_pages_first(weighed, kept)
    kept = _numbered_texts(weighed, kept)
    if kept and weighed.column["heading"][kept[0]] < 0.5 and slot_kinds.are_codes(weighed.cells[kept[0]]):
        kept = _numbered_first(weighed, kept)
    if kept and len(records) >= SEVERAL and slot_kinds.is_labelled(weighed.cells[kept[0]]):
        kept = _told_first(weighed, kept)
    if kept and len(records) >= CUT_ALIKE_MIN and slot_kinds.are_cut_alike(weighed.cells[kept[0]]):
        kept = _above_first(weighed, kept)
    kept = _without_files(weighed, kept)
    if kept and len(records) >= SEVERAL:
        kept = _among_buttons(weighed, kept)
        kept = _headed_first(weighed, kept)
        kept = cited_first(weighed.names, weighed.cells, kept)
    if len(records) >= SEVERAL:
        kept = as_shown(weighed.names, weighed.cells, _of_several(weighed, kept, records))
    return [weighed.names[at] for at in kept]


SEVERAL = 3
"""Records of which repetition tells something."""


def _weighed(found: dict[str, Slot], records: list[Record]) -> _Weighed:
    table = measure(found, records)
    names, cells = list(found), list(found.values())
    column = {name: table[:, at] for at, name in enumerate(NAMES)}
    scores = table @ np.array([WEIGHTS[name] for name in NAMES])
    links = np.array([name.startswith("link:") for name in names])
    repeated = (column["distinct"] <= DISTINCT_MIN) & (len(records) >= SEVERAL)
    repeated |= (column["cover"] < FRAGMENT_COVER) & np.array([_said_alike(slot) for slot in cells])
    never = _never(names, cells, column, links, repeated)
    if any(len(record.hrefs) > 1 for record in records):  # a list of addresses has no other titles
        never |= np.array([slot_kinds.is_address(slot) for slot in cells])
    order = np.argsort(-scores, kind="stable").tolist()
    return _Weighed(names, cells, column, scores, order, links, repeated, never)


def _said_alike(slot: Slot) -> bool:
    """Whether several records say one thing: `Not yet approved` in place of a link to minutes."""
    return len(slot.firsts) > 1 and len({piece.text for piece in slot.firsts.values()}) == 1


def _never(
    names: list[str], cells: list[Slot], column: dict[str, Floats], links: Flags, repeated: Flags
) -> Flags:
    """Which slots hold no titles: long text, buttons, files, dates."""
    phrase = np.array([slot_kinds.button(slot) for slot in cells])
    plain = (column["heading"] < 0.5) & (column["linked"] < 0.5) & (column["title_word"] < 0.5)
    buttons_only = bool(links.any()) and bool(np.all((repeated | phrase)[links]))
    longest = BESIDE_BUTTON_MAX if buttons_only else PLAIN_TITLE_MAX
    named = {name for name, slot in zip(names, cells, strict=True) if slot_kinds.is_file(slot)}
    # what a file's link is called besides is no title either
    files = np.array([name in named or name.replace("label:", "link:", 1) in named for name in names])
    if files.any() and np.all((repeated | phrase | files)[links]):
        longest = TITLE_CHARS_MAX  # what stands beside a file is its name, however long
    told = np.array([name.partition("#")[0].endswith(TEXT) for name in names])
    stamps = np.array(
        [
            STAMP_DATED < dated <= DATES_ONLY and slot_kinds.is_stamp(slot)
            for dated, slot in zip(column["dated"], cells, strict=True)
        ]
    )
    fragments = _of_texts(names, cells, column, plain & (column["length"] > np.log1p(longest)))
    never: Flags = fragments | plain & (column["length"] > np.log1p(longest)) | told | phrase | files | stamps
    never |= (column["dated"] > DATES_ONLY) | (column["letters"] == 0)
    short = (column["dated"] > STAMP_DATED) | (column["length"] < np.log1p(HOUR_CHARS_MAX))
    for at in np.flatnonzero(short & ~never).tolist():  # of days alone none is read again
        never[at] = slot_kinds.say_hours(cells[at])
    for at in np.flatnonzero(~never).tolist():
        never[at] = len(cells[at].firsts) >= SEVERAL and (
            slot_kinds.is_counter(cells[at]) or (plain[at] and slot_kinds.is_measure(cells[at]))
        )
    return never


def _of_texts(names: list[str], cells: list[Slot], column: dict[str, Floats], texts: Flags) -> Flags:
    """Which slots are parts of long texts in few records, emphases and what stands between: `and our juniors` behind `<i>(second)</i>`.

    One that a text begins with in bold is its head.
    """
    wholes = {name.partition(":")[2]: cells[at] for at, name in enumerate(names) if texts[at]}
    found = np.zeros(len(names), dtype=bool)
    for at in np.flatnonzero(column["cover"] < FRAGMENT_COVER).tolist():
        kind, _, path = names[at].partition(":")
        place = path.partition(":")[0]
        whole = wholes.get(place) or wholes.get(place.rpartition("/")[0])
        if whole is None or kind not in ("text", "strong"):
            continue
        found[at] = kind == "text" or not any(
            number in whole.firsts and whole.firsts[number].text.startswith(piece.text)
            for number, piece in cells[at].firsts.items()
        )
    return found


def _shown_first(weighed: _Weighed, kept: list[int]) -> list[int]:
    """Slots, best first, a text that is shown before a label that is hardly better."""
    least = weighed.scores[kept[0]] - LABEL_LEAD
    return _first(kept, [at for at in kept if not _is_label(weighed, at) and weighed.scores[at] > least])


def _own_pages_first(weighed: _Weighed, kept: list[int]) -> list[int]:
    """Slots, best first, a link with a page of its own in each record before a shorter one to pages that return: news of companies, and these.

    Behind a show that is given twice the tickets to each evening say less than it is called.
    """
    column = weighed.column
    if not kept or not 0.5 < column["targets"][kept[0]] < 1 or column["heading"][kept[0]] >= 0.5:
        return kept
    told, least = weighed.naming() & (column["targets"] == 1), weighed.scores[kept[0]] - LABEL_LEAD
    told &= column["length"] > column["length"][kept[0]]
    own = [at for at in kept if told[at] and weighed.scores[at] > least]
    return _first(kept, own)


def _numbered_first(weighed: _Weighed, kept: list[int]) -> list[int]:
    """Slots, best first, what is numbered before its numbers."""
    column = weighed.column
    worded = weighed.naming() & (column["sentence"] < 0.5) & (column["length"] > np.log1p(CODED_MIN))
    return _first(kept, [at for at in kept if worded[at] and slot_kinds.differ_in_words(weighed.cells[at])])


def _numbered_texts(weighed: _Weighed, kept: list[int]) -> list[int]:
    """The slots, where a linked number stands before a text of sentences without what that begins with, up to its first link or bold word.

    What an act is about, however long, is no sentence.
    """
    column, names = weighed.column, weighed.names
    texts = {
        name.removeprefix("line:")
        for name, long, sentence in zip(names, weighed.never, column["sentence"], strict=True)
        if long and sentence >= SENTENCES_SHARE and name.startswith("line:")
    }
    begun = {at for at in kept if names[at].removeprefix("text:").rstrip(":") in texts}
    numbered = (
        column["cover"][at] >= MOST
        and column["linked"][at] >= MOST
        and slot_kinds.are_codes(weighed.cells[at])
        for at in kept
    )
    return [at for at in kept if at not in begun] if begun and any(numbered) else kept


SENTENCES_SHARE = 0.3
"""Of a slot's long texts, those that end as sentences do: 0.39 of a captured table of warnings, the one of 250 pages that this reads otherwise."""

PROSE_CHARS_MIN = 60
"""Characters of a list's teasers at least, in the mean; shorter ones that end in a point are titles below "Press release". In 18
captured lists teasers have 70 to 234, in 77 titles of three quarters at most 60."""


def _headed_first(weighed: _Weighed, kept: list[int]) -> list[int]:
    """Slots, best first, before plain prose the headings that lead to a page of each entry's own, however often they say the same.

    Meetings are called alike from month to month; what a teaser begins with does not name them. Below a kind stand titles.
    """
    column, best = weighed.column, kept[0]
    prose = column["sentence"][best] >= 0.5 and column["length"][best] > np.log1p(PROSE_CHARS_MIN)
    if weighed.stands_out(best) or not (prose or weighed.names[best].startswith(SENTENCE)):
        return kept
    own = weighed.repeated & weighed.links & ~weighed.never & (column["targets"] >= MOST)
    own &= np.minimum(column["cover"], column["heading"]) >= MOST
    return [*np.flatnonzero(own).tolist()[:1], *kept]


def _above_first(weighed: _Weighed, kept: list[int]) -> list[int]:
    """Slots, best first, before texts that are all cut at one length a line above them in the same links, far shorter and another in each."""
    column, best = weighed.column, kept[0]
    if max(column["heading"][best], column["title_word"][best]) >= 0.5 or column["linked"][best] < MOST:
        return kept
    named = weighed.naming() & (column["linked"] >= MOST) & (column["order"] < column["order"][best])
    named &= (column["length"] > np.log1p(CODED_MIN)) & (
        column["length"] < column["length"][best] - np.log(SHORTER)
    )
    named &= column["line"] >= 0.5
    return _first(kept, [at for at in kept if named[at]])


def _among_buttons(weighed: _Weighed, kept: list[int]) -> list[int]:
    """Slots, best first, before a line with two buttons or more the one part of it that names each record: `cur prev 09:05 wren 3,120 bytes <i>The crane is back</i> undo`."""
    best, column = kept[0], weighed.column
    kind, _, path = weighed.names[best].partition(":")
    if kind != "line" or weighed.stands_out(best):
        return kept
    inside = np.array([name.partition(":")[2].startswith(f"{path}/") for name in weighed.names])
    # the first version undoes none
    buttons = inside & weighed.links & weighed.repeated & (column["cover"] >= 0.5)
    naming = [at for at in kept if inside[at] and weighed.naming()[at]]
    return _first(kept, naming) if len(naming) == 1 and buttons.sum() >= BUTTONS_MIN else kept


BUTTONS_MIN = 2
"""A title may have one, `Read more`, behind it."""

CUT_ALIKE_MIN = 5
"""Texts that a site cuts at one length, at least; of 1,028 pages of others none is read otherwise by this rule."""
SHORTER = 2.0
"""A headline is shorter than a cut teaser by this at least; the made cards have 4."""


def _told_first(weighed: _Weighed, kept: list[int]) -> list[int]:
    """Slots, best first, before one whose texts are all labelled alike a text above it, however long, that names each record and is no prose."""
    column, best = weighed.column, kept[0]
    if weighed.stands_out(best):
        return kept
    whole = weighed.naming() & (column["sentence"] < 0.5) & (column["dated"] <= DATES_ONLY)
    whole &= (column["length"] <= np.log1p(TITLE_CHARS_MAX)) & (column["order"] < column["order"][best])
    told = [at for at in weighed.order if whole[at] and at not in kept]
    return [*told[:1], *kept]


def _is_label(weighed: _Weighed, at: int) -> bool:
    return weighed.names[at].startswith("label")


def _first(kept: list[int], better: list[int]) -> list[int]:
    """The slots with the first of the better ones before all others."""
    return [*better[:1], *(at for at in kept if at not in better[:1])]


def _without_files(weighed: _Weighed, kept: list[int]) -> list[int]:
    """The slots that do not say the names of files, where another one says something."""
    told_apart = [slot_kinds.file_names(weighed.cells[at]) for at in kept]
    if not any(told_apart):
        return kept
    own_names = {
        piece.text
        for at, own in zip(kept, told_apart, strict=True)
        if own
        for piece in weighed.cells[at].firsts.values()
    }
    others = [
        at
        for at, own in zip(kept, told_apart, strict=True)
        if not own and not slot_kinds.begin_so(weighed.cells[at], own_names)
    ]
    column = weighed.column
    said = column["letters"] / np.maximum(1.0 - column["dated"], WORDS_SHARE)  # a date has no letters
    says = (min(column["cover"][at], column["distinct"][at], said[at]) > WORDS_SHARE for at in others)
    return others if any(says) else kept  # a directory of files has nothing else


def _of_several(weighed: _Weighed, kept: list[int], records: list[Record]) -> list[int]:
    """The slots of a list in which repetition tells something: without those beside a day, and what is left where none is."""
    column, order, never = weighed.column, weighed.order, weighed.never
    cells = [slot.firsts for slot in weighed.cells]
    targets = column["targets"] > 0.5
    own = weighed.repeated & weighed.links & ~never & targets
    called = [at for at in order if own[at] and say_all(records, cells[at])]
    kept = [at for at in kept if not any(day_beside(records, cells[at], cells[link]) for link in called)]
    if kept:
        return kept
    several = [len({piece.text for piece in slot.values()}) >= KINDS_MIN for slot in cells]
    linked = (column["linked"] > 0.5) & targets
    kept = called or [at for at in order if not never[at] and several[at] and linked[at]]
    # one text for all, which the markup calls the title: a bulletin that comes out daily
    named = (column["cover"] >= MOST) & (np.maximum(column["title_word"], column["heading"]) >= 0.5)
    kept = kept or [at for at in order if not never[at] and named[at] and linked[at]]
    if kept:
        return kept
    # what stands beside links that are all called alike: `Ordinary meeting`, minutes, agenda; who meets may have a page
    whole = (column["cover"] >= MOST) & (column["line"] > 0) & (column["letters"] > WORDS_SHARE)
    whole &= (column["linked"] == 0) | np.array(several) & ~targets
    kept = [at for at in order if whole[at] and not never[at]]
    return kept or _days_with_words(weighed)


def _days_with_words(weighed: _Weighed) -> list[int]:
    """Links that say a day and what is of it, and nothing else: `May 5, 2026 minutes`."""
    column = weighed.column
    days = weighed.links & (column["dated"] > DAY_HEAD) & (column["targets"] > 0.5)
    found = ((at, weighed.cells[at]) for at in weighed.order if days[at])
    return [
        at
        for at, slot in found
        if min(map(len, slot_kinds.undated(slot))) >= WORD_MIN and not slot_kinds.is_stamp(slot)
    ]
