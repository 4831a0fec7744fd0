"""What a crawl tells while it runs."""

from __future__ import annotations

import io
from collections import Counter

from scraper.progress import progress, told


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_counts_are_told_in_words() -> None:
    """Only what there is."""
    assert told(Counter(entry=12, page=3)) == "12 entries, 3 entry pages"
    assert told(Counter()) == "nothing yet"


def test_a_log_is_not_flooded() -> None:
    """A hundred updates within the same half minute are no line at all."""
    log = io.StringIO()
    with progress("lumen", log) as tell:
        for count in range(100):
            tell(Counter(entry=count))
    assert log.getvalue() == ""


def test_a_terminal_sees_it_move() -> None:
    """The line on a terminal holds the site's name."""
    terminal = Terminal()
    with progress("lumen", terminal) as tell:
        tell(Counter(entry=1))
    assert "lumen" in terminal.getvalue()
