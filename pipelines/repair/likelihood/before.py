"""The word, or the two letters, that end a text: what stands before the place where a character is lost."""

from __future__ import annotations


def last_word(before: str) -> str:
    """The letters that end a text, small."""
    word = before.rpartition(" ")[2]
    if not word.isalpha():
        start = len(word)
        while start and word[start - 1].isalpha():
            start -= 1
        word = word[start:]
    return word.lower()


def pair_of(before: str) -> str:
    """The last two letters before a place, small; what is no letter is a gap."""
    first = before[-2:-1]
    return (first.lower() if first.isalpha() else " ") + before[-1:].lower()
