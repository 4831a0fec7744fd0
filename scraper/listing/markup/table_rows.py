"""Rows that a script puts into a table: arrays of cells, and objects with markup in their cells, as objects whose keys tell.

DataTables, Grid.js and others like them take `["5 May 2026", "<a href=/ferry>The ferry is back</a>"]` as well as objects.
What a cell's link is called and where it leads are two things of an entry, and stand here under a key each.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from typing import Any

CELLS_MAX = 30
"""Cells of a row; what is longer is a series of a chart."""
_LINK = re.compile(
    r"""<a\s[^<>]*?\bhref\s*=\s*(?:"([^"]+)"|'([^']+)'|([^\s"'<>]+))[^<>]*>(.*?)</a\s*>""",
    re.IGNORECASE | re.DOTALL,
)


def rows(array: Sequence[Any]) -> list[dict[str, Any]]:
    """The objects of an array, links of their cells told apart; those that arrays of as many cells each make, where it holds such.

    Args:
        array: any JSON array; members that are neither objects nor such arrays are left out.
    """
    if all(isinstance(one, list) for one in array) and len({len(one) for one in array}) == 1:
        cells = [dict(zip(map(str, range(CELLS_MAX)), one, strict=False)) for one in array if _are_cells(one)]
        return [linked(one) for one in cells]
    return [linked(one) for one in array if isinstance(one, dict)]


def linked(row: dict[str, Any]) -> dict[str, Any]:
    """The row where each cell that holds one link as markup gives what the link says and, under a key of its own, where it leads.

    Such cells come first: what leads on names an entry rather than what stands before it.
    """
    found = {
        key: links[0]
        for key, value in row.items()
        if isinstance(value, str) and "<a" in value.lower() and len(links := _LINK.findall(value)) == 1
    }
    if not found:
        return row
    told: dict[str, Any] = {}
    for key, (*address, said) in found.items():
        told |= {key: said, f"{key} href": unescape("".join(address))}
    return told | {key: value for key, value in row.items() if key not in found}


def _are_cells(row: list[Any]) -> bool:
    return 1 < len(row) <= CELLS_MAX and not any(isinstance(cell, list | dict) for cell in row)
