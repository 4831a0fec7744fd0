"""Listing pages as bytes, composed of a set's clean texts, for `bench.pages`: what a server sends, and what is right."""

from __future__ import annotations

import html
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import ftfy

from bench.json_lines import read

_WEST = "fr de es pt it nl da sv nb no fi ca af et en is ga gl eu cy id".split()
_EAST = "cs pl hu sk sl hr ro sq".split()
LEGACY: dict[str, tuple[str, tuple[str, ...]]] = {
    "windows-1250": ("cp1250", tuple(_EAST)),
    "windows-1251": ("cp1251", ("ru", "uk", "bg", "mk", "be")),
    "windows-1252": ("cp1252", tuple(_WEST)),
    "windows-1253": ("cp1253", ("el",)),
    "windows-1254": ("cp1254", ("tr",)),
    "windows-1255": ("cp1255", ("he",)),
    "windows-1256": ("cp1256", ("ar", "fa", "ur")),
    "windows-1257": ("cp1257", ("lt", "lv")),
    "windows-874": ("cp874", ("th",)),
    "koi8-r": ("koi8-r", ("ru",)),
    "koi8-u": ("koi8-u", ("uk",)),
    "iso-8859-2": ("iso8859-2", tuple(_EAST)),
    "iso-8859-5": ("iso8859-5", ("ru", "bg")),
    "iso-8859-7": ("iso8859-7", ("el",)),
    "iso-8859-9": ("iso8859-9", ("tr",)),
    "iso-8859-15": ("iso8859-15", tuple(_WEST)),
    "gb2312": ("gb2312", ("zh",)),
    "gb18030": ("gb18030", ("zh",)),
    "big5": ("big5", ("zh",)),
    "shift_jis": ("cp932", ("ja",)),
    "euc-jp": ("euc-jp", ("ja",)),
    "euc-kr": ("cp949", ("ko",)),
}
"""Encodings by the name a page declares: Python's codec, and the languages whose old pages are in it."""

SIBLINGS = {
    "windows-1250": "iso-8859-2",
    "windows-1252": "iso-8859-1",
    "windows-1253": "iso-8859-7",
    "windows-1254": "iso-8859-9",
    "windows-874": "tis-620",
    "iso-8859-15": "iso-8859-1",
    "gb18030": "gb2312",
    "shift_jis": "x-sjis",
    "euc-kr": "ks_c_5601-1987",
    "big5": "big5-hkscs",
}
"""What pages in an encoding declare instead, their near sibling."""

_AS_ENTITY = 0.02
"""Share of a text's characters that an old page may write as `&#8211;` because its encoding lacks them."""
_CLEAN = ("full", "site", "websent", "webtitle")
"""Conditions of a set's texts in which they are as they were written."""

_LEAST, _SHORT, _LONG = 20, 70, 200
"""Characters of a text at least, and of titles and teasers at most."""

_MENU = ("Home", "News", "Archive", "Contact", "RSS")

Texts = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Served:
    """One page as it is sent.

    Attributes:
        scenario: what was done to it, and what it declares.
        language: of its texts.
        encoding: of its bytes.
        header: charset of the Content-Type header, or None.
        body: the bytes.
        texts: the texts of its `h3` and `p` elements in order; None for one that nothing can read whole.
    """

    scenario: str
    language: str
    encoding: str
    header: str | None
    body: bytes
    texts: tuple[str | None, ...]


