"""Characters lost inside a word: `con�oivent`, `secret?rios`, a lone byte between letters.

Only a word with letters around the loss is asked, and only the site's words and the language answer. A question
mark is a loss only between letters of one word in small letters; addresses (`a?b=c`) and a missing space
(`quoi?Je`) stay. Two `�` and more are as many letters of an old encoding or the bytes of one character, and a loss at
the end of a word may be a cut with something put behind it: both come back only where the site has the whole word.
"""

from __future__ import annotations

import re

from pipelines.repair.encodings.readings import LOST, Tail
from pipelines.repair.ends.questions import QUESTION_SIGN
from pipelines.repair.likelihood import beginnings
from pipelines.repair.likelihood.alphabets import NEAR, OTHER, alphabet
from pipelines.repair.likelihood.corpus import Corpus
from pipelines.repair.likelihood.heads import eastern
from pipelines.repair.marks import MARK_BASE

_MARKS = "\U0010f780-\U0010f7ff"
LOSS = re.compile(
    rf"(?<![\w/&=.#])(?!(?<=��)�|(?<=[{_MARKS}]{{2}})[{_MARKS}])([^\W\d_]*+)(�+|[{_MARKS}]+|\?)([^\W\d_]++)(?![\w/=])"
    rf"|(?<![^\W\d_])([^\W\d_]++)(�+|[{_MARKS}]+)(?=\W)"
)
"""A loss inside a word, or behind one. A run of lost bytes is one loss and begins at its first or second byte, never further
in, so that a long one is read but twice; 60,000 bytes that were each asked for a beginning took 28 s."""
HURT = re.compile(rf"[?�{_MARKS}]")
"""What a loss leaves: a text without it is not asked."""
SURE = 0.99
"""Share of the weight that one character must hold. On the repair set's 72 losses inside words 39 come back right
and 2 wrong, both in words that two spellings of one language share."""
SURE_SHORT = 0.996
SHORT, LONG = 5, 8
"""The same, and the letters a word must show, where the site does not have the word and no table of frequent words says so. Of
1,149 letters given back in columns of 34 languages 16 were wrong (`lösning` as `läsning`), with these 8 of 1,044."""
LOSS_PRIOR = 1e-3
"""Share of the letters above ASCII that became question marks, before any evidence."""
WITNESS = 200
"""How much likelier a character is for each time, up to three, that the site has the whole word."""
NO_SPACE = 5e-3
"""Share of question marks with no space after them."""
QUESTION_ODDS = 30
"""Odds that a question mark inside a word needs against a missing space."""


def give_back(text: str, corpus: Corpus) -> str:
    """Give back the characters lost inside words where only one can have stood there."""
    return LOSS.sub(lambda found: _word(found, corpus), text)


def _word(found: re.Match[str], corpus: Corpus) -> str:
    before, shown, after = (found[1] or found[4] or ""), (found[2] or found[5]), (found[3] or "")
    head = found.string[max(0, found.start() - NEAR) : found.start()] + before  # no one asks for more
    if not corpus.language or eastern(head) or (shown == "?" and not (before and after[0].islower())):
        return found[0]
    if len(shown) > 1 and shown[0] == LOST:
        return before + _of_known_word(before, len(shown), after, corpus) + after if before else found[0]
    kept = bytes(ord(mark) - MARK_BASE for mark in shown) if ord(shown[0]) > MARK_BASE else b""
    tail = Tail(head, shown, (), kept)
    if not after and not any(corpus.lexicon.words[before.lower() + c] for c in corpus.options(tail)):
        return found[0]
    weights = {
        c: _weight(c, before, after, head, corpus)
        for c in corpus.options(tail)
        if _stands_in_words(c, before, after)
    }
    total = sum(weights.values())
    if not total:
        return found[0]
    best = max(weights, key=lambda character: weights[character])
    if weights[best] < SURE * total or (
        best == "’" and not _seen(best, before.lower(), after.lower(), corpus)
    ):
        return found[0]
    if best.isalpha() and not _seen(best, before.lower(), after.lower(), corpus):
        letters = len(before) + len(after)
        least = SURE if letters >= LONG else SURE_SHORT if letters >= SHORT else 1.0
        if weights[best] < least * total and not _by_table(best, before, kept, corpus):
            return found[0]
    if shown == "?" and total * LOSS_PRIOR < QUESTION_ODDS * _as_question(before, after, head, corpus):
        return found[0]
    return before + best + after


def _by_table(letter: str, before: str, kept: bytes, corpus: Corpus) -> bool:
    """Whether the language's frequent words that begin so go on with this letter."""
    table = beginnings.of_language(corpus.language)
    return table is not None and bool(before) and table.letter(before, kept) == letter.lower()


def _of_known_word(before: str, lost: int, after: str, corpus: Corpus) -> str:
    """The letters, or the character of so many bytes, with which the site has a word; the loss where it has none, or two."""
    found = {c for c in corpus.candidates if len(c.encode()) == lost and _stands_in_words(c, before, after)}
    found = {c for c in found if _seen(c, before.lower(), after.lower(), corpus)}
    beginnings = [""]
    for _ in range(lost):
        beginnings = [b + c for b in beginnings for c in corpus.lexicon.onward(before.lower() + b).seen]
    found.update(
        letters for letters in beginnings if corpus.lexicon.words[before.lower() + letters + after.lower()]
    )
    return found.pop() if len(found) == 1 else LOST * lost


def _stands_in_words(character: str, before: str, after: str) -> bool:
    """An apostrophe elides and parts in Latin, Greek and Cyrillic words, and begins none."""
    apostrophe = character == "’" and bool(before and after) and alphabet(before[-1]) != OTHER
    return apostrophe or character.isalpha()


def _weight(character: str, before: str, after: str, head: str, corpus: Corpus) -> float:
    weight = corpus.chance(character, head)
    context = head[-2:] + character
    for letter in (after + " ")[:2]:
        weight *= corpus.chance(letter, context) if letter != " " else max(1e-4, corpus.letters.ends(context))
        context += letter
    return weight * (1 + WITNESS * min(_seen(character, before.lower(), after.lower(), corpus), 3))


def _seen(character: str, before: str, after: str, corpus: Corpus) -> int:
    if character.isalpha():
        return corpus.lexicon.words[before + character.lower() + after]
    elides = corpus.lexicon.followed[before, "’"] + corpus.lexicon.followed[before, "'"]
    return min(elides, corpus.lexicon.words[after])


def _as_question(before: str, after: str, head: str, corpus: Corpus) -> float:
    """Chance that one sentence ends here and the next begins without a space."""
    if corpus.lexicon.words[before.lower()] and corpus.lexicon.words[after.lower()]:
        return 1.0
    chance, context = QUESTION_SIGN * NO_SPACE * corpus.ends_word(head), " "
    for letter in after[:2]:
        chance *= corpus.chance(letter, context)
        context += letter
    return chance
