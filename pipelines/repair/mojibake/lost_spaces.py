"""The last byte of a misread text, where a program took it for white space: `giÃ` was `già`, `всіÑ` was `всіх`.

UTF-8 read as Latin-1 or Windows-1252 shows the byte A0 as a no-break space, and Latin-1 shows 85 as a line's end. Programs
that take white space off the ends of a text take the last half of a letter with it; the soft hyphen (AD) is taken out
anywhere. What is left looks like a cut. A text shorter than any teaser, without a marker, was not cut.
"""

from __future__ import annotations

from pipelines.repair.encodings.readings import Tail, byte_of, needs
from pipelines.repair.ends.odd_ends import SHORTEST_TEASER
from pipelines.repair.likelihood.corpus import Corpus
from pipelines.repair.likelihood.heads import eastern
from pipelines.repair.likelihood.letters import FLOOR

UNSEEN_BYTES = ("\xa0", "\x85", "\xad")
"""What the ends of a text are rid of."""
SURE = 0.9
"""Share of the weight that one letter must hold."""
LIKELY = 0.01
"""How likely it must be, as the word's last letter, beside all letters that a cut can have left so: 91 in 100 letters lost to
a space have it, of what is left of a cut one in six would."""


def given_back(tail: Tail, corpus: Corpus) -> str:
    """The letter of which only the last byte is gone from the end of a short text; "" where none or more than one may be."""
    if len(tail.reading) != 1 or len(tail.head) >= SHORTEST_TEASER or not corpus.language:
        return ""
    if not tail.kept or len(tail.kept) + 1 != needs(tail.kept[0]) or eastern(tail.head):
        return ""  # two bytes of a syllable or an ideograph leave sixty-four, and none ends words
    weights = {letter: _weight(letter, tail.head, corpus) for letter in _letters(tail)}
    best = max(weights, key=lambda letter: weights[letter], default="")
    sure = best and weights[best] > max(SURE * sum(weights.values()), LIKELY * corpus.mass(tail))
    return best if sure else ""


def _letters(tail: Tail) -> list[str]:
    bytes_ = byte_of(tail.reading[0])
    ends = [bytes((bytes_[shown],)) for shown in UNSEEN_BYTES if shown in bytes_]
    letters = [(tail.kept + end).decode("utf-8", "ignore") for end in ends]
    return [letter for letter in letters if letter.isalpha()]


def _weight(letter: str, before: str, corpus: Corpus) -> float:
    """How likely a word ends in a letter here; 0 of one that the language does not write."""
    chance = corpus.chance(letter, before)
    return chance * corpus.ends_word(before + letter) if chance > FLOOR else 0.0
