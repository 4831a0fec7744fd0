"""Latin text of Windows-1252 that was read as Windows-1251: `mйtodo` is `método`, `fьr` is `für`.

Its plain letters came through, and each accented one is a Cyrillic letter inside a Latin word. One that looks like no
Latin letter proves it, for nobody slips to `й` where `é` is meant; then those that do (`selecciуn`) are bytes, too, there and in the rest of the list. A text is read
back only where every Cyrillic letter of it becomes one that its language writes.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from pipelines.repair.tidying.homoglyphs import has_twin

MOST = 0.25
"""Share of Cyrillic letters among the letters of such a text: of French ones 14 in 100 have an accent, of a title a few more."""
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN = "A-Za-z\u00c0-\u024f"
_INSIDE = re.compile(f"(?:(?<=[{_LATIN}])|(?=.[{_LATIN}]))[\u0400-\u04ff](?![\u0400-\u04ff]{{2}})")
_RUN = re.compile("[\u0400-\u04ff]{3}")


def read_latin(text: str, knows: Callable[[str], bool], proven: bool) -> str:
    """Read such a text back; any other as it was.

    Args:
        text: any text.
        knows: whether a letter is one of the language's.
        proven: whether another text of its list was read so.
    """
    if knows("ж") or _RUN.search(text):
        return text
    if not proven and all(map(has_twin, _INSIDE.findall(text))):
        return text
    shown = _CYRILLIC.findall(text)
    if len(shown) > MOST * sum(map(str.isalpha, text)):
        return text
    table = {letter: letter.encode("cp1251", "replace").decode("cp1252", "replace") for letter in set(shown)}
    if not all(read.isalpha() and knows(read) for read in table.values()):
        return text
    return text.translate(str.maketrans(table))
