"""Whether the beginning of a marker is rather a byte of the last character: `Ñ…` is `х`, or half a letter and an ellipsis.

What a text is read back to with its marker is held against what it is without: by the letters before the end, by how often
the list has that marker behind whole letters, by the length of the text.
"""

from __future__ import annotations

import unicodedata

from pipelines.repair import markers
from pipelines.repair.encodings.readings import decode_open, encode
from pipelines.repair.ends.glued import has_other_script
from pipelines.repair.ends.odd_ends import SHORTEST_TEASER
from pipelines.repair.evidence import Evidence
from pipelines.repair.likelihood.heads import eastern
from pipelines.repair.mojibake import mojibake
from pipelines.repair.mojibake.unwritten import ends_no_word

_BEFORE_WORDS = " \t\n\u00a0….[("
"""What a marker has before its words."""
COUNTED = 3
"""Texts of a list that this counts for: a list whose teasers end in one behind whole letters has it more often."""
INSIDE, INSIDE_SHORT = 0.3, 0.005
"""Share of marked teasers that end inside a character, and of texts too short to be teasers in a list without markers.
Of 600 Russian and Ukrainian titles that end in `х`, which shows as `Ñ…`, 94 % come back whole (68 before), and of 600 teasers
of 60 characters and more cut in a letter that begins so 94 % are seen as cut (97 before)."""
INSIDE_OUTER = 0.02
"""How much rarer a text is cut after it was read wrong twice than before."""
CONTINUATIONS = 64
"""Bytes that can follow in a character, and so characters that half of one leaves open."""
MARKED = 0.2
"""Share of cut teasers that end in a marker."""
GAPPED = 0.02
"""Share of markers that a no-break space stands before; with 0.2 one `mÃ\xa0  ...` in four is read as a cut `m`."""
BETWEEN = 0.05
"""Share of markers of texts read wrong twice that were set between the two readings. From 0.02 to 0.2 all of 18 such ends in 14 languages
are told from whole ones; at 1 a lone Arabic letter is taken for half of one, at 0.01 a Ukrainian `х` stands for half of one and `…`."""


def likelier_whole(
    evidence: Evidence,
    row: int,
    whole: mojibake.Unbaked,
    split: mojibake.Unbaked,
    marker: str,
    of_such: float = 1.0,
) -> bool:
    """Whether a marker's beginning is rather a byte of the last character.

    Args:
        evidence: what lists and sites say.
        row: of the text.
        whole: what it is read back to with its marker.
        split: what it is without.
        marker: as it came.
        of_such: share of such markers that were set before the text was read wrong.
    """
    if len(split.reading) > len(whole.reading):
        return False  # the whole was read one layer down only, where its end fits
    if not whole.shown and whole.text == split.text + markers.split(whole.text)[1]:
        return True
    words = marker.lstrip(_BEFORE_WORDS)
    teaser = words != "" or len(whole.text) >= SHORTEST_TEASER
    if words and not whole.shown and whole.text.endswith(words):
        whole = whole._replace(text=whole.text.removesuffix(words).rstrip())
    if not whole.shown and split.shown and ends_no_word(whole.text, teaser):
        return False
    corpus = evidence.corpus(row)
    tail, other = mojibake.tail_of(whole), mojibake.tail_of(split)
    proven, texts = evidence.marked(row, marker)
    marked = of_such * (proven + MARKED * COUNTED) / (texts + COUNTED)
    if tail is not None and len(whole.reading) > 1 and _is_whole(whole):
        marked *= INSIDE_OUTER
    if tail is not None:
        return corpus.mass(tail) > marked * (corpus.mass(other) if other else corpus.ends_word(split.text))
    inside = INSIDE if proven or teaser else INSIDE_SHORT
    letter = unicodedata.category(whole.text[-1])[0] in "LM"  # `â€…` is half of a quote, no space U+2005
    if letter and other is not None and inside == INSIDE_SHORT and has_other_script(whole.text[-2:-1]):
        return True  # titles are seldom cut; few labels of such a script show how often a letter ends them
    if other is not None and eastern(whole.text):
        # ideographs end no words, and each is as likely as the others that half of it leaves open
        return marked * inside < 1 / CONTINUATIONS
    one = corpus.chance(whole.text[-1], whole.text[:-1]) * corpus.ends_word(whole.text)
    return one > marked * (inside * corpus.mass(other) if other else corpus.ends_word(split.text))


def _is_whole(found: mojibake.Unbaked) -> bool:
    """Whether what is left of a character was cut before its text was read wrong a second time."""
    data = encode(found.shown, found.reading[-1])
    read = decode_open(data) if data else None
    return read is not None and read[1] == 0
