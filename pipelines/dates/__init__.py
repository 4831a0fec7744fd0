"""Dates: the list decides, not the string.

From the bottom up:

* `days`: days as integers, calendars;
* `words`: what a word in a date means;
* `tokens`: what the tokens of a cell say;
* `ranges`: of a range the first day;
* `shapes`, `cells`: the cells of a column as numbers;
* `hypotheses`: the days under each reading, and how well they fit a list;
* `lists`: what the cells of a list prove for each other;
* `columns`: a column read;
* `stage`, `why`: the build's stage, and what it says of one row.
"""

from pipelines.dates.columns.reading import read_dates
from pipelines.dates.stage import dates
from pipelines.dates.why import why

__all__ = ["dates", "read_dates", "why"]
