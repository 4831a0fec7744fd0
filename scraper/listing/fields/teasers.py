"""Which lines of a list's records are their teasers, and what of each is teaser: not its title, date, label, button.

A place (the slot of a block, see `lines`) holds teasers where it says enough in the mean over the list; "Summary:" and "Status:"
before them are places of their own.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from scraper.listing.dates.date_alone import is_date
from scraper.listing.dates.date_fronts import BEFORE_MAX
from scraper.listing.dates.dated import Spot
from scraper.listing.fields.badges import BADGE_MAX
from scraper.listing.fields.beside_teasers import own_lines
from scraper.listing.fields.calls_title import calls_title, without_title
from scraper.listing.fields.cut_blocks import joined
from scraper.listing.fields.links_in_sentences import ends_in_button, in_sentence
from scraper.listing.fields.small_print import small_print, told_places
from scraper.listing.fields.stock_teasers import is_button, reads_ended, stock_teasers
from scraper.listing.fields.tails import tails, without_teasers
from scraper.listing.markup.tree import Tree, collapse
from scraper.listing.records.counts import width
from scraper.listing.records.label_fronts import front, label_end
from scraper.listing.records.labels import label, names_file
from scraper.listing.records.lines import SENTENCE, Piece, Record
from scraper.listing.words.sentence_ends import SENTENCE_ENDS

# A slot holds teasers when its texts are this wide (`counts.width`) in the mean; captions and categories are shorter.
TEASER_MEAN_MIN = 40.0
# Where this share of them ends as sentences do, or is called teasers, even short ones are: "Free entry, bring a chair."
SENTENCES_MEAN_MIN, ENDED_SHARE = 20.0, 0.7
# But no remark on a few of the entries.
REMARKS_MAX = 0.3
# A line with the entry's date is small print (author, category) unless this much else stands in it.
SMALL_PRINT_MAX = 60
_CALLED = re.compile(
    r"excerpt|teaser-?text|(?:teaser(?<![\w-]teaser)|summary(?<![\w-]summary)|standfirst(?<![\w-]standfirst)|perex(?<![\w-]perex)"
    r"|snippet(?<![\w-]snippet))(?![\w-])"
)
_LETTER = re.compile(r"[^\W\d_]")
# What stands around a title or a date in a line.
EDGES = " \t|•·–—-:,;/()[]«»›→"
# Brackets and labels of which all that stood in them or behind them is taken out: "( )", not "run()", "Company: | County: Kent".
_HOLLOW = re.compile(r" ?[(\[（][ \xa0]+[)\]）]")
_UNSAID = re.compile(r"(?:^|(?<=[|•·]))[ \xa0|•·]*[^\W\d_][^|•·:]{0,30}:[ \xa0]*[|•·]")
_BEFORE_BUTTON = re.compile(r"(?<![ \xa0])[ \xa0]++[→▸►|•·–—-]++[ \xa0]*$")


def teasers(
    tree: Tree,
    records: Sequence[Record],
    titles: Sequence[Piece | None],
    shown: Sequence[Spot | None],
    repeated: set[str],
    names: Sequence[Piece | None],
) -> list[str]:
    """Find the teaser of each record, "" where it has none.

    Args:
        tree: the page.
        records: the list's records, in page order.
        titles: the title of each, with its badges: they are no teaser either.
        shown: the date that the page shows for each.
        repeated: what records say alike (`labels.label`).
        names: the titles as buttons call them.
    """
    placed = [
        [(line, _place(line) + front(tree, line, repeated)) for line in record.lines] for record in records
    ]
    slots = _teaser_slots(records, placed, titles, shown)
    if not slots:  # titles and days alone: 57 of 112 captured lists
        return [""] * len(records)
    able = [[line for line, slot in lines if slot in slots] for lines in placed]
    buttons = repeated - stock_teasers(records, repeated, _place) | _stock_rests(able, titles)
    plain = small_print(
        (
            (record, line, spot)
            for record, lines, title, spot in zip(records, able, titles, shown, strict=True)
            for line in lines
            if not _holds(line, title) and not _called(line)
        ),
        _place,
    )
    held = [
        [
            line
            for line in lines
            if not _all_links(record, line) and not calls_title(line, name) and line.first not in plain
        ]
        for record, lines, name in zip(records, able, names, strict=True)
    ]
    held = [without_title(lines, name) for lines, name in zip(held, names, strict=True)]
    held = own_lines(tree, list(zip(records, held, titles, strict=True)))
    told = told_places(
        (_place(line), line.text.replace(spot.text, "").strip(EDGES), _small_print(line, spot))
        for lines, title, spot in zip(held, titles, shown, strict=True)
        for line in lines
        if spot and _opens_with_day(line, spot) and not _holds(line, title)
    )
    last = [
        next((line for line in reversed(lines) if not _holds(line, title)), None)
        for lines, title in zip(held, titles, strict=True)
    ]
    titled = [
        (line, title, spot.text if spot is not None else "")
        for lines, title, spot in zip(held, titles, shown, strict=True)
        for line in lines
        if title is not None and title.kind != SENTENCE and _holds(line, title) and line.text != title.text
    ]
    silent = without_teasers(tree, titled)
    alike = _Alike(tree, buttons, repeated, told, tails(tree, [line for line in last if line]), silent)
    return joined(
        [
            _said(alike, record, lines, title, name, spot)
            for record, lines, title, name, spot in zip(records, held, titles, names, shown, strict=True)
        ]
    )


def without_titles(said: Sequence[str], titles: Sequence[str]) -> list[str]:
    """The teasers, none where most of a list's only say the title again: it was a label, and the text below it is what it says.

    A single entry may have nothing else to tell than its headline.
    """
    again = [
        bool(text) and text.casefold() == title.casefold() for text, title in zip(said, titles, strict=True)
    ]
    if 2 * sum(again) <= sum(map(bool, said)):
        return list(said)
    return ["" if same else text for text, same in zip(said, again, strict=True)]


def _teaser_slots(
    records: Sequence[Record],
    placed: Sequence[Sequence[tuple[Piece, str]]],
    titles: Sequence[Piece | None],
    shown: Sequence[Spot | None],
) -> set[str]:
    lengths: dict[str, list[float]] = defaultdict(list)
    longest: dict[str, list[float]] = defaultdict(list)
    stamped: dict[str, list[float]] = defaultdict(list)
    short: Counter[str] = Counter()
    for record, lines, title, spot in zip(records, placed, titles, shown, strict=True):
        own: dict[str, float] = {}
        for line, slot in lines:
            rest = _rest_length(line, title, spot)
            if rest and not _all_links(record, line) and not names_file(line.text):
                stamp = spot and line.first <= spot.first <= line.last and _small_print(line, spot)
                (stamped if stamp and not _holds(line, title) else lengths)[slot].append(rest)
                own[slot] = max(own.get(slot, 0.0), rest)
                text = not line.heading or _is_subtitle(line, title)
                short[slot] += text and _is_short_teaser(record, line)
        for slot, most in own.items():
            longest[slot].append(most)
    few = REMARKS_MAX * len(records)
    for slot, found in stamped.items():
        # a day and who wrote tell nothing of sentences that most entries have below them
        told = len(lengths[slot])
        if 2 * told <= len(records) or short[slot] < ENDED_SHARE * told:
            lengths[slot] += found
    sentences = {slot for slot, found in lengths.items() if short[slot] >= max(ENDED_SHARE * len(found), few)}
    return {
        slot
        for slot, found in lengths.items()
        if sum(found) / len(found) >= (SENTENCES_MEAN_MIN if slot in sentences else TEASER_MEAN_MIN)
        or sum(longest[slot]) / len(longest[slot]) >= LONGEST_MEAN_MIN
    }


LONGEST_MEAN_MIN = 60.0
"""Width of an entry's longest line in a place, in the mean, where the place holds teasers though a byline and a note stand there, too;
with 40 three of 311 captured pages get captions, 90 reads them as 60 does."""


def _all_links(record: Record, line: Piece) -> bool:
    """Whether a line is a row of links: tags, shares, formats. Those of a teaser all lead to one page, its entry's."""
    if len(record.links) < 2:
        return False
    links = [link for link in record.links if line.first <= link.last and link.first <= line.last]
    return len({link.href for link in links}) > 1 and 2 * sum(len(link.text) for link in links) >= len(
        line.text
    )


