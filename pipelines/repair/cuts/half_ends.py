"""Texts that end in half an entity (`cré&eacu`), outside a record's excerpts, where no list's habit is asked.

Half an entity is long enough to be nothing else, or stands in a text that was escaped, or the entry's page goes on with its
character. That comes from the page, or from the name, where one name alone begins so; else what is left of it is trimmed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pipelines.repair import markers
from pipelines.repair.cell import Cell
from pipelines.repair.cuts.cut_ends import split_off
from pipelines.repair.ends import restore
from pipelines.repair.likelihood.alphabets import alphabet_of
from pipelines.repair.mojibake.layers import is_bad
from pipelines.repair.tidying.half_entities import Half, half


def read(
    cells: Mapping[int, Cell], rows: Iterable[int], sources: Mapping[int, Sequence[restore.Source]]
) -> None:
    """Read the half entities that texts end in, or trim them.

    Args:
        cells: the suspects by row.
        rows: those that hold an `&`.
        sources: by row, the texts that may hold its whole text.
    """
    for row in rows:
        cell = cells[row]
        if cell.tail is not None or "&" not in cell.body:
            continue
        found = _half(cell)
        if found is None:
            continue
        escaped = [before for step, before, _ in cell.steps if step == "entities"][:1]
        left = any(found.left_of(before.removesuffix(cell.marker)) for before in escaped)
        proven = _proven(found, sources.get(row, ()))
        if not (proven or left or found.stands_alone(bool(escaped))):
            continue
        if proven is not None:
            cell.source = proven[1]
            cell.becomes(f"character_{proven[1]}", found.head + proven[0])
        elif (only := found.only(alphabet_of(found.head) == 0)).strip():
            cell.becomes("entities", found.head + only)
        else:
            cell.source = "trimmed"
            cell.becomes("trim", found.head.rstrip())


def trim_misread(cell: Cell) -> None:
    """Take half an entity off a text whose entities were bytes of misread letters: `versi&Atilde;&sup3; m&Atilde;&c`.

    What it would have been is a byte, too, and no letter; the text before it reads back, and shows where it was cut. Where a misread
    letter stands as itself none was escaped, and half an entity is what the text had before it was misread.
    """
    if not cell.steps or cell.steps[-1][0] != "entities":
        return
    found = _half(cell)
    before = cell.steps[-1][1].removesuffix(cell.marker)
    if found is not None and before.isascii() and before.endswith(found.shown) and is_bad(found.head):
        cell.source = "trimmed"
        cell.becomes("trim", found.head)


def _half(cell: Cell) -> Half | None:
    """How a cell ends in half an entity, its marker off, or what sentences end in, too: two dots, the words of a link."""
    split_off(cell)
    found = half(cell.body)
    if found is not None:
        return found
    dots = len(cell.body) - 2 if cell.body.endswith("..") else len(markers.split_words(cell.body)[0])
    found = half(cell.body[:dots])
    if found is not None:
        cell.body, cell.marker = cell.body[:dots], cell.body[dots:] + cell.marker
    return found


def _proven(found: Half, sources: Iterable[restore.Source]) -> tuple[str, str] | None:
    for source in sources:
        after = source.after(found.head, found.shown)
        if not after or after.startswith(found.shown):
            continue
        if found.leaves(character := restore.first_character(after)):
            return character, source.name
    return None
