"""What a person sees while a crawl runs: counts that move on a terminal, a line now and then in a log.

A crawl does not know how many pages it will find, so there is no bar to fill; what helps is to see it move and how
much is in. In a log nothing is printed in the first `QUIET` seconds, so that a short job leaves one verdict only.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from rich.console import Console

from pipelines.plural import plural
from scraper.outcome import Told

QUIET = 30.0
"""Seconds between two lines in a log."""

_NAMES = {
    "entry": ("entry", "entries"),
    "page": ("entry page", "entry pages"),
    "feed": ("feed item", "feed items"),
    "reject": ("reject", "rejects"),
}
"""By kind of line, what one is called and what several are."""


@contextmanager
def progress(site: str, out: TextIO = sys.stderr) -> Iterator[Told]:
    """Show a crawl's counts while the block runs.

    Args:
        site: the site's id, the line's beginning.
        out: where to; a terminal gets one line that changes, anything else a line every `QUIET` seconds.

    Yields:
        the callable that `crawl` takes as `progress`.
    """
    console = Console(file=out)
    if not console.is_terminal:
        yield _lines(site, console)
        return
    with console.status(f"{site}: asking") as status:
        yield lambda counts: status.update(f"{site}: {told(counts)}")


def told(counts: Counter[str]) -> str:
    """Return the counts in words, `120 entries, 14 entry pages`."""
    came = [
        f"{counts[kind]} {plural(counts[kind], *names)}" for kind, names in _NAMES.items() if counts[kind]
    ]
    return ", ".join(came) or "nothing yet"


def _lines(site: str, console: Console) -> Told:
    last = time.monotonic()

    def tell(counts: Counter[str]) -> None:
        nonlocal last
        if time.monotonic() - last >= QUIET:
            last = time.monotonic()
            console.print(f"{site}: {told(counts)}", highlight=False, soft_wrap=True)

    return tell
