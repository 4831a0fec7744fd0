"""Which language each entry is in: the text's own verdict, then what its list makes of it.

Reading route: `stage` (the build's stage), `verdict` (columns in, labels out), `folding` and `noise` (what is read at
all), `alone` and `looks` (how far), `pool` (three detectors become one opinion: `words`, `profiles` and `bayes`, `eld`,
`automaton`), `fit`, `marks` and `neighbours` (languages that none of them knows), `likely`, `siblings`, `reach`, `doubt`,
`frequent` and `agreement` (the list), `unaccented` (lists that leave the accents out).
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipelines.language.because import why
    from pipelines.language.stage import language
    from pipelines.language.verdict import detect

__all__ = ["detect", "language", "why"]

_ROOMS = {
    "detect": "pipelines.language.verdict",
    "language": "pipelines.language.stage",
    "why": "pipelines.language.because",
}


def __getattr__(name: str) -> Any:
    if name not in _ROOMS:
        raise AttributeError(f"module 'pipelines.language' has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(_ROOMS[name]), name)
    return found
