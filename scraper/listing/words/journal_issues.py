"""Headings that name one issue of a journal, `Vol. 12, No. 2 (2026)`: below it stands the table of its articles."""

from __future__ import annotations

import re

CHARS_MAX = 80
"""Of a heading: some issues have a theme, `v. 12 n. 2 (2026): Sal e vento`."""
_VOLUME = r"(?:vol(?:umen?|ume|\.)?|v\.|bd\.?|band|jg\.?|jahrgang|tome?|том|årgång|årg\.?|cilt|ročník|roč\.?|évf\.?|rok)"
_ISSUE = r"(?:no\.?|n\.?\s?[º°]|n\.|nr\.?|n[úu]m\.?|n[úu]mero|numéro|issue|iss\.|heft|№|zeszyt|z\.|číslo|č\.|sayı|szám|nummer|fasc\.?|fascicolo)"
_NAMED = re.compile(
    rf"(?<!\w){_VOLUME}\s?\d{{1,4}}[\s,;:/–-]*(?:\(?(?:19|20)\d\d\)?[\s,;:/–-]*)?{_ISSUE}\s?\d{{1,4}}(?!\d)"
    r"|第\s?\d{1,4}\s?[卷巻].{0,8}?第?\s?\d{1,4}\s?[期号號]|제\s?\d{1,4}\s?권.{0,3}제?\s?\d{1,4}\s?호",
    re.IGNORECASE,
)


def names_issue(heading: str) -> bool:
    """Whether a heading names a volume of a journal and an issue of it, by their numbers, in some 20 languages."""
    return len(heading) <= CHARS_MAX and _NAMED.search(heading) is not None
