"""Names that a style tool makes: the hash of a style, which changes with every build, alone or behind a name that lasts."""

from __future__ import annotations

import re
from functools import lru_cache

_TOOL = re.compile(r"^(?:css|sc|jss|emotion|svelte|astro)-[A-Za-z]{5,}$")
_STEM = re.compile(r"(_?[A-Za-z][A-Za-z_-]*?(?:__|_|--|-sc-))([A-Za-z\d]{5,8}(?:[_-]\d+)?)")
_DIGIT_WITHIN = re.compile(r"\d[A-Za-z]")
_HASHED_TAIL = re.compile(r"^([A-Za-z][A-Za-z_-]*?(?:__|_|--))([A-Za-z]{5,8})$")
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_VOWELS = re.compile(r"[aeiouAEIOU]|(?<=.)[yY]")


def hashed(token: str) -> bool:
    """Whether a name, or its last part, is no word: `kXyzQw`, `css-bdvzkx`, `Card_title__aBcDe`."""
    tail = _HASHED_TAIL.match(token)
    part = tail[2] if tail else token.rpartition("-")[2]
    if _TOOL.match(token):
        return True
    if len(part) < 5 or (part.islower() and _VOWELS.search(part)):
        return False
    words = _WORDS.findall(part)
    return sum(len(word) > 2 and bool(_VOWELS.search(word)) for word in words) < len(words) / 2 or (
        len(words) > 1 and len(part) / len(words) < 3
    )


@lru_cache(maxsize=4096)
def stem(token: str) -> str:
    """What stands before the hash of a token: `Card_title__` of `Card_title__a1B2c`; "" where the whole is one."""
    tail = _STEM.fullmatch(token)
    if tail is None or len(tail[1]) <= STEM_SHORT:
        return ""
    made = tail[1].endswith("-sc-") or _DIGIT_WITHIN.search(tail[2]) or hashed(tail[2])
    return tail[1] if made else ""


# A stem as short as this is found in many classes.
STEM_SHORT = 3
