"""Links that lead on and call the entry by its title, whole or cut: "Read more about Otters are back", "Leia mais: As lontras…"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scraper.listing.records.labels import is_more
from scraper.listing.records.lines import Piece
from scraper.listing.words.sentence_ends import WHOLE_ENDS

# Such a link says at most this much besides.
BUTTON_MAX = 30
# A title that is cut shows so many characters at least.
CUT_MIN = 8
_CUT = re.compile(r"\s?(?:…|\.{2,}|\[…\]|\[\.{2,}\])")


def calls_title(part: Piece, title: Piece | None) -> bool:
    """Whether a link or a line is a button that names its entry: it leads where the title does, if that leads anywhere, and says little more."""
    if title is None or not title.text or part.first == title.first:
        return False
    if title.kind == "label" and not part.href and part.text.casefold() == title.text.casefold():
        return True  # a link over the whole card is labelled by what the card shows
    if title.href and part.href.partition("#")[0] != title.href.partition("#")[0]:
        return False  # it may go on to where the teaser ends, `#more`
    if not part.href:  # a teaser may begin as its title does
        said = title.text in part.text and len(part.text) <= len(title.text) + BUTTON_MAX
        return said and not _goes_on(part.text, title.text)
    return names(part.text, title.text)


def _goes_on(text: str, title: str) -> bool:
    """Whether a text has its title for a first sentence, and says more than "read more" behind it."""
    behind = text.removeprefix(title).lstrip()
    return behind != text and behind.startswith(WHOLE_ENDS) and not is_more(behind[1:])


def without_title(lines: Sequence[Piece], title: Piece | None) -> list[Piece]:
    """The lines of a teaser without the one that only says the title, where others say more: a log's messages begin with their subject."""
    more = [line for line in lines if title is None or _plain(line.text) != _plain(title.text)]
    return more or list(lines)


def _plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ").casefold()


def names(said: str, title: str) -> bool:
    """Whether a text holds a title, or how it begins up to a mark of its cut, and little besides."""
    said, title = said.casefold(), title.casefold()
    if len(said) > len(title) + BUTTON_MAX:
        return False
    if title in said:
        return True
    at = said.find(title[:CUT_MIN]) if len(title) > CUT_MIN else -1
    if at < 0:
        return False
    shown = CUT_MIN
    while at + shown < len(said) and said[at + shown] == title[shown]:
        shown += 1
    return len(said) - shown <= BUTTON_MAX and _CUT.match(said, at + shown) is not None
