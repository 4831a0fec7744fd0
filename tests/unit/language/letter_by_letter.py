"""How likely texts are in each language, letter by letter through the whole text: what reading word by word must come to."""

from __future__ import annotations

import numpy as np

from pipelines.language.bayes import Evidence, evidence, of_latin, of_other_scripts, quoted
from pipelines.language.folding import Stream
from pipelines.language.profiles import Profiles


def read(text: Stream, model: Profiles) -> Evidence:
    """Score every text of a stream; a-z in texts that are mostly in another script are blank, as langdetect has them."""
    classes = model.classes[text.points]
    foreign, latin = of_other_scripts(text.points), of_latin(text.points)
    counts = [np.diff(np.searchsorted(np.flatnonzero(signs), text.ends)) for signs in (foreign, latin)]
    for at in np.flatnonzero(quoted(*counts)).tolist():
        start, end = text.ends[at : at + 2].tolist()
        classes[start:end][latin[start:end]] = 0
    return evidence(classes, text.ends, model)
