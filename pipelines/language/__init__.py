"""Which language each entry is in: the text's own verdict, then what its list makes of it.

Reading route: `stage` (the build's stage), `verdict` (columns in, labels out), `folding` and `noise` (what is read at
all), `alone` and `looks` (how far), `pool` (three detectors become one opinion: `words`, `profiles` and `bayes`, `eld`,
`automaton`), `fit`, `marks` and `neighbours` (languages that none of them knows), `likely`, `siblings`, `reach`, `doubt`
and `frequent` (the list), `unaccented` (lists that leave the accents out).
"""

from pipelines.language.stage import language
from pipelines.language.verdict import detect
from pipelines.language.why import why

__all__ = ["detect", "language", "why"]
