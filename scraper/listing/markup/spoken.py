"""What components of a site's own say by their attributes, put where a reader sees it: `<port-link href="/ferry" text="The ferry is back">`.

A script draws such an element from its attributes, and without it the page shows an entry without its title or its link. Cards that hold
nothing and have all of an entry in their attributes stay as they are: these are read as data (`page_values`).
"""

from __future__ import annotations

import re

WORDS_SHARE = 0.5
"""Letters that an element shows by itself, as a share of those of its title, from which on it says its title itself."""
INSIDE_MAX = 4_000
"""Characters of markup in which an element that says its title must end."""
_MAYBE = re.compile(r"<[a-z]\w*-[\w-]*\s[^<>]{0,2000}?\b_?(?:href|level)\s*=", re.IGNORECASE)
_COMPONENT = re.compile(
    r"""<([a-z]\w*-[\w-]*+)((?:\s++[^\s"'<>=/]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'<>]++))?+)++)\s*+(?:></\1\s*>|>)""",
    re.IGNORECASE,
)
_GIVEN = re.compile(r"""([^\s"'<>=/]++)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'<>]++))""")
_WORDS = frozenset("title heading headline label text".split())
_TEXTS = frozenset("description summary excerpt teaser intro".split())
_DATED = re.compile(r"\d{4}-\d\d-\d\d|\d\d?[./]\d\d?[./]\d{4}")
_TAG = re.compile(r"<[^<>]*>")
_LETTER = re.compile(r"[^\W\d_]")


def spoken(html: str) -> str:
    """A page in which what its components say by attributes stands in them as links, headings and texts; any other as it is."""
    return _COMPONENT.sub(_with_words, html) if _MAYBE.search(html) else html


def _with_words(found: re.Match[str]) -> str:
    name = found[1]
    given = {one[0].lstrip("_").lower(): one[1] or one[2] or one[3] for one in _GIVEN.findall(found[2])}
    words = next(
        (said for key, said in given.items() if key.rpartition("-")[2] in _WORDS and said.strip()), ""
    )
    text = next((said for key, said in given.items() if key in _TEXTS and " " in said), "")
    address, level = given.get("href", ""), given.get("level", "")
    if not words or not (address or level in ("1", "2", "3", "4", "5", "6")):
        return found[0]
    if found[0].endswith(f"</{name}>") or found[0].rstrip(" >").endswith(f"</{name}"):
        if text or not address or any(map(_DATED.search, given.values())):
            return found[0]
        start, end = found[0].rpartition("</")[0], f"</{name}>"
        return f'{start}<a href="{_quoted(address)}">{_escaped(words)}</a>{end}'
    closing = found.string.find(f"</{name}", found.end(), found.end() + INSIDE_MAX)
    shown = _TAG.sub("", found.string[found.end() : closing]) if closing >= 0 else ""
    if closing < 0 or (address and len(_LETTER.findall(shown)) >= WORDS_SHARE * len(words)):
        return found[0]
    if not address:
        return f"{found[0]}<h{level}>{_escaped(words)}</h{level}>"
    told = f"<p>{_escaped(text)}</p>" if text else ""
    return f'{found[0]}<a href="{_quoted(address)}">{_escaped(words)}</a>{told}'


def _quoted(address: str) -> str:
    return address.replace('"', "&quot;")


def _escaped(words: str) -> str:
    return words.replace("<", "&lt;")
