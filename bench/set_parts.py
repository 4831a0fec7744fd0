"""What of a set is read for itself, so that a part can be read again alone: a page; the texts of a language; lists of dates."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

from bench import dates, listing, repair
from bench.sets import SETS, Row, rows_of, set_of
from pipelines.errors import UsageError
from pipelines.repair.decoding.decode import decode
from scraper.listing import induce, paginate
from scraper.listing.markup.tree import parse
from scraper.listing.selectors.freeze import freeze

Part = Callable[[], Any]
"""Reads it, and gives all that is told of it."""
ROWS_MIN = 60  # of dates, read in one call


def parts_of(source: Path) -> Iterator[Part]:
    """What of a set is read for itself: a page; the texts of a language; so many lists of dates.

    Raises:
        UsageError: another kind of set.
    """
    rows = rows_of(source)
    one = set_of(source, rows)
    if one is SETS["listing"]:
        if source.is_dir():
            yield from (partial(_listing, decode(body).text, url) for _, url, body in listing.pages(source))
        else:
            yield from (partial(_listing, row["html"], row["url"]) for row in rows)
    elif one is SETS["repair"]:
        rows.sort(key=lambda row: row["lang"] or "")
        for _, own in groupby(rows, key=lambda row: row["lang"] or ""):
            yield partial(_repair, list(own))
    elif one is SETS["dates"]:
        yield from (partial(_dates, cells) for cells in _lists(dates.rows(source)))
    else:
        raise UsageError(f"{source}: a set of another kind", "Expected dates, repair or listing.")


def _lists(rows: list[Row]) -> Iterator[list[Row]]:
    """Whole lists of dates, so many in a row that they are worth a call."""
    rows.sort(key=lambda row: str(row["group"] or row["id"]))
    held: list[Row] = []
    for _, own in groupby(rows, key=lambda row: row["group"] or row["id"]):
        held.extend(own)
        if len(held) >= ROWS_MIN:
            yield held
            held = []
    if held:
        yield held


def _listing(text: str, url: str) -> Any:
    tree = parse(text, url)
    found = induce.from_tree(tree)
    kept = induce.chosen(found)
    frozen = [repr(one.selectors) for one in freeze(text, url, kept)]
    return repr(found), repr(kept), frozen, paginate.from_tree(tree), induce.judged(tree)


def _repair(rows: list[Row]) -> Any:
    detailed = any(row.get("detail") for row in rows)
    mended = [repair.mend_rows(rows, page) for page in ((False, True) if detailed else (False,))]
    return [(one.texts.tolist(), repr(dict(one.cells))) for one in mended]


def _dates(rows: list[Row]) -> Any:
    return dates.predict(rows, datetime.now(UTC), "given")
