"""Dates: the list decides, not the string.

Reading route: `stage` (the build's stage) → `columns` (a whole column) → `cells`, `lexer`, `shapes` (what each shape
says) → `readings` (its days under each hypothesis) → `prior`, `evidence`, `decide` (which hypothesis holds) → `why`.
"""

from pipelines.dates.columns import read_dates
from pipelines.dates.stage import dates
from pipelines.dates.why import why

__all__ = ["dates", "read_dates", "why"]
