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