def _place(line: Piece) -> str:
    """The slot of the block a line stands in, whichever of its lines it is."""
    return line.slot.split("#", 1)[0]


def _is_short_teaser(record: Record, line: Piece) -> bool:
    return _called(line) or (reads_ended(line.text) and not is_button(record, line))


def _is_subtitle(line: Piece, title: Piece | None) -> bool:
    """Whether a heading stands below an entry's title in one of a higher rank: `h3` below `h2`."""
    ranks = [_RANK.findall(piece.slot)[-1:] for piece in (title, line) if piece is not None]
    return len(ranks) == 2 and [] not in ranks and ranks[0] < ranks[1]


_RANK = re.compile(r"/h([1-6])(?![\w-])")


def _called(line: Piece) -> bool:
    """Whether the innermost element of a line is called a teaser."""
    return _names_teaser(line.path)


@lru_cache(maxsize=4096)
def _names_teaser(path: str) -> bool:
    return _CALLED.search(path.rsplit("|", 1)[-1]) is not None


def _holds(line: Piece, title: Piece | None) -> bool:
    """Whether a title stands in a line."""
    if title is None or title.kind == "label":
        return False
    return line.first <= title.last and title.first <= line.last


def _rest_length(line: Piece, title: Piece | None, spot: Spot | None) -> float:
    """How much a line says beside its title and its date, 0 where that is brackets and dashes only."""
    length, rest = width(line.text), line.text
    if title is not None and _holds(line, title):
        length -= width(title.text)
        rest = rest.replace(title.text, " ", 1)
    if spot and line.first <= spot.first <= line.last:
        length -= len(spot.text)
        rest = rest.replace(spot.text, " ", 1)
    return max(length, 0.0) if _LETTER.search(rest) else 0.0


