"""Lone bytes with something behind them that no table knows for a marker: `él` + C3 + ` Voir la fiche`.

A site that cuts inside a character and puts the words of a link behind it leaves a byte in mid-text. Of bytes with text after
them the others are letters of an old encoding in a page of UTF-8 (`caf` + E9 + ` du coin`). So a byte is taken for half a
character where it can be no such letter. It begins a character of UTF-8, and white space and no more than a few words follow. As
a letter it would be a capital behind a small one or alone in mid-sentence, or one that the language does not write; or it stands
in a script whose characters begin so. Of `�`, which says nothing, the rest of the text tells: where its other letters above ASCII
came through whole nothing but a cut can have broken this one, if the words are no rest of a sentence.
"""

from __future__ import annotations

import re

from pipelines.repair.encodings.readings import LOST, Tail, is_beginning
from pipelines.repair.ends.glued import of_other_script
from pipelines.repair.likelihood.corpus import Corpus
from pipelines.repair.marks import MARKS, bytes_of

MOST_WORDS = 6
"""Words behind the byte: the longest link in `read_more.PHRASES` has three, with an article's title about six."""
_FOLLOWED = re.compile(rf"[{MARKS}{LOST}]\s")
_BEHIND = re.compile(
    rf"([{MARKS}]{{1,3}}|{LOST}{{1,3}})(\s+(?:[^\s{MARKS}{LOST}]++\s*+){{1,{MOST_WORDS}}})\Z"
)
_NEAR = 80
"""Characters of the end in which the loss is looked for: the words behind it are few. 40 and 160 find the same."""
_ANY_LOSS = re.compile(f"[{MARKS}{LOST}]")


def may_be_left_behind(text: str) -> bool:
    """Whether a loss has white space behind it near the end: what every text with such a cut has."""
    return _FOLLOWED.search(text, max(0, len(text) - _NEAR)) is not None


def left_behind(text: str, corpus: Corpus) -> Tail | None:
    """The cut that a text goes on behind, its `head` and `shown` before what was put there; None where it has none."""
    found = _BEHIND.search(text, max(0, len(text) - _NEAR))
    if found is None:
        return None
    head, shown = text[: found.start()], found[1]
    if not head.strip() or _ANY_LOSS.search(head):
        return None
    if shown[0] == LOST:
        link = _came_through(head + found[2]) and not _goes_on(found[2].strip())
        return Tail(head, shown, (), b"") if link else None
    kept = bytes_of(shown)
    if not is_beginning(kept) or not _is_half(head, kept, corpus):
        return None
    return Tail(head, shown, (), kept)


def _came_through(text: str) -> bool:
    return any(character > "\x7f" and character.isalpha() for character in text)


def _goes_on(words: str) -> bool:
    """Whether words are rather the rest of a sentence: they begin with a small letter, or a sentence ends with them."""
    end = words.rstrip('»”")')
    return words[0].islower() or end.endswith(("!", "?")) or (end.endswith(".") and not end.endswith(".."))


def _is_half(head: str, kept: bytes, corpus: Corpus) -> bool:
    """Whether bytes are half a character and no letters of Windows-1252."""
    if len(kept) > 1 or of_other_script(head.rstrip()[-1]):
        return True
    letter = kept.decode("cp1252")
    if letter.isupper() and (head[-1:].islower() or (_came_through(head) and head.rstrip()[-1].isalnum())):
        return True
    return bool(corpus.language) and not corpus.letters.knows(letter)
