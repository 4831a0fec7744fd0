"""Words of many languages in text files beside the module that reads them: a row a line, its cells parted by `|`.

A line that begins with `#` is a remark. So whoever knows a language corrects its line without reading Python.
"""

from __future__ import annotations

from importlib.resources import files


def rows_of(package: str, name: str, cells: int) -> list[tuple[str, ...]]:
    """The rows of one table, in order.

    Args:
        package: the package in whose folder it lies.
        name: the file's name.
        cells: how many each row has; spaces around them are left out.

    Raises:
        ValueError: a row has another number of cells.
    """
    rows = []
    for line in files(package).joinpath(name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            row = tuple(cell.strip() for cell in line.split("|"))
            if len(row) != cells:
                raise ValueError(f"{package}/{name}: {line!r} has {len(row)} cells, expected {cells}")
            rows.append(row)
    return rows