@dataclass(frozen=True, slots=True)
class _Alike:
    """What a list's entries have alike, which is no teaser of any.

    Attributes:
        buttons: what links and whole lines say on several entries (`labels.label`).
        labels: what may stand in front of a text.
        told: places whose texts begin with the entry's day.
        tails: where what is no teaser begins in a line that it ends, by the line's first node.
        silent: first nodes of titles' lines that hold no teaser.
    """

    tree: Tree
    buttons: set[str]
    labels: set[str]
    told: frozenset[str]
    tails: dict[int, int]
    silent: set[int]

    def gaps(self, line: Piece, buttons: Sequence[Piece], apart: set[int]) -> list[tuple[int, int]]:
        """The stretches of a line, first and last node, that are buttons or labels; `apart` are nodes of links and title."""
        found = [(part.first, part.last) for part in buttons if not in_sentence(self.tree, line, part, apart)]
        if line.first < line.last and ends_in_button(self.tree, line.last):
            found.append((line.last, line.last))
        if line.first in self.tails:
            found.append((self.tails[line.first], line.last))
        if front(self.tree, line, self.labels):
            found.append((line.first, label_end(self.tree, line, self.labels) - 1))
        return found

    def is_small_print(self, line: Piece, spot: Spot) -> bool:
        """Whether a line says little beside its entry's day, where others of its place do not begin with theirs and go on."""
        return _small_print(line, spot) and not (_place(line) in self.told and _opens_with_day(line, spot))


def _said(
    alike: _Alike,
    record: Record,
    lines: Sequence[Piece],
    title: Piece | None,
    name: Piece | None,
    spot: Spot | None,
) -> list[str]:
    """What the lines of a teaser say, each without what is none of it."""
    buttons = [link for link in record.links if label(link.text) in alike.buttons or calls_title(link, name)]
    held = [*record.links] if buttons else []
    held += [title] if title is not None and title.kind != "label" else []
    apart = {node for piece in held for node in range(piece.first, piece.last + 1)}
    texts: list[str] = []
    for line in lines:
        if label(line.text) in alike.buttons or _tells_day(line, title):
            continue  # another day of the entry tells nothing
        called = title if _holds(line, title) else None
        if called is not None and called.kind == SENTENCE:
            texts += filter(None, [line.text.partition(called.text)[2].strip()])
            continue
        if line.first in alike.silent:
            continue
        day = spot if spot is not None and line.first <= spot.first and spot.last <= line.last else None
        if day is not None and called is None and alike.is_small_print(line, day):
            continue
        gaps = alike.gaps(line, buttons, apart)
        if called is not None:
            gaps.append((called.first, called.last))
        if day is not None and _is_apart(alike.tree, line, day, titled=called is not None):
            gaps.append((day.first, day.last))
        text = _without(alike.tree, line, gaps, spot if called is not None else None)
        # an entry's number before its title is no text, nor is `New` behind it
        if text and (called is None or (_LETTER.search(text) and label(text) not in alike.buttons)):
            texts.append(text)
    return texts


