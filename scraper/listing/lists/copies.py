"""Lists that stand on a page twice, for wide screens and for narrow ones: one of the copies is the list.

Read together every title would stand there twice, and where some of a year's meetings are called alike, no place of titles
seemed to hold any.
"""

from __future__ import annotations

from scraper.listing.records.lines import Record

COPIED_MIN = 2
"""Entries of a copy; of one entry twice nothing tells that it is a list."""


def once(records: list[Record]) -> list[Record]:
    """The records of a list without its copies.

    A copy says the same in the same order, with the same links and days. Where days stand above the entries the same ones may
    return below another day: there nothing is a copy.

    Args:
        records: a list's records with their dates, in page order.
    """
    half, odd = divmod(len(records), 2)
    if odd or half < COPIED_MIN or not all(record.spots or record.machine for record in records):
        return records
    said = [_said(record) for record in records]
    return records[:half] if said[:half] == said[half:] else records


def _said(record: Record) -> tuple[list[str], list[str]]:
    return [href for _, href in record.hrefs], [line.text for line in record.lines]
