"""Text repair: what the site's damage did to titles, teasers and texts, undone where it can be proved.

From the bottom up:

* `columns`, `marks`: texts as columns, lone bytes as characters;
* `decoding`, `encodings`: bytes to text, and how UTF-8 looks where it was read wrong;
* `tidying`, `markers`: damages that need no guess, and what a site puts behind a teaser;
* `looks`: which texts of a column are looked at;
* `likelihood`: how likely a character is in its place;
* `ends`: what the end of a text may be left of;
* `evidence`: what list and site say;
* `mojibake`, `cuts`, `lost_letters`: text read back, texts that end inside a character, characters lost inside a word;
* `suspect_cells`, `ladder`: a column's suspects, and up all steps;
* `excerpts`, `stage`: a record's excerpts, and the build's stage.

What works on columns is imported when it is asked for: a crawl decodes bytes and starts without pandas.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipelines.repair.ladder import Mended, mend_column
    from pipelines.repair.stage import repair

__all__ = ["Mended", "mend_column", "repair"]

_ROOMS = {
    "Mended": "pipelines.repair.ladder",
    "mend_column": "pipelines.repair.ladder",
    "repair": "pipelines.repair.stage",
}


def __getattr__(name: str) -> Any:
    if name in _ROOMS:
        return getattr(import_module(_ROOMS[name]), name)
    raise AttributeError(f"module 'pipelines.repair' has no attribute {name!r}")