def texts_of(paths: Iterable[Path]) -> Texts:
    """Clean texts by language, of sets whose rows have `lang` and `detail`, a clean `truth`, or `text`."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for path in paths:
        for row in read(path):
            if row.get("condition", "full") not in _CLEAN:
                continue
            clean = row.get("truth") if row.get("kind") == "clean" else None
            text = " ".join((row.get("detail") or clean or row.get("text") or "").split())
            if len(text) >= _LEAST and "\ufffd" not in text and ftfy.fix_encoding(text) == text:
                found[row["lang"]][text] = None
    return {language: list(texts) for language, texts in found.items() if len(texts) >= 15}


def pages(texts: Texts, seed: int, each: int) -> Iterator[Served]:
    """So many pages of each scenario for each language, and for each encoding of a language."""
    for language in sorted(texts):
        for number in range(each):
            rng = random.Random(f"{seed} {language} {number}")
            yield from _utf8(language, texts[language], rng)
            for name, (codec, languages) in LEGACY.items():
                own = [text for text in texts[language] if _fits(text, codec)]
                if language in languages and len(own) >= 15:
                    yield from _legacy(language, name, own, rng)


@dataclass(frozen=True, slots=True)
class _Page:
    """A page that is being made: element texts as bytes, what is right for each, and what stands around them."""

    parts: list[bytes]
    texts: list[str | None]
    menu: bytes
    lang: bytes

    def served(self, meta: str | None, hidden: bytes = b"") -> bytes:
        """The bytes of the page, which declares an encoding in a `meta`, or none."""
        head = f'<meta charset="{meta}">'.encode() if meta else b""
        rows = [
            b'<li class="item"><h3>%s</h3>\n<p>%s</p></li>\n' % (title, teaser)
            for title, teaser in zip(self.parts[::2], self.parts[1::2], strict=True)
        ]
        return (
            b"<!DOCTYPE html>\n<html%s><head>%s<title>News</title>%s</head>\n<body><nav>%s</nav><main><ul>\n"
            b'%s</ul></main><script>var page = {"id": 7};</script></body></html>\n'
        ) % (self.lang, head, hidden, self.menu, b"".join(rows))


def _composed(language: str, texts: list[str], codec: str, entries: int, rng: random.Random) -> _Page:
    drawn = rng.sample(texts, min(len(texts), 2 * entries))
    while len(drawn) < 2 * entries:
        drawn.append(rng.choice(texts))
    shown = [shortened(text, _LONG if at % 2 else _SHORT) for at, text in enumerate(drawn)]
    spoken = rng.choice((language, language, "en", ""))
    links = [*_MENU, *(shortened(rng.choice(texts), 20) for _ in range(3))]
    return _Page(
        [_bytes(text, codec) for text in shown],
        list(shown),
        b" ".join(b'<a href="/x">%s</a>' % _bytes(link, codec) for link in links),
        f' lang="{spoken}"'.encode() if spoken else b"",
    )


def _utf8(language: str, texts: list[str], rng: random.Random) -> Iterator[Served]:
    plain = sorted(texts, key=lambda text: sum(character > "\x7f" for character in text) / len(text))
    old = [(name, codec) for name, (codec, languages) in LEGACY.items() if language in languages]
    wrong = rng.choice(("iso-8859-1", "windows-1251", "windows-1250", "gb2312", "shift_jis", "euc-kr"))
    for size, entries, pool in (("", 12, texts), ("short, ", 3, plain[: max(15, len(plain) // 2)])):
        page = _composed(language, pool, "utf-8", entries, rng)
        cut, all_cut = _with_cut(page, "utf-8", rng), _all_cut(page, rng)
        for told, made in (("whole", page), ("cut", cut), ("all cut", all_cut)):
            if made is None:
                continue
            for name, header, meta, bom in (
                ("declared", "utf-8", "utf-8", b""),
                ("undeclared", None, None, b""),
                ("wrong header", wrong, None, b""),
                ("wrong meta", None, wrong, b""),
                ("wrong header, right meta", wrong, "utf-8", b""),
                ("BOM and wrong header", wrong, None, b"\xef\xbb\xbf"),
            ):
                body = bom + made.served(meta)
                yield Served(
                    f"UTF-8, {size}{told}, {name}", language, "utf-8", header, body, tuple(made.texts)
                )
    for name, codec in old:
        page = _composed(language, texts, "utf-8", 12, rng)
        if mixed := _with_fragment(page, codec, rng):
            yield Served(
                "UTF-8 with a fragment", language, name, rng.choice((None, "utf-8")), mixed, tuple(page.texts)
            )
        hidden = _hidden(rng.choice(texts), codec)
        header = rng.choice((None, "utf-8"))
        yield Served(
            "UTF-8, other bytes hidden", language, name, header, page.served(None, hidden), tuple(page.texts)
        )


def _legacy(language: str, name: str, texts: list[str], rng: random.Random) -> Iterator[Served]:
    codec = LEGACY[name][0]
    plain = sorted(texts, key=lambda text: sum(character > "\x7f" for character in text) / len(text))
    page = _composed(language, texts, codec, 12, rng)
    short = _composed(language, plain[: max(15, len(plain) // 2)], codec, 3, rng)
    wrong = "iso-8859-1" if not name.endswith(("1252", "8859-15", "8859-9", "1254")) else "windows-1251"
    for size, made in (("", page), ("short, ", short)):
        for told, header, meta in (
            ("declared", name, None),
            ("declared in a meta", None, name),
            ("undeclared", None, None),
            ("declared UTF-8", rng.choice(("utf-8", None)), "utf-8"),
            ("declared wrong", wrong, None),
        ):
            yield Served(f"old, {size}{told}", language, name, header, made.served(meta), tuple(made.texts))
        if name in SIBLINGS:
            body = made.served(None)
            yield Served(
                f"old, {size}declared sibling", language, name, SIBLINGS[name], body, tuple(made.texts)
            )
    hidden = _hidden(rng.choice(texts), "utf-8")
    for told, header in (("declared", name), ("undeclared", None)):
        body = page.served(None, hidden)
        yield Served(f"old, UTF-8 hidden, {told}", language, name, header, body, tuple(page.texts))
        if cut := _with_cut(page, codec, rng):
            yield Served(f"old, cut, {told}", language, name, header, cut.served(None), tuple(cut.texts))


def _with_cut(page: _Page, codec: str, rng: random.Random) -> _Page | None:
    """The page with one teaser cut in the middle of a character; None where none has one of several bytes."""
    places = list(range(1, len(page.parts), 2))
    for at in rng.sample(places, len(places)):
        text = page.texts[at] or ""
        ends = [
            end for end in range(len(text) // 3, len(text)) if len(_bytes(text[end], codec, "ignore")) > 1
        ]
        ends = [end for end in ends if text[end] > "\x7f"]
        if ends:
            end = rng.choice(ends)
            kept = _bytes(text[: end + 1], codec)[: -rng.randint(1, len(_bytes(text[end], codec)) - 1)]
            parts = [*page.parts[:at], kept + rng.choice((b"", b"...", b" [...]")), *page.parts[at + 1 :]]
            return _Page(parts, [*page.texts[:at], None, *page.texts[at + 1 :]], page.menu, page.lang)
    return None


def _all_cut(page: _Page, rng: random.Random) -> _Page:
    """The page with all its teasers cut after the same number of bytes, whatever is cut there; titles stay."""
    budget = rng.randint(60, 160)
    parts = [part[:budget] if at % 2 else part for at, part in enumerate(page.parts)]
    same = [one == part for one, part in zip(parts, page.parts, strict=True)]
    texts = [text if kept else None for text, kept in zip(page.texts, same, strict=True)]
    return _Page(parts, texts, page.menu, page.lang)


def _with_fragment(page: _Page, codec: str, rng: random.Random) -> bytes | None:
    """The page with one element in another encoding; None where no element outside ASCII is in that."""
    places = [at for at, text in enumerate(page.texts) if text and not text.isascii() and _fits(text, codec)]
    if not places:
        return None
    at = rng.choice(places)
    parts = [*page.parts[:at], _bytes(page.texts[at] or "", codec), *page.parts[at + 1 :]]
    return _Page(parts, page.texts, page.menu, page.lang).served(None)


def _hidden(text: str, codec: str) -> bytes:
    said = _bytes(text, codec, "ignore").replace(b'"', b"").replace(b"-", b"").replace(b"<", b"")
    return b'<!-- %s -->\n<script>var said = "%s";</script>\n<style>/* %s */</style>' % (said, said, said)


def shortened(text: str, most: int) -> str:
    """The first whole words of a text, or where it has no spaces its first characters."""
    if len(text) <= most:
        return text
    head = text[: most + 1].rpartition(" ")[0]
    return (head if len(head) > most // 3 else text[: most // 2]).rstrip()


def _fits(text: str, codec: str) -> bool:
    lacking = len(text) - len(text.encode(codec, "ignore").decode(codec))
    return lacking <= _AS_ENTITY * len(text)


def _bytes(text: str, codec: str, errors: str = "xmlcharrefreplace") -> bytes:
    return html.escape(text, quote=False).encode(codec, errors)