def _is_apart(tree: Tree, line: Piece, day: Spot, *, titled: bool) -> bool:
    """Whether a day stands by itself in its line: beside a title, at its end, or in front of what goes on at once."""
    return (titled or day.last == line.last or _glued(tree, line, day)) and _alone(tree, day)


def _stock_rests(able: Sequence[Sequence[Piece]], titles: Sequence[Piece | None]) -> set[str]:
    """What stands beside several titles in their line alike, as labels: `New`, where title and teaser are lines of one place.

    Nothing where most say something of their own there: that is the teaser, and two may have the same.
    """
    rests = [
        (line, title)
        for lines, title in zip(able, titles, strict=True)
        if title is not None and title.kind != SENTENCE
        for line in lines
        if _holds(line, title) and len(line.text) > len(title.text)
    ]
    said = Counter(
        label(line.text.replace(title.text, "", 1).strip(EDGES))
        for line, title in rests
        if len(line.text) - len(title.text) <= BADGE_MAX
    )
    alike = {rest: times for rest, times in said.items() if times > 1 and rest}
    return set(alike) if 2 * sum(alike.values()) > len(rests) else set()


def _tells_day(line: Piece, title: Piece | None) -> bool:
    """Whether a line is a day and nothing else, which may be another than the entry's."""
    return len(line.text) < SMALL_PRINT_MAX and not _holds(line, title) and line.is_date()


def _opens_with_day(line: Piece, spot: Spot) -> bool:
    """Whether a line begins with its entry's day, behind a weekday or a bracket at most."""
    return line.first == spot.first and 0 <= line.text.find(spot.text) <= BEFORE_MAX


def _small_print(line: Piece, spot: Spot) -> bool:
    """Whether a line says little beside its date: a name, a place; a short sentence is a teaser all the same."""
    rest = line.text.replace(spot.text, "").strip(EDGES)
    return width(rest) < SMALL_PRINT_MAX and not (
        width(rest) > TEASER_MEAN_MIN and rest[-1:] in SENTENCE_ENDS
    )


def _alone(tree: Tree, spot: Spot) -> bool:
    """Whether a date fills its nodes."""
    said = tree.text(spot.first, spot.last + 1).strip(EDGES)
    return is_date(said)


def _glued(tree: Tree, line: Piece, spot: Spot) -> bool:
    """Whether a line begins with its day in an element of its own and goes on at once: what parts them is drawn."""
    ahead = tree.pieces[spot.last + 1 : line.last + 1]
    text = next(filter(None, ahead), "")
    return line.first == spot.first and text[:1].isalpha() and not tree.pieces[spot.last][-1:].isspace()


def _without(tree: Tree, line: Piece, gaps: list[tuple[int, int]], spot: Spot | None) -> str:
    touched = any(first <= line.last and line.first <= last for first, last in gaps)
    if not touched:
        text = line.text
    else:
        kept = [
            tree.pieces[node] if not any(first <= node <= last for first, last in gaps) else " "
            for node in range(line.first, line.last + 1)
        ]
        text = _UNSAID.sub("", _HOLLOW.sub("", collapse("".join(kept)))).lstrip(" \xa0")
        if any(first <= line.first <= last for first, last in gaps):
            text = _behind_front(text)
        if any(first > line.first and last >= line.last for first, last in gaps):
            text = _BEFORE_BUTTON.sub("", text)
    if spot is not None and text.startswith(spot.text):
        text = _behind_front(text[len(spot.text) :])
    return text


def _behind_front(text: str) -> str:
    """A text without what parted it from a date or a title before it; a bracket that opens with the text is its own."""
    bare = text.removeprefix(". ").lstrip(f"{EDGES}\xa0").removeprefix(". ")
    front = text[: len(text) - len(bare)]
    opened = max(map(front.rfind, "([«"))
    return text[opened:] if opened >= 0 and not front[opened + 1 :].strip(" \xa0") else bare
